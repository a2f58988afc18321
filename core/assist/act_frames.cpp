#include <assist/act_frames.h>

#include <assist/folded.h>

#include <algorithm>
#include <span>
#include <vector>

namespace relevo::assist {
namespace {

using Topic = ActTopic;

enum class Denied { Counts, Drops }; ///< of an act with a "not" before it

struct ActFrame
{
    FramedAct act;
    const char16_t* pattern;
    Denied denied = Denied::Drops;
};

constexpr Phrase suggestedSteps{u"suggested steps to try", u"propuso pasos para probar",
                                u"sugeriu passos para tentar"};
constexpr Phrase toPage{u"pointed to a page", u"remitió a una página", u"indicou uma página"};
constexpr Phrase openedCase{u"opened a case", u"abrió un caso", u"abriu um chamado"};
constexpr Phrase otherDate{u"offered another date or time", u"ofreció otra fecha u hora",
                           u"ofereceu outra data ou horário"};
constexpr Phrase lowerPrice{u"offered a discount or credit", u"ofreció un descuento o saldo",
                            u"ofereceu um desconto ou crédito"};

constexpr ActFrame actFrames[] =
    {
        {{Topic::Refund,
          3,
          {u"told the terms of refunds", u"dijo las condiciones del reembolso",
           u"disse as condições do reembolso"}},
         uR"((?:refunds?|refunded|reembols\w+|estornos?)(?: \w+){0,5} (?:only|solo|solamente|so|apenas|somente)(?: \w+){0,3} (?:possible|available|within|if|up to|posibles?|dentro|si|hasta|possive(?:l|is)|dentro|se|ate)|(?:refunds?|refunded|reembols\w+|estornos?)(?: \w+){0,6} (?:within|up to|until|en|hasta|dentro de|em|ate|en los)(?: \w+){0,2} \d+ (?:days?|dias)(?: \w+){0,2} (?:of|from|after|following|desde|tras|de|da|do|apos|siguientes)(?: \w+){0,2} (?:delivery|purchase|receipt|receiving|buying|arrival|entrega|compra|recepcion|recibirl[oa]|recebimento|recibo)|only refunds?(?: \w+){0,4} (?:within|if))",
         Denied::Counts},
        {{Topic::Pending,
          3,
          {u"said that the pending charge goes away by itself",
           u"dijo que el cargo pendiente desaparece solo", u"disse que a cobrança pendente some sozinha"}},
         uR"((?:pending|authori[sz]ations?|holds?|pendientes?|pendentes?|retencion\w*|retenid\w+|pre ?autoriza\w+)(?: \w+){0,6} (?:disappears?|disappear|drops?|falls? off|goes away|go away|vanish\w*|(?:is|are|be|gets?|will be) (?:released|removed|reversed)|desaparec\w+|se liber\w+|se anula\w*|cae[nr]?|caem|some[mr]?|sumir\w*|(?:e|sao|sera|serao) (?:liberad\w+|estornad\w+|cancelad\w+)))"},
        {{Topic::Repair, 4, {u"offered a repair", u"ofreció una reparación", u"ofereceu o conserto"}},
         uR"((?:send|bring|take|ship|arrange|book|offer|mand\w+|envi\w+|llev\w+|lev\w+|ofrec\w+|oferec\w+|agend\w+)(?: \w+){0,4} (?:repairs?|repaired|reparar\w*|reparacion|conserto|consertar|reparo|assistencia tecnica|servicio tecnico|service cent(?:er|re))|(?:can|could|puedo|podemos|puedes|posso|pode|podemos)(?: \w+){0,2} (?:repair|be repaired|reparar\w*|consertar)|(?:repair|reparacion|conserto|reparo)(?: \w+){0,2} (?:takes?|is free|costs? \d+|tarda|cuesta|leva|demora|custa|es gratis|es gratuita|e gratis|e gratuito))"},
        {{Topic::Case,
          3,
          {u"offered to open a case", u"ofreció abrir un caso", u"ofereceu abrir um chamado"}},
         uR"((?:can|could|may|shall|would you like|want me to|posso|podemos|poderia|puedo|podria|quieres que|quiere que|quer que|deseja|gostaria)(?: \w+){0,4} (?:open|file|raise|create|log|abrir|abra|crear|cree|criar|crie|registrar|registre|presentar|poner)(?: \w+){0,3} (?:case|ticket|claim|complaint|report|caso|chamado|reclama\w+|reclamo|incidencia|protocolo|queja))"},
        {{Topic::Case, 4, openedCase},
         uR"((?:opened|started|launched|abierto|abri|aberto|abrimos|iniciado|iniciamos|iniciei)(?: \w+){0,2} (?:investigation|investigacion|investigacao|dispute|disputa|incidencia))"},
        {{Topic::Link, 3, {u"sent a link or a code", u"envió un enlace o un código", u"enviou um link ou um código"}}, uR"((?:have|has|ive|weve|just|he|hemos|acabo de|acabamos de)(?: \w+){0,2} (?:sent|resent|emailed|enviad\w+|reenviad\w+|mandad\w+|enviar\w*|mandar\w*)(?: \w+){0,5} (?:link|code|enlace|codigo)|(?:enviei|enviamos|mandei|reenviei|reenviamos)(?: \w+){0,4} (?:link|codigo|enlace))"},
        {{Topic::Rebook, 4, otherDate},
         uR"((?:offer|propose|book|suggest|give|ofrec\w+|oferec\w+|propon\w+|proponer\w*|dar\w*|doy|agendar\w*|reservar\w*|tengo|tenemos|temos|tenho|hay|ha|have)(?: \w+){0,3} (?:otra|otro|outra|outro|another|other|a new|nueva|nova|new) (?:appointment|date|day|time|slot|visit|cita|fecha|dia|hora|horario|turno|visita|data|consulta|agendamento)s?|(?:offer|ofrec\w+|oferec\w+)(?: \w+){0,3} (?:appointment|slot|visit|cita|visita|turno|horario|consulta)(?: \w+){0,4} (?:on|at|el|la|na|no|para|for|\d+))"},
        {{Topic::Rebook, 3, {u"offered an appointment", u"ofreció una cita", u"ofereceu um agendamento"}},
         uR"((?:can|could|would you like|puedo|podemos|podria|quieres que|posso|podemos|quer que)(?: \w+){0,3} (?:book|schedule|arrange|send|agend\w+|program\w+|concert\w+|reserv\w+|marc\w+|mand\w+|envi\w+)(?: \w+){0,3} (?:appointment|visit|technician|cita|visita|tecnico|consulta))"},
        {{Topic::Replacement, 4, {u"offered a replacement", u"ofreció un reemplazo", u"ofereceu uma troca"}},
         uR"((?:you can|we can|i can|puedes|puede|podemos|puedo|voce pode|podemos|posso)(?: \w+){0,1} (?:exchange|swap|cambiarl\w+|trocar)(?! (?:the |your |el |la |tu |su |o |a |sua |seu )?(?:e ?mail|mail|password|address|correo|contrasena|direccion|senha|endereco|plan|plano|date|fecha|data)))"},
        {{Topic::NoDate,
          4,
          {u"said that no date is free", u"dijo que no hay fecha libre", u"disse que não há data livre"}},
         uR"((?:no|not|nao|dont have|have no|are no|havent)(?: (?:hay|tenemos|quedan|ha|temos|tem|any|more|mas|mais|have|got))?(?: \w+){0,2} (?:appointments?|slots?|citas?|turnos?|horarios|vagas?|fechas?|datas?)(?: \w+){0,1} (?:available|free|left|on|for|disponibles?|libres?|los|el|hasta|este|esta|en|disponive(?:l|is)|livres?|no|na|aos|para|ate|em))",
         Denied::Counts},
        {{Topic::Discount, 4, lowerPrice},
         uR"((?:offer|give|get|have|ofrec\w+|oferec\w+|dar\w*|doy|dou|regal\w+|tener|tienes|ganh\w+)(?: \w+){0,3} (?:\d+|one|two|three|six|un|dos|tres|um|dois|seis) (?:months?|mes|meses)(?: \w+){0,2} (?:at|for|free|half|off|gratis|gratuit\w+|por|a|com)|(?:offer|give|ofrec\w+|oferec\w+)(?: \w+){0,4} (?:\d+ off|half price|mitad de precio|metade do preco|lower price|better price|free months?|mes gratis|mes gratuito))"},
        {{Topic::Steps, 3, suggestedSteps},
         uR"((?:log|sign)(?:ging|ing)? (?:out|off)(?: \w+){0,4} in|clear(?:ing)?(?: \w+){0,3} (?:cookies|cache|history|browser data)|(?:tried|(?<!me )(?<!will )(?<!ill )try)(?: \w+)? (?:cleaning|clearing|turning|switching|restarting|unplugging|another|(?:a |an )?(?:different|other|private|incognito)|using|updating|reinstalling|resetting|removing|pressing|charging|logging|opening|closing)|(?:turn|switch)(?:ing)? (?:it|the \w+|your \w+)(?: \w+)? off(?: \w+){0,3} on|check(?: \w+){0,3} (?:spam|junk)|(?:borr|elimin)\w+(?: \w+){0,3} (?:cookies|cache|historial)|(?:prueb\w+|prob\w+|intent\w+)(?: \w+){0,2} (?:borrando|cerrando|reiniciando|desinstalando|actualizando|limpiando|apagando|desenchufando|usando|entrando|otro \w+|otra \w+|desde otr[oa])|cierr\w+(?: \w+)? sesion|cerrar sesion|(?:sal|salga|salir) y (?:vuelv\w+|volver) a (?:entrar|iniciar)|vuelv\w+ a iniciar sesion|(?:revis\w+|mir\w+|comprueb\w+)(?: \w+){0,4} (?:spam|no deseado)|apag\w+ y (?:vuelv\w+ a )?(?:encend\w+|enciend\w+)|(?:saia|sair|sai)(?: \w+){0,3} (?:e entre|e entrar|e faca login)|(?:tent[ea]\w*|experiment\w+|testou|testar)(?: \w+){0,2} (?:limpar|reiniciar|outr[oa]|atualizar|desinstalar|usar|sair|apagar|fechar|desligar|abrir|acessar)|(?:limp|apag)\w+(?: \w+){0,3} (?:cookies|cache|historico)|(?:verifi\w+|olh\w+|confir\w+|cheque)(?: \w+){0,4} (?:spam|lixo eletronico)|deslig\w+ e (?:lig\w+|volte))",
         Denied::Counts},
        {{Topic::Page, 2, toPage},
         uR"((?:^(?:please |first |just |to \w+ )?|please |by |simply |you can |puedes |puede |voce pode |para \w+ )(?:go(?:ing)?|navigate|head|visit|open|ve|vaya|vai|va|acesse|acceda|accede|entra|entre|abra|abre|ir|ingresa|ingrese)(?: (?:to|a|en|em|ao|no|na|para|the|la|el|your|tu|su|sua|seu|o)){0,3} (?:settings|account|cuenta|conta|ajustes|configuracion|configuracoes|profile|perfil|menu|dashboard|my \w+|mis \w+|meus \w+|minha \w+|subscriptions?|suscripcion\w*|assinatura\w*|page|pagina|section|seccion|secao|website|site)|(?:you can|puedes|puede|podes|voce pode|pode)(?: (?!expect|reflect|credit|get\b|receive|esperar|recibir|receber|ver\b|see\b)\w+){1,6} (?:from|in|on|under|at|desde|en|pel[oa]|n[oa]|em)(?: (?:your|tu|su|sua|seu|our|nuestra|nossa|the|la|el|o|a))? (?:account|settings|profile|website|cuenta|perfil|web|pagina|ajustes|conta|site|aplicativo|configuracoes))",
         Denied::Counts},
        {{Topic::Tracking, 2, {u"gave tracking information", u"dio información del envío", u"deu informações do envio"}}, uR"((?:carrier|courier|driver|transportista|mensajeria|repartidor|transportadora|entregador) (?:says|said|reports|reported|confirms|confirmed|indica|dice|confirma|informa|diz|disse|informou))"},
};

constexpr ActFrame uncheckedFrames[] = {
    {{Topic::NoCheck,
      4,
      {u"said that it could not check it", u"dijo que no podía comprobarlo",
       u"disse que não podia verificar"}},
     uR"((?<!you )(?:could not|couldnt|cannot|cant|can not|unable to|(?:was|am|were|are) not able to) (?:verify|check|confirm|calculate)|no (?:he podido|hemos podido|puedo|podemos|pude|pudimos|consigo) (?:comprobar|verificar|confirmar|calcular)\w*|nao (?:consigo|consegui|conseguimos|posso|podemos|pude) (?:verificar|confirmar|calcular|consultar))",
     Denied::Counts},
};

constexpr ActFrame askedHumanFrames[] = {
    {{Topic::Human,
      2,
      {u"offered a human", u"ofreció pasar con una persona", u"ofereceu passar para uma pessoa"}},
     uR"((?:connect|transfer|put|pass|hand|pas[ea]\w*|conect\w+|transfier\w+|transfir\w+|transfer\w+|comunic\w+|encaminh\w+)(?: \w+){0,3} (?:to|with|through|over|con|a|com|para|ao|pra)(?: \w+){0,3} (?:team|agents?|humans?|person|someone|specialist|colleagues?|representative|support|advisor|agente|persona|alguien|humano|companer\w+|equipo|asesor\w*|operador\w*|atendente|pessoa|alguem|equipe|colega))"},
};

constexpr ActFrame lastFrames[] = {
    {{Topic::Duration, 2, {u"said how long it takes", u"dijo cuánto tarda", u"disse quanto tempo leva"}},
     uR"((?:confirm\w*|process\w*|takes?|tardan?|demora[mn]?|leva[mn]?|llegan?|complet\w+|compens\w+|acredita\w+|credit\w*|appear|show up|activ\w+|ativ\w+)(?: \w+){0,4} (?:\d+|one|two|three|few|uno?|una|dos|tres|um|uma|dois|duas|pocos|poucos|minutes|minutos) ?(?:to \d+ |a \d+ |business |working |or \w+ |or so )?(?:minutes?|minutos|hours?|horas?|days?|dias?|weeks?|semanas?|months?|meses))"},
    {{Topic::NoDeed,
      4,
      {u"said that it could not do that", u"dijo que no podía hacerlo", u"disse que não podia fazer isso"}},
     uR"((?:i|we) (?:cannot|cant|can not|am unable to|are unable to|am not able to|are not able to) (?:change|modify|update|edit|access|reset|unlock|remove|delete|extend|move|reschedule|add|transfer|do that|do this)|no (?:puedo|podemos|es posible) (?:cambiar|modificar|actualizar|acceder|restablecer|desbloquear|quitar|borrar|eliminar|ampliar|mover|anadir|hacer)\w*|nao (?:posso|podemos|consigo|e possivel) (?:mudar|alterar|modificar|atualizar|acessar|redefinir|desbloquear|remover|apagar|excluir|estender|adicionar|fazer)\w*)",
     Denied::Counts},
};

struct ReadyFrame
{
    const ActFrame* frame;
    QRegularExpression expression;
};

std::vector<ReadyFrame> madeReady(std::span<const ActFrame> frames)
{
    std::vector<ReadyFrame> ready;
    ready.reserve(frames.size());
    for (const ActFrame& one : frames)
        ready.push_back({&one, frame(QStringView(one.pattern).toString())});
    return ready;
}

/// "We cannot", "no podemos" shortly before: what follows is no offer.
bool deniedBefore(const QString& clause, qsizetype at)
{
    constexpr qsizetype near = 24; // characters
    static const QRegularExpression denials = frame(QStringLiteral(
        R"(not|cannot|cant|couldnt|dont|doesnt|didnt|wont|havent|isnt|unable|never|no|nao|nunca|imposible|impossivel|without|sin|sem)"));
    return stands(denials, clause.mid(std::max<qsizetype>(0, at - near), std::min(at, near)));
}

const FramedAct* firstFramed(const std::vector<ReadyFrame>& frames, const QStringList& clauses)
{
    for (const ReadyFrame& ready : frames) {
        for (const QString& clause : clauses) {
            const QRegularExpressionMatch match = ready.expression.match(clause);
            if (match.hasMatch() &&
                (ready.frame->denied == Denied::Counts || !deniedBefore(clause, match.capturedStart())))
                return &ready.frame->act;
        }
    }
    return nullptr;
}

/// "The change costs 60 €", "a correia custa R$ 89,90": a sum is said by its sign, which words() leave out.
const FramedAct* toldPrice(const QString& sentence)
{
    static constexpr FramedAct price{
        Topic::Price, 3, {u"told the price", u"dijo el precio", u"disse o preço"}};
    static const QRegularExpression told(
        QStringLiteral(
            R"((?:\b(?:costs?|cuestan?|custa[mn]?|sale\sa|sai\spor|fica\sem)\b|\b(?:price|fee|shipping|delivery|postage|precio|tarifa|env[íi]o|frete|pre[çc]o|taxa|entrega)\b(?:\s[\p{L}]+){0,4}?\s(?:is|are|es|son|será|é|são)\b)(?:\s[\p{L}]+){0,4}?\s(?:(?:[€$£¥]|R\$|US\$|EUR|USD|GBP|BRL|MXN)\s?\d|\d[\d.,]*\s?(?:[€£$¥]|EUR|USD|GBP|euros?|dollars?|d[óo]lares|pounds|libras|reais|pesos)))"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return stands(told, sentence) ? &price : nullptr;
}

} // namespace

bool lacksAnswer(const QString& sentence)
{
    static const QRegularExpression lacking = frame(QStringLiteral(
        R"((?:could not|couldnt|cannot|cant|unable to|did not|didnt|was not able to|not able to) (?:find|locate)(?: \w+){0,3} (?:information|info|details|anything|answers?|data)|(?:dont|do not|doesnt) have(?: \w+){0,2} (?:information|info|details|answer)|(?:there is|i have|have|found) no (?:information|info|details|answer) (?:about|on|regarding|for)|no (?:tengo|tenemos|dispongo de|disponemos de|encuentro|encontre|encontramos|he encontrado)(?: \w+){0,2} (?:informacion|datos|respuesta)|nao (?:tenho|temos|encontrei|encontramos|encontro|achei|disponho d)(?: \w+){0,2} (?:informac\w+|dados|resposta))"));
    return stands(lacking, foldedText(sentence));
}

const FramedAct* framedAct(const QString& sentence)
{
    static const std::vector<ReadyFrame> ready = madeReady(actFrames);
    static const std::vector<ReadyFrame> asked = madeReady(askedHumanFrames);
    const QStringList clauses = foldedClauses(sentence);
    if (const FramedAct* found = firstFramed(ready, clauses))
        return found;
    if (const FramedAct* price = toldPrice(sentence))
        return price;
    return sentence.endsWith(u'?') ? firstFramed(asked, clauses) : nullptr;
}

const FramedAct* uncheckedAct(const QString& sentence)
{
    static const std::vector<ReadyFrame> ready = madeReady(uncheckedFrames);
    return sentence.endsWith(u'?') ? nullptr : firstFramed(ready, foldedClauses(sentence));
}

const FramedAct* lastFramedAct(const QString& sentence)
{
    static const std::vector<ReadyFrame> ready = madeReady(lastFrames);
    return firstFramed(ready, foldedClauses(sentence));
}

} // namespace relevo::assist
