#pragma once

#include <client/draft.h>
#include <client/kept_lists.h>
#include <client/mirror_tables.h>
#include <client/mirror_words.h>
#include <client/outbox.h>
#include <protocol/snapshot.h>
#include <sql/database.h>

#include <memory>
#include <span>

QT_BEGIN_NAMESPACE
class QLockFile;
QT_END_NAMESPACE

namespace relevo::client {

/// What folding some events, or a snapshot, has changed.
struct MirrorChanges
{
    bool everything = false; ///< a snapshot: all rows, agents and settings are to be read anew
    std::vector<domain::ConversationId> changed;
    std::vector<domain::ConversationId> gone;
    std::vector<domain::ConversationId> erased; ///< their contacts were; nothing of what was said is here now
    std::vector<protocol::SnapshotRemoved> files; ///< no longer kept; their messages are, and say so now
    std::vector<domain::Message> messages;
    std::vector<std::pair<domain::ConversationId, domain::DeliveryUpdate>> deliveries;
    bool agents = false;   ///< or teams
    bool settings = false; ///< or the project
};

/// The local replica of one relay's journal for one agent: the live state, folded with domain::apply as the
/// relay does it, and the messages of conversations as far as they were seen. One SQLite file; every function
/// is one transaction, so whatever happens the file stands at some seq and holds exactly what it says. One
/// thread.
///
/// Of the live state only what is being changed is in memory; ten thousand conversations cost nothing here.
class Mirror
{
public:
    /// Opens or makes the file, readable by its owner only. Fails with `internal` when it is damaged,
    /// or was made by a newer program, `conflict` when another process has it, `unavailable` when the disk
    /// refuses.
    [[nodiscard]] static Result<std::unique_ptr<Mirror>> open(const QString& path);
    ~Mirror();
    Q_DISABLE_COPY_MOVE(Mirror)

    [[nodiscard]] qint64 seq() const { return m_state.seq; }
    /// Names the journal this is a replica of; empty before the first snapshot.
    [[nodiscard]] const QString& epoch() const { return m_epoch; }
    /// Project, settings, agents and teams; of the conversations only some.
    [[nodiscard]] const domain::ProjectState& head() const { return m_state; }
    [[nodiscard]] Outbox& outbox() { return *m_outbox; }

    /// Folds events that follow seq(); older ones are skipped, a gap fails with `conflict` and changes
    /// nothing.
    [[nodiscard]] Result<MirrorChanges> apply(std::span<const domain::Event> events);

    /// A snapshot of the journal `epoch` begins; nothing is seen of it until its last page.
    [[nodiscard]] Result<void> beginSnapshot(const QString& epoch);
    /// The next page. The last one replaces the live state at once and returns changes.everything. `agent` is
    /// whose unread messages are counted.
    [[nodiscard]] Result<MirrorChanges> addPage(const protocol::Json& page, const domain::AgentId& agent);

    /// Every live row, unread not counted.
    [[nodiscard]] Result<std::vector<ConversationRow>> rows();
    /// The row of a conversation as it stands; nothing unless it is live.
    [[nodiscard]] Result<std::optional<ConversationRow>> row(const domain::ConversationId& id);
    /// Closed conversations whose handoff was resolved within a day and a half of the newest such, as this
    /// replica saw it happen or a snapshot told; the newest 500, newest first.
    [[nodiscard]] Result<std::vector<ConversationRow>> resolvedRows();
    /// The row of a closed conversation whose handoff was resolved; nothing for every other.
    [[nodiscard]] Result<std::optional<ConversationRow>> resolvedRow(const domain::ConversationId& id);
    /// Live or closed; nothing when it was never seen.
    [[nodiscard]] Result<std::optional<domain::ConversationState>> state(const domain::ConversationId& id);
    [[nodiscard]] Result<qint64> unread(const domain::ConversationId& id);

    struct Page
    {
        std::vector<domain::Message> messages; ///< ascending
        bool more = false;                     ///< older ones are here too
        bool complete = false; ///< nothing is known to be missing up to the conversation's beginning
    };
    /// The newest `limit` messages before `before`, without holes as far as `evenWithHoles` does not allow
    /// them.
    [[nodiscard]] Result<Page> page(const domain::ConversationId& id, qint64 before, int limit,
                                    bool evenWithHoles);
    /// What the relay gave as the messages right before `before`; none means that there are none.
    [[nodiscard]] Result<void> addHistory(const domain::ConversationId& id, qint64 before,
                                          const std::vector<domain::Message>& messages);
    /// The state of a conversation that closed before this replica began; ignored when it is known.
    [[nodiscard]] Result<void> addClosed(const domain::ConversationState& state);
    [[nodiscard]] Result<qint64> readUpTo(const domain::ConversationId& id);
    [[nodiscard]] Result<void> markRead(const domain::ConversationId& id);
    /// The same up to that message of the customer's; nothing when it is not here.
    [[nodiscard]] Result<void> markRead(const domain::ConversationId& id, const domain::MessageId& upTo);

    /// What is here of what somebody looks for; within a frame or two.
    [[nodiscard]] Result<SearchResults> search(const SearchQuery& query);

    /// An empty one is forgotten; one in a conversation whose contact was erased is not kept.
    [[nodiscard]] Result<void> putDraft(const Draft& draft);
    [[nodiscard]] Result<std::optional<Draft>> draft(const domain::ConversationId& id);
    [[nodiscard]] Result<std::vector<Draft>> drafts();

    /// The relay's list as it was last read; empty when it never was.
    [[nodiscard]] Result<QByteArray> keptList(KeptList which);
    [[nodiscard]] Result<void> keepList(KeptList which, const QByteArray& list);

    /// domain::stateHash of the live state; reads all of it.
    [[nodiscard]] Result<QString> stateHash();
    /// Forgets the oldest history until the file's content is within the bound; live states stay.
    [[nodiscard]] Result<void> trim(qint64 bytes);

private:
    Mirror(std::unique_ptr<sql::Database> database, std::unique_ptr<QLockFile> lock);

    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<sql::Database> m_database;
    MirrorTables m_tables;
    MirrorWords m_words;
    std::optional<Outbox> m_outbox;
    domain::ProjectState m_state; ///< `conversations` holds those in use only
    QString m_epoch;
    QString m_stagedEpoch;
    bool m_messagesFirst = false; ///< the snapshot's messages are written as they come
    int m_nextPage = 0;

    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<void> putConversation(const domain::ConversationState& state, bool live);
    /// The lists' rows of a file whose rows an older program made.
    [[nodiscard]] Result<void> renewRows();
    [[nodiscard]] Result<void> fold(const domain::Event& event, MirrorChanges& changes);
    [[nodiscard]] Result<void> foldConversation(const domain::Event& event, MirrorChanges& changes);
    [[nodiscard]] Result<void> keepMessage(const domain::Event& event, MirrorChanges& changes);
    /// Nothing of the contact is left here but that there was one.
    [[nodiscard]] Result<void> eraseContact(const domain::ConversationId& id);
    [[nodiscard]] Result<void> forgetFiles(const protocol::SnapshotRemoved& removed);
    [[nodiscard]] Result<void> saveTeams();
    [[nodiscard]] Result<void> saveHead(bool settings);
    [[nodiscard]] Result<void> stage(protocol::SnapshotPage page, const domain::AgentId& agent);
    /// Notes in `forgotten` what the pages say is to be forgotten.
    [[nodiscard]] Result<void> replaceAll(int pages, const domain::AgentId& agent, MirrorChanges& forgotten);
    [[nodiscard]] Result<void> placePage(const protocol::SnapshotPage& page, qint64 knownSeq,
                                         const domain::AgentId& agent);
    [[nodiscard]] Result<void> placeHistory(const protocol::SnapshotConversation& conversation,
                                            qint64 snapshotSeq, qint64 knownSeq,
                                            const domain::AgentId& agent);
};

/// Moves a damaged file (and what belongs to it) aside as PATH.corrupt-DATE; gives the new name.
[[nodiscard]] QString setAside(const QString& path, Timestamp now);

/// Deletes what was set aside of the file at path before that moment; all of it without one. What is erased
/// must not stay readable there.
void forgetSetAside(const QString& path, std::optional<Timestamp> before = {});

/// The outbox of a file that is otherwise unusable; empty when it cannot be read either.
[[nodiscard]] std::vector<OutboxItem> rescueOutbox(const QString& path);

/// The drafts of such a file, likewise.
[[nodiscard]] std::vector<Draft> rescueDrafts(const QString& path);

} // namespace relevo::client
