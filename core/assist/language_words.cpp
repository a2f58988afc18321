#include <assist/language_words.h>

#include <assist/word_table.h>

namespace relevo::assist {
namespace {

struct TongueRow
{
    TongueWeights weights; ///< English, Spanish, Portuguese, other
    const char16_t* words;
};

// 6: of this language alone; 4 and less: of several, and how usual in each. Written as words() gives them, so
// that accents may be missing; "nao" and "no" differ all the same.
constexpr std::array tongueRows{
    TongueRow{
        {6, 0, 0, 0},
        u"the is are was were have has had you your yours my it its this that these those with for not what "
        u"how can do "
        u"does did please and of want wants need needs would could should will hello hi hey thanks thank "
        u"order "
        u"orders ordered "
        u"where when why who which there here been dont doesnt didnt cant couldnt wont isnt wasnt havent "
        u"hasnt im ive id "
        u"youre on be in we they them he she her his their our us if or but from by at about out up any some "
        u"someone "
        u"anyone anybody nobody nothing something everything get got give make know think see tell told say "
        u"said work "
        u"works working worked broken refund money back package parcel delivery delivered shipping shipped "
        u"arrived arrive "
        u"missing wrong return cancel cancelled change address account password login help support still yet "
        u"already "
        u"again never always today yesterday tomorrow week weeks month days morning good great sorry yes "
        u"yeah yep nope "
        u"okay talk speak human person agent people really very much many more too just only now later "
        u"because invoice "
        u"receipt bill pay paid charged charge price size color colour buy bought phone open close "
        u"closed track "
        u"tracking status plz pls thx u ur r wanna gonna gimme fix fixed stop waiting wait late slow "
        u"customer service "
        u"thanx tks keep updated update soon hurry fine email asap nothing since after before tmrw pic photo "
        u"call "
        u"keeps keep crashes crash crashing cracked screen forgot damaged declined lost to am i"},
    TongueRow{
        {0, 6, 0, 0},
        u"el los las unos y con mi mis tus su sus es estoy estas estan quiero necesito puedo puede pueden "
        u"donde cuando "
        u"hola gracias muy ya hay lo le les usted ustedes ayuda ayudar hablar alguien cual quien del al soy "
        u"tengo tiene faltan falto "
        u"tienen tienes he buen buenos buenas dias tardes noches quisiera cuanto cuantos cuanta tarda "
        u"producto "
        u"paquete cuales "
        u"direccion tarjeta devolucion factura correo llego llega llegado llegan llegar hasta eso "
        u"ese esto nada "
        u"nadie algun ningun pero porque entonces tambien aqui alli ahora hoy ayer manana siempre nunca otra "
        u"otro otras "
        u"otros hace hacer hice hizo fue fueron sirve funcionan recibi recibido dinero reembolso pague "
        u"compre "
        u"comprar cambiar cancelar cuenta contrasena envio enviar tienda talla roto rota mal bien bueno "
        u"buena malo mala "
        u"si yo ella ellos nosotros nos una persona humano asesor operador pasame comunicame oye oigan vale "
        u"senor senora mio mia cuesta precio estafa verguenza despues antes desde sin q xq pq porfa mejor "
        u"peor hijo "
        u"cierra cuelga colgo sola pantalla aplicacion rompio blanco blanca olvide clave equivocado "
        u"equivocada cobro "
        u"llegaron vinieron enviaron mandaron cobraron doble vuelo vuelos sigue siguen perfecto listo "
        u"acuerdo todavia aun zapatos rotos rotas "
        u"devolverlo "
        u"espero esperando dice dijo dijeron saber quieren podrian podria pedi"},
    TongueRow{
        {0, 0, 6, 0},
        u"os um uma uns umas com faltou faltando meu meus minha minhas seu sua seus suas voce voces vc vcs "
        u"nao estou estao esta "
        u"quero preciso "
        u"posso pode podem onde quando ola oi obrigado obrigada mais muito muita ja ha do da dos das nos nas "
        u"ao aos ajuda "
        u"ajudar falar alguem qual quais quem sou tenho tem bom boa noite ficou fico ficar demais moca "
        u"agradeco respondem podemos atendente pessoa isso "
        u"isto esse essa "
        u"este gostaria quanto quantos demora produto pacote trocar endereco cartao devolucao fatura nota "
        u"conta chegou "
        u"chega chegar chegando eu ele ela eles nossa vou vai foi sao tambem aqui agora hoje ontem amanha "
        u"sempre nunca "
        u"outro outra faz fazer fiz fez recebi receber recebido dinheiro reembolso "
        u"estorno paguei "
        u"comprei comprar mudar cancelar senha entrega entregue enviar loja tamanho quebrado quebrada mal "
        u"bem ruim pra "
        u"pro pras ate sem depois antes mas porem ninguem nada algo tudo todo toda eh ta to tava qnd blz vlw "
        u"obg obgd "
        u"tchau robo humano ligar ligaram rastreio rastreamento prazo frete boleto pix pelo pela pelos pelas "
        u"num numa "
        u"aplicativo aplicativos trava travou travando tela telas sozinho sozinha errado errada cobranca voo "
        u"voos "
        u"chegaram vieram mandaram enviaram cobraram perfeito acordo sapato erro "
        u"deu dar consigo consegui conseguir gente mesmo ainda pedir pedi cade"},
    // Of both sides of the border; the weight says how much more usual.
    TongueRow{{0, 3, 3, 0},
              u"entrega a de que por para falta como sobre se te mas era desde tarde pedido contato nunca "
              u"hora horas"},
    TongueRow{{0, 6, 4, 0}, u"pagar devolver"},
    TongueRow{{3, 5, 1, 1}, u"no"},
    TongueRow{{2, 3, 3, 0}, u"me"},
    TongueRow{{0, 3, 5, 0}, u"dia tarde"},
    TongueRow{{0, 5, 0, 1}, u"un"},
    TongueRow{{0, 4, 2, 0},
              u"en la esta un tu he funciona pago puede favor problema ayuda cuando tiempo mes"},
    TongueRow{{0, 2, 4, 0}, u"o e um em os as na ao do sim ola quando tem uma numero"},
    TongueRow{{3, 0, 3, 0}, u"item"},
    TongueRow{{1, 0, 0, 0}, u"a as so me ok order"},
    // French, German, Italian, Dutch, Catalan: enough of them to know that it is none of ours.
    TongueRow{
        {0, 0, 0, 6},
        u"je vous nous le les des est sont dans pas mon ma mes pour avec bonjour merci ou commande colis "
        u"suis ai votre "
        u"notre qui quoi comment pourquoi bonsoir voudrais cest jai quand au aux du et une ce cette plus "
        u"tres "
        u"ich der ist nicht mein meine wo bitte danke und hallo bestellung ein eine einen sie wir haben habe "
        u"kann wie was "
        u"warum mit fur auf von zu noch paket guten tag den dem das geld "
        u"il che non sono dove mio mia ordine grazie ciao vorrei perche di per della gli buongiorno quando "
        u"quanto ho "
        u"hai questo questa pacco come sta arrivato "
        u"ik het een niet waar mijn mij bestelling dank goedemorgen pakket van voor met "
        u"bon dia meva comanda amb vull"},
    // Not the whole of a neighbour's everyday words are his alone.
    TongueRow{{0, 2, 0, 0}, u"des una sta come"},
};

struct TongueEnding
{
    QStringView text;
    TongueWeights weights;
};

constexpr std::array endings{
    TongueEnding{u"tion", {2, 0, 0, 1}},   TongueEnding{u"ing", {2, 0, 0, 0}},
    TongueEnding{u"ght", {2, 0, 0, 0}},    TongueEnding{u"ness", {2, 0, 0, 0}},
    TongueEnding{u"ly", {1, 0, 0, 0}},     TongueEnding{u"cion", {0, 3, 0, 0}},
    TongueEnding{u"ciones", {0, 3, 0, 0}}, TongueEnding{u"dad", {0, 2, 0, 0}},
    TongueEnding{u"iendo", {0, 3, 0, 0}},  TongueEnding{u"aron", {0, 2, 0, 0}},
    TongueEnding{u"ieron", {0, 3, 0, 0}},  TongueEnding{u"miento", {0, 3, 0, 0}},
    TongueEnding{u"cao", {0, 0, 3, 0}},    TongueEnding{u"coes", {0, 0, 3, 0}},
    TongueEnding{u"oes", {0, 0, 2, 0}},    TongueEnding{u"dade", {0, 0, 3, 0}},
    TongueEnding{u"aram", {0, 0, 3, 0}},   TongueEnding{u"eram", {0, 0, 3, 0}},
    TongueEnding{u"inho", {0, 0, 2, 0}},   TongueEnding{u"agem", {0, 0, 2, 0}},
    TongueEnding{u"mento", {0, 0, 3, 1}},  TongueEnding{u"eiro", {0, 0, 2, 0}},
    TongueEnding{u"eira", {0, 0, 2, 0}},   TongueEnding{u"ando", {0, 2, 2, 0}},
    TongueEnding{u"endo", {0, 0, 2, 0}},   TongueEnding{u"ado", {0, 2, 2, 0}},
    TongueEnding{u"ada", {0, 2, 2, 0}},    TongueEnding{u"aje", {0, 2, 0, 0}},
    TongueEnding{u"illo", {0, 2, 0, 0}},   TongueEnding{u"illa", {0, 2, 0, 0}},
    TongueEnding{u"ung", {0, 0, 0, 2}},    TongueEnding{u"zione", {0, 0, 0, 3}},
    TongueEnding{u"eur", {0, 0, 0, 2}},
};

const WordTable<TongueWeights>& table()
{
    static const WordTable<TongueWeights> words = [] {
        WordTable<TongueWeights> made;
        for (const TongueRow& row : tongueRows) {
            eachOf(row.words, u' ', [&](QStringView item) {
                TongueWeights& weights = made.at(item);
                for (std::size_t i = 0; i < tongues; ++i)
                    weights[i] = std::max(weights[i], row.weights[i]);
            });
        }
        return made;
    }();
    return words;
}

} // namespace

const TongueWeights* tongueWeights(QStringView word)
{
    return table().find(word);
}

const TongueWeights* tongueOfEnding(QStringView word)
{
    if (word.size() < 5)
        return nullptr;
    const TongueWeights* longest = nullptr;
    qsizetype letters = 0;
    for (const TongueEnding& ending : endings) {
        if (ending.text.back() == word.back() && ending.text.size() > letters && word.endsWith(ending.text)) {
            letters = ending.text.size();
            longest = &ending.weights;
        }
    }
    return longest;
}

} // namespace relevo::assist
