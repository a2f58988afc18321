#include <relay/people_commands.h>

#include <domain/email_address.h>
#include <protocol/codec.h>
#include <protocol/limits.h>
#include <protocol/names.h>
#include <relay/answers.h>
#include <relay/secrets.h>

#include <algorithm>

namespace relevo::relay {

using namespace protocol;

namespace {

constexpr qint64 mostCapacity = 1'000;
constexpr std::size_t mostWords = 64; // skills or languages of one agent
constexpr std::size_t mostMembers = 5'000;

std::optional<domain::Role> readRole(Fields& fields)
{
    const QString name = fields.optionalText("role", maxShortText);
    if (name.isEmpty())
        return std::nullopt;
    const auto role = valueOf<domain::Role>(utf8(name));
    if (!role)
        fields.fail("role", "must be agent, supervisor or admin");
    return role;
}

std::optional<int> readCapacity(Fields& fields)
{
    const std::optional<qint64> capacity = fields.optionalNumber("capacity");
    if (capacity && (*capacity < 0 || *capacity > mostCapacity))
        fields.fail("capacity", "must be between 0 (no bound) and 1000");
    return capacity ? std::optional(static_cast<int>(std::clamp<qint64>(*capacity, 0, mostCapacity)))
                    : std::nullopt;
}

/// Words, each once; absent when the field is.
std::optional<QStringList> readWords(Fields& fields, const char* name)
{
    const Json* list = fields.member(name);
    if (!list)
        return std::nullopt;
    QStringList words;
    const bool good =
        list->is_array() && list->size() <= mostWords && std::ranges::all_of(*list, [](const Json& word) {
            return word.is_string() && word.get_ref<const std::string&>().size() <= maxShortText;
        });
    if (!good)
        fields.fail(name, "must be a list of at most 64 texts of at most 512 bytes");
    for (const Json& word : good ? *list : Json::array()) {
        const QString text = toQString(word).trimmed();
        if (!text.isEmpty() && !words.contains(text, Qt::CaseInsensitive))
            words.push_back(text);
    }
    return words;
}

std::optional<std::vector<domain::AgentId>> readMembers(Fields& fields)
{
    const Json* list = fields.member("members");
    if (!list)
        return std::nullopt;
    std::vector<domain::AgentId> members;
    if (!list->is_array() || list->size() > mostMembers)
        fields.fail("members", "must be a list of agents' ids");
    for (const Json& item : list->is_array() ? *list : Json::array()) {
        const auto id = item.is_string()
                            ? domain::AgentId::parse(std::string_view(item.get_ref<const std::string&>()))
                            : std::nullopt;
        if (id)
            members.push_back(*id);
        else
            fields.fail("members", "must be a list of agents' ids");
    }
    return members;
}

/// A name that is there must say something.
std::optional<QString> readName(Fields& fields, bool required)
{
    if (!required && !fields.has("name"))
        return std::nullopt;
    const QString name = fields.text("name", maxShortText).simplified();
    if (name.isEmpty())
        fields.fail("name", "must not be empty");
    return name;
}

std::optional<bool> readFlag(Fields& fields, const char* name)
{
    return fields.has(name) ? std::optional(fields.flag(name)) : std::nullopt;
}

Result<void> mayTouch(const Scope& scope, domain::Role role)
{
    if (!scope.isIntegration() || role != domain::Role::Admin)
        return {};
    return failure(ErrorCode::Forbidden, QStringLiteral("An API key makes and changes no admins."),
                   QStringLiteral("Sign in as an admin to do this."));
}

std::string agentAnswer(const Outcome& outcome, const domain::AgentId& id)
{
    const auto agent = outcome.project.agents.find(id);
    return agent == outcome.project.agents.end()
               ? std::string("{}")
               : dump(Json{{"agentId", id.text()}, {"agent", toJson(agent->second)}});
}

std::string teamAnswer(const Outcome& outcome, const domain::TeamId& id)
{
    const auto team = outcome.project.teams.find(id);
    return team == outcome.project.teams.end() ? std::string("{}")
                                               : dump(Json{{"team", toJson(team->second)}});
}

} // namespace

Result<Submission> PeopleCommands::createAgent(const Scope& scope, const Json& body, bool invited) const
{
    Fields fields(body);
    domain::Agent agent;
    agent.email = fields.text("email", maxShortText).trimmed();
    if (!domain::isEmailAddress(agent.email))
        fields.fail("email", "must be an e-mail address");
    agent.name = readName(fields, true).value_or(QString());
    agent.role = readRole(fields).value_or(domain::Role::Agent);
    agent.skills = readWords(fields, "skills").value_or(QStringList());
    agent.languages = readWords(fields, "languages").value_or(QStringList());
    agent.capacity = readCapacity(fields).value_or(0);
    agent.totpRequired = fields.flag("totpRequired");
    agent.invited = invited;
    if (fields.error())
        return std::unexpected(*fields.error());
    if (Result<void> may = mayTouch(scope, agent.role); !may)
        return std::unexpected(may.error());
    agent.id = m_ids.make<domain::AgentId>();
    const auto answer = [id = agent.id](const Outcome& outcome) {
        return agentAnswer(outcome, id);
    };
    return Submission{scope.project, {}, scope.actor, {}, domain::CreateAgent{std::move(agent)}, answer, {}};
}

Result<Submission> PeopleCommands::updateAgent(const Scope& scope, const domain::AgentId& id,
                                               const Json& body) const
{
    Fields fields(body);
    domain::UpdateAgent command;
    command.agent = id;
    command.name = readName(fields, false);
    command.role = readRole(fields);
    command.skills = readWords(fields, "skills");
    command.languages = readWords(fields, "languages");
    command.capacity = readCapacity(fields);
    command.disabled = readFlag(fields, "disabled");
    command.totpRequired = readFlag(fields, "totpRequired");
    if (fields.error())
        return std::unexpected(*fields.error());
    const domain::Agent* agent = agentIn(m_hub, scope.project, id);
    Result<void> may = mayTouch(scope, command.role.value_or(domain::Role::Agent));
    if (may && agent)
        may = mayTouch(scope, agent->role);
    if (!may)
        return std::unexpected(may.error());
    const bool disables = command.disabled.value_or(false);
    const auto answer = [id](const Outcome& outcome) {
        return agentAnswer(outcome, id);
    };
    Submission submission{scope.project, {}, scope.actor, {}, std::move(command), answer, {}};
    if (disables)
        submission.rows = [id](store::Journal& journal) {
            return shutOut(journal, id);
        };
    return submission;
}

Result<Submission> PeopleCommands::createTeam(const Scope& scope, const Json& body) const
{
    Fields fields(body);
    domain::Team team;
    team.id = m_ids.make<domain::TeamId>();
    team.name = readName(fields, true).value_or(QString());
    team.members = readMembers(fields).value_or(std::vector<domain::AgentId>());
    if (fields.error())
        return std::unexpected(*fields.error());
    const auto answer = [id = team.id](const Outcome& outcome) {
        return teamAnswer(outcome, id);
    };
    return Submission{scope.project, {}, scope.actor, {}, domain::CreateTeam{std::move(team)}, answer, {}};
}

Result<Submission> PeopleCommands::updateTeam(const Scope& scope, const domain::TeamId& id,
                                              const Json& body) const
{
    Fields fields(body);
    domain::UpdateTeam command{id, readName(fields, false), readMembers(fields)};
    if (fields.error())
        return std::unexpected(*fields.error());
    const auto answer = [id](const Outcome& outcome) {
        return teamAnswer(outcome, id);
    };
    return Submission{scope.project, {}, scope.actor, {}, std::move(command), answer, {}};
}

Submission PeopleCommands::deleteTeam(const Scope& scope, const domain::TeamId& id)
{
    return Submission{scope.project, {}, scope.actor, {}, domain::DeleteTeam{id}, answers::done, {}};
}

OneTimeToken makeOneTimeToken(Timestamp now, milliseconds holds)
{
    return {newToken("ri_"), now + holds};
}

Result<void> keepOneTimeToken(store::Journal& journal, const domain::ProjectId& project,
                              const domain::AgentId& agent, const OneTimeToken& token, Timestamp now)
{
    return journal.credentials().setInvite(tokenHash(token.token), {project, agent, token.expiresAt}, now);
}

Result<void> shutOut(store::Journal& journal, const domain::AgentId& agent)
{
    const Result<int> ended = journal.credentials().removeSessionsOf(agent, {});
    return ended ? journal.credentials().removeInviteOf(agent) : std::unexpected(ended.error());
}

} // namespace relevo::relay
