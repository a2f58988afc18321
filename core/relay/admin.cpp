#include <relay/admin.h>

#include <domain/decide.h>
#include <protocol/bots_codec.h>
#include <protocol/limits.h>
#include <relay/secrets.h>

namespace relevo::relay {

Admin::Admin(std::unique_ptr<store::Journal> journal, std::unique_ptr<store::Reader> reader,
             const Clock& clock, IdSource& ids)
    : m_journal(std::move(journal)), m_reader(std::move(reader)), m_clock(clock), m_ids(ids)
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
    return std::unique_ptr<Admin>(new Admin(std::move(*journal), std::move(*reader), clock, ids));
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
    const domain::DecisionContext context{m_clock.now(), {}, m_ids};
    const Result<void> done = inTransaction([&]() -> Result<void> {
        auto events =
            domain::decide({}, nullptr, domain::CreateProject{{created.id, name.trimmed()}}, context);
        if (!events)
            return std::unexpected(events.error());
        if (auto committed = m_journal->append(created.id, std::move(*events)); !committed)
            return std::unexpected(committed.error());
        return m_journal->credentials().addApiKey(tokenHash(created.apiKey), created.id, context.now);
    });
    if (!done)
        return std::unexpected(done.error());
    return created;
}

Result<domain::AgentId> Admin::createAgent(const domain::ProjectId& project, domain::Agent agent,
                                           const QByteArray& password)
{
    agent.name = agent.name.trimmed();
    agent.email = agent.email.trimmed();
    if (agent.name.isEmpty() || !agent.email.contains(u'@'))
        return failure(ErrorCode::Invalid, QStringLiteral("An agent needs a name and an e-mail address."),
                       QStringLiteral("Give them with --name and --email."));
    if (password.size() > static_cast<qsizetype>(protocol::maxShortText))
        return failure(ErrorCode::Invalid, QStringLiteral("The password is too long."),
                       QStringLiteral("At most %1 bytes.").arg(protocol::maxShortText));
    if (!password.isEmpty() && password.size() < shortestPassword)
        return failure(ErrorCode::Invalid, QStringLiteral("The password is too short."),
                       QStringLiteral("Use at least %1 characters.").arg(shortestPassword));
    Result<QByteArray> hash = password.isEmpty() ? Result<QByteArray>(QByteArray()) : hashPassword(password);
    if (!hash)
        return std::unexpected(hash.error());
    agent.id = m_ids.make<domain::AgentId>();
    const domain::DecisionContext context{m_clock.now(), {}, m_ids};
    const Result<void> done = inTransaction([&]() -> Result<void> {
        // Inside the transaction nobody else can write, so what is read is what will be.
        auto state = m_reader->liveState(project);
        if (!state)
            return std::unexpected(state.error());
        if (state->seq == 0)
            return failure(ErrorCode::NotFound, QStringLiteral("There is no such project."),
                           QStringLiteral("Give the projectId that \"project create\" printed."));
        auto events = domain::decide(*state, nullptr, domain::CreateAgent{agent}, context);
        if (!events)
            return std::unexpected(events.error());
        if (auto committed = m_journal->append(project, std::move(*events)); !committed)
            return std::unexpected(committed.error());
        return hash->isEmpty() ? Result<void>()
                               : m_journal->credentials().setPassword(project, agent.id, agent.email, *hash);
    });
    if (!done)
        return std::unexpected(done.error());
    return agent.id;
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
        if (Result<void> kept = m_journal->bots().setFaq(project, entries, context.now); !kept)
            return kept;
        for (const domain::Order& order : orders) {
            if (Result<void> kept = m_journal->orders().save(project, order, context.now); !kept)
                return kept;
        }
        return {};
    });
}

} // namespace relevo::relay
