#include <relay/admin.h>

#include <domain/decide.h>
#include <domain/email_address.h>
#include <protocol/bots_codec.h>
#include <protocol/limits.h>
#include <relay/contact_orders.h>
#include <relay/people_commands.h>
#include <relay/rights.h>
#include <relay/secrets.h>

#include <algorithm>

namespace relevo::relay {
namespace {

/// Who acts at the command line.
domain::Actor operatorOfTheMachine()
{
    return {domain::ActorType::System, {}, QStringLiteral("The operator")};
}

/// The machine's operator chooses freely; people choose theirs by stricter rules (password_rules.h).
Result<void> checkLength(const QByteArray& password)
{
    if (password.size() > static_cast<qsizetype>(protocol::maxShortText))
        return failure(ErrorCode::Invalid, QStringLiteral("The password is too long."),
                       QStringLiteral("At most %1 bytes.").arg(protocol::maxShortText));
    if (!password.isEmpty() && password.size() < Admin::shortestPassword)
        return failure(ErrorCode::Invalid, QStringLiteral("The password is too short."),
                       QStringLiteral("Use at least %1 characters.").arg(Admin::shortestPassword));
    return {};
}

Result<domain::Agent> withAddress(const domain::ProjectState& state, const QString& email)
{
    const auto found = std::ranges::find_if(state.agents, [&email](const auto& entry) {
        return entry.second.email.compare(email.trimmed(), Qt::CaseInsensitive) == 0;
    });
    if (found == state.agents.end())
        return failure(ErrorCode::NotFound, QStringLiteral("The project has no agent with this address."),
                       QStringLiteral("Give the address they sign in with as --email."));
    return found->second;
}

} // namespace

Admin::Admin(std::unique_ptr<store::Journal> journal, std::unique_ptr<store::Reader> reader,
             store::AttachmentFiles files, const Clock& clock, IdSource& ids)
    : m_journal(std::move(journal)), m_reader(std::move(reader)), m_files(std::move(files)), m_clock(clock),
      m_ids(ids)
{
}

Result<std::unique_ptr<Admin>> Admin::open(const store::StoreOptions& options, const Clock& clock,
                                           IdSource& ids)
{
    if (!initSecrets())
        return failure(ErrorCode::Unavailable, QStringLiteral("The machine gives no random numbers."));
    auto journal = store::Journal::open(options);
    if (!journal)
        return std::unexpected(journal.error());
    auto reader = store::Reader::open(options);
    if (!reader)
        return std::unexpected(reader.error());
    return std::unique_ptr<Admin>(
        new Admin(std::move(*journal), std::move(*reader), store::AttachmentFiles(options), clock, ids));
}

Result<void> Admin::inTransaction(const std::function<Result<void>()>& work)
{
    if (Result<void> begun = m_journal->begin(); !begun)
        return begun;
    Result<void> done = work();
    if (done)
        done = m_journal->commit();
    if (!done)
        m_journal->rollback();
    return done;
}

Result<NewProject> Admin::createProject(const QString& name)
{
    if (name.trimmed().isEmpty())
        return failure(ErrorCode::Invalid, QStringLiteral("A project needs a name."),
                       QStringLiteral("Give one with --name."));
    NewProject created{m_ids.make<domain::ProjectId>(), newToken("rk_")};
    const domain::DecisionContext context{m_clock.now(), operatorOfTheMachine(), m_ids};
    const Result<void> done = inTransaction([&]() -> Result<void> {
        auto events =
            domain::decide({}, nullptr, domain::CreateProject{{created.id, name.trimmed()}}, context);
        if (!events)
            return std::unexpected(events.error());
        if (auto committed = m_journal->append(created.id, std::move(*events)); !committed)
            return std::unexpected(committed.error());
        const store::StoredKey key{m_ids.make<domain::ApiKeyId>(),
                                   created.id,
                                   QStringLiteral("default"),
                                   scopeNames(),
                                   context.now,
                                   std::nullopt};
        return m_journal->apiKeys().add(tokenHash(created.apiKey), key);
    });
    if (!done)
        return std::unexpected(done.error());
    return created;
}

Result<void>
Admin::decideAndWrite(const domain::ProjectId& project,
                      const std::function<Result<domain::Command>(const domain::ProjectState&)>& command,
                      const std::function<Result<void>()>& with)
{
    const domain::DecisionContext context{m_clock.now(), operatorOfTheMachine(), m_ids};
    return inTransaction([&]() -> Result<void> {
        // Inside the transaction nobody else can write, so what is read is what will be.
        auto state = m_reader->liveState(project);
        if (!state)
            return std::unexpected(state.error());
        if (state->seq == 0)
            return failure(ErrorCode::NotFound, QStringLiteral("There is no such project."),
                           QStringLiteral("Give the projectId that \"project create\" printed."));
        const Result<domain::Command> what = command(*state);
        auto events = what ? domain::decide(*state, nullptr, *what, context)
                           : Result<std::vector<domain::Event>>(std::unexpected(what.error()));
        if (!events)
            return std::unexpected(events.error());
        if (auto committed = m_journal->append(project, std::move(*events)); !committed)
            return std::unexpected(committed.error());
        return with();
    });
}

Result<domain::Agent> Admin::changeAgent(const domain::ProjectId& project, const QString& email,
                                         const std::function<domain::Command(const domain::Agent&)>& command,
                                         const std::function<Result<void>(const domain::Agent&)>& with)
{
    domain::Agent agent;
    const auto about = [&](const domain::ProjectState& state) -> Result<domain::Command> {
        Result<domain::Agent> found = withAddress(state, email);
        if (!found)
            return std::unexpected(found.error());
        agent = std::move(*found);
        return command(agent);
    };
    const Result<void> done = decideAndWrite(project, about, [&] { return with(agent); });
    return done ? Result<domain::Agent>(std::move(agent)) : std::unexpected(done.error());
}

Result<NewPassword> Admin::createAgent(const domain::ProjectId& project, domain::Agent agent,
                                       const QByteArray& password)
{
    agent.name = agent.name.trimmed();
    agent.email = agent.email.trimmed();
    if (agent.name.isEmpty() || !domain::isEmailAddress(agent.email))
        return failure(ErrorCode::Invalid, QStringLiteral("An agent needs a name and an e-mail address."),
                       QStringLiteral("Give them with --name and --email."));
    if (Result<void> good = checkLength(password); !good)
        return std::unexpected(good.error());
    Result<QByteArray> hash = password.isEmpty() ? Result<QByteArray>(QByteArray()) : hashPassword(password);
    if (!hash)
        return std::unexpected(hash.error());
    agent.id = m_ids.make<domain::AgentId>();
    agent.invited = password.isEmpty();
    NewPassword made;
    made.agent = agent.id;
    const Timestamp now = m_clock.now();
    const OneTimeToken invite = agent.invited ? makeOneTimeToken(now, inviteTime) : OneTimeToken{};
    made.token = invite.token;
    made.expiresAt = invite.expiresAt;
    const Result<void> done = decideAndWrite(
        project, [&agent](const domain::ProjectState&) { return domain::CreateAgent{agent}; },
        [&]() -> Result<void> {
            return agent.invited
                       ? keepOneTimeToken(*m_journal, project, agent.id, invite, now)
                       : m_journal->credentials().setPassword(project, agent.id, agent.email, *hash);
        });
    if (!done)
        return std::unexpected(done.error());
    return made;
}

Result<void> Admin::setUpBots(const domain::ProjectId& project, domain::BotSettings bots,
                              const std::vector<domain::FaqEntry>& faq,
                              const std::vector<domain::Order>& orders)
{
    const domain::DecisionContext context{m_clock.now(), {}, m_ids};
    return inTransaction([&]() -> Result<void> {
        auto state = m_reader->liveState(project);
        if (!state)
            return std::unexpected(state.error());
        auto events = domain::decide(*state, nullptr, domain::ChangeBots{std::move(bots)}, context);
        if (!events)
            return std::unexpected(events.error());
        if (auto committed = m_journal->append(project, std::move(*events)); !committed)
            return std::unexpected(committed.error());
        const std::string entries = protocol::dump(protocol::Json{{"items", protocol::toJson(faq)}});
        if (auto kept = m_journal->bots().setFaq(project, entries, {context.now}); !kept)
            return std::unexpected(kept.error());
        for (const domain::Order& order : orders) {
            if (Result<void> kept = m_journal->orders().save(project, order, context.now); !kept)
                return kept;
        }
        return {};
    });
}

Result<domain::AgentId> Admin::setDisabled(const domain::ProjectId& project, const QString& email,
                                           bool disabled)
{
    const auto command = [disabled](const domain::Agent& agent) {
        domain::UpdateAgent update;
        update.agent = agent.id;
        update.disabled = disabled;
        return update;
    };
    const auto changed = changeAgent(project, email, command, [&](const domain::Agent& agent) {
        return disabled ? shutOut(*m_journal, agent.id) : Result<void>();
    });
    return changed ? Result<domain::AgentId>(changed->id) : std::unexpected(changed.error());
}

Result<NewPassword> Admin::resetPassword(const domain::ProjectId& project, const QString& email,
                                         const QByteArray& password)
{
    if (Result<void> good = checkLength(password); !good)
        return std::unexpected(good.error());
    const Result<QByteArray> hash =
        password.isEmpty() ? Result<QByteArray>(QByteArray()) : hashPassword(password);
    if (!hash)
        return std::unexpected(hash.error());
    const Timestamp now = m_clock.now();
    const OneTimeToken token = password.isEmpty() ? makeOneTimeToken(now, resetTime) : OneTimeToken{};
    NewPassword reset{{}, token.token, token.expiresAt};
    const auto command = [&](const domain::Agent& agent) {
        // With a password of their own they have joined.
        const auto kind =
            password.isEmpty() ? domain::AccessKind::PasswordReset : domain::AccessKind::InviteAccepted;
        return domain::RecordAccess{{kind, agent.id, {}, {}, {}}};
    };
    const auto with = [&](const domain::Agent& agent) -> Result<void> {
        store::Credentials& credentials = m_journal->credentials();
        if (Result<void> out = shutOut(*m_journal, agent.id); !out)
            return out;
        if (!password.isEmpty())
            return credentials.setPassword(project, agent.id, agent.email, *hash);
        if (Result<void> removed = credentials.removePassword(agent.id); !removed)
            return removed;
        return keepOneTimeToken(*m_journal, project, agent.id, token, now);
    };
    const auto changed = changeAgent(project, email, command, with);
    if (!changed)
        return std::unexpected(changed.error());
    reset.agent = changed->id;
    return reset;
}

Result<domain::AgentId> Admin::resetTotp(const domain::ProjectId& project, const QString& email)
{
    const auto changed = changeAgent(
        project, email,
        [](const domain::Agent& agent) {
            return domain::RecordAccess{{domain::AccessKind::TotpReset, agent.id, {}, {}, {}}};
        },
        [this](const domain::Agent& agent) { return m_journal->secondFactors().remove(agent.id); });
    return changed ? Result<domain::AgentId>(changed->id) : std::unexpected(changed.error());
}

Result<Admin::Found> Admin::contact(const domain::ContactId& id)
{
    const auto projects = m_reader->projects();
    if (!projects)
        return std::unexpected(projects.error());
    for (const domain::Project& project : *projects) {
        auto person = m_reader->personRecord(project.id, id);
        if (!person)
            return std::unexpected(person.error());
        if (!person->empty())
            return Found{project.id, std::move(*person)};
    }
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such contact."),
                   QStringLiteral("GET /api/contacts lists them; one that was erased is gone."));
}

Result<void> Admin::noteExport(const domain::ProjectId& project, const domain::ContactId& id)
{
    domain::AccessChange change;
    change.kind = domain::AccessKind::ContactExported;
    change.contact = id;
    return decideAndWrite(
        project, [&change](const domain::ProjectState&) { return domain::RecordAccess{change}; },
        [] { return Result<void>(); });
}

void Admin::emptyTrash()
{
    constexpr int atOnce = 100;
    int removed = atOnce;
    // What stays is removed by the relay's next start.
    while (removed == atOnce) {
        const Result<void> done = inTransaction([&]() -> Result<void> {
            const Result<int> some = m_journal->attachments().removeTrash(m_files, atOnce);
            removed = some.value_or(0);
            return some ? Result<void>() : std::unexpected(some.error());
        });
        if (!done)
            return;
    }
}

Result<Admin::Erased> Admin::eraseContact(const domain::ContactId& id)
{
    const Result<Found> found = contact(id);
    if (!found)
        return std::unexpected(found.error());
    const domain::DecisionContext context{m_clock.now(), operatorOfTheMachine(), m_ids};
    Erased erased;
    const auto eraseOne = [&](const domain::Conversation& one) -> Result<void> {
        const auto state = m_reader->liveState(found->project);
        const auto conversation = m_journal->conversationById(found->project, one.id);
        if (!state || !conversation)
            return std::unexpected(!state ? state.error() : conversation.error());
        auto events = domain::decide(*state, *conversation ? &**conversation : nullptr,
                                     domain::EraseContact{one.contact.id}, context);
        if (!events)
            return std::unexpected(events.error());
        const auto committed = m_journal->append(found->project, std::move(*events));
        if (!committed)
            return std::unexpected(committed.error());
        for (const store::CommittedEvent& event : *committed) {
            if (const auto* erasure = std::get_if<domain::Erasure>(&event.event.data))
                erased.events += erasure->events;
        }
        return {};
    };
    const Result<void> done = inTransaction([&]() -> Result<void> {
        const Result<int> orders = forgetInOrders(*m_journal, found->project, id, context.now);
        if (!orders)
            return std::unexpected(orders.error());
        erased.orders = *orders;
        for (const store::ContactRecord& one : found->person) {
            if (Result<void> gone = eraseOne(one.conversation); !gone)
                return gone;
        }
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    emptyTrash();
    // Done it is; a log that stays is emptied by the relay's next start.
    (void)m_journal->emptyLog();
    return erased;
}

} // namespace relevo::relay
