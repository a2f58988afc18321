#include <assist/failure_words.h>

#include <assist/word_table.h>

#include <array>

namespace relevo::assist {
namespace {

using namespace admission;

struct AdmissionRow
{
    quint16 meanings;
    const char16_t* list;
};

constexpr std::array admissions{
    AdmissionRow{Deny, u"not, dont, didnt, doesnt, cant, cannot, couldnt, unable, wasnt, havent, never, "
                       u"isnt, no, nao, tampoco, "
                       u"incapaz, failed"},
    AdmissionRow{
        Grasp,
        u"understand, understood, understanding, get, got, catch, caught, follow, recognize, recognise, "
        u"comprehend, interpret, entender, entiendo, entendi, entendido, entenderte, entenderle, comprendo, "
        u"comprendi, comprender, comprendido, capte, interpretar, compreender, compreendi, compreendo, "
        u"entendo, reconhecer, reconoci, reconozco"},
    AdmissionRow{
        Between,
        u"quite, really, fully, sure, able, to, i, we, am, a, completely, entirely, have, correctly, "
        u"certain, that, if, what, pude, puedo, logre, logro, he, me, se, te, le, lo, que, bien, muy, "
        u"podido, estoy, seguro, segura, de, consegui, consigo, estou, certo, certa, bem, o, muito, "
        u"exactly, properly, do, an, the, any, tengo, una, tenho, uma, encontre, encontrei, find, found, "
        u"fui, capaz, posso, poder"},
    AdmissionRow{You, u"you, usted, ustedes, voce, voces, customers, they"},
    AdmissionRow{Rephrase,
                 u"rephrase, rephrasing, reword, rewording, reformular, reformularlo, reformula, reformule, "
                 u"reformules, reformularla, reformulas, parafrasear, refrasear, reescribir, reescrever"},
    AdmissionRow{
        Say,
        u"say, ask, write, put, explain, try, phrase, tell, describe, decir, decirlo, decirmelo, dime, "
        u"digame, "
        u"explicar, explicarlo, explicarme, escribir, escribirlo, preguntar, intenta, intente, pregunta, "
        u"dizer, explicar, escrever, perguntar, tentar, tente, explique, escreva, diga, pergunte"},
    AdmissionRow{Answer, u"answer, answers, respuesta, respuestas, resposta, respostas"},
    AdmissionRow{Reason, u"why, porque, how come, por que, porque"},
    AdmissionRow{Help,
                 u"help, assist, ayudarte, ayudarle, ayudar, ajudar, ajuda, ajudalo, ayudarlo, respond"},
    AdmissionRow{That, u"that, this, eso, esto, isso, isto, it"},
    AdmissionRow{
        Certain,
        u"still learning, todavia estoy aprendiendo, aun estoy aprendiendo, sigo aprendiendo, ainda estou "
        u"aprendendo, "
        u"not trained, beyond my abilities, beyond my capabilities, outside my scope, fuera de mi alcance, "
        u"fora do meu alcance, not sure what you mean, not sure what you are asking, not sure what youre "
        u"asking, "
        u"not sure how to help, not sure how to answer, no te sigo, nao sei responder, no se como responder, "
        u"no se responder, dont know how to answer, dont know how to help, do not know how to help, "
        u"do not know how to answer, dont know the answer, do not know the answer, nao sei como responder, "
        u"nao sei como ajudar, no se como ayudar, no se como ayudarte, repeat your question, repeat your "
        u"message, "
        u"repeat that, repeat the question, repetir tu pregunta, repetir la pregunta, repetir su pregunta, "
        u"repetir o que disse, repetir a pergunta, repetir sua pergunta, repetir a sua pergunta, clarify "
        u"your question, "
        u"clarify your request, clarify what you mean, aclarar tu pregunta, esclarecer sua pergunta, "
        u"different words, other words please, otras palabras, outras palavras, say it differently, "
        u"escapes me, lost me, you lost me, didnt make sense, does not compute, me perdi con, "
        u"not something i can help, nothing matched, no results for your question, didnt quite catch"},
    AdmissionRow{Say | Certain,
                 u"in a different way, another way, a different way, de otra manera, de otra forma, "
                 u"de outra forma, de outra maneira, de outro jeito, de otro modo, de outro modo"},
};

struct MatterRow
{
    MatterWord word;
    const char16_t* list;
};

// The things customers come about, each with its names in the three languages.
constexpr std::array matters{
    // What carries nothing: greetings, thanks, yes and no, pressing, and the words that hold a sentence
    // together.
    MatterRow{{0, 0.0, false, false, false},
              u"hello hi hey hola oi ola good morning afternoon evening buenos buenas dias tardes noches bom "
              u"boa dia tarde noite "
              u"thanks thank thx ty gracias muchas obrigado obrigada valeu please pls plz por favor porfa "
              u"yes yeah yep si sim "
              u"ok okay k vale sure claro bueno fine great perfect perfecto perfeito again already told said "
              u"repeat still yet "
              u"ya ja dije falei disse ainda todavia aun outra vez de novo nuevo now asap ahora agora urgent "
              u"urgente hurry "
              u"the a an is are was were be been am i im ive you your u ur we it its this that these to of "
              u"in on at for with "
              u"and or but so my me mine our do does did can could would will has have had just about what "
              u"who how when why "
              u"if there here am any some from by as than then too very really want need "
              u"el la los las un una unos unas lo le les mi mis tu tus su sus me te se es esta estan son fue "
              u"he ha han y o pero "
              u"que en con para como cuando cual quien porque muy mas quiero necesito puedo puede pueden hay "
              u"al del eso esto ese esa esse essa ai ali aqui "
              u"os as um uma uns umas meu minha meus seu sua voce voces vc vcs eu e do da dos das em no na "
              u"nos nas com pra pro "
              u"mas ou muito quero preciso posso pode podem tem foi ser isso isto ao quando qual quem sir "
              u"madam anyone "
              u"welcome bye adios tchau ate lol haha sorry perdon desculpa desculpe"},
    MatterRow{{0, 0.0, true, false, false},
              u"not no dont doesnt didnt isnt wasnt hasnt havent cant cannot couldnt wont never without nao "
              u"nunca sin sem nem ni "
              u"nothing nada nobody nadie ninguem aint neither"},
    MatterRow{{1, 1.0, false, false, false},
              u"order orders package parcel packet delivery shipment item stuff pedido pedidos paquete envio "
              u"pacote encomenda entrega compra produto producto product"},
    MatterRow{{2, 1.2, false, false, true},
              u"refund refunded refunds reimburse reimbursement money reembolso reembolsen reembolsar dinero "
              u"plata dinheiro estorno estornar"},
    MatterRow{
        {3, 1.0, false, false, true},
        u"arrived arrive arrives arriving came come comes received receive delivered get got gotten here "
        u"llego llegado llega llegan llegar recibi recibido recibir chegou chega chegar recebi recebido "
        u"receber veio vino"},
    MatterRow{{3, 1.0, false, true, true}, u"missing lost extraviado perdido"},
    MatterRow{{4, 0.7, false, false, false},
              u"where wheres track tracking status locate donde onde cade rastrear rastreo rastreio estado"},
    MatterRow{
        {5, 1.2, false, false, true},
        u"work works working worked funciona funcionan funcionar funcionou funcionando sirve anda presta"},
    MatterRow{
        {5, 1.2, false, true, true},
        u"broken broke damaged defective faulty dead fails failing crashed crashes roto rota danado danada "
        u"averiado falla quebrado quebrada quebrou estragado defeito defectuoso danificado"},
    MatterRow{{6, 1.2, false, false, false},
              u"human agent person representative operator someone somebody humano humana persona agente "
              u"asesor alguien pessoa atendente alguem operador"},
    MatterRow{{7, 0.5, false, false, false}, u"talk speak chat hablar falar conversar contact"},
    MatterRow{{8, 1.2, false, false, true},
              u"cancel cancelled cancelling cancellation cancelar cancela cancelen cancelado cancelamento "
              u"cancelacion anular"},
    MatterRow{
        {9, 1.2, false, false, false},
        u"charged charge charges billed cobraron cobrado cobro cobrando cobraram cobranca cobrou cargo"},
    MatterRow{{10, 1.0, false, false, false}, u"twice double doble veces duas duplicado dobro"},
    MatterRow{{11, 1.2, false, false, false},
              u"return returning devolver devolucion devolucao devuelvo retorno"},
    MatterRow{{12, 1.2, false, false, false},
              u"change exchange swap replace replacement cambiar cambio trocar troca mudar"},
    MatterRow{{13, 1.2, false, false, false}, u"address direccion endereco"},
    MatterRow{{14, 1.2, false, false, false}, u"password contrasena clave senha"},
    MatterRow{{15, 1.2, false, false, false}, u"login log signin access entrar acceder acessar sesion logar"},
    MatterRow{{16, 1.2, false, false, false}, u"invoice receipt bill factura recibo fatura nota boleta"},
    MatterRow{{17, 1.2, false, false, false},
              u"wrong incorrect equivocado equivocada errado errada incorrecto"},
    MatterRow{{18, 0.6, false, false, false}, u"help ayuda ajuda ayudar ajudar assist"},
    MatterRow{{19, 0.5, false, false, false}, u"give send devuelvan devuelvanme devolvam back enviar manden"},
    MatterRow{{20, 1.0, false, false, false}, u"account cuenta conta"},
    MatterRow{{21, 1.0, false, false, false}, u"card tarjeta cartao"},
    MatterRow{{22, 1.0, false, false, false}, u"pay paid payment pagar pague pago paguei pagamento"},
};

template <typename Value, typename Rows, typename Set>
WordTable<Value> tableOf(const Rows& rows, QChar separator, Set set)
{
    WordTable<Value> made;
    for (const auto& row : rows)
        eachOf(row.list, separator, [&](QStringView item) { set(made.at(item), row); });
    return made;
}

} // namespace

quint16 admissionOf(QStringView word)
{
    static const auto table = tableOf<quint16>(
        admissions, u',', [](quint16& value, const AdmissionRow& row) { value |= row.meanings; });
    const quint16* found = table.find(word);
    return found == nullptr ? 0 : *found;
}

const MatterWord& matterOf(QStringView word)
{
    static const auto table =
        tableOf<MatterWord>(matters, u' ', [](MatterWord& value, const MatterRow& row) { value = row.word; });
    static constexpr MatterWord itself;
    const MatterWord* found = table.find(word);
    return found == nullptr ? itself : *found;
}

} // namespace relevo::assist
