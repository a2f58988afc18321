#pragma once

#include <base/clock.h>
#include <base/ids.h>
#include <domain/command.h>
#include <domain/state.h>
#include <store/journal.h>
#include <store/reader.h>

#include <functional>
#include <memory>

namespace relevo::relay {

struct NewProject
{
    domain::ProjectId id;
    QByteArray apiKey; ///< shown once; only its hash is kept
};

struct NewPassword
{
    domain::AgentId agent;
    QByteArray token; ///< with which they set one; empty when one was given
    Timestamp expiresAt;
};

/// What the command line does to a store, by the same commands and events as the relay, also while that is
/// serving.
class Admin
{
public:
    /// Opens the store (and brings it up to date); `unavailable` when it cannot.
    [[nodiscard]] static Result<std::unique_ptr<Admin>> open(const store::StoreOptions& options,
                                                             const Clock& clock, IdSource& ids);

    [[nodiscard]] Result<NewProject> createProject(const QString& name);
    /// Without a password (empty) the agent is invited: they set one with the one-time token. `conflict` when
    /// the address is taken.
    [[nodiscard]] Result<NewPassword> createAgent(const domain::ProjectId& project, domain::Agent agent,
                                                  const QByteArray& password);

    /// A project's bots with what they know, all at once.
    [[nodiscard]] Result<void> setUpBots(const domain::ProjectId& project, domain::BotSettings bots,
                                         const std::vector<domain::FaqEntry>& faq,
                                         const std::vector<domain::Order>& orders);
    /// Ends their sessions when disabling. `conflict` for the last admin.
    [[nodiscard]] Result<domain::AgentId> setDisabled(const domain::ProjectId& project, const QString& email,
                                                      bool disabled);
    /// Sets the password; without one (empty), makes a one-time token with which they set it themselves. Ends
    /// their sessions.
    [[nodiscard]] Result<NewPassword> resetPassword(const domain::ProjectId& project, const QString& email,
                                                    const QByteArray& password);
    /// Takes the second factor away, for somebody who lost their phone.
    [[nodiscard]] Result<domain::AgentId> resetTotp(const domain::ProjectId& project, const QString& email);

    /// A contact by their id, whatever project they belong to; `not_found` when there is none.
    struct Found
    {
        domain::ProjectId project;
        std::vector<store::ContactRecord> person; ///< the contact first, then who else is the same
    };
    [[nodiscard]] Result<Found> contact(const domain::ContactId& id);
    /// Notes for the audit that their record is given out; before it is.
    [[nodiscard]] Result<void> noteExport(const domain::ProjectId& project, const domain::ContactId& id);
    /// What was emptied of a contact.
    struct Erased
    {
        qint64 events = 0;
        int orders = 0;
    };
    /// With everybody who is the same person.
    [[nodiscard]] Result<Erased> eraseContact(const domain::ContactId& id);

    static constexpr int shortestPassword = 8;

private:
    Admin(std::unique_ptr<store::Journal> journal, std::unique_ptr<store::Reader> reader,
          store::AttachmentFiles files, const Clock& clock, IdSource& ids);
    /// Decides on what stands in the journal, and writes the events and what belongs to them.
    [[nodiscard]] Result<void>
    decideAndWrite(const domain::ProjectId& project,
                   const std::function<Result<domain::Command>(const domain::ProjectState&)>& command,
                   const std::function<Result<void>()>& with);
    /// The same about the agent with this address; gives who that is.
    [[nodiscard]] Result<domain::Agent>
    changeAgent(const domain::ProjectId& project, const QString& email,
                const std::function<domain::Command(const domain::Agent&)>& command,
                const std::function<Result<void>(const domain::Agent&)>& with);
    /// Removes the files of whom was erased.
    void emptyTrash();
    [[nodiscard]] Result<void> inTransaction(const std::function<Result<void>()>& work);

    std::unique_ptr<store::Journal> m_journal;
    std::unique_ptr<store::Reader> m_reader;
    store::AttachmentFiles m_files;
    const Clock& m_clock;
    IdSource& m_ids;
};

} // namespace relevo::relay
