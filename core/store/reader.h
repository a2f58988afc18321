#pragma once

#include <store/audit.h>
#include <store/data_rights.h>
#include <store/fact_tables.h>
#include <store/journal.h>

namespace relevo::store {

/// One event as the journal has it.
struct StoredEvent
{
    qint64 seq = 0;
    std::string body;
    QByteArray hash;
};

/// The store in figures, for whoever watches over it; of all projects together.
struct StoreFigures
{
    qint64 events = 0;
    qint64 outboxRows = 0;
    std::optional<Timestamp> oldestInOutbox;
};

/// The read side of the store. Any number of them, each with a connection of its own and in one thread; what
/// the writer has committed is seen by the next call.
class Reader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Reader>> open(const StoreOptions& options);

    /// A text that names this journal; another database has another.
    [[nodiscard]] Result<QString> journalEpoch();
    [[nodiscard]] Result<std::vector<domain::Project>> projects();
    [[nodiscard]] Result<StoreFigures> figures();
    [[nodiscard]] Result<Head> head(const domain::ProjectId& project);
    /// The live state with its sequence, all of one moment. Seq 0 for a project that has no events.
    [[nodiscard]] Result<domain::ProjectState> liveState(const domain::ProjectId& project);
    /// Events with a greater sequence, ascending, at most `limit`.
    [[nodiscard]] Result<std::vector<StoredEvent>> eventsAfter(const domain::ProjectId& project, qint64 seq,
                                                               int limit);

    [[nodiscard]] Result<std::optional<domain::ConversationState>>
    conversationBySession(const domain::ProjectId& project, const QString& sessionId);
    [[nodiscard]] Result<std::optional<domain::ConversationState>>
    conversationById(const domain::ProjectId& project, const domain::ConversationId& id);
    /// Closed conversations whose handoff was resolved since then (Lookup::resolvedSince).
    [[nodiscard]] Result<std::vector<domain::ConversationState>>
    resolvedSince(const domain::ProjectId& project, Timestamp since, int limit);
    /// Any handoff, also one that is over, with its summary.
    [[nodiscard]] Result<std::optional<domain::Handoff>> handoff(const domain::ProjectId& project,
                                                                 const domain::HandoffId& id);
    /// The newest handoffs of a conversation, the newest first.
    [[nodiscard]] Result<std::vector<domain::Handoff>>
    newestHandoffs(const domain::ProjectId& project, const domain::ConversationId& conversation, int limit);
    /// The first `limit` messages after `seq`, ascending, with their present delivery.
    [[nodiscard]] Result<std::vector<domain::Message>>
    messagesAfter(const domain::ProjectId& project, const domain::ConversationId& conversation, qint64 seq,
                  int limit, bool notes);
    /// The last `limit` of the messages after `seq`, ascending, without notes, with their present delivery.
    [[nodiscard]] Result<std::vector<domain::Message>>
    newestMessagesAfter(const domain::ProjectId& project, const domain::ConversationId& conversation,
                        qint64 seq, int limit);
    /// The last `limit` messages before `seq`, ascending, with their present delivery.
    [[nodiscard]] Result<std::vector<domain::Message>>
    newestMessages(const domain::ProjectId& project, const domain::ConversationId& conversation,
                   qint64 beforeSeq, int limit);

    /// What happened in the period [from, to), for a report.
    [[nodiscard]] Result<domain::ReportFacts> reportFacts(const domain::ProjectId& project, Timestamp from,
                                                          Timestamp to);
    /// Notifications, newest first (FactTables::notifications).
    [[nodiscard]] Result<std::vector<StoredNotification>>
    notifications(const domain::ProjectId& project, qint64 before, int limit,
                  const std::optional<domain::Agent>& agent, Timestamp now);
    /// Conversations by when something was last told of their contacts, newest first, each with that
    /// sequence number, which the next page continues before; `tag`: only contacts who have it.
    [[nodiscard]] Result<std::vector<std::pair<qint64, domain::Conversation>>>
    contacts(const domain::ProjectId& project, qint64 before, int limit, const QString& tag = {});
    /// The conversation a contact is known from.
    [[nodiscard]] Result<std::optional<domain::Conversation>> contact(const domain::ProjectId& project,
                                                                      const domain::ContactId& id);
    /// The conversations of everybody who is the same person as the contact, by when something was last told
    /// of them, newest first; empty when there is no such contact.
    [[nodiscard]] Result<std::vector<domain::Conversation>> person(const domain::ProjectId& project,
                                                                   const domain::ContactId& id);
    [[nodiscard]] Result<std::optional<domain::Notification>> notification(const domain::ProjectId& project,
                                                                           const domain::NotificationId& id);
    /// The newest first.
    [[nodiscard]] Result<std::vector<AuditEntry>> audit(const domain::ProjectId& project,
                                                        const AuditFilter& filter);

    /// All that is known of a person, of one moment: of the contact first, then of the others who are the
    /// same; empty when there is no such contact.
    [[nodiscard]] Result<std::vector<ContactRecord>> personRecord(const domain::ProjectId& project,
                                                                  const domain::ContactId& id);
    [[nodiscard]] DataRights& dataRights() { return m_dataRights; }
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

private:
    [[nodiscard]] Result<std::optional<domain::Conversation>> conversation(qint64 project,
                                                                           const domain::ConversationId& id);
    Reader(std::unique_ptr<sql::Database> database, std::shared_ptr<const Secrets> secrets);
    [[nodiscard]] Result<std::vector<domain::Message>>
    page(const domain::ProjectId& project, const domain::ConversationId& conversation, Lookup::Page page);

    std::unique_ptr<sql::Database> m_database;
    std::shared_ptr<const Secrets> m_secrets;
    Lookup m_lookup;
    FactTables m_facts;
    ContactTable m_contacts;
    Credentials m_credentials;
    BotTables m_bots;
    DataRights m_dataRights;
    OrderTable m_orders;
    CannedResponses m_cannedResponses;
    MessageTemplates m_messageTemplates;
    Enrichments m_enrichments;
    Webhooks m_webhooks;
    Audit m_audit;
    ApiKeys m_apiKeys;
    SecondFactors m_secondFactors;
    Attachments m_attachments;
};

} // namespace relevo::store
