#pragma once

#include <store/api_keys.h>
#include <store/attachments.h>
#include <store/bot_tables.h>
#include <store/canned_responses.h>
#include <store/credentials.h>
#include <store/enrichments.h>
#include <store/eraser.h>
#include <store/left_agents.h>
#include <store/message_templates.h>
#include <store/order_table.h>
#include <store/projections.h>
#include <store/second_factors.h>
#include <store/store_lock.h>
#include <store/store_options.h>
#include <store/webhooks.h>

#include <map>

namespace relevo::store {

/// Where a project's journal stands: the newest sequence number, and the hash of its event, which covers all
/// before it.
struct Head
{
    qint64 seq = 0;
    QByteArray hash;
};

/// An event that is on disk, with the bytes that are stored, hashed and sent.
struct CommittedEvent
{
    domain::ProjectId project;
    domain::Event event;
    std::string body;
};

/// The hash chain's next link: SHA-256 over the hash before (32 bytes, zeros for the first) and the event's
/// body.
[[nodiscard]] QByteArray chainHash(const QByteArray& before, std::string_view body);

/// The write side of the store: one transaction a group of commands. Lives in one thread, owns the write
/// connection.
///
/// Between begin() and commit() everything seen here includes the group's own changes. When any call fails,
/// commit() among them, the group is to be rolled back: nothing of it has happened then. Errors are
/// `unavailable` for what the machine refuses (full disk, no permission, locked by another program) and
/// `internal` otherwise.
class Journal
{
public:
    /// Opens the store, making or migrating it. A newer schema than this program knows is refused and left as
    /// it is. Holds the store's lock together with other writers; `conflict` while a restore or a migration
    /// has it alone.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const StoreOptions& options);
    /// Rolls back what was not committed.
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    [[nodiscard]] Result<void> begin();
    /// When it returns without an error, the group is on disk.
    [[nodiscard]] Result<void> commit();
    void rollback();

    /// Empties the write-ahead log, waiting a while for whoever reads: for a program without a checkpointer
    /// that has erased something. False when somebody read all the while; then it is emptied later.
    [[nodiscard]] Result<bool> emptyLog();

    /// Writes something without meaning, so that the commit shows whether the disk takes it.
    [[nodiscard]] Result<void> probe(Timestamp at);

    /// As it is on disk and in this group; seq 0 for a project that has no events. Other programs may have
    /// moved it since the last group.
    [[nodiscard]] Result<Head> head(const domain::ProjectId& project);
    /// The answer remembered for a command id, if any; `invalid` when that command had another `content`.
    [[nodiscard]] Result<std::optional<std::string>>
    answerOf(const domain::ProjectId& project, const QString& commandId, const QByteArray& content = {});
    /// Numbers the events (and the messages in them), encodes and chains them, and writes them with all that
    /// follows from them.
    [[nodiscard]] Result<std::vector<CommittedEvent>> append(const domain::ProjectId& project,
                                                             std::vector<domain::Event> events);
    struct KeptAnswer
    {
        QString commandId;
        std::string_view answer;
        Timestamp at;
        QByteArray content = {};           ///< what answerOf() compares, some bytes of a hash; empty: nothing
        domain::ConversationId about = {}; ///< whose customer the answer tells something of; null: nobody's
    };
    /// For a project that has events, and once a command id.
    [[nodiscard]] Result<void> remember(const domain::ProjectId& project, const KeptAnswer& kept);

    // Conversations, open or closed, as this group leaves them.
    [[nodiscard]] Result<std::optional<domain::ConversationState>>
    conversationBySession(const domain::ProjectId& project, const QString& sessionId);
    [[nodiscard]] Result<std::optional<domain::ConversationState>>
    conversationById(const domain::ProjectId& project, const domain::ConversationId& id);
    [[nodiscard]] Result<std::optional<domain::ConversationState>>
    conversationOfHandoff(const domain::ProjectId& project, const domain::HandoffId& id);
    /// Any handoff, as it was when its conversation last had another state written; the newest of a
    /// conversation stands in that.
    [[nodiscard]] Result<std::optional<domain::Handoff>> handoff(const domain::ProjectId& project,
                                                                 const domain::HandoffId& id);
    /// Everybody who is the same person as the contact, the contact among them; empty when there is none.
    [[nodiscard]] Result<std::vector<domain::KnownContact>> person(const domain::ProjectId& project,
                                                                   const domain::ContactId& id);
    /// The newest of a conversation after `seq`, oldest first, private notes left out.
    [[nodiscard]] Result<std::vector<domain::Message>> saidAfter(const domain::ProjectId& project,
                                                                 const domain::ConversationId& conversation,
                                                                 qint64 seq, int limit);
    /// With its present delivery.
    [[nodiscard]] Result<std::optional<domain::Message>> message(const domain::ProjectId& project,
                                                                 const domain::MessageId& id);

    [[nodiscard]] Credentials& credentials() { return m_credentials; }
    [[nodiscard]] BotTables& bots() { return m_bots; }
    [[nodiscard]] OrderTable& orders() { return m_orders; }
    [[nodiscard]] CannedResponses& cannedResponses() { return m_cannedResponses; }
    [[nodiscard]] MessageTemplates& messageTemplates() { return m_messageTemplates; }
    [[nodiscard]] Enrichments& enrichments() { return m_enrichments; }
    [[nodiscard]] Webhooks& webhooks() { return m_webhooks; }
    [[nodiscard]] ApiKeys& apiKeys() { return m_apiKeys; }
    [[nodiscard]] Attachments& attachments() { return m_attachments; }
    [[nodiscard]] SecondFactors& secondFactors() { return m_secondFactors; }
    [[nodiscard]] LeftAgents& leftAgents() { return m_leftAgents; }

private:
    struct OpenHead
    {
        qint64 number = 0; ///< the project's
        Head head;
        bool moved = false;
    };

    Journal(StoreLock lock, std::unique_ptr<sql::Database> database, std::shared_ptr<const Secrets> secrets,
            std::shared_ptr<WriteGate> gate);
    [[nodiscard]] Result<void> run(const char* sql);
    [[nodiscard]] Result<OpenHead*> openHead(const domain::ProjectId& project);
    [[nodiscard]] Result<OpenHead> readHead(const domain::ProjectId& project);
    [[nodiscard]] Result<qint64> number(const domain::ProjectId& project);
    [[nodiscard]] Result<void> writeEvent(OpenHead& head, const domain::Event& event, std::string_view body);
    [[nodiscard]] Result<std::optional<domain::ConversationState>>
    withChanges(Result<std::optional<domain::ConversationState>> stored) const;
    void end(bool kept);

    StoreLock m_lock; // as long as anything is written
    std::unique_ptr<sql::Database> m_database;
    std::shared_ptr<const Secrets> m_secrets;
    Lookup m_lookup;
    Projections m_projections;
    Eraser m_eraser;
    Credentials m_credentials;
    BotTables m_bots;
    OrderTable m_orders;
    CannedResponses m_cannedResponses;
    MessageTemplates m_messageTemplates;
    Enrichments m_enrichments;
    Webhooks m_webhooks;
    ApiKeys m_apiKeys;
    SecondFactors m_secondFactors;
    Attachments m_attachments;
    LeftAgents m_leftAgents;
    std::shared_ptr<WriteGate> m_gate;
    QByteArray m_selectHead;
    QByteArray m_begin;
    std::map<domain::ProjectId, OpenHead> m_heads; // of this group
    std::map<domain::ProjectId, qint64> m_written; // the sequence each project had after our last group
    bool m_inGroup = false;
    bool m_erases = false; // in this group
};

} // namespace relevo::store
