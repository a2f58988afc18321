#include <client/session.h>

#include <protocol/codec.h>
#include <protocol/limits.h>

namespace relevo::client {

namespace {

/// What belongs back to whoever wrote it when the wish is refused.
QString wordsOf(const OutboxItem& item)
{
    if (item.wish == Wish::Note)
        return item.content;
    if (item.wish == Wish::AddContactNote)
        return protocol::Fields(item.params).optionalText("text", protocol::maxNotesBytes);
    return protocol::Fields(item.params)
        .optionalText(item.wish == Wish::Resolve ? "notes" : "note", protocol::maxNotesBytes);
}

/// The customer is left alone with it, for good or for a while.
bool ends(Wish wish)
{
    return wish == Wish::Resolve || wish == Wish::Transfer || wish == Wish::HandBack ||
           wish == Wish::Release || wish == Wish::Snooze || wish == Wish::ConvertToTicket;
}

} // namespace

bool Session::holdsAlready(const OutboxItem& item, const Error& error)
{
    const domain::AgentId& me = m_profile.agent.id;
    const auto holder = error.context.find(QStringLiteral("holderId"));
    if (error.code == ErrorCode::AlreadyClaimed && holder != error.context.end())
        return holder->second == me.toString();
    if (!m_mirror)
        return false;
    const Result<std::optional<ConversationRow>> row = m_mirror->row(item.conversation);
    return row && *row && isHeldBy(**row, me) &&
           (*row)->handoffId == protocol::Fields(item.params).id<domain::HandoffId>("handoffId");
}

void Session::wishDone(const OutboxItem& item)
{
    if (item.wish == Wish::Claim || item.wish == Wish::Reopen) {
        const auto handoff = protocol::Fields(item.params).id<domain::HandoffId>("handoffId");
        Q_EMIT claimed(handoff, item.conversation);
    }
    settleOutbox({});
    m_publisher.noteRow(item.conversation);
    Q_EMIT wishKept(item.wish, item.conversation);
}

void Session::wishRefused(const OutboxItem& item, const Error& error)
{
    if ((item.wish == Wish::Claim || item.wish == Wish::Reopen) && holdsAlready(item, error)) {
        wishDone(item);
        return;
    }
    // Nobody waits for it, and there is nothing to do about it: the notification was not theirs, or is gone;
    // the offer has gone on to somebody else by itself.
    if (item.wish == Wish::ReadNotification ||
        (item.wish == Wish::Decline && error.code == ErrorCode::Conflict))
        return;
    if (item.wish == Wish::Send && wasOvertaken(error))
        refuseWhatFollows(item, error);
    Q_EMIT wishFailed(item.wish, item.conversation, error);
    if (item.wish == Wish::Send && item.params.contains("template")) {
        // Nobody wrote these words: as a draft they would be free text, where a template was needed.
        if (const auto use = protocol::fromJson<domain::TemplateUse>(item.params["template"]))
            Q_EMIT templateReturned(item.conversation, *use);
    } else if (item.wish == Wish::Send) {
        giveBack(item, error.message);
    } else {
        if (const QString words = wordsOf(item); !words.isEmpty())
            Q_EMIT noteReturned(item.conversation, words);
        giveBackFiles(item);
    }
    m_publisher.noteRow(item.conversation);
}

void Session::refuseWhatFollows(const OutboxItem& message, const Error& error)
{
    const std::vector<OutboxItem> items = m_mirror ? m_mirror->outbox().items() : std::vector<OutboxItem>();
    for (const OutboxItem& item : items) {
        if (item.conversation != message.conversation || item.position < message.position || !ends(item.wish))
            continue;
        if (const Result<void> removed = m_mirror->outbox().remove(item.commandId); removed)
            wishRefused(item, error);
        else
            replicaTrouble(removed.error());
    }
}

void Session::giveBack(const OutboxItem& item, const QString& reason)
{
    const qint64 basedOnSeq = protocol::Fields(item.params).optionalNumber("basedOnSeq").value_or(0);
    // It has just left the outbox: should the program end now, it is still somewhere.
    m_drafts.putInFront(item.conversation, item.content, item.files, basedOnSeq);
    Q_EMIT draftReturned(item.conversation, item.content, reason, basedOnSeq);
    giveBackFiles(item);
}

} // namespace relevo::client
