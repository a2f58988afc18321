#pragma once

#include <client/courier.h>
#include <client/draft_box.h>
#include <client/finder.h>
#include <client/login.h>
#include <client/news.h>
#include <client/profile.h>
#include <client/publisher.h>
#include <client/relay_clock.h>
#include <client/storage_info.h>
#include <client/typing.h>

namespace relevo::client {

/// The mirror thread's side of a Desk: owns the replica, the connection and all parsing, and ties them
/// together. Every function is called on that thread by a queued call; every signal goes to the UI thread by
/// one.
class Session final : public QObject
{
    Q_OBJECT
public:
    /// `options` and what it refers to must outlive the session.
    explicit Session(const DeskOptions& options);
    ~Session() override;

    /// Leaves whatever replica and connection there are; answers with begun. What is told before that answer
    /// is about what was left.
    void begin(quint64 era);
    /// Answers with profileRead. `attempt` comes back with the answer.
    void readProfile(const QString& name, quint64 attempt);
    /// Answers with loggedIn or loginFailed.
    void logIn(const QString& profileName, const QUrl& relay, const Credentials& credentials,
               quint64 attempt);
    /// Shows the profile's replica, without a connection. After begin.
    void openReplica(const Profile& profile, bool save);
    void connectWith(const QString& token);
    void reconnect();
    /// Ends the session at the relay.
    void logOut();
    /// Ends a session that was never used.
    void revoke(const QUrl& relay, const QString& token);

    void claim(const domain::HandoffId& handoff, const domain::ConversationId& conversation);
    /// What a message or a note to colleagues says, and the files that go with it.
    struct Words
    {
        QString text;
        std::vector<OutgoingFile> files = {};
        std::optional<domain::TemplateUse> madeFrom = {}; ///< the relay makes the text anew, from this
        /// The newest message that the text answers to: when others have spoken since, it is not sent.
        std::optional<qint64> basedOnSeq = {};
    };
    /// Kept back for `hold`, unless something else is sent there meanwhile.
    void send(const domain::ConversationId& conversation, const domain::HandoffId& handoff, qint64 epoch,
              const Words& words, milliseconds hold);
    /// The newest message there that is kept back becomes a draft again (draftReturned).
    void takeBackMessage(const domain::ConversationId& conversation);
    /// A question to the relay that changes nothing here; not kept, and not asked again.
    void ask(const std::string& method, const protocol::Json& params, Link::Answer answered);
    void resolve(const domain::HandoffId& handoff, const domain::ConversationId& conversation,
                 const Resolution& resolution);
    /// `to` is what the relay is to be told beside the handoff: agentId, teamId, bot, or nothing.
    void transfer(Wish kind, const domain::HandoffId& handoff, const domain::ConversationId& conversation,
                  const protocol::Json& to, const QString& note);
    void decline(const domain::HandoffId& handoff, const domain::ConversationId& conversation,
                 const QString& reason);
    void snooze(const domain::HandoffId& handoff, const domain::ConversationId& conversation, int minutes);
    void reopen(const domain::HandoffId& handoff, const domain::ConversationId& conversation);
    void note(const domain::HandoffId& handoff, const domain::ConversationId& conversation,
              const Words& words, const QList<domain::AgentId>& mentions);
    /// Any other wish, with its params but for the command's id. Kept back for a moment where it can be taken
    /// back and `thoughtful`.
    void make(Wish kind, const domain::ConversationId& conversation, const protocol::Json& params,
              bool thoughtful);
    /// Answers with takenBack.
    void takeBack(const QUuid& wish);
    void setAvailability(domain::Availability availability);
    /// The relay is told, now or with the next hello.
    void setAlertsShown(const AlertsShown& shown);
    void setHere(bool here); ///< somebody is at this computer, or nobody
    void readNotification(const domain::NotificationId& notification);
    void keepDraft(const Draft& draft);
    void setTyping(const domain::ConversationId& conversation, bool on);
    void markRead(const domain::ConversationId& conversation);
    void openConversation(const domain::ConversationId& conversation);
    /// Colleagues are told that this agent looks there, until it is closed or another is looked at.
    void lookAt(const domain::ConversationId& conversation);
    void closeConversation(const domain::ConversationId& conversation);
    void loadOlder(const domain::ConversationId& conversation, qint64 before);
    void batchTaken();
    /// Shown again when this replica is opened the next time (listKept).
    void keepList(KeptList which, const QByteArray& list);
    /// Brings and keeps the files of messages; its signals cross the threads by themselves.
    [[nodiscard]] FileCarrier& files() { return m_files; }
    /// Answers with storageMeasured.
    void measureStorage();
    /// The bound of the replica's history from now on; forgets what is past it.
    void setHistoryBytes(qint64 bytes);
    /// Deletes what is kept for this profile. After begin. Answers with deviceForgotten.
    void forgetDevice(const Profile& profile);
    /// Answers with found, once or twice. `number` comes back with the answers.
    void search(quint64 number, const SearchQuery& query);

Q_SIGNALS:
    void begun(quint64 era);
    void profileRead(quint64 attempt, const relevo::Result<relevo::client::Profile>& profile);
    void loggedIn(quint64 attempt, const relevo::client::Profile& profile, const QString& token);
    void loginFailed(quint64 attempt, const relevo::Error& error);
    /// The replica cannot be opened: full disk, or another Relevo has it.
    void replicaFailed(const relevo::Error& error);
    /// The open replica cannot be written or read, told once; it is tried again with the connection.
    void replicaTroubled(const relevo::Error& error);
    /// What replicaTroubled told is over.
    void replicaMended();
    void replicaRebuilt(const QString& keptAs);
    void meKnown(const relevo::domain::Agent& me);
    void linkChanged(const relevo::client::LinkInfo& info);
    void batchReady(const relevo::client::SharedBatch& batch);
    void wishFailed(relevo::client::Wish wish, const relevo::domain::ConversationId& conversation,
                    const relevo::Error& error);
    void draftReturned(const relevo::domain::ConversationId& conversation, const QString& text,
                       const QString& reason, qint64 basedOnSeq);
    void templateReturned(const relevo::domain::ConversationId& conversation,
                          const relevo::domain::TemplateUse& use);
    /// A note, or words that went with a wish, that were not kept.
    void noteReturned(const relevo::domain::ConversationId& conversation, const QString& text);
    /// Files of a message, or of a note, that was not sent: a draft's again. After draftReturned and
    /// noteReturned.
    void filesReturned(const relevo::domain::ConversationId& conversation,
                       const QList<relevo::client::OutgoingFile>& files, bool note);
    void wishHeld(const relevo::client::HeldWish& wish);
    /// The relay has done it.
    void wishKept(relevo::client::Wish wish, const relevo::domain::ConversationId& conversation);
    /// `done` is false when it may have been sent already.
    void takenBack(const QUuid& wish, bool done);
    /// All of the profile's, when its replica was opened.
    void draftsRead(const QList<relevo::client::Draft>& drafts);
    /// The relay's list as it was kept, when the replica was opened.
    void listKept(relevo::client::KeptList which, const QByteArray& list);
    /// It is another one at the relay.
    void listChanged(relevo::client::KeptList which);
    void contactErased(const relevo::domain::ConversationId& conversation);
    void claimed(const relevo::domain::HandoffId& handoff,
                 const relevo::domain::ConversationId& conversation);
    void typing(const relevo::domain::ConversationId& in, const QString& name, bool on, const QString& text);
    void newHandoff(const relevo::client::HandoffNews& handoff);
    void handoffsWhileAway(int count, const QList<relevo::client::HandoffNews>& pressing);
    void notifiedOf(const relevo::domain::Notification& notification);
    void notificationRead(const relevo::domain::NotificationId& notification);
    void customerWrote(const relevo::domain::ConversationId& conversation, const QString& line);
    void moreOfMine(int count);
    void storageMeasured(const relevo::client::StorageInfo& info);
    void deviceForgotten(const relevo::Result<void>& done);
    void found(quint64 number, const relevo::client::SharedResults& results);
    void viewers(const relevo::domain::ConversationId& conversation, const QStringList& others);

private:
    /// The events a snapshot has stood for: after the one number, up to the other.
    struct Missed
    {
        qint64 after = 0;
        qint64 upTo = 0;
    };

    const DeskOptions& m_options;
    Profile m_profile;
    QString m_token;
    std::unique_ptr<Mirror> m_mirror;
    Link m_link;
    FileCarrier m_files;
    Login m_login;
    Publisher m_publisher;
    Courier m_courier;
    Typing m_typing;
    DraftBox m_drafts;
    RelayClock m_relayClock; ///< what the relay has dated is judged by it
    News m_news;
    Finder m_finder;
    QTimer m_fold;
    QTimer m_trim;
    std::vector<domain::Event> m_incoming;
    bool m_snapshot = false;        ///< pages are coming
    bool m_troubled = false;        ///< replicaTroubled was told
    qint64 m_target = 0;            ///< caught up when the replica is here
    std::optional<Missed> m_missed; ///< the notifications among them are not here yet
    int m_rebuilds = 0;
    qint64 m_historyBytes = 0;
    domain::ConversationId m_viewing; ///< what was opened last, until it is closed
    AlertsShown m_alerts;
    AlertsShown m_alertsTold;   ///< to the relay, over this connection
    std::optional<bool> m_here; ///< whoever is signed in; nothing until it is known

    void wire();
    void welcomed(const Welcome& welcome);
    void notified(const std::string& method, const protocol::Json& params);
    void tellViewing();
    void tellAlerts();
    [[nodiscard]] Greeting greeting();
    void tellHere();
    /// What this agent has read at another desktop.
    [[nodiscard]] Result<void> markReadElsewhere(const std::vector<domain::Event>& events);
    void takeViewers(const protocol::Json& params);
    void takeEvent(const protocol::Json& params);
    void takePage(const protocol::Json& params);
    void foldIncoming();
    void checkCaughtUp();
    void tellDrafts();
    void tellLists();
    /// The text was not sent and never will be; it is a draft again.
    void giveBack(const OutboxItem& item, const QString& reason);
    void giveBackFiles(const OutboxItem& item);
    /// The files are kept as they are now; why not, if they cannot be.
    [[nodiscard]] std::optional<Error> takeFiles(OutboxItem& item, const std::vector<OutgoingFile>& files);
    void pruneFiles();
    void settleOutbox(const std::vector<domain::Message>& messages);
    /// What is still here of erased contacts, and what was to be done for them; files that are not kept.
    void forget(const MirrorChanges& changes);
    void linkMoved(const LinkInfo& info);
    void wishDone(const OutboxItem& item);
    void wishRefused(const OutboxItem& item, const Error& error);
    /// A message was overtaken: what ends its conversation, or puts it off, was meant to come after it.
    void refuseWhatFollows(const OutboxItem& message, const Error& error);
    /// A claim or a reopening was refused although the handoff is this agent's: by an earlier attempt, or at
    /// another desk.
    [[nodiscard]] bool holdsAlready(const OutboxItem& item, const Error& error);
    void wish(OutboxItem item, std::optional<Error> trouble = {});
    /// Why a wish cannot even be tried, or nothing.
    [[nodiscard]] std::optional<Error> obstacle(const OutboxItem& item) const;
    /// What is wanted of a handoff, kept back for a moment where it can be taken back.
    [[nodiscard]] OutboxItem about(Wish kind, const domain::HandoffId& handoff,
                                   const domain::ConversationId& conversation) const;
    /// Asks the relay for a conversation of which nothing can be shown.
    void fetchIfUnknown(const domain::ConversationId& conversation);
    void fetchHistory(const domain::ConversationId& conversation, qint64 before);
    void historyCame(const domain::ConversationId& conversation, qint64 before,
                     const Result<protocol::Json>& answer);
    void fetchMissedNotifications();
    void missedNotificationsCame(const Missed& missed, const protocol::Json& page);
    void trimHistory();
    void useMirror(std::unique_ptr<Mirror> mirror);
    void closeReplica();
    /// A damaged replica is rebuilt from the relay; anything else is told.
    void replicaTrouble(const Error& error);
    void replicaWorks();
    void rebuild();
    [[nodiscard]] bool online() const { return m_link.state() == LinkState::Online; }
};

} // namespace relevo::client
