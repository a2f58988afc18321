#pragma once

#include <client/handoff_news.h>
#include <client/mirror.h>

#include <QtCore/QObject>
#include <QtCore/QSet>

namespace relevo::client {

/// Decides what is worth telling the agent: while the desk watches, each handoff that begins to wait (again)
/// for anybody, is offered to them, stays unanswered, or that they hold while its promised time runs short;
/// and one summary of those that came while it did not. What came with an offer to somebody is told to that
/// agent alone; when nobody takes it, everybody hears. Of this agent's own conversations that customers wrote
/// in, or that must soon be answered, since the desk watched last, the most pressing are told, and how many
/// more there are. Lives on the mirror thread.
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
    /// A snapshot is about to replace `known`, which stood at `seq`; nothing: it was of another journal, or
    /// of none.
    void snapshotComes(const std::vector<ConversationRow>& known, std::optional<qint64> seq);
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
    /// Customers of this agent who wrote or wait while nobody watched, and were not told one by one.
    void moreOfMine(int count);

private:
    /// What came in one conversation while away. Handoffs are null when it did not.
    struct Missed
    {
        domain::HandoffId requested; ///< or back in the queue
        domain::HandoffId given;     ///< by others to this agent
        domain::HandoffId offered;   ///< to anybody
        domain::HandoffId warned;    ///< that little of its time is left, or none
        bool wrote = false;          ///< the customer
        QString note;                ///< with `given`
    };
    struct Mine
    {
        ConversationRow row;
        std::optional<NewsKind> hurry; ///< nothing: the customer wrote, and no more
    };

    /// What somebody wrote for colleagues.
    struct Note
    {
        domain::ConversationId conversation;
        domain::Actor actor;
        Timestamp at;
        QString line;
    };

    const Clock& m_clock;
    std::optional<Note> m_note; ///< the newest one: who gives a conversation away writes it right before
    bool m_watching = false;
    bool m_snapshot = false;
    QSet<domain::HandoffId> m_known;       ///< waited before the snapshot
    QSet<domain::HandoffId> m_knownOffers; ///< likewise, offered
    std::optional<qint64> m_knownSeq;      ///< of the replica before the snapshot
    QHash<domain::ConversationId, Missed> m_missed;
    QSet<domain::HandoffId> m_hurried;                 ///< told that its time runs short
    std::vector<domain::Notification> m_notifications; ///< while away; not read elsewhere since
    QSet<domain::NotificationId> m_told;               ///< a replica made anew may bring them again

    void tell(const domain::Notification& notification);
    void noteNote(const domain::Event& event);
    /// What came with the giving that this event is.
    [[nodiscard]] QString noteWith(const domain::Event& event) const;
    void noteMissed(const domain::Event& event, const domain::AgentId& me);
    /// What may be to be told of after an absence, as it stands now.
    [[nodiscard]] std::vector<ConversationRow> candidates(Mirror& mirror) const;
    void tellMine(std::vector<Mine> mine);
    void tellWaiting(std::vector<ConversationRow> fresh);
    [[nodiscard]] bool isFresh(const ConversationRow& row, const Missed& missed) const;
    [[nodiscard]] bool isOfferedAnew(const ConversationRow& row, const Missed& missed,
                                     const domain::AgentId& me) const;
    [[nodiscard]] bool hasWritten(const ConversationRow& row, const Missed& missed, Mirror& mirror) const;
    [[nodiscard]] std::optional<NewsKind> hurryOf(const ConversationRow& row, const Missed& missed,
                                                  Mirror& mirror) const;
    void noteNotification(const domain::Event& event, const Mirror& mirror, const domain::AgentId& me);

    /// What the event is to this agent, when they are to be told of its handoff.
    [[nodiscard]] static std::optional<NewsKind>
    kindOf(const domain::Event& event, const ConversationRow& row, const domain::AgentId& me);
};

} // namespace relevo::client
