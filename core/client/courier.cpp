#include <client/courier.h>

#include <base/log.h>

#include <algorithm>

namespace relevo::client {

using protocol::Json;

namespace {

// A wish of the moment; later somebody else may have been asked to wait for it.
constexpr std::chrono::seconds momentLasts{30};
// A relay that fails on a command so often will not manage it.
constexpr int mostAttempts = 8;

const char* methodOf(Wish wish)
{
    switch (wish) {
    case Wish::Claim:
        return "handoff.claim";
    case Wish::Send:
        return "message.send";
    case Wish::Resolve:
        return "handoff.resolve";
    case Wish::SetAvailability:
        return "availability.set";
    case Wish::ReadNotification:
        return "notification.read";
    case Wish::Transfer:
    case Wish::HandBack:
    case Wish::Release:
        return "handoff.transfer";
    case Wish::Decline:
        return "handoff.decline";
    case Wish::Snooze:
        return "handoff.snooze";
    case Wish::Reopen:
        return "handoff.reopen";
    case Wish::Note:
        return "note.add";
    case Wish::UpdateContact:
    case Wish::BlockContact:
        return "contact.update";
    case Wish::AddContactNote:
        return "contact.note";
    case Wish::DeleteContactNote:
        return "contact.deleteNote";
    case Wish::MergeContacts:
        return "contact.merge";
    case Wish::SplitContact:
        return "contact.split";
    case Wish::MarkSpam:
        return "handoff.spam";
    case Wish::ConvertToTicket:
        return "handoff.convert";
    }
    return "";
}

/// Trying again can help: the relay is busy, or the answer was lost on the way.
bool passes(const Error& error)
{
    return error.code == ErrorCode::Unavailable || error.code == ErrorCode::RateLimited ||
           error.code == ErrorCode::Internal || error.code == ErrorCode::Unauthorized;
}

} // namespace

Courier::Courier(const DeskOptions& options, Link& link, FileCarrier& files, QObject* parent)
    : QObject(parent), m_options(options), m_link(link), m_files(files),
      m_backoff(options.times.retry, options.random), m_again(this), m_release(this)
{
    m_again.setSingleShot(true);
    m_release.setSingleShot(true);
    connect(&m_release, &QTimer::timeout, this, &Courier::pump);
    connect(&m_again, &QTimer::timeout, this, &Courier::pump);
}

void Courier::setOutbox(Outbox* outbox)
{
    m_outbox = outbox;
    m_again.stop();
    m_release.stop();
    m_underway.clear();
    m_attempts.clear();
    m_takenAgain.clear();
    m_brokenOff.clear();
    m_pausing.clear();
}

bool Courier::tooLate(const OutboxItem& item) const
{
    return isOfTheMoment(item.wish) && m_options.clock.now() - item.madeAt > momentLasts;
}

void Courier::pump()
{
    if (!m_outbox || m_link.state() != LinkState::Online || m_again.isActive())
        return;
    // The list may change under our feet: a refusal takes one out.
    const std::vector<OutboxItem> items = m_outbox->items();
    const Timestamp now = m_options.clock.now();
    std::set<domain::ConversationId> busy;
    std::optional<Timestamp> release;
    for (const OutboxItem& item : items) {
        if (item.answeredSeq > 0)
            continue;
        if (tooLate(item) && !m_underway.contains(item.commandId)) {
            refuse(item, {ErrorCode::Unavailable, tr("The connection was lost; this was not done."), {}, {}});
            continue;
        }
        const bool first = busy.insert(item.conversation).second;
        if (!first || m_underway.contains(item.commandId) || m_pausing.contains(item.commandId))
            continue;
        if (isHeld(item, now))
            release = std::min(release.value_or(*item.notBefore), *item.notBefore);
        else
            send(item);
    }
    m_release.stop();
    if (release)
        m_release.start(*release - now);
}

Result<std::optional<OutboxItem>> Courier::takeBack(const QUuid& commandId)
{
    const OutboxItem* found = m_outbox ? m_outbox->find(commandId) : nullptr;
    // Once it was sent nobody knows what became of it until the answer is here.
    if (!found || m_attempts.contains(commandId) || found->answeredSeq > 0 || !found->notBefore)
        return std::nullopt;
    OutboxItem item = *found;
    if (Result<void> removed = m_outbox->remove(commandId); !removed)
        return std::unexpected(removed.error());
    pump();
    return item;
}

Json Courier::paramsOf(const OutboxItem& item) const
{
    Json params = item.params;
    if (item.wish != Wish::Snooze || !params.contains("until"))
        return params;
    // The relay counts from when it hears of it; what was meant is a moment.
    const std::optional<Timestamp> until =
        fromRfc3339(protocol::utf8(protocol::Fields(params).optionalText("until", 64)));
    params.erase("until");
    params["minutes"] =
        until ? std::max<qint64>(
                    0, std::chrono::ceil<std::chrono::minutes>(*until - m_options.clock.now()).count())
              : 0;
    return params;
}

void Courier::send(const OutboxItem& item)
{
    m_underway.insert(item.commandId);
    ++m_attempts[item.commandId];
    const QPointer<Courier> guard(this);
    const auto file = std::find_if(item.files.begin(), item.files.end(),
                                   [](const OutgoingFile& one) { return !one.path.isEmpty(); });
    if (file != item.files.end()) {
        m_files.upload(*file, [guard, id = item.commandId, file = file->what.id](const Result<void>& answer) {
            if (guard)
                guard->uploaded(id, file, answer);
        });
        return;
    }
    m_link.call(methodOf(item.wish), paramsOf(item),
                [guard, id = item.commandId](const Result<Json>& answer) {
                    if (guard)
                        guard->answered(id, answer);
                });
}

void Courier::answered(const QUuid& commandId, const Result<Json>& answer)
{
    m_underway.erase(commandId);
    const OutboxItem* found = m_outbox ? m_outbox->find(commandId) : nullptr;
    if (!found) {
        // Its event came first, or it belonged to another replica; what waited behind it may go.
        m_attempts.erase(commandId);
        pump();
        return;
    }
    const OutboxItem item = *found;
    if (!answer) {
        if (takeFilesAgain(item, answer.error()) || !staysAfter(item, answer.error()))
            pump();
        else if (isConnected(m_link.state()))
            m_again.start(m_backoff.next());
        return;
    }
    m_backoff.reset();
    m_attempts.erase(commandId);
    qint64 seq = 0;
    Result<void> noted;
    if (item.wish == Wish::Send || item.wish == Wish::Note) {
        seq = protocol::Fields(*answer).optionalNumber("seq").value_or(0);
        noted = seq > 0 ? m_outbox->answered(commandId, seq) : m_outbox->remove(commandId);
    } else {
        noted = m_outbox->remove(commandId);
    }
    if (!noted) {
        Q_EMIT failed(noted.error());
        return;
    }
    Q_EMIT accepted(item, seq);
    pump();
}

bool Courier::staysAfter(const OutboxItem& item, const Error& error)
{
    if (!passes(error) || (error.code == ErrorCode::Internal && m_attempts[item.commandId] >= mostAttempts)) {
        refuse(item, error);
        return false;
    }
    return true;
}

void Courier::uploaded(const QUuid& commandId, const domain::AttachmentId& file, const Result<void>& answer)
{
    m_underway.erase(commandId);
    const OutboxItem* found = m_outbox ? m_outbox->find(commandId) : nullptr;
    if (!found) {
        m_attempts.erase(commandId);
        pump();
        return;
    }
    if (!answer) {
        const OutboxItem item = *found;
        Error error = answer.error();
        for (const OutgoingFile& one : item.files) {
            if (one.what.id == file)
                error.context[QStringLiteral("file")] = one.what.name;
        }
        uploadFailed(item, error);
        return;
    }
    m_brokenOff.erase(commandId);
    if (const Result<void> noted = m_outbox->fileMoved(commandId, file, {}); !noted) {
        Q_EMIT failed(noted.error());
        return;
    }
    pump();
}

void Courier::uploadFailed(const OutboxItem& item, const Error& error)
{
    if (!staysAfter(item, error)) {
        m_brokenOff.erase(item.commandId);
        pump();
        return;
    }
    // Without a connection it goes with the next one.
    if (!isConnected(m_link.state()))
        return;
    Backoff& backoff =
        m_brokenOff.try_emplace(item.commandId, m_options.times.retry, m_options.random).first->second;
    m_pausing.insert(item.commandId);
    QTimer::singleShot(backoff.next(), this, [this, id = item.commandId] {
        if (m_pausing.erase(id) > 0)
            pump();
    });
    pump();
}

bool Courier::takeFilesAgain(const OutboxItem& item, const Error& error)
{
    if (item.files.empty() || error.code != ErrorCode::Invalid || m_takenAgain.contains(item.commandId))
        return false;
    m_takenAgain.insert(item.commandId);
    bool any = false;
    for (const OutgoingFile& file : item.files) {
        const QString here = m_files.shelf().find(item.conversation, file.what.id);
        if (here.isEmpty())
            continue;
        any = true;
        if (const Result<void> noted = m_outbox->fileMoved(item.commandId, file.what.id, here); !noted) {
            Q_EMIT failed(noted.error());
            return false;
        }
    }
    return any;
}

void Courier::refuse(const OutboxItem& item, const Error& error)
{
    qCInfo(logClient).noquote() << logLine(
        u"command refused",
        {{u"wish", QString::number(static_cast<int>(item.wish))}, {u"code", wireName(error.code)}});
    m_attempts.erase(item.commandId);
    if (const Result<void> removed = m_outbox->remove(item.commandId); !removed) {
        Q_EMIT failed(removed.error());
        return;
    }
    Q_EMIT refused(item, error);
}

} // namespace relevo::client
