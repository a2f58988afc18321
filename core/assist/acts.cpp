#include <assist/acts.h>

#include <assist/phrases.h>
#include <assist/stems.h>
#include <assist/tokens.h>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

constexpr std::size_t mostActs = 5;

/// What an act is about: of one topic the strongest is told.
enum class Topic {
    Order,
    Number,
    Name,
    Photo,
    Address,
    Mail,
    Phone,
    Payment,
    Choice,
    Error,
    Product,
    Details,
    Refund,
    Replacement,
    Discount,
    Cancellation,
    Pickup,
    Return,
    Tracking,
    Delivery,
    Steps,
    Pause,
    Rebook,
    Case,
    Page,
    Passed,
    Check,
    Hours,
    PayWays,
    Unable
};

/// A sentence counts when it has a word of `first` and one of `second` (where there are any), and none of
/// `without`. Stems as in beginsWithAny.
struct Rule
{
    Topic topic;
    int strength; ///< what was done tells more than what was offered, and that more than what was asked
    const char16_t* first;
    const char16_t* second;
    const char16_t* without;
    Phrase act;
};

constexpr auto askingWords =
    u"please provide share confirm reconfirm tell send give indicate specify describe could can may would "
    u"need "
    u"proporcion indic compart confirm envi dime dinos facilit puede podria necesit favor "
    u"inform envie enviar compartilh pode poderia preciso precis qual cual what which when";

constexpr auto offering = u"offer can could would like prefer happy either eligible recommend whichever "
                          u"ofrec puedo podemos podria prefier "
                          u"oferec posso podemos poderia gostaria prefere";
constexpr auto starting =
    u"process initiat issu. issuing issued arrang approv submit raised proces tramit gestion solicit inici "
    u"aprob aprov";
constexpr auto spans = u"days hours hrs week weeks dias horas semana semanas";

// What the bot asked the customer for.
constexpr std::array questions{
    Rule{Topic::Order,
         1,
         u"order. orders. pedido pedidos orden",
         u"number numbers numero id no. nro",
         u"bank card account upi referencing banco tarjeta cartao cuenta conta",
         {u"asked for the order number", u"pidió el número de pedido", u"pediu o número do pedido"}},
    Rule{Topic::Number,
         1,
         u"policy contract contrato poliza apolice customer cliente booking reserva localizador member "
         u"membership socio",
         u"number numero id code codigo reference",
         u"phone telefono telefone bank banco care service support order pedido",
         {u"asked for the customer or contract number", u"pidió el número de cliente o contrato",
          u"pediu o número de cliente ou contrato"}},
    Rule{Topic::Photo,
         1,
         u"photo picture image screenshot foto imagen captura imagem",
         u"",
         u"",
         {u"asked for a photo", u"pidió una foto", u"pediu uma foto"}},
    Rule{Topic::Choice,
         2,
         u"refund replac reembols reempla cambio substitu troca re-ship reship",
         u"or. o. ou.",
         u"",
         {u"asked whether a refund or a replacement is wanted", u"preguntó si prefiere reembolso o reemplazo",
          u"perguntou se prefere reembolso ou troca"}},
    Rule{Topic::Address,
         1,
         u"address pincode zip direccion endereco cep landmark",
         u"",
         u"email mail correo",
         {u"asked about the address", u"preguntó por la dirección", u"perguntou o endereço"}},
    Rule{Topic::Mail,
         1,
         u"email mail correo",
         u"",
         u"receive soon shortly sent enviado recib check. update updates spam",
         {u"asked for the e-mail address", u"pidió el correo", u"pediu o e-mail"}},
    Rule{Topic::Phone,
         1,
         u"phone mobile telefono telefone celular",
         u"number numero",
         u"",
         {u"asked for the phone number", u"pidió el teléfono", u"pediu o telefone"}},
    Rule{Topic::Name,
         1,
         u"name. nombre nome.",
         u"full completo cpf dni documento complete",
         u"product producto produto item model brand marca seller bank banco address direccion",
         {u"asked for the name", u"pidió el nombre", u"pediu o nome"}},
    Rule{Topic::Payment,
         1,
         u"transaction payment upi bank card utr pago tarjeta banco transaccion pagamento cartao transacao",
         u"id details numero number detail method reference digits detalles metodo referencia detalhes forma",
         u"",
         {u"asked for payment details", u"pidió los datos del pago", u"pediu os dados do pagamento"}},
    Rule{Topic::Error,
         1,
         u"error message",
         u"",
         u"email mail phone",
         {u"asked what the error says", u"preguntó qué dice el error", u"perguntou o que diz o erro"}},
    Rule{Topic::Pickup,
         1,
         u"pickup pick recogida recoger coleta retirada",
         u"",
         u"",
         {u"asked when to pick it up", u"preguntó cuándo recogerlo", u"perguntou quando coletar"}},
    Rule{Topic::Product,
         1,
         u"product item items model brand producto articulo modelo produto item",
         u"",
         u"",
         {u"asked which product it is about", u"preguntó de qué producto se trata",
          u"perguntou de qual produto se trata"}},
    Rule{Topic::Details,
         1,
         u"detail describe information specific elaborat detalle informacion describ detalhe informac explic",
         u"",
         u"",
         {u"asked for more details", u"pidió más detalles", u"pediu mais detalhes"}},
};

// What the bot offered, did or said.
constexpr std::array deeds{
    Rule{Topic::Refund,
         6,
         u"refund reembols",
         starting,
         u"once after cuando quando can could option when upon would either eligible if si se should "
         u"error failed preventing puedo podemos posso podemos whichever prefer recommend",
         {u"started a refund", u"inició un reembolso", u"iniciou um reembolso"}},
    Rule{Topic::Refund,
         4,
         u"refund reembols",
         offering,
         u"unable cannot cant unfortunately expect",
         {u"offered a refund", u"ofreció un reembolso", u"ofereceu um reembolso"}},
    Rule{Topic::Refund,
         3,
         u"refund reembols",
         spans,
         u"",
         {u"said how long the refund takes", u"dijo cuánto tarda el reembolso",
          u"disse quanto tempo leva o reembolso"}},
    Rule{Topic::Refund,
         2,
         u"refund reembols",
         u"",
         u"understand understood confirm. apologize apologise sorry entiendo lamento entendo sinto escalat "
         u"escal "
         u"forward. forwarded policy",
         {u"spoke about the refund", u"habló del reembolso", u"falou do reembolso"}},
    Rule{
        Topic::Replacement,
        6,
        u"replacement replace reempla reposicion substitu troca",
        u"initiat arranged processed placed created shipped dispatched schedul inici enviado gestion despach",
        u"once after can could either if puedo posso",
        {u"arranged a replacement", u"gestionó un reemplazo", u"providenciou a troca"}},
    Rule{Topic::Replacement,
         4,
         u"replacement replace reempla reposicion substitu troca resend reship re-ship re-shipment",
         u"",
         u"understand understood unable cannot unfortunately entiendo entendo",
         {u"offered a replacement", u"ofreció un reemplazo", u"ofereceu uma troca"}},
    Rule{Topic::Discount,
         4,
         u"discount coupon voucher compensat goodwill credit. descuento cupon compensac cupom desconto vale",
         u"",
         u"card tarjeta cartao unable cannot understand limit",
         {u"offered a discount or credit", u"ofreció un descuento o saldo",
          u"ofereceu um desconto ou crédito"}},
    Rule{Topic::Cancellation,
         5,
         u"cancel",
         u"successfully proceed proceeded processed confirmed canceled. cancelled. proced cancelado cancelei "
         u"cancele",
         u"was were reason why due understand appears seems if fue foi motivo once would like can",
         {u"cancelled it", u"lo canceló", u"cancelou"}},
    Rule{Topic::Cancellation,
         3,
         u"cancel",
         u"would can could like want proceed puedo podemos posso podemos quiere deseja",
         u"unable cannot cant was were why",
         {u"offered to cancel", u"ofreció cancelar", u"ofereceu cancelar"}},
    Rule{Topic::Cancellation,
         2,
         u"cancel",
         u"reason due because motivo",
         u"",
         {u"spoke about why it was cancelled", u"habló de por qué se canceló",
          u"falou do motivo do cancelamento"}},
    Rule{Topic::Cancellation,
         2,
         u"cancel",
         u"",
         u"understand understood sorry apologize concern entiendo lamento entendo sinto",
         {u"spoke about the cancellation", u"habló de la cancelación", u"falou do cancelamento"}},
    Rule{Topic::Pickup,
         4,
         u"pickup pick recogida recoger coleta retirada",
         u"",
         u"",
         {u"arranged or offered a pick-up", u"ofreció una recogida", u"ofereceu uma coleta"}},
    Rule{Topic::Return,
         3,
         u"return. returns. devol",
         u"initiat start arrang process label inici gestion envi generat",
         u"sender call week once understand escalat escal forwarded",
         {u"started or offered a return", u"inició u ofreció la devolución",
          u"iniciou ou ofereceu a devolução"}},
    Rule{Topic::Return,
         2,
         u"return. returns. devol",
         u"",
         u"call week sender understand understood sorry escalat escal forwarded",
         {u"spoke about the return", u"habló de la devolución", u"falou da devolução"}},
    Rule{Topic::Tracking,
         2,
         u"track dispatch shipped transit rastre seguim despach transport despachad",
         u"shows show indicates showing according is has was been muestra indica segun esta ha fue mostra "
         u"esta foi",
         u"once will updates update receive understand",
         {u"gave tracking information", u"dio información del envío", u"deu informações do envio"}},
    Rule{Topic::Delivery,
         3,
         u"deliver. delivered delivery entrega entregar entregad",
         u"expect estimat schedul expected today tomorrow arriv within "
         u"estima prevista previst hoy manana hoje amanha llega chega dias days",
         u"understand understood marked shows cannot sorry apologize was associate partner refund contact "
         u"update instructions",
         {u"gave a delivery date", u"dio una fecha de entrega", u"deu uma data de entrega"}},
    Rule{Topic::Steps,
         3,
         u"restart reboot reset reinstall cache uninstall unplug logging desconect desenchuf desligu reinici "
         u"restablec "
         u"reinstal limpi "
         u"atualiz actualiz",
         u"",
         u"",
         {u"suggested steps to try", u"propuso pasos para probar", u"sugeriu passos para tentar"}},
    Rule{Topic::Pause,
         4,
         u"freeze. pause. pausar congelar suspender",
         u"membership subscription plan fee contract cuota suscripcion mensualidad contrato assinatura "
         u"mensalidade "
         u"plano",
         u"app pantalla tela",
         {u"offered to pause it", u"ofreció pausarlo", u"ofereceu pausar"}},
    Rule{Topic::Rebook,
         3,
         u"waitlist waiting espera",
         u"list. lista",
         u"",
         {u"offered the waiting list", u"ofreció la lista de espera", u"ofereceu a lista de espera"}},
    Rule{
        Topic::Rebook,
        4,
        u"flight vuelo voo slot slots appointment cita. consulta horario room habitacion quarto",
        u"encontr found available disponible disponivel proximo proxima next. remarc reschedul rebook reubic",
        u"bus bill factura fatura hours. abrimos",
        {u"offered another date or time", u"ofreció otra fecha u hora", u"ofereceu outra data ou horário"}},
    Rule{Topic::Case,
         4,
         u"report reporte ticket case caso chamado protocolo folio complaint reclamacion reclamacao reclamo "
         u"claim",
         u"regist opened open. raised created logged abri abierto creado criado criei filed filing generad",
         u"understand would if",
         {u"opened a case", u"abrió un caso", u"abriu um chamado"}},
    Rule{Topic::Page,
         2,
         u"policy page settings faq menu section politica pagina configur ajustes seccion secao",
         u"visit refer manage navigate see. acesse visita consulte consulta veja",
         u"reviewing product producto produto",
         {u"pointed to a page", u"remitió a una página", u"indicou uma página"}},
    Rule{Topic::Passed,
         4,
         u"escalat forward specialist department supervisor escal deriv especialista departamento encaminh",
         u"",
         u"looking forward.",
         {u"passed it on to another team", u"lo pasó a otro equipo", u"encaminhou a outra equipe"}},
    Rule{Topic::Check,
         0,
         u"investigat check. checking look. looking review. reviewing verify. verifying revis verific "
         u"investig comprob",
         u"i im ill will let me am going we voy vamos vou estou",
         u"can could please you tu sua seu",
         {u"said that it would check", u"dijo que lo revisaría", u"disse que verificaria"}},
    Rule{Topic::Hours,
         3,
         u"open. abrimos horario horarios aberto hours.",
         u"monday friday saturday sunday weekday lunes viernes sabado segunda sexta sabado from. until.",
         u"24 48 considering would able within please order delivered",
         {u"gave the opening hours", u"dio el horario", u"informou o horário"}},
    Rule{Topic::PayWays,
         3,
         u"pay. pagar",
         u"card transfer paypal tarjeta transferencia cartao pix boleto",
         u"balance",
         {u"listed the ways to pay", u"dijo cómo se puede pagar", u"informou as formas de pagamento"}},
};

constexpr Phrase couldNotAnswer{u"could not answer", u"no supo responder", u"não soube responder"};

/// A rule with its stems made ready.
struct Ready
{
    explicit Ready(const Rule& from)
        : rule(&from), first(from.first), second(from.second), without(from.without)
    {
    }

    [[nodiscard]] bool applies(const std::vector<QString>& text) const
    {
        return first.matchAny(text) && (second.isEmpty() || second.matchAny(text)) && !without.matchAny(text);
    }

    const Rule* rule;
    Stems first;
    Stems second;
    Stems without;
};

/// The first of the rules that applies, or nothing.
const Rule* firstOf(const std::vector<Ready>& rules, const std::vector<QString>& text)
{
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&text](const Ready& candidate) { return candidate.applies(text); });
    return found == rules.end() ? nullptr : found->rule;
}

/// "I do not know", "cannot help": a denial with knowing or helping close behind it.
bool deniesHelp(const std::vector<QString>& text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        static const Stems denials(u"not dont cannot cant unable no nao");
        if (!denials.match(text[at]))
            continue;
        // "If you do not know your number" is about the customer.
        if ((at > 0 && text[at - 1] == u"you") || (at > 1 && text[at - 2] == u"you"))
            continue;
        const std::size_t end = std::min(text.size(), at + (text[at] == u"no" || text[at] == u"nao" ? 3 : 4));
        const std::vector<QString> next(text.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                        text.begin() + static_cast<std::ptrdiff_t>(end));
        if (beginsWithAny(
                next, u"know sure understand. understood answer help assist entiendo entendi sabe respond "
                      u"sei seguro segura ayud ajud responder"))
            return true;
    }
    return false;
}

struct Act
{
    Topic topic;
    int strength;
    QString text;
};

/// The acts of one message in order, each topic once with its strongest.
void readActs(const QString& botText, const QString& language, std::vector<Act>& acts)
{
    const auto add = [&](Topic topic, int strength, const Phrase& phrase) {
        const auto known =
            std::find_if(acts.begin(), acts.end(), [topic](const Act& act) { return act.topic == topic; });
        if (known == acts.end())
            acts.push_back({topic, strength, phrase.in(language)});
        else if (known->strength < strength)
            *known = {topic, strength, phrase.in(language)};
    };
    for (const QString& sentence : sentences(botText)) {
        const std::vector<QString> text = words(sentence);
        const bool question = sentence.endsWith(u'?');
        static const Stems requests(u"please kindly favor indique envie informe");
        static const Stems orders(u"provide share confirm send");
        static const Stems asks(askingWords);
        static const std::vector<Ready> askRules(questions.begin(), questions.end());
        static const std::vector<Ready> deedRules(deeds.begin(), deeds.end());
        const bool request = requests.matchAny(text) || (!text.empty() && orders.match(text.front()));
        // "Please allow me to check the details" asks for nothing.
        const bool waiting = !question && beginsWithAny(text, u"allow permit");
        const bool asking = (question || request) && !waiting && asks.matchAny(text);
        const Rule* const asked = asking ? firstOf(askRules, text) : nullptr;
        if (asked) {
            add(asked->topic, asked->strength, asked->act);
            continue;
        }
        if (!question && deniesHelp(text)) {
            add(Topic::Unable, 5, couldNotAnswer);
            continue;
        }
        if (const Rule* const deed = firstOf(deedRules, text))
            add(deed->topic, deed->strength, deed->act);
    }
}

} // namespace

QStringList actsOf(const QString& botText, const QString& language)
{
    std::vector<Act> acts;
    readActs(botText, language, acts);
    QStringList found;
    for (const Act& act : acts)
        found.push_back(act.text);
    return found;
}

QStringList botTried(const std::vector<domain::Message>& messages, const QString& language)
{
    std::vector<Act> acts;
    for (const domain::Message& message : messages) {
        if (message.author == domain::Author::Bot)
            readActs(message.content.left(longestRead), language, acts);
    }
    // What tells least goes first, of two alike the later.
    while (acts.size() > mostActs) {
        const auto least = std::min_element(
            acts.rbegin(), acts.rend(), [](const Act& a, const Act& b) { return a.strength < b.strength; });
        acts.erase(std::next(least).base());
    }
    QStringList tried;
    for (const Act& act : acts)
        tried.push_back(act.text);
    return tried;
}

bool admitsDefeat(const domain::Message& botMessage)
{
    if (botMessage.botFailed)
        return true;
    const QStringList parts = sentences(botMessage.content.left(longestRead));
    return std::any_of(parts.begin(), parts.end(), [](const QString& sentence) {
        return !sentence.endsWith(u'?') && deniesHelp(words(sentence));
    });
}

} // namespace relevo::assist
