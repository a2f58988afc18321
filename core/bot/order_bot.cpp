#include <bot/order_bot.h>

#include <bot/patterns.h>
#include <bot/said.h>

#include <assist/phrases.h>

#include <array>

namespace relevo::bot {
namespace {

using assist::Phrase;
using domain::Order;
using domain::OrderStatus;

constexpr int mostTries = 3;

constexpr Phrase askNumber{u"What is the number of the order? You find it in the confirmation e-mail.",
                           u"¿Cuál es el número del pedido? Está en el correo de confirmación.",
                           u"Qual é o número do pedido? Ele está no e-mail de confirmação."};
constexpr Phrase askNumberAgain{
    u"I need its number to look it up. It is in the confirmation e-mail; if you do not have it, just say so.",
    u"Necesito el número para buscarlo. Está en el correo de confirmación; si no lo tienes, dímelo.",
    u"Preciso do número para procurar. Ele está no e-mail de confirmação; se não tiver, é só dizer."};
constexpr Phrase thenByHuman{u"Then a colleague will look for it.",
                             u"Entonces lo buscará una persona del equipo.",
                             u"Então uma pessoa da equipe vai procurar."};
constexpr Phrase askEmail{u"And which e-mail address was it ordered with?",
                          u"¿Y con qué correo electrónico se hizo?", u"E com qual e-mail foi feito?"};
constexpr Phrase notFound{u"I cannot find an order %1. Could you check the number?",
                          u"No encuentro ningún pedido %1. ¿Puedes comprobar el número?",
                          u"Não encontro nenhum pedido %1. Pode conferir o número?"};
constexpr Phrase otherEmail{u"That is not the address of this order. Which one was it ordered with?",
                            u"Ese no es el correo de este pedido. ¿Con cuál se hizo?",
                            u"Esse não é o e-mail deste pedido. Com qual foi feito?"};
constexpr Phrase giveUp{u"I cannot find it, I am sorry. A colleague will look for it.",
                        u"No lo encuentro, lo siento. Lo buscará una persona del equipo.",
                        u"Não encontro, desculpe. Uma pessoa da equipe vai procurar."};
constexpr Phrase giveUpAlone{
    u"I cannot find it, I am sorry. The confirmation e-mail has its number and the address it belongs to.",
    u"No lo encuentro, lo siento. En el correo de confirmación están su número y el correo con el que se "
    u"hizo.",
    u"Não encontro, desculpe. No e-mail de confirmação estão o número e o e-mail com que foi feito."};
constexpr Phrase unreachable{
    u"I cannot look up orders right now, I am sorry. Please try again in a moment.",
    u"Ahora mismo no puedo consultar pedidos, lo siento. Inténtalo en un momento.",
    u"No momento não consigo consultar pedidos, desculpe. Tente de novo daqui a pouco."};
constexpr Phrase askCancel{u"Shall I cancel order %1? Please answer yes or no.",
                           u"¿Cancelo el pedido %1? Responde sí o no, por favor.",
                           u"Devo cancelar o pedido %1? Responda sim ou não, por favor."};
constexpr Phrase askCancelAgain{u"I only need a yes or a no: shall I cancel order %1?",
                                u"Solo necesito un sí o un no: ¿cancelo el pedido %1?",
                                u"Só preciso de um sim ou um não: cancelo o pedido %1?"};
constexpr Phrase cancelled{u"Order %1 is cancelled.", u"El pedido %1 está cancelado.",
                           u"O pedido %1 foi cancelado."};
constexpr Phrase refused{u"The shop does not cancel order %1: %2", u"La tienda no cancela el pedido %1: %2",
                         u"A loja não cancela o pedido %1: %2"};
constexpr Phrase cannotCancel{u"Order %1 can no longer be cancelled.",
                              u"El pedido %1 ya no se puede cancelar.",
                              u"O pedido %1 já não pode ser cancelado."};
constexpr Phrase unconfirmed{u"The shop has not confirmed that order %1 is cancelled, so please do not count "
                             u"on it yet. A colleague will "
                             u"find out.",
                             u"La tienda no ha confirmado la cancelación del pedido %1, así que no la des "
                             u"por hecha todavía. Una persona "
                             u"del equipo lo comprobará.",
                             u"A loja não confirmou o cancelamento do pedido %1, então ainda não conte com "
                             u"ele. Uma pessoa da equipe vai "
                             u"verificar."};
constexpr Phrase unconfirmedAlone{u"The shop has not confirmed that order %1 is cancelled, so please do not "
                                  u"count on it yet. Ask me about the "
                                  u"order again later.",
                                  u"La tienda no ha confirmado la cancelación del pedido %1, así que no la "
                                  u"des por hecha todavía. Pregúntame "
                                  u"por el pedido más tarde.",
                                  u"A loja não confirmou o cancelamento do pedido %1, então ainda não conte "
                                  u"com ele. Pergunte sobre o pedido "
                                  u"mais tarde."};
constexpr Phrase kept{u"Fine, order %1 stays as it is.", u"De acuerdo, el pedido %1 sigue como está.",
                      u"Tudo bem, o pedido %1 fica como está."};
constexpr Phrase calledOff{u"All right. Write again whenever you need it.",
                           u"De acuerdo. Escribe cuando lo necesites.",
                           u"Tudo bem. Escreva quando precisar."};
constexpr Phrase tooLate{u"It can no longer be cancelled.", u"Ya no se puede cancelar.",
                         u"Já não pode ser cancelado."};
constexpr Phrase byHuman{u"A colleague will cancel it for you.", u"Una persona del equipo lo cancelará.",
                         u"Uma pessoa da equipe vai cancelar para você."};
constexpr Phrase cannotHere{u"I cannot cancel it here, I am sorry.", u"Aquí no puedo cancelarlo, lo siento.",
                            u"Aqui não consigo cancelar, desculpe."};

/// In the order of OrderStatus; %1 is the number.
constexpr std::array<Phrase, 7> statusTexts{
    Phrase{u"Order %1 has reached us and waits for its payment.",
           u"Hemos recibido el pedido %1 y está pendiente de pago.",
           u"Recebemos o pedido %1 e ele aguarda o pagamento."},
    Phrase{u"Order %1 is paid and will be packed soon.", u"El pedido %1 está pagado y se preparará pronto.",
           u"O pedido %1 está pago e será preparado em breve."},
    Phrase{u"Order %1 is packed and leaves soon.", u"El pedido %1 está preparado y sale pronto.",
           u"O pedido %1 está embalado e sai em breve."},
    Phrase{u"Order %1 is on its way.", u"El pedido %1 está en camino.", u"O pedido %1 está a caminho."},
    Phrase{u"Order %1 has been delivered.", u"El pedido %1 ha sido entregado.", u"O pedido %1 foi entregue."},
    Phrase{u"Order %1 is cancelled.", u"El pedido %1 está cancelado.", u"O pedido %1 está cancelado."},
    Phrase{u"Order %1 has come back to us.", u"El pedido %1 ha sido devuelto.",
           u"O pedido %1 foi devolvido."}};
constexpr Phrase itemsText{u"In it: %1.", u"Contiene: %1.", u"Contém: %1."};
constexpr Phrase totalText{u"Total: %1.", u"Total: %1.", u"Total: %1."};
constexpr Phrase arrivalText{u"Expected: %1.", u"Llegada prevista: %1.", u"Previsão de entrega: %1."};
constexpr Phrase trackingText{u"Tracking: %1", u"Seguimiento: %1", u"Rastreamento: %1"};

QString told(const Order& order, const QString& language)
{
    QStringList parts{statusTexts.at(static_cast<std::size_t>(order.status)).in(language).arg(order.number)};
    const auto add = [&parts, &language](const Phrase& phrase, const QString& value) {
        if (!value.isEmpty())
            parts.push_back(phrase.in(language).arg(value));
    };
    add(itemsText, order.items);
    add(totalText, order.total);
    if (order.status <= OrderStatus::Shipped) {
        add(arrivalText, order.arrival);
        add(trackingText, order.tracking);
    }
    return parts.join(u' ');
}

bool wantsCancel(const QString& text)
{
    static const Patterns words({QStringLiteral("cancel"), QStringLiteral("anular"), QStringLiteral("anula"),
                                 QStringLiteral("anulen"), QStringLiteral("call off")});
    return words.best(assist::words(text)) > 0;
}

/// "Cancel my other order", "the one I made yesterday": not the one that was told of last.
bool meansAnother(const QString& text)
{
    return assist::beginsWithAny(
        assist::words(text.left(assist::longestRead)),
        u"other others another different otro. otra. otros. otras. distint diferent outro. "
        u"outra. outros. outras. made placed yesterday hice. ayer. fiz. ontem. "
        u"first second primer segund");
}

/// What the bot has been told so far.
struct Talk
{
    QString number;
    QString email;
    bool cancel = false;
    bool confirming = false; ///< asked whether to cancel
    bool askedEmail = false;
    int tries = 0;      ///< that came to nothing
    bool again = false; ///< the answer was neither yes nor no

    static Talk of(const QJsonObject& memory)
    {
        return {memory[u"order"].toString(),
                memory[u"email"].toString(),
                memory[u"cancel"].toBool(),
                memory[u"confirming"].toBool(),
                memory[u"askedEmail"].toBool(),
                memory[u"tries"].toInt(),
                false};
    }
    [[nodiscard]] QJsonObject json() const
    {
        return {{QStringLiteral("order"), number},          {QStringLiteral("email"), email},
                {QStringLiteral("cancel"), cancel},         {QStringLiteral("confirming"), confirming},
                {QStringLiteral("askedEmail"), askedEmail}, {QStringLiteral("tries"), tries}};
    }
};

/// All that there is to say; `talk` is about the order that was told of.
Reply says(const QString& text, const Talk& talk)
{
    Reply reply;
    reply.messages = {text};
    reply.answered = true;
    reply.memory = {{lastOrder, QJsonObject{{QStringLiteral("order"), talk.number},
                                            {QStringLiteral("email"), talk.email}}}};
    return reply;
}

Reply asks(const QString& text, const Talk& talk)
{
    Reply reply;
    reply.messages = {text};
    reply.asked = true;
    reply.memory = talk.json();
    return reply;
}

/// What a turn's answer depends on beside what was said.
struct Manner
{
    QString language;
    bool people; ///< a human can be asked for

    [[nodiscard]] QString in(const Phrase& phrase) const { return phrase.in(language); }
};

/// To a human, or where none comes, `alone`.
Reply handsOff(const QString& text, const QString& alone, const QString& reason, const Manner& manner)
{
    Reply reply;
    reply.messages = {manner.people ? text : alone};
    if (manner.people)
        reply.handoff = domain::Trigger{domain::TriggerType::Manual, reason, 1.0};
    else
        reply.failed = true;
    return reply;
}

/// Another try came to nothing: asks again, or gives up to a human.
Reply triesAgain(const QString& question, Talk talk, const Manner& manner)
{
    if (++talk.tries >= mostTries)
        return handsOff(manner.in(giveUp), manner.in(giveUpAlone),
                        QStringLiteral("The customer's order could not be found in %1 tries.").arg(mostTries),
                        manner);
    return asks(question, talk);
}

/// The order's owner is not known yet, or it is not who was named.
Reply asksEmail(const Phrase& question, Talk talk, const Manner& manner)
{
    talk.email.clear();
    if (std::exchange(talk.askedEmail, true))
        return triesAgain(manner.in(question), talk, manner);
    return asks(manner.in(question), talk);
}

/// The order is there, and the customer's.
Reply aboutOrder(const Order& order, Talk talk, bool canCancel, const Manner& manner)
{
    if (!talk.cancel)
        return says(told(order, manner.language), talk);
    if (!domain::isCancellable(order.status)) {
        const bool over = order.status == OrderStatus::Cancelled || order.status == OrderStatus::Returned;
        return says(told(order, manner.language) + (over ? QString() : u'\n' + manner.in(tooLate)), talk);
    }
    if (!canCancel)
        return handsOff(manner.in(byHuman), told(order, manner.language) + u'\n' + manner.in(cannotHere),
                        QStringLiteral("The customer wants order %1 cancelled.").arg(order.number), manner);
    talk.confirming = true;
    return asks(manner.in(talk.again ? askCancelAgain : askCancel).arg(order.number), talk);
}

/// Nothing when the order is to be cancelled now.
std::optional<Reply> judge(const Result<std::optional<Order>>& found, Talk talk, bool confirmed,
                           bool canCancel, const Manner& manner)
{
    if (!found) {
        Reply reply;
        reply.messages = {manner.in(unreachable)};
        reply.failed = true;
        reply.error = found.error().message;
        return reply;
    }
    if (!*found) {
        const QString number = std::exchange(talk.number, QString());
        return triesAgain(manner.in(notFound).arg(number), talk, manner);
    }
    const Order& order = **found;
    if (!order.email.isEmpty() && order.email.compare(talk.email, Qt::CaseInsensitive) != 0) {
        return asksEmail(talk.email.isEmpty() || !talk.askedEmail ? askEmail : otherEmail, talk, manner);
    }
    if (!confirmed || !domain::isCancellable(order.status) || !canCancel)
        return aboutOrder(order, talk, canCancel, manner);
    return std::nullopt;
}

Reply afterCancelling(const Talk& talk, const Cancellation& cancellation, const Manner& manner)
{
    const QString& number = talk.number;
    using enum Cancellation::Outcome;
    Reply reply;
    switch (cancellation.outcome) {
    case WithReply:
        reply = says(manner.in(cancelled).arg(number), talk);
        reply.cancelOrder = number;
        break;
    case Done:
        reply = says(manner.in(cancelled).arg(number), talk);
        break;
    case Refused:
        reply = says(cancellation.reason.isEmpty() ? manner.in(cannotCancel).arg(number)
                                                   : manner.in(refused).arg(number, cancellation.reason),
                     talk);
        break;
    case Unknown:
        reply = handsOff(
            manner.in(unconfirmed).arg(number), manner.in(unconfirmedAlone).arg(number),
            QStringLiteral("The customer wants order %1 cancelled, and the shop has not said whether "
                           "it is.")
                .arg(number),
            manner);
        reply.failed = true;
        reply.error = cancellation.reason;
        break;
    }
    reply.attempts = cancellation.attempts;
    return reply;
}

} // namespace

void OrderBot::answer(const Turn& turn, QObject* context, Answered answered)
{
    const Manner manner{turn.language, turn.people};
    Talk talk = Talk::of(turn.memory);
    const bool isBeginning = !turn.memory.contains(u"tries");
    bool confirmed = false;
    if (talk.confirming) {
        const YesOrNo said = yesOrNo(turn.text);
        talk.confirming = false;
        if (said == YesOrNo::No || (said == YesOrNo::Neither && callsOff(turn.text))) {
            answered(says(manner.in(kept).arg(talk.number), talk));
            return;
        }
        confirmed = said == YesOrNo::Yes;
        talk.again = !confirmed;
    }
    if (!isBeginning && !confirmed && callsOff(turn.text)) {
        Reply reply;
        reply.messages = {manner.in(calledOff)};
        answered(reply);
        return;
    }
    talk.cancel = talk.cancel || wantsCancel(turn.text);
    const bool askedForNumber = !isBeginning && talk.number.isEmpty();
    if (const QString number = orderNumberIn(turn.text, askedForNumber); !number.isEmpty() && !confirmed)
        talk.number = number;
    if (const QJsonValue last = turn.memory[lastOrder];
        talk.cancel && talk.number.isEmpty() && last.isObject() && !meansAnother(turn.text)) {
        talk.number = last[u"order"].toString();
        talk.email = last[u"email"].toString();
    }
    if (const QString email = emailIn(turn.text); !email.isEmpty())
        talk.email = email;
    else if (talk.email.isEmpty() && isBeginning)
        talk.email = turn.contact.email;
    if (talk.number.isEmpty()) {
        if (askedForNumber && hasNone(turn.text))
            answered(handsOff(manner.in(thenByHuman), manner.in(giveUpAlone),
                              QStringLiteral("The customer does not have the number of the order."), manner));
        else
            answered(askedForNumber ? triesAgain(manner.in(askNumberAgain), talk, manner)
                                    : asks(manner.in(askNumber), talk));
        return;
    }
    if (talk.email.isEmpty() && m_source->wantsEmail()) {
        answered(asksEmail(askEmail, talk, manner));
        return;
    }
    const OrderQuestion question{talk.number,       talk.email,     turn.id,
                                 turn.conversation, turn.sessionId, turn.acting};
    m_source->find(
        question, context,
        [question, talk, confirmed, manner, context, source = m_source,
         answered = std::move(answered)](const Result<std::optional<Order>>& found) {
            std::optional<Reply> reply = judge(found, talk, confirmed, source->canCancel(), manner);
            if (reply) {
                answered(std::move(*reply));
                return;
            }
            source->cancel(question, context, [talk, manner, answered](const Cancellation& cancellation) {
                answered(afterCancelling(talk, cancellation, manner));
            });
        });
}

} // namespace relevo::bot
