#include <assist/suggest.h>

#include <assist/issue_kind.h>
#include <assist/phrases.h>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

/// What is missing to act on an issue, besides what everybody is asked for.
enum class Missing { Nothing, Order, Photo, Tracking, Payment, Device };

struct Advice
{
    IssueKind kind;
    Missing missing;
    Phrase action;  ///< to the agent
    Phrase promise; ///< to the customer: what is looked at, never what comes of it
};

constexpr std::array advices{
    Advice{IssueKind::Technical,
           Missing::Device,
           {u"Reproduce the problem, or take the device and version and pass it to the technical team.",
            u"Reproduce el problema, o anota dispositivo y versión y pásalo al equipo técnico.",
            u"Reproduza o problema, ou anote aparelho e versão e passe à equipe técnica."},
           {u"I am looking into the technical problem.", u"Estoy revisando el problema técnico.",
            u"Estou verificando o problema técnico."}},
    Advice{IssueKind::Outage,
           Missing::Nothing,
           {u"Check whether the service is down where they are, and book a technician if it is not.",
            u"Comprueba si hay una avería en su zona y, si no la hay, agenda un técnico.",
            u"Verifique se há uma falha na região e, se não houver, agende um técnico."},
           {u"I am checking the service at your address.", u"Estoy comprobando el servicio en tu domicilio.",
            u"Estou verificando o serviço no seu endereço."}},
    Advice{IssueKind::Security,
           Missing::Nothing,
           {u"Verify who it is, secure the card or account, and dispute what they do not recognise.",
            u"Verifica la identidad, asegura la tarjeta o la cuenta y reclama lo que no reconozca.",
            u"Verifique a identidade, proteja o cartão ou a conta e conteste o que não for reconhecido."},
           {u"I am looking at the security of your account.", u"Estoy revisando la seguridad de tu cuenta.",
            u"Estou verificando a segurança da sua conta."}},
    Advice{IssueKind::Booking,
           Missing::Nothing,
           {u"Look up the booking, and offer the nearest alternative that fits, or the money back.",
            u"Busca la reserva y ofrece la alternativa más próxima que le sirva, o la devolución.",
            u"Consulte a reserva e ofereça a alternativa mais próxima que sirva, ou a devolução."},
           {u"I am looking up your booking.", u"Estoy consultando tu reserva.",
            u"Estou consultando a sua reserva."}},
    Advice{IssueKind::ReturnRefused,
           Missing::Order,
           {u"Find out why the return was refused, weigh the customer's account, and say what can be done.",
            u"Averigua por qué se rechazó la devolución, valora lo que cuenta el cliente y di qué se puede "
            u"hacer.",
            u"Descubra por que a devolução foi recusada, considere o relato do cliente e diga o que dá para "
            u"fazer."},
           {u"I am finding out why the return was not accepted.",
            u"Estoy averiguando por qué no se aceptó la devolución.",
            u"Estou verificando por que a devolução não foi aceita."}},
    Advice{IssueKind::WantsCancel,
           Missing::Order,
           {u"Check whether it can still be cancelled, and confirm it to the customer.",
            u"Comprueba si aún se puede cancelar y confírmaselo al cliente.",
            u"Verifique se ainda pode ser cancelado e confirme ao cliente."},
           {u"I am checking whether it can still be cancelled.",
            u"Estoy comprobando si aún se puede cancelar.",
            u"Estou verificando se ainda é possível cancelar."}},
    Advice{IssueKind::WasCancelled,
           Missing::Order,
           {u"Find out why it was cancelled, say whether it can be ordered again, and where the money is.",
            u"Averigua por qué se canceló, di si se puede volver a pedir y dónde está el dinero.",
            u"Descubra por que foi cancelado, diga se dá para pedir de novo e onde está o dinheiro."},
           {u"I am finding out why it was cancelled.", u"Estoy averiguando por qué se canceló.",
            u"Estou verificando por que foi cancelado."}},
    Advice{IssueKind::WantsRefund,
           Missing::Order,
           {u"Check whether a refund is due, start it, and tell the customer when it arrives.",
            u"Comprueba si corresponde un reembolso, inícialo y dile al cliente cuándo llega.",
            u"Verifique se cabe o reembolso, inicie-o e diga ao cliente quando chega."},
           {u"I am checking the refund for you.", u"Estoy revisando tu reembolso.",
            u"Estou verificando o seu reembolso."}},
    Advice{IssueKind::RefundMissing,
           Missing::Order,
           {u"Check where the refund stands, and tell the customer when it arrives.",
            u"Revisa en qué estado está el reembolso y dile al cliente cuándo llega.",
            u"Verifique a situação do reembolso e diga ao cliente quando chega."},
           {u"I am checking where your refund stands.", u"Estoy revisando en qué estado está tu reembolso.",
            u"Estou verificando a situação do seu reembolso."}},
    Advice{
        IssueKind::RefundRefused,
        Missing::Order,
        {u"Find out why the refund was refused, weigh the customer's account, and say what can be done.",
         u"Averigua por qué se negó el reembolso, valora lo que cuenta el cliente y di qué se puede hacer.",
         u"Descubra por que o reembolso foi negado, considere o relato do cliente e diga o que dá para "
         u"fazer."},
        {u"I am finding out why the refund was refused.", u"Estoy averiguando por qué se negó el reembolso.",
         u"Estou verificando por que o reembolso foi negado."}},
    Advice{IssueKind::WantsExchange,
           Missing::Order,
           {u"Check whether a replacement is in stock and arrange it; otherwise offer a refund.",
            u"Comprueba si hay reemplazo disponible y gestiónalo; si no, ofrece un reembolso.",
            u"Verifique se há reposição e providencie a troca; se não houver, ofereça o reembolso."},
           {u"I am checking whether we can replace it.", u"Estoy comprobando si podemos reemplazarlo.",
            u"Estou verificando se podemos fazer a troca."}},
    Advice{IssueKind::Faulty,
           Missing::Photo,
           {u"Ask for a photo if there is none, and offer a replacement or a refund.",
            u"Pide una foto si no la hay y ofrece un reemplazo o un reembolso.",
            u"Peça uma foto se não houver e ofereça troca ou reembolso."},
           {u"I am looking at what we can do about it.", u"Estoy viendo qué podemos hacer.",
            u"Estou vendo o que podemos fazer."}},
    Advice{IssueKind::Incomplete,
           Missing::Order,
           {u"Check what was packed, and offer a replacement of what is missing, or a refund.",
            u"Comprueba qué se envió y ofrece un reemplazo de lo que falta o un reembolso.",
            u"Verifique o que foi enviado e ofereça a reposição do que falta ou o reembolso."},
           {u"I am checking what was packed.", u"Estoy comprobando qué se envió.",
            u"Estou verificando o que foi enviado."}},
    Advice{IssueKind::NotReceived,
           Missing::Order,
           {u"Ask the carrier for the proof of delivery, and offer a new shipment or a refund if it is lost.",
            u"Pide al transportista la prueba de entrega y, si se perdió, ofrece otro envío o un reembolso.",
            u"Peça à transportadora o comprovante de entrega e, se extraviou, ofereça reenvio ou reembolso."},
           {u"I am asking the carrier where it was left.", u"Voy a preguntar al transportista dónde lo dejó.",
            u"Vou perguntar à transportadora onde foi deixado."}},
    Advice{IssueKind::Charge,
           Missing::Payment,
           {u"Check the charge in the payment system, and explain it or correct it.",
            u"Revisa el cargo en el sistema de pagos y explícalo o corrígelo.",
            u"Verifique a cobrança no sistema de pagamentos e explique ou corrija."},
           {u"I am checking the payment.", u"Estoy revisando el pago.", u"Estou verificando o pagamento."}},
    Advice{
        IssueKind::Return,
        Missing::Order,
        {u"Check whether it can be returned, and arrange the return or its pick-up.",
         u"Comprueba si se puede devolver y organiza la devolución o su recogida.",
         u"Verifique se pode ser devolvido e organize a devolução ou a coleta."},
        {u"I am checking the return.", u"Estoy revisando la devolución.", u"Estou verificando a devolução."}},
    Advice{IssueKind::Shipment,
           Missing::Tracking,
           {u"Look up the shipment, and tell the customer where it is and when it comes.",
            u"Busca el envío y dile al cliente dónde está y cuándo llega.",
            u"Consulte a entrega e diga ao cliente onde está e quando chega."},
           {u"I am looking up your shipment.", u"Estoy consultando tu envío.",
            u"Estou consultando a sua entrega."}},
    Advice{
        IssueKind::Account,
        Missing::Nothing,
        {u"Verify who it is, then help with the account.", u"Verifica la identidad y ayuda con la cuenta.",
         u"Verifique a identidade e ajude com a conta."},
        {u"I am looking at your account.", u"Estoy revisando tu cuenta.", u"Estou verificando a sua conta."}},
    Advice{IssueKind::Address,
           Missing::Order,
           {u"Check whether the address can still be changed, and confirm it.",
            u"Comprueba si aún se puede cambiar la dirección y confírmalo.",
            u"Verifique se o endereço ainda pode ser alterado e confirme."},
           {u"I am checking the delivery address.", u"Estoy revisando la dirección de entrega.",
            u"Estou verificando o endereço de entrega."}},
    Advice{IssueKind::Offer,
           Missing::Nothing,
           {u"Check the terms of the offer, and apply it if they are met.",
            u"Revisa las condiciones de la oferta y aplícala si se cumplen.",
            u"Verifique as condições da oferta e aplique se forem cumpridas."},
           {u"I am checking the terms of the offer.", u"Estoy revisando las condiciones de la oferta.",
            u"Estou verificando as condições da oferta."}},
    Advice{IssueKind::Other,
           Missing::Nothing,
           {u"Read the last messages and ask what would help most.",
            u"Lee los últimos mensajes y pregunta qué ayudaría más.",
            u"Leia as últimas mensagens e pergunte o que mais ajudaria."},
           {u"I am reading what you wrote.", u"Estoy leyendo lo que escribiste.",
            u"Estou lendo o que você escreveu."}},
};

const Advice& adviceFor(IssueKind kind)
{
    const auto found = std::find_if(advices.begin(), advices.end(),
                                    [kind](const Advice& advice) { return advice.kind == kind; });
    return found == advices.end() ? advices.back() : *found;
}

bool knows(const domain::Summary& summary, const char* kind)
{
    return std::any_of(summary.facts.begin(), summary.facts.end(),
                       [kind](const domain::Fact& fact) { return fact.kind == QLatin1String(kind); });
}

/// Asks for the first thing that is needed and was not told.
Phrase questionFor(const domain::Summary& summary, Missing missing)
{
    static constexpr Phrase order{u"Could you tell me the order number?",
                                  u"¿Me puedes decir el número de pedido?",
                                  u"Pode me dizer o número do pedido?"};
    static constexpr Phrase photo{u"Could you send me a photo of it?", u"¿Me puedes enviar una foto?",
                                  u"Pode me enviar uma foto?"};
    static constexpr Phrase payment{u"Could you tell me the day and the amount of the payment?",
                                    u"¿Me puedes decir el día y el importe del pago?",
                                    u"Pode me dizer o dia e o valor do pagamento?"};
    static constexpr Phrase device{u"Which device and which version do you use?",
                                   u"¿Qué dispositivo y qué versión usas?",
                                   u"Qual aparelho e qual versão você usa?"};
    static constexpr Phrase wish{u"What would help you most now?", u"¿Qué te ayudaría más ahora?",
                                 u"O que mais ajudaria você agora?"};
    if (missing == Missing::Device)
        return device;
    if (missing == Missing::Tracking && knows(summary, "tracking"))
        return wish;
    if (missing != Missing::Nothing && !knows(summary, "order"))
        return order;
    if (missing == Missing::Photo)
        return photo;
    if (missing == Missing::Payment && !(knows(summary, "amount") && knows(summary, "date")))
        return payment;
    return wish;
}

QString greetingFor(const domain::Summary& summary)
{
    static constexpr Phrase named{u"Hello %1, ", u"Hola, %1: ", u"Olá, %1: "};
    static constexpr Phrase nameless{u"Hello, ", u"Hola: ", u"Olá: "};
    // A first name alone; what is no plain name is left out.
    const QString first = summary.customerName.section(u' ', 0, 0, QString::SectionSkipEmpty);
    const bool plain =
        !first.isEmpty() && first.size() <= 30 &&
        std::all_of(first.begin(), first.end(), [](QChar c) { return c.isLetter() || c == u'-'; });
    return plain ? named.in(summary.language).arg(first) : nameless.in(summary.language);
}

QString lowerFirst(QString text)
{
    // "I" stays, everything else follows a comma or a colon.
    if (!text.startsWith(QLatin1String("I ")))
        text[0] = text[0].toLower();
    return text;
}

} // namespace

QString suggestionFor(const QString& issue, const QString& language, const QString& wish,
                      const QString& openQuestion)
{
    static constexpr Phrase reply{u"Answer the open question; ask only for what is missing.",
                                  u"Responde a la pregunta abierta; pide solo lo que falte.",
                                  u"Responda à pergunta em aberto; peça só o que faltar."};
    const IssueKind kind = kindOf(issue, wish);
    if (kind == IssueKind::Other && !openQuestion.isEmpty())
        return reply.in(language);
    return adviceFor(kind).action.in(language);
}

QStringList repliesFor(const domain::Summary& summary)
{
    static constexpr Phrase taking{u"I have read your messages and take it from here. ",
                                   u"He leído tus mensajes y sigo yo. ",
                                   u"Li as suas mensagens e sigo daqui. "};
    static constexpr Phrase patience{
        u"Thank you for your patience. I will write to you here as soon as I know more.",
        u"Gracias por tu paciencia. Te escribo por aquí en cuanto sepa más.",
        u"Obrigado pela paciência. Escrevo aqui assim que souber mais."};
    static constexpr Phrase sorry{u"I am sorry about this. ", u"Lamento lo ocurrido. ",
                                  u"Sinto muito por isso. "};
    const QString& language = summary.language;
    const Advice& advice = adviceFor(kindOf(summary.mainIssue));
    const bool frustrated = summary.sentimentLabel == QLatin1String("frustrated");
    return {greetingFor(summary) + lowerFirst(taking.in(language)) + advice.promise.in(language),
            sorry.in(language) + questionFor(summary, advice.missing).in(language),
            (frustrated ? sorry.in(language) : QString()) + patience.in(language)};
}

QString closingNoteFor(const domain::Summary& summary, const QString& done)
{
    static constexpr Phrase issue{u"Issue: %1", u"Asunto: %1", u"Assunto: %1"};
    static constexpr Phrase unknown{u"not stated", u"no indicado", u"não informado"};
    static constexpr Phrase tried{u"Before: the bot %1.", u"Antes: el bot %1.", u"Antes: o bot %1."};
    static constexpr Phrase outcome{u"Done: %1", u"Hecho: %1", u"Feito: %1"};
    const QString& language = summary.language;
    QStringList lines{
        issue.in(language).arg(summary.mainIssue.isEmpty() ? unknown.in(language) : summary.mainIssue)};
    if (!summary.botTried.isEmpty())
        lines.push_back(tried.in(language).arg(summary.botTried.join(QStringLiteral(", "))));
    if (const QString said = done.simplified(); !said.isEmpty())
        lines.push_back(outcome.in(language).arg(said));
    return lines.join(u'\n');
}

} // namespace relevo::assist
