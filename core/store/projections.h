#pragma once

#include <store/audit.h>
#include <store/fact_tables.h>
#include <store/lookup.h>

#include <QtCore/QHash>

#include <map>

namespace relevo::store {

/// Keeps the tables beside the journal in step with it. What a group of events changes in a conversation is
/// gathered and written once, by flush(). Writer thread, inside the journal's transaction.
class Projections
{
public:
    explicit Projections(sql::Database& database);

    /// The row of a new project, numbered; its journal begins.
    [[nodiscard]] Result<qint64> addProject(const domain::ProjectId& id);
    /// `event` has its sequence number.
    [[nodiscard]] Result<void> apply(qint64 project, const domain::Event& event);
    /// Writes what was gathered; before the commit.
    [[nodiscard]] Result<void> flush();
    /// The transaction is over: with `kept` false nothing of it happened.
    void end(bool kept);
    /// Somebody else has written: what was kept in memory no longer holds.
    void forget() { m_known.clear(); }

    /// A conversation's state as this transaction has it, when it has changed it.
    [[nodiscard]] const domain::ConversationState* changed(const domain::ConversationId& id) const;

private:
    struct Known
    {
        qint64 number = 0;
        int failures = 0;
        double frustration = 0.0;
        QString channel;
        bool isAwaiting = false; ///< its handoff is open
        bool isUnanswered = false;

        void follow(const domain::ConversationState& state);
    };
    struct Touched
    {
        qint64 project = 0;
        qint64 number = 0;
        qint64 opened = 0; ///< position of the newest opening
        bool handoffChanged = false;
        domain::ConversationState state;
    };

    [[nodiscard]] static bool isPlain(const domain::Event& event, const Known& known);
    [[nodiscard]] Result<Known*> known(qint64 project, const domain::ConversationId& id);
    Known& remember(const domain::ConversationId& id, const Known& known);
    [[nodiscard]] Result<Touched*> touch(qint64 project, const domain::ConversationId& id);
    [[nodiscard]] Result<void> openConversation(qint64 project, const domain::Event& event,
                                                const domain::Conversation& conversation);
    [[nodiscard]] Result<qint64> addConversation(qint64 project, qint64 position,
                                                 const domain::Conversation& conversation);
    [[nodiscard]] Result<void> applyToState(qint64 project, const Known& known, const domain::Event& event);
    [[nodiscard]] Result<void> addMessage(qint64 project, const domain::Event& event,
                                          const domain::Message& message);
    [[nodiscard]] Result<void> updateDelivery(qint64 project, const domain::DeliveryUpdate& update);
    [[nodiscard]] Result<void> saveAgent(qint64 project, const domain::Agent& agent);
    [[nodiscard]] Result<void> saveTeam(qint64 project, domain::EventType type, const domain::Team& team);
    [[nodiscard]] Result<void> applyToTables(qint64 project, const domain::Event& event);
    [[nodiscard]] Result<void> saveProject(qint64 project, const domain::Event& event);
    [[nodiscard]] Result<void> listOfConversation(qint64 project, const domain::Event& event);
    [[nodiscard]] Result<void> saveErasure(qint64 project, const domain::Event& event,
                                           const Touched& touched);
    [[nodiscard]] Result<void> write(const Touched& touched);
    [[nodiscard]] Result<void> writeHandoff(const Touched& touched);
    [[nodiscard]] Result<void> putHandoff(const Touched& touched, const domain::Handoff& handoff);
    [[nodiscard]] Result<void> rateEarlier(const Touched& touched, const domain::Handoff& rated);

    sql::Database& m_database;
    Lookup m_lookup;
    FactTables m_facts;
    Audit m_audit;
    QHash<domain::ConversationId, Known> m_known; // bounded; a cache
    std::map<domain::ConversationId, Touched> m_touched;
};

} // namespace relevo::store
