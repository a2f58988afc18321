#pragma once

#include <client/handoff_news.h>
#include <client/mirror.h>

#include <QtCore/QObject>
#include <QtCore/QSet>

namespace relevo::client {

/// Decides what is worth telling the agent: while the desk watches, each handoff that begins to wait (again)
/// for anybody, is offered to them, stays unanswered, or that they hold while its promised time runs short;
/// and one summary of those that came while it did not. What came with an offer to somebody is told to that
/// agent alone; when nobody takes it, everybody hears. Lives on the mirror thread.
class News final : public QObject
{
    Q_OBJECT
public:
    /// `clock` is the relay's time, and must outlive this.
    explicit News(const Clock& clock, QObject* parent = nullptr);

    /// A connection begins; what comes until caughtUp() happened unwatched.
    void away();
    /// Somebody else may sign in: what was missed was not theirs.
    void forget();
    /// A snapshot is about to replace `known`.
    void snapshotComes(const std::vector<ConversationRow>& known);
    /// These events have been folded into `mirror`.
    void note(std::span<const domain::Event> events, Mirror& mirror, const domain::AgentId& me);
    void caughtUp(Mirror& mirror, const domain::AgentId& me);
    /// Posted and not read while a snapshot stood for what happened; the oldest first.
    void tellMissed(const std::vector<domain::Notification>& notifications);

Q_SIGNALS:
    void newHandoff(const relevo::client::HandoffNews& handoff);
    void handoffsWhileAway(int count, const QList<relevo::client::HandoffNews>& pressing);
    /// Something else this agent is to be told, posted while the desk watched or, when it has missed
    /// nothing but events, while it did not.
    void notified(const relevo::domain::Notification& notification);
    /// By this agent, here or at another of their desktops.
    void notificationRead(const relevo::domain::NotificationId& notification);
    void customerWrote(const relevo::domain::ConversationId& conversation, const QString& line);

private:
    const Clock& m_clock;
    bool m_watching = false;
    bool m_snapshot = false;
    QSet<domain::HandoffId> m_known;                              ///< before the snapshot
    QHash<domain::HandoffId, domain::ConversationId> m_requested; ///< while away, or back in the queue then
    QHash<domain::HandoffId, domain::ConversationId> m_given;     ///< while away, by others to this agent
    std::vector<domain::Notification> m_notifications;            ///< while away; not read elsewhere since
    QSet<domain::NotificationId> m_told; ///< a replica made anew may bring them again

    void tell(const domain::Notification& notification);
    void tellGiven(Mirror& mirror, const domain::AgentId& me);
    void noteNotification(const domain::Event& event, const Mirror& mirror, const domain::AgentId& me);

    /// What the event is to this agent, when they are to be told of its handoff.
    [[nodiscard]] static std::optional<NewsKind>
    kindOf(const domain::Event& event, const ConversationRow& row, const domain::AgentId& me);
};

} // namespace relevo::client
