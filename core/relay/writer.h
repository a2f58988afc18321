#pragma once

#include <base/clock.h>
#include <base/ids.h>
#include <relay/pipeline_stats.h>
#include <relay/submission.h>
#include <store/reader.h>

#include <QtCore/QHash>

#include <map>
#include <set>

namespace relevo::domain {
struct DecisionContext;
}

namespace relevo::relay {

using Job = std::variant<Submission, Chore>;

/// What one group commit did, for the I/O thread: first tell `events` to everybody, then run `answers`.
struct CommittedGroup
{
    std::vector<store::CommittedEvent> events;
    std::vector<std::function<void()>> answers;
};

/// Decides commands and writes what follows from them, a group a transaction. Lives in the writer thread;
/// owns the only write connection and a fold of every project's events, which it brings up to date from the
/// journal when another program (the command line) has written to it.
class Writer
{
public:
    /// `states` are the projects as they stand in the journal; their events up to there count as told.
    /// `stats` outlives the answers of its groups.
    Writer(std::unique_ptr<store::Journal> journal, std::unique_ptr<store::Reader> reader,
           const std::map<domain::ProjectId, domain::ProjectState>& states, PipelineStats& stats,
           const Clock& clock, IdSource& ids);
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Runs all jobs in one transaction. When the store fails nothing of the group has happened, and every
    /// job is answered with the store's error.
    [[nodiscard]] CommittedGroup run(std::vector<Job>& jobs);

    /// The events other programs have written since the last look.
    [[nodiscard]] CommittedGroup lookForForeignEvents();

private:
    struct Project
    {
        domain::ProjectState state;
        QHash<QString, domain::ConversationId> sessions;           // of the open conversations
        QHash<domain::HandoffId, domain::ConversationId> handoffs; // the newest of each open conversation
    };

    static void index(Project& project, const domain::ConversationState& conversation);
    static void fold(Project& project, const domain::Event& event);
    [[nodiscard]] Project& known(const domain::ProjectId& id);
    [[nodiscard]] Result<void> catchUp(const domain::ProjectId& id, CommittedGroup& group);
    [[nodiscard]] Result<std::optional<domain::ConversationState>> find(const domain::ProjectId& id,
                                                                        Submission& submission);
    /// Tells a command about a contact who is the same person.
    [[nodiscard]] Result<void> findPeople(const domain::ProjectId& id, domain::Command& command,
                                          const std::optional<domain::ConversationState>& conversation);
    using Committed = std::vector<store::CommittedEvent>;
    /// Who last talked with the same person in another conversation; null: nobody, or it cannot be read.
    [[nodiscard]] domain::AgentId lastAgentElsewhere(const domain::ProjectId& id,
                                                     const domain::ContactId& contact) const;
    /// Erases the others who are the same person as the one that is named, in the same transaction.
    [[nodiscard]] Result<Committed> eraseOthers(const domain::ProjectId& id, const domain::ContactId& contact,
                                                const domain::DecisionContext& context);
    /// Writes what was decided, and folds it in.
    [[nodiscard]] Result<Committed> write(const domain::ProjectId& id, std::vector<domain::Event> decided);
    [[nodiscard]] Result<void> runAll(std::vector<Job>& jobs, CommittedGroup& group);
    [[nodiscard]] Result<void> runOne(Submission& submission, CommittedGroup& group);
    [[nodiscard]] CommittedGroup failAll(std::vector<Job>& jobs, const Error& error);
    void noteTold(const CommittedGroup& group);
    void answer(const Submission& submission, Result<std::string> result, CommittedGroup& group);

    std::unique_ptr<store::Journal> m_journal;
    std::unique_ptr<store::Reader> m_reader;
    PipelineStats& m_stats;
    const Clock& m_clock;
    IdSource& m_ids;
    std::map<domain::ProjectId, Project> m_projects;
    std::map<domain::ProjectId, qint64> m_told; // the sequence up to which the I/O thread has been told
    std::set<domain::ProjectId> m_current;      // projects compared with the journal in this transaction
};

} // namespace relevo::relay
