#include <client/session.h>

#include <protocol/codec.h>
#include <protocol/limits.h>
#include <protocol/names.h>

#include <algorithm>
#include <limits>

namespace relevo::client {

using protocol::Json;

namespace {

constexpr int historyPage = 50;
constexpr int notificationsPage = 100;
// Of what was posted in a long absence more would not be read.
constexpr std::size_t mostMissedNotifications = 20;

} // namespace

std::optional<Error> Session::obstacle(const OutboxItem& item) const
{
    if (!m_mirror)
        return Error{ErrorCode::Unauthorized, tr("Nobody is signed in."), {}, {}};
    // What is of the moment is not kept for later.
    if (isOfTheMoment(item.wish) && !online())
        return Error{ErrorCode::Unavailable,
                     tr("There is no connection to the relay."),
                     tr("Try again when the connection is back."),
                     {}};
    const std::size_t most = item.wish == Wish::Note ? protocol::maxNotesBytes : protocol::maxContentBytes;
    if (static_cast<std::size_t>(item.content.toUtf8().size()) > most)
        return Error{
            ErrorCode::TooLarge, tr("The text is too long."), tr("Send it in several messages."), {}};
    return std::nullopt;
}

void Session::wish(OutboxItem item, std::optional<Error> trouble)
{
    item.commandId = m_options.ids.next();
    item.params["commandId"] = uuidText(item.commandId);
    item.madeAt = m_options.clock.now();
    if (!trouble)
        trouble = obstacle(item);
    if (trouble) {
        wishRefused(item, *trouble);
        return;
    }
    if (const Result<void> added = m_mirror->outbox().add(item); !added) {
        wishRefused(item, added.error());
        replicaTrouble(added.error());
        return;
    }
    replicaWorks();
    // A message says itself, where it stands, that it can be taken back.
    if (item.notBefore && item.wish != Wish::Send)
        Q_EMIT wishHeld({item.commandId, item.wish, item.conversation, item.madeAt, *item.notBefore});
    m_publisher.noteRow(item.conversation);
    m_courier.pump();
}

OutboxItem Session::about(Wish kind, const domain::HandoffId& handoff,
                          const domain::ConversationId& conversation) const
{
    OutboxItem item;
    item.wish = kind;
    item.conversation = conversation;
    item.params = Json{{"handoffId", handoff.text()}};
    if (canBeTakenBack(kind) && m_options.undoWithin > milliseconds(0))
        item.notBefore = m_options.clock.now() + m_options.undoWithin;
    return item;
}

void Session::claim(const domain::HandoffId& handoff, const domain::ConversationId& conversation)
{
    wish(about(Wish::Claim, handoff, conversation));
}

void Session::send(const domain::ConversationId& conversation, const domain::HandoffId& handoff, qint64 epoch,
                   const Words& words, milliseconds hold)
{
    // Whoever goes on writing has let go of what came before; the customer need not wait for it.
    if (m_mirror) {
        if (const Result<void> released = m_mirror->outbox().release(conversation); !released)
            replicaTrouble(released.error());
    }
    OutboxItem item = about(Wish::Send, handoff, conversation);
    if (hold > milliseconds(0))
        item.notBefore = m_options.clock.now() + hold;
    item.clientId = QString::fromStdString(uuidText(m_options.ids.next()));
    item.content = words.text;
    item.params["conversationId"] = conversation.text();
    item.params["epoch"] = epoch;
    if (words.madeFrom)
        item.params["template"] = protocol::toJson(*words.madeFrom);
    else
        item.params["content"] = protocol::utf8(words.text);
    item.params["clientId"] = protocol::utf8(item.clientId);
    // It may wait for long, and is not looked at again before it goes; the relay looks.
    if (words.basedOnSeq)
        item.params["basedOnSeq"] = *words.basedOnSeq;
    const std::optional<Error> trouble = takeFiles(item, words.files);
    wish(std::move(item), trouble);
}

void Session::takeBackMessage(const domain::ConversationId& conversation)
{
    if (!m_mirror)
        return;
    const std::vector<OutboxItem>& items = m_mirror->outbox().items();
    const Timestamp now = m_options.clock.now();
    const auto held = std::find_if(items.rbegin(), items.rend(), [&](const OutboxItem& item) {
        return item.wish == Wish::Send && item.conversation == conversation && isHeld(item, now);
    });
    if (held == items.rend())
        return;
    const Result<std::optional<OutboxItem>> taken = m_courier.takeBack(QUuid(held->commandId));
    if (!taken) {
        replicaTrouble(taken.error());
        return;
    }
    if (!*taken)
        return;
    giveBack(**taken, {});
    m_publisher.noteRow(conversation);
}

void Session::ask(const std::string& method, const Json& params, Link::Answer answered)
{
    m_link.call(method, params, std::move(answered));
}

void Session::resolve(const domain::HandoffId& handoff, const domain::ConversationId& conversation,
                      const Resolution& resolution)
{
    OutboxItem item = about(Wish::Resolve, handoff, conversation);
    item.params["handBackToBot"] = resolution.handBackToBot;
    if (!resolution.notes.isEmpty())
        item.params["notes"] = protocol::utf8(resolution.notes);
    if (!resolution.disposition.isEmpty())
        item.params["disposition"] = protocol::utf8(resolution.disposition);
    if (!resolution.asksRating)
        item.params["csat"] = false;
    wish(std::move(item));
}

void Session::transfer(Wish kind, const domain::HandoffId& handoff,
                       const domain::ConversationId& conversation, const Json& to, const QString& note)
{
    OutboxItem item = about(kind, handoff, conversation);
    item.params.update(to);
    if (!note.isEmpty())
        item.params["note"] = protocol::utf8(note);
    wish(std::move(item));
}

void Session::decline(const domain::HandoffId& handoff, const domain::ConversationId& conversation,
                      const QString& reason)
{
    OutboxItem item = about(Wish::Decline, handoff, conversation);
    if (!reason.isEmpty())
        item.params["reason"] = protocol::utf8(reason);
    wish(std::move(item));
}

void Session::snooze(const domain::HandoffId& handoff, const domain::ConversationId& conversation,
                     int minutes)
{
    OutboxItem item = about(Wish::Snooze, handoff, conversation);
    if (minutes > 0) {
        // A moment: however late it goes out, it is woken when it was meant to be.
        item.params["until"] = toRfc3339(m_options.clock.now() + std::chrono::minutes(minutes));
    } else {
        item.params["minutes"] = 0;
        item.notBefore.reset();
    }
    wish(std::move(item));
}

void Session::reopen(const domain::HandoffId& handoff, const domain::ConversationId& conversation)
{
    wish(about(Wish::Reopen, handoff, conversation));
}

void Session::note(const domain::HandoffId& handoff, const domain::ConversationId& conversation,
                   const Words& words, const QList<domain::AgentId>& mentions)
{
    OutboxItem item = about(Wish::Note, handoff, conversation);
    item.clientId = QString::fromStdString(uuidText(m_options.ids.next()));
    item.content = words.text;
    item.params["content"] = protocol::utf8(words.text);
    item.params["clientId"] = protocol::utf8(item.clientId);
    for (const domain::AgentId& agent : mentions)
        item.params["mentions"].push_back(agent.text());
    const std::optional<Error> trouble = takeFiles(item, words.files);
    wish(std::move(item), trouble);
}

void Session::make(Wish kind, const domain::ConversationId& conversation, const Json& params, bool thoughtful)
{
    OutboxItem item = about(kind, {}, conversation);
    item.params = params;
    if (!thoughtful)
        item.notBefore.reset();
    wish(std::move(item));
}

void Session::takeBack(const QUuid& wish)
{
    const Result<std::optional<OutboxItem>> item = m_courier.takeBack(wish);
    if (!item)
        replicaTrouble(item.error());
    const bool done = item && *item;
    Q_EMIT takenBack(wish, done);
    if (done)
        m_publisher.noteRow((*item)->conversation);
}

void Session::setAvailability(domain::Availability availability)
{
    OutboxItem item;
    item.wish = Wish::SetAvailability;
    item.params = Json{{"state", protocol::nameOf(availability)}};
    wish(std::move(item));
}

void Session::readNotification(const domain::NotificationId& notification)
{
    OutboxItem item;
    item.wish = Wish::ReadNotification;
    item.params = Json{{"notificationId", notification.text()}};
    wish(std::move(item));
}

void Session::keepDraft(const Draft& draft)
{
    m_drafts.keep(draft);
}

void Session::setTyping(const domain::ConversationId& conversation, bool on)
{
    if (online())
        m_typing.set(conversation, on);
}

void Session::markRead(const domain::ConversationId& conversation)
{
    if (!m_mirror)
        return;
    const Result<qint64> unread = m_mirror->unread(conversation);
    const Result<void> marked =
        unread ? m_mirror->markRead(conversation) : Result<void>(std::unexpected(unread.error()));
    if (!marked) {
        replicaTrouble(marked.error());
        return;
    }
    m_publisher.noteRow(conversation);
    // So that the customer sees that they were read; what is not told now is told with the next ones.
    if (*unread > 0 && online())
        m_link.call("read.mark", {{"conversationId", conversation.text()}, {"seq", m_mirror->seq()}},
                    [](const Result<Json>&) {});
}

void Session::openConversation(const domain::ConversationId& conversation)
{
    if (!m_mirror)
        return;
    m_publisher.openTranscript(conversation, !online());
    fetchIfUnknown(conversation);
}

void Session::lookAt(const domain::ConversationId& conversation)
{
    if (!m_mirror)
        return;
    m_viewing = conversation;
    tellViewing();
}

/// Colleagues see who else is there. Nothing is lost with it: it is told anew with each connection.
void Session::tellViewing()
{
    if (!online())
        return;
    Json params = Json::object();
    if (!m_viewing.isNull())
        params["conversationId"] = m_viewing.text();
    m_link.call("viewing.set", params, [](const Result<Json>&) {});
}

void Session::setAlertsShown(const AlertsShown& shown)
{
    m_alerts = shown;
    tellAlerts();
}

/// Nothing is lost with it: the next hello says it too.
void Session::tellAlerts()
{
    if (!online() || m_alerts == m_alertsTold)
        return;
    m_alertsTold = m_alerts;
    m_link.call("alerts.set", Json{{"offers", m_alerts.offers}, {"requests", m_alerts.requests}},
                [](const Result<Json>&) {});
}

void Session::takeViewers(const Json& params)
{
    protocol::Fields fields(params);
    const auto conversation = fields.id<domain::ConversationId>("conversationId");
    const Json* list = fields.member("viewers");
    QStringList others;
    for (const Json& item : list && list->is_array() ? *list : Json::array()) {
        protocol::Fields viewer(item);
        const auto agent = viewer.id<domain::AgentId>("id");
        const QString name = viewer.optionalText("name", protocol::maxShortText);
        if (!viewer.error() && agent != m_profile.agent.id)
            others.push_back(name);
    }
    if (!fields.error())
        Q_EMIT viewers(conversation, others);
}

void Session::fetchIfUnknown(const domain::ConversationId& conversation)
{
    const Result<Mirror::Page> page =
        m_mirror->page(conversation, std::numeric_limits<qint64>::max(), 1, false);
    if (page && page->messages.empty() && !page->complete)
        fetchHistory(conversation, std::numeric_limits<qint64>::max());
}

void Session::closeConversation(const domain::ConversationId& conversation)
{
    m_publisher.closeTranscript(conversation);
    if (m_viewing == conversation) {
        m_viewing = {};
        tellViewing();
    }
}

void Session::loadOlder(const domain::ConversationId& conversation, qint64 before)
{
    if (m_mirror && !m_publisher.publishOlder(conversation, before, !online()))
        fetchHistory(conversation, before);
}

void Session::fetchHistory(const domain::ConversationId& conversation, qint64 before)
{
    if (!online())
        return;
    Json params{{"conversationId", conversation.text()}, {"limit", historyPage}};
    const bool newest = before == std::numeric_limits<qint64>::max();
    if (!newest)
        params["before"] = before;
    m_link.call("conversation.history", params, [this, conversation, before](const Result<Json>& answer) {
        historyCame(conversation, before, answer);
    });
}

void Session::historyCame(const domain::ConversationId& conversation, qint64 before,
                          const Result<Json>& answer)
{
    if (!m_mirror || !m_publisher.isOpen(conversation))
        return;
    if (answer) {
        std::vector<domain::Message> messages;
        if (const Json* list = protocol::Fields(*answer).member("messages"); list && list->is_array()) {
            for (const Json& one : *list) {
                if (Result<domain::Message> message = protocol::fromJson<domain::Message>(one))
                    messages.push_back(std::move(*message));
            }
        }
        const Result<domain::ConversationState> state =
            protocol::fromJson<domain::ConversationState>(*answer);
        Result<void> kept = state ? m_mirror->addClosed(*state) : Result<void>();
        if (kept)
            kept = m_mirror->addHistory(conversation, before, messages);
        if (!kept) {
            replicaTrouble(kept.error());
            return;
        }
        if (before == std::numeric_limits<qint64>::max()) {
            m_publisher.openTranscript(conversation, false);
            return;
        }
    }
    // Also without an answer: whoever waits for it is told that it is over. A relay that is there can be
    // asked again; without one there is what is here.
    if ((!answer && online()) || !m_publisher.publishOlder(conversation, before, !answer))
        m_publisher.publishNothingOlder(conversation);
}

void Session::fetchMissedNotifications()
{
    if (!m_missed)
        return;
    const Json params{{"before", m_missed->upTo + 1}, {"limit", notificationsPage}};
    m_link.call("notification.list", params, [this, missed = *m_missed](const Result<Json>& page) {
        // Without an answer they are asked for with the next connection.
        if (!page && page.error().code == ErrorCode::Unavailable)
            return;
        m_missed.reset();
        if (page)
            missedNotificationsCame(missed, *page);
    });
}

void Session::missedNotificationsCame(const Missed& missed, const Json& page)
{
    std::vector<domain::Notification> unread;
    const Json* items = protocol::Fields(page).member("items");
    for (const Json& item : items && items->is_array() ? *items : Json::array()) {
        protocol::Fields fields(item);
        const bool isNew = fields.optionalNumber("seq").value_or(0) > missed.after && !fields.has("readAt");
        Result<domain::Notification> notification = protocol::fromJson<domain::Notification>(item);
        if (isNew && notification && unread.size() < mostMissedNotifications)
            unread.push_back(std::move(*notification));
    }
    // The newest is told last and stands on top.
    std::reverse(unread.begin(), unread.end());
    m_news.tellMissed(unread);
}

void Session::search(quint64 number, const SearchQuery& query)
{
    m_finder.find(number, query);
}

void Session::batchTaken()
{
    m_publisher.taken();
}

} // namespace relevo::client
