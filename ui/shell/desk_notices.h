#pragma once

#include <ui/notify/notifier.h>

#include <client/handoff_news.h>
#include <client/live_view.h>

#include <base/clock.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QMap>
#include <QtCore/QSet>
#include <QtCore/QUrl>

#include <functional>

namespace relevo::ui {

/// What an agent who looks elsewhere is notified of, and when it is no longer true. Every new handoff has a
/// notification of its own, the key of which is its id, and so has a conversation in which the customer
/// wrote. One that is nearly late, of this agent's own, has another until they answer. After an absence with
/// more than mostPressingNews new handoffs, and when more than that come within seconds, one notification,
/// with queueKey, stands for all but the first of them: a hundred at once would be read by nobody. What is
/// offered to this agent is always told by itself.
class DeskNotices final : public QObject
{
    Q_OBJECT
public:
    /// The key of what leads to the queue and to nobody in it.
    [[nodiscard]] static QString queueKey();
    /// Likewise, to this agent's own conversations.
    [[nodiscard]] static QString mineKey();

    /// Both must outlive this.
    DeskNotices(const client::LiveView& live, Notifier& notifier, QObject* parent = nullptr);

    /// `quietly`: the window is in front, so nothing of this agent's own stays until it is put away, or rings
    /// on.
    void tell(const client::HandoffNews& news, bool quietly = false);
    /// It is before the agent's eyes: heard, once for those of a kind that come close together.
    void hear(NoticeKind kind, bool urgent = false);
    /// After an absence: `count` wait, `pressing` are the first of them.
    void handoffsWait(int count, const QList<client::HandoffNews>& pressing);
    void customerWrote(const domain::ConversationId& conversation, const QString& line);
    /// After an absence: so many more of this agent's customers wait for them.
    void moreOfMine(int count);
    /// Is told whether somebody looks or not: nothing in the window says it.
    void notified(const domain::Notification& notification);
    /// Somebody has clicked: its notifications are read, and the web page it leads to is opened. False when
    /// it leads to none.
    bool open(const QString& key);
    /// Here or elsewhere: what is shown of it is withdrawn.
    void notificationRead(const domain::NotificationId& notification);
    /// Everything in the conversation has been read.
    void withdrawMessages(const domain::ConversationId& conversation);
    void withdrawAll();
    /// The agent wants to hear of it again later, if it still holds then.
    void remindLater(const QString& key);
    /// Seen and put away: what was posted at the relay is read, and a customer who waits is for others.
    void dismissed(const QString& key);
    /// How long what is put off stays away; asked each time.
    void setRemindAfter(std::function<milliseconds()> span) { m_remindAfter = std::move(span); }

Q_SIGNALS:
    void opened(const relevo::domain::NotificationId& notification);
    /// The agent was told that somebody waits, and has put it away.
    void passed(const relevo::domain::HandoffId& handoff);

private:
    /// What stands under a key that notifications were shown with.
    struct Told
    {
        QList<domain::NotificationId> unread;
        QUrl link; ///< empty when it is about a handoff
    };

    const client::LiveView& m_live;
    Notifier& m_notifier;
    QHash<domain::ConversationId, domain::HandoffId> m_handoffs; ///< notified of and not settled
    QSet<domain::ConversationId> m_messages;
    QHash<QString, Told> m_told;          ///< by key
    QSet<domain::ConversationId> m_short; ///< held by this agent, and told that time runs short
    QSet<domain::ConversationId> m_given; ///< to this agent, and not looked at since
    QHash<QString, Notice> m_last;        ///< what was last said under each key that still holds
    QHash<QString, quint64> m_reminders;  ///< keys that come again, with the number of the wish
    std::function<milliseconds()> m_remindAfter = [] {
        return milliseconds(5 * 60'000);
    };
    quint64 m_reminder = 0;
    QElapsedTimer m_burst; ///< since the first of those that came close together
    int m_inBurst = 0;
    QMap<NoticeKind, QElapsedTimer> m_heard; ///< when last
    bool m_moreOfMine = false;
    int m_summary = 0; ///< so many stand behind the one with queueKey
    bool m_summaryUrgent = false;

    /// What this agent holds and must hurry with has a key beside the one of its messages.
    [[nodiscard]] static QString hurryKey(const domain::ConversationId& conversation);
    [[nodiscard]] static QString givenKey(const domain::ConversationId& conversation);
    [[nodiscard]] Notice noticeOf(const client::HandoffNews& news);
    void show(const Notice& notice);
    void withdraw(const QString& key);
    [[nodiscard]] bool isOneTooMany();
    void addToSummary(int count, bool urgent);
    void markRead(const QString& key);
    void withdrawHurry(const domain::ConversationId& conversation);
    void withdrawGiven(const domain::ConversationId& conversation);
    void settle(const domain::ConversationId& conversation);
    void settleAll();
    void settleSummary();
    void settleMine();
};

} // namespace relevo::ui
