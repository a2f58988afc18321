#pragma once

#include "store_fixture.h"

#include <domain/decide.h>

#include <QtCore/QRandomGenerator>

namespace relevo::test {

/// Gives one project commands as the relay would, each decided on what the journal's look-ups give, and folds
/// the outcome into a model of its own to measure the store by.
class Commander
{
public:
    struct Model
    {
        domain::ProjectState live;
        std::map<domain::ConversationId, domain::ConversationState> conversations; ///< closed ones too
        std::map<domain::HandoffId, domain::ConversationId> handoffs;
        std::map<domain::MessageId, domain::Message> messages; ///< with their present delivery
        qint64 appended = 0;
    };

    Commander(StoreFixture& fixture, quint32 seed);

    [[nodiscard]] const domain::ProjectId& project() const { return m_project; }
    [[nodiscard]] const Model& model() const { return m_model; }
    /// Back to a model from before, after a rollback.
    void restore(Model model) { m_model = std::move(model); }

    /// Makes the project with two agents; within a group.
    void create(store::Journal& journal);
    /// A customer's message in that session; within a group.
    domain::Message say(store::Journal& journal, const QString& session, const QString& content,
                        const QString& channel = QStringLiteral("web"));
    /// Some command with or without effect; within a group. Gives what a look-up got wrong, or nothing.
    [[nodiscard]] QString anything(store::Journal& journal);
    /// Decides and appends; nothing when the command is refused.
    std::vector<store::CommittedEvent> run(store::Journal& journal, const domain::Command& command,
                                           const domain::ConversationState* conversation);

private:
    void fold(const domain::Event& event);
    [[nodiscard]] int below(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    [[nodiscard]] QString anySession();
    /// Most often an open one; sometimes one that is over.
    [[nodiscard]] domain::HandoffId anyHandoff();
    [[nodiscard]] domain::Command anyReceived(const QString& session);
    [[nodiscard]] domain::Command anyOfHandoff(const domain::HandoffId& handoff);
    [[nodiscard]] QString receive(store::Journal& journal);
    [[nodiscard]] QString ofHandoff(store::Journal& journal);
    [[nodiscard]] QString receipt(store::Journal& journal);
    [[nodiscard]] QString erase(store::Journal& journal);
    /// Something is said about a contact, or about who is the same person.
    [[nodiscard]] QString contact(store::Journal& journal);
    [[nodiscard]] domain::Command anyOfPeople();
    [[nodiscard]] QString compare(const std::optional<domain::ConversationState>& stored,
                                  const domain::ConversationState* expected) const;

    StoreFixture& m_fixture;
    QRandomGenerator m_random;
    domain::ProjectId m_project;
    std::vector<domain::AgentRef> m_agents;
    domain::TeamId m_team;
    Model m_model;
};

} // namespace relevo::test
