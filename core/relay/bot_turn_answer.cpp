#include <relay/bot_turn_answer.h>

#include <protocol/json.h>

namespace relevo::relay {
namespace {

std::unexpected<Error> changed(const QString& what)
{
    return failure(ErrorCode::Conflict, what, {}, {{turnAnew, QStringLiteral("1")}});
}

} // namespace

std::string answerOf(const Outcome& outcome, const domain::MessageId& turn, bool failed)
{
    protocol::Json messages = protocol::Json::array();
    for (const store::CommittedEvent& committed : outcome.events) {
        const auto* message = std::get_if<domain::Message>(&committed.event.data);
        if (message && message->author == domain::Author::Bot)
            messages.push_back(message->id.text());
    }
    return protocol::dump(protocol::Json{{"turnId", turn.text()},
                                         {"status", failed ? "failed" : "answered"},
                                         {"messageIds", std::move(messages)}});
}

Result<void> stillStands(store::Journal& journal, const domain::ProjectId& project,
                         const store::BotTurn& turn, qint64 version, const QString& cancel)
{
    const auto known = journal.bots().turn(project, turn.id);
    if (!known)
        return std::unexpected(known.error());
    if (*known && !(*known)->isOpen())
        return failure(ErrorCode::Conflict, QStringLiteral("The turn is over."));
    const auto row = journal.bots().session(project, turn.conversation);
    if (!row)
        return std::unexpected(row.error());
    if (row->version != version)
        return changed(QStringLiteral("What the bots remember has changed meanwhile."));
    if (cancel.isEmpty())
        return {};
    const auto order = journal.orders().find(project, cancel);
    if (!order)
        return std::unexpected(order.error());
    if (!*order || !domain::isCancellable((*order)->status))
        return changed(QStringLiteral("The order can no longer be cancelled."));
    return {};
}

Result<void> cancelOrder(store::Journal& journal, const domain::ProjectId& project, const QString& number,
                         Timestamp now)
{
    auto order = journal.orders().find(project, number);
    if (!order || !*order)
        return order ? Result<void>() : std::unexpected(order.error());
    (*order)->status = domain::OrderStatus::Cancelled;
    return journal.orders().save(project, **order, now);
}

bot::Reply noAnswer(const QString& error, int attempts)
{
    bot::Reply reply;
    reply.failed = true;
    reply.broken = true;
    reply.error = error;
    reply.attempts = attempts;
    return reply;
}

} // namespace relevo::relay
