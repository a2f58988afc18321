#pragma once

#include <client/attachments.h>
#include <client/desk_options.h>
#include <client/draft.h>
#include <client/handoff_news.h>
#include <client/kept_lists.h>
#include <client/login.h>
#include <client/profile.h>
#include <client/search.h>
#include <client/secrets.h>
#include <client/storage_info.h>
#include <client/transcript.h>
#include <client/wish.h>

#include <QtCore/QThread>

#include <functional>

namespace relevo::client {

class Session;

/// All of the desktop that is not a window: the one thing the UI talks to. Lives on the UI thread; disk,
/// network and parsing happen on a thread of its own, and nothing here waits for them.
///
/// Wishes are made sure of: what is sent or resolved is written to the outbox first, survives a restart, goes
/// out in order when the link is up, and has effect once. Wishes of the moment (isOfTheMoment) are only made
/// while connected. What gives a conversation away is kept back for DeskOptions::undoWithin and told by
/// wishHeld; until it has been sent, takeBack undoes it.
class Desk final : public QObject
{
    Q_OBJECT
public:
    /// `secrets` and what `options` refers to must outlive the desk.
    Desk(DeskOptions options, Secrets& secrets, QObject* parent = nullptr);
    ~Desk() override;

    [[nodiscard]] LiveView& live() { return m_live; }
    [[nodiscard]] const LinkInfo& link() const { return m_linkInfo; }
    /// The relay's HTTP interface as whoever is signed in here.
    [[nodiscard]] RelayApi& api() { return m_api; }
    /// The files of messages.
    [[nodiscard]] Attachments& attachments() { return *m_attachments; }
    /// Who was last signed in under this profile; an empty relay when nobody was. Known after resume().
    [[nodiscard]] const Profile& profile() const { return m_profile; }

    /// Shows what the profile's replica holds and connects with the token kept in Secrets. Ends in signedIn,
    /// or in signInNeeded.
    void resume(const QString& profileName);
    /// Ends in signedIn or signInFailed. `typedUrl` as a person types it (profile.h). The newest of resume,
    /// signIn and signOut counts: late answers to an earlier one are not heard.
    void signIn(const QString& typedUrl, const Credentials& credentials);
    /// Whoever was signing in has left off: the relay's answer, when it is still to come, is not heard, and a
    /// session it begins is ended.
    void abandonSignIn();
    /// Ends the session at the relay, forgets the token and closes the replica, which stays on disk.
    void signOut();
    /// Tries now instead of waiting; also takes the desk back after LinkState::Replaced.
    void reconnect();

    void claim(const domain::HandoffId& handoff);
    /// Waits in the transcript and rows at once. For `hold` it can be taken back, unless something else is
    /// sent there; a restart loses neither it nor its files (copied first), without which the text must not
    /// be empty. When others have spoken after `basedOnSeq` it comes back (wasOvertaken), however late it is.
    void send(const domain::ConversationId& conversation, const QString& text, milliseconds hold = {},
              const QList<OutgoingFile>& files = {}, std::optional<qint64> basedOnSeq = {});
    /// Goes at once, through a closed reply window, too; `text` is what the relay will make of it.
    void sendTemplate(const domain::ConversationId& conversation, const domain::TemplateUse& use,
                      const QString& text);
    /// Ends in draftReturned without a reason, or in nothing when it has gone already.
    void takeBackMessage(const domain::ConversationId& conversation);
    void resolve(const domain::HandoffId& handoff, const relevo::client::Resolution& resolution);
    /// The receiver sees the note, the customer does not; it may be empty.
    void transferToAgent(const domain::HandoffId& handoff, const domain::AgentId& agent, const QString& note);
    void transferToTeam(const domain::HandoffId& handoff, const domain::TeamId& team, const QString& note);
    void handBack(const domain::HandoffId& handoff, const QString& note);
    /// Back to everybody's queue.
    void release(const domain::HandoffId& handoff, const QString& note);
    /// What is offered to this agent goes to the next.
    void decline(const domain::HandoffId& handoff, const QString& reason);
    /// Puts it off for so long from now, at most 31 days; 0 wakes it.
    void snooze(const domain::HandoffId& handoff, int minutes);
    /// Takes up one that is over; ends in claimed.
    void reopen(const domain::HandoffId& handoff);
    /// A word to the other agents about the conversation's newest handoff. It need not be this agent's.
    void note(const domain::ConversationId& conversation, const QString& text);
    /// The same; these colleagues are told, as far as the text names them as "@Name".
    void noteNaming(const domain::ConversationId& conversation, const QString& text,
                    const QList<domain::AgentId>& mentions,
                    const QList<relevo::client::OutgoingFile>& files = {});
    /// Any other wish (people.h); of what can be taken back at once unless `thoughtful`.
    void make(Wish kind, const domain::ConversationId& conversation, const protocol::Json& params,
              bool thoughtful = true);
    /// Ends in takenBack.
    void takeBack(const QUuid& wish);
    void setAvailability(domain::Availability availability);
    void setAlertsShown(const AlertsShown& shown); ///< told to the relay, with each connection anew
    void setHere(bool here); ///< somebody is at this computer; the relay is told with each connection
    void markNotificationRead(const domain::NotificationId& notification); ///< the agent has opened it
    /// On disk within half a second; an empty one is forgotten.
    void keepDraft(const Draft& draft);
    /// Call on every key stroke and with `on` false when the composer is emptied; it is throttled here.
    void setTyping(const domain::ConversationId& conversation, bool on);
    /// Everything shown so far has been read.
    void markRead(const domain::ConversationId& conversation);

    /// The conversation's transcript, filled from disk soon. Kept up to date and the same object until
    /// closeConversation; owned by the desk.
    Transcript* openConversation(const domain::ConversationId& conversation);
    Transcript* openBeside(const domain::ConversationId& conversation); ///< no colleague is told
    void closeConversation(const domain::ConversationId& conversation);
    /// Asks for the next page of older messages, from disk and then from the relay.
    void loadOlder(const domain::ConversationId& conversation);
    /// Looks for messages and contacts: on this device at once, and in the relay a moment later. Answered by
    /// searchFound under the number this gives; only the newest search is sure to be.
    quint64 search(const SearchQuery& query);

    /// Ends in storageMeasured.
    void measureStorage();
    /// The bound of the replica's history on disk; ends in storageMeasured.
    void setHistoryBytes(qint64 bytes);
    /// signOut, and everything that this device keeps for the account is deleted: the replica with what is
    /// not sent, the profile and the token. Ends in deviceForgotten.
    void forgetDevice();

    /// Asks the relay by a method of the agents' socket that changes nothing here. Answered once, here; not
    /// at all when the replica is left before. Without a connection: `unavailable`.
    void ask(const std::string& method, const protocol::Json& params,
             std::function<void(const Result<protocol::Json>&)> answered);

Q_SIGNALS:
    void linkStateChanged(const relevo::client::LinkInfo& info);
    /// `live().me()` is set and rows come. When `tokenKept` is false there is no keychain, and the session
    /// lasts only as long as the program.
    void signedIn(const relevo::client::Profile& profile, bool tokenKept);
    /// The password, the code or the relay (reasons in login.h), or the replica cannot be opened (error.code
    /// Conflict: another Relevo has it).
    void signInFailed(const relevo::Error& error);
    /// Nobody is signed in under this profile, or the session has ended; `profile()` fills the form.
    void signInNeeded();
    void signedOut();
    /// The replica's first rows after resume or sign-in are in live().
    void firstRowsShown();

    /// A wish was refused for good (somebody else won the claim: error.code AlreadyClaimed, context
    /// holderName; a file could not go: context file) or could not be tried. `conversation` may be null.
    void commandFailed(relevo::client::Wish wish, const relevo::domain::ConversationId& conversation,
                       const relevo::Error& error);
    /// A text is not sent; it belongs back into the composer, answering to what it did. After commandFailed.
    void draftReturned(const relevo::domain::ConversationId& conversation, const QString& text,
                       const QString& reason, qint64 basedOnSeq);
    /// A message made of a template was not sent and never will be. After commandFailed.
    void templateReturned(const relevo::domain::ConversationId& conversation,
                          const relevo::domain::TemplateUse& use);
    /// Words that went with a wish that failed (a note, what a transfer or a resolve said to colleagues) were
    /// not kept anywhere. After commandFailed. Never for the customer.
    void noteReturned(const relevo::domain::ConversationId& conversation, const QString& text);
    /// The files of a text that came back, or of a note: they belong back to its draft. After draftReturned.
    void filesReturned(const relevo::domain::ConversationId& conversation,
                       const QList<relevo::client::OutgoingFile>& files, bool note);
    /// The relay has done it.
    void wishKept(relevo::client::Wish wish, const relevo::domain::ConversationId& conversation);
    /// Can be taken back until it is sent: at `until`, later without a connection.
    void wishHeld(const relevo::client::HeldWish& wish);
    /// Answers takeBack: done, and it never was; or not, because it may have been sent.
    void takenBack(const QUuid& wish, bool done);
    /// What had been written and not sent when this replica was last left, all of it. Once for each replica.
    void draftsRead(const QList<relevo::client::Draft>& drafts);
    /// A contact was forgotten; so is what was written to them.
    void contactErased(const relevo::domain::ConversationId& conversation);
    /// This agent's claim has won, or the reopening.
    void claimed(const relevo::domain::HandoffId& handoff,
                 const relevo::domain::ConversationId& conversation);

    /// Somebody else is typing, `text` where the channel tells it; told anew with every renewal, else over.
    void typing(const relevo::domain::ConversationId& in, const QString& name, bool on, const QString& text);
    /// The other agents who look at a conversation this desk looks at, whenever that changes.
    void viewersChanged(const relevo::domain::ConversationId& conversation, const QStringList& others);
    /// While this desk was watching: it began to wait, was offered to this agent, or needs somebody to hurry.
    void newHandoff(const relevo::client::HandoffNews& handoff);
    /// After catching up `count` handoffs wait that were not known; `pressing`: their first mostPressingNews.
    void handoffsWhileAway(int count, const QList<relevo::client::HandoffNews>& pressing);
    /// Something else to be told: posted now, or missed and not read meanwhile (the newest ones). Once each.
    void notified(const relevo::domain::Notification& notification);
    /// This agent has read it, here or at another desktop.
    void notificationRead(const relevo::domain::NotificationId& notification);
    /// A customer wrote in a conversation this agent holds: now, or missed and not read meanwhile.
    void customerWrote(const relevo::domain::ConversationId& conversation, const QString& line);
    /// After catching up: so many more of this agent's customers wait than were told one by one.
    void moreOfMine(int count);
    /// What a search has found so far; told again when the relay has answered.
    void searchFound(quint64 number, const relevo::client::SharedResults& results);
    /// The replica on disk was damaged and is being rebuilt from the relay; `keptAs` is the damaged file.
    void replicaRebuilt(const QString& keptAs);
    /// The replica cannot be written (a full disk, mostly): wishes are refused. Told once.
    void replicaTroubled(const relevo::Error& error);
    /// What replicaTroubled told is over, or its replica was left.
    void replicaMended();
    void storageMeasured(const relevo::client::StorageInfo& info);
    /// With what could not be deleted, if anything.
    void deviceForgotten(const relevo::Result<void>& done);

private:
    DeskOptions m_options;
    Secrets& m_secrets;
    LiveView m_live;
    RelayApi m_api;
    KeptLists m_lists;
    LinkInfo m_linkInfo;
    Profile m_profile;
    QHash<domain::ConversationId, Transcript*> m_transcripts;
    QThread m_thread;
    Session* m_session = nullptr; ///< lives on m_thread; reached by queued calls only
    Attachments* m_attachments;
    bool m_rowsShown = false;
    bool m_troubled = false;
    bool m_asking = false;  ///< the relay has not answered the newest signIn
    quint64 m_search = 0;   ///< the newest one's number
    quint64 m_attempt = 0;  ///< to sign in; answers to an earlier one are late
    quint64 m_era = 0;      ///< of the replica that is shown
    quint64 m_heardEra = 0; ///< the session is there; until it is, what it tells is about an earlier one

    template <typename Call>
    void post(Call call);
    /// Posts a wish about a handoff with the conversation it is about; null when that is not known here.
    template <typename Call>
    void postAbout(const domain::HandoffId& handoff, Call call);
    /// Also of a conversation that is over, while it is looked at.
    [[nodiscard]] domain::ConversationId conversationOf(const domain::HandoffId& handoff) const;
    [[nodiscard]] domain::HandoffId handoffOf(const domain::ConversationId& conversation) const;
    /// Passes a session's signal on, to a member or to what takes its values, unless it is of what was left.
    template <typename Signal, typename Member>
    void pass(Signal signal, Member member);
    void wire();
    void forward();
    void begun(quint64 era);
    void profileRead(quint64 attempt, const Result<Profile>& profile);
    void tokenRead(const Result<QString>& token);
    void loggedIn(quint64 attempt, const Profile& profile, const QString& token);
    void loginFailed(quint64 attempt, const Error& error);
    void replicaFailed(const Error& error);
    void meKnown(const domain::Agent& me);
    void useProfile(const Profile& profile);
    void linkChanged(const LinkInfo& info);
    void takeBatch(const SharedBatch& batch);
    void forgetEverything();
};

} // namespace relevo::client
