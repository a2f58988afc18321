#include <relay/commands.h>

#include <assist/accepted_offer.h>
#include <assist/bot_again.h>
#include <assist/facts.h>
#include <assist/failure.h>
#include <assist/language.h>
#include <assist/rating_words.h>
#include <assist/sentiment.h>
#include <assist/triggers.h>
#include <domain/channel.h>
#include <domain/frustration.h>
#include <domain/mentions.h>
#include <domain/rating.h>
#include <protocol/codec.h>
#include <protocol/limits.h>
#include <protocol/names.h>
#include <relay/answers.h>
#include <relay/attachment_fields.h>
#include <relay/attendance.h>
#include <relay/template_fields.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace relevo::relay {

using namespace protocol;

namespace {

/// An id for somebody who claims through a program and is no agent here: always the same one for the same
/// name.
domain::AgentId externalAgent(const domain::ProjectId& project, const QString& name)
{
    return domain::AgentId(QUuid::createUuidV5(project.uuid(), name));
}

/// `tags`: labels for the conversation.
QStringList tagsOf(Fields& fields)
{
    QStringList tags;
    const Json* member = fields.member("tags");
    if (!member)
        return tags;
    if (!member->is_array() || member->size() > maxTags) {
        fields.fail("tags", "must be a list of at most 20 texts");
        return tags;
    }
    for (const Json& item : *member) {
        const QString tag = item.is_string() ? toQString(item).trimmed() : QString();
        if (tag.isEmpty() || tag.size() > maxTagLength)
            fields.fail("tags", "must be texts of 1 to 64 characters");
        else
            tags.push_back(tag);
    }
    return tags;
}

/// `mentions`: agents who are to be told of a note.
std::vector<domain::AgentId> mentionsOf(Fields& fields)
{
    std::vector<domain::AgentId> agents;
    const Json* member = fields.member("mentions");
    if (!member)
        return agents;
    bool good = member->is_array() && member->size() <= domain::maxMentions;
    for (std::size_t i = 0; good && i < member->size(); ++i) {
        const Json& item = (*member)[i];
        const auto agent = item.is_string()
                               ? domain::AgentId::parse(std::string_view(item.get_ref<const std::string&>()))
                               : std::nullopt;
        good = agent.has_value();
        if (agent)
            agents.push_back(*agent);
    }
    if (!good)
        fields.fail("mentions", "must be a list of at most 20 agents' ids");
    return agents;
}

/// What only the relay calls a message.
bool isRelaysOwn(const QString& kind)
{
    namespace own = domain::messagekind;
    return kind == own::csat || kind == own::rating || kind == own::csatThanks;
}

domain::RateHandoff ratingOf(Fields& fields, const domain::HandoffId& handoff)
{
    domain::RateHandoff command;
    command.handoffId = handoff;
    const qint64 score = fields.number("score");
    if (score < domain::lowestRating || score > domain::highestRating)
        fields.fail("score", "must be a whole number from 1 to 5");
    else
        command.score = static_cast<int>(score);
    command.comment = fields.optionalText("comment", maxCommentBytes).trimmed();
    return command;
}

/// Who acts: an agent by name, or a program for whoever holds the conversation.
domain::AgentRef speaker(const Scope& scope)
{
    return scope.isAgent() ? domain::AgentRef{scope.agent, scope.actor.name} : domain::AgentRef{};
}

/// Whether this text may say which language the conversation is in: the first one may, and, as long as nobody
/// has taken the conversation over, a later one of several words, so that a "hi" does not decide for good.
bool mayTellLanguage(const domain::ConversationState* conversation, const QString& text)
{
    if (!conversation || conversation->conversation.language.isEmpty())
        return true;
    return conversation->control.holder != domain::Holder::Agent && assist::tellsLanguage(text);
}

bool acceptsPerson(const domain::ConversationState* conversation, const QString& text)
{
    const domain::Message* last =
        conversation && conversation->lastMessage ? &*conversation->lastMessage : nullptr;
    return last && last->author == domain::Author::Bot && assist::acceptsOfferedPerson(last->content, text);
}

} // namespace

Commands::Commands(const Hub& hub, const Repeats& repeats, const Clock& clock, IdSource& ids)
    : m_hub(hub), m_repeats(repeats), m_clock(clock), m_ids(ids)
{
}

void Commands::read(domain::ReceiveMessage& message, const domain::ProjectId& project) const
{
    static const domain::Settings defaults;
    const domain::ProjectState* state = m_hub.state(project);
    const domain::Settings& settings = state ? state->settings : defaults;
    const domain::ConversationState* conversation = m_hub.bySession(project, message.sessionId);
    if (mayTellLanguage(conversation, message.content))
        message.language = assist::detectLanguage(message.content);
    message.frustration = std::round(assist::sentimentOf(message.content).score * 1000.0) / 1000.0;
    message.email = assist::emailIn(message.content);
    message.rating = assist::ratingIn(message.content);
    assist::Situation situation;
    situation.botMayHaveSpoken = conversation != nullptr;
    situation.frustration = message.frustration;
    if (conversation) {
        const bool open = conversation->handoff && domain::isOpen(conversation->handoff->status);
        if (settings.triggers.failure && !open && !message.content.isEmpty())
            message.repeats = m_repeats.count(conversation->conversation.id, message.content);
        situation.vip = assist::isVip(conversation->conversation.contact);
        situation.botFailures = conversation->botFailures + (message.repeats > 0 ? 1 : 0);
        // One furious message is enough, and so are several that together have come to as much.
        situation.frustration = std::max(
            message.frustration, domain::smoothedFrustration(conversation->frustration, message.frustration));
        message.wantsBot = open && domain::isWaiting(conversation->handoff->status) &&
                           assist::wantsBotAgain(message.content);
    }
    situation.vip = situation.vip || assist::isVip({{}, {}, {}, {}, message.contact.attributes});
    message.trigger = m_triggers.of(project, settings).find(message.content, situation);
    if (!message.trigger && settings.triggers.wish && acceptsPerson(conversation, message.content))
        message.trigger =
            domain::Trigger{domain::TriggerType::Keyword,
                            QStringLiteral("The customer accepted the offer of a person: \"%1\".")
                                .arg(message.content.trimmed()),
                            1.0};
}

Result<Submission> Commands::receive(const Scope& scope, const QString& sessionId, const Json& body) const
{
    Fields fields(body);
    domain::ReceiveMessage message;
    message.sessionId = sessionId;
    const QString channel = fields.optionalText("channel", maxShortText);
    message.channel = channel.isEmpty() ? QStringLiteral("http") : channel;
    if (!domain::comesThroughDoor(message.channel))
        fields.fail("channel", "must be http or whatsapp");
    message.conversationId = domain::ConversationId(m_ids.next());
    const std::optional<domain::Author> author =
        valueOf<domain::Author>(utf8(fields.text("author", maxShortText)));
    if (author != domain::Author::Customer && author != domain::Author::Bot)
        fields.fail("author", "must be \"customer\" or \"bot\"");
    message.madeFrom = templateIn(fields);
    if (message.madeFrom && author != domain::Author::Bot)
        fields.fail("template", "is for what a bot says");
    AttachmentIds attachments;
    if (!message.madeFrom)
        attachments = attachmentsIn(fields, message.content, maxContentBytes);
    if (QString kind = fields.optionalText("kind", maxShortText); !kind.isEmpty())
        message.kind = std::move(kind);
    if (isRelaysOwn(message.kind))
        fields.fail("kind", "is one that the relay gives itself");
    message.externalId = fields.optionalText("externalId", maxShortText);
    message.botFailed = fields.flag("botFailed");
    message.tags = tagsOf(fields);
    if (const Json* contact = fields.member("contact")) {
        Result<domain::ContactPatch> patch = contactPatchFromJson(*contact);
        if (!patch)
            return std::unexpected(patch.error());
        message.contact = std::move(*patch);
    }
    if (fields.error())
        return std::unexpected(*fields.error());
    if (sessionId.isEmpty() || sessionId.size() > static_cast<qsizetype>(maxShortText))
        return failure(ErrorCode::Invalid, QStringLiteral("The session id must have 1 to 512 characters."));
    message.author = *author;
    domain::Actor actor{domain::ActorType::Bot, {}, {}};
    if (message.author == domain::Author::Customer) {
        read(message, scope.project);
        actor.type = domain::ActorType::Customer;
    } else {
        // Most bots say it without telling the door.
        message.botFailed = message.botFailed || assist::admitsFailure(message.content);
    }
    Submission submission{scope.project, {}, std::move(actor), sessionId, {}, answers::received, {}};
    if (!message.externalId.isEmpty()) {
        // The bot may number its messages as the customer's channel numbers theirs.
        const QLatin1String whose(message.author == domain::Author::Bot ? "bot:" : "");
        submission.commandIds.push_back(
            {QStringLiteral("external:") + sessionId + u'\n' + whose + message.externalId});
    }
    submission.carry(std::move(attachments), uploadOwner(scope));
    submission.command = std::move(message);
    return submission;
}

Result<Submission> Commands::visitorMessage(const domain::ProjectId& project, const QString& sessionId,
                                            const domain::ConversationId& conversation,
                                            const QString& language, const domain::ContactPatch& origin,
                                            const Json& params) const
{
    Fields fields(params);
    domain::ReceiveMessage message;
    message.sessionId = sessionId;
    message.channel = QStringLiteral("web");
    message.conversationId = conversation;
    message.clientId = fields.text("clientId", maxShortText);
    AttachmentIds attachments = attachmentsIn(fields, message.content, maxContentBytes);
    if (fields.error())
        return std::unexpected(*fields.error());
    if (message.content.trimmed().isEmpty() && attachments.empty())
        return failure(ErrorCode::Invalid, QStringLiteral("The message is empty."));
    message.contact = origin;
    read(message, project);
    const domain::ConversationState* begun = m_hub.bySession(project, sessionId);
    if (message.language.isEmpty() && (!begun || begun->conversation.language.isEmpty()))
        message.language = language;
    Submission submission{
        project, {}, {domain::ActorType::Customer, {}, {}}, sessionId, {}, answers::visitorMessage, {}};
    submission.commandIds.push_back({QStringLiteral("visitor:") + sessionId + u'\n' + message.clientId});
    submission.tellsOfContact = true;
    submission.carry(std::move(attachments), store::visitorOwner(conversation));
    submission.command = std::move(message);
    return submission;
}

Result<Submission> Commands::initiate(const Scope& scope, const Json& body) const
{
    Fields fields(body);
    const QString sessionId = fields.text("sessionId", maxShortText);
    domain::InitiateHandoff command;
    const std::optional<domain::TriggerType> type =
        valueOf<domain::TriggerType>(utf8(fields.text("triggerType", maxShortText)));
    if (!type || *type > domain::TriggerType::Manual)
        fields.fail("triggerType", "must be keyword, sentiment, failure or manual");
    command.trigger.type = type.value_or(domain::TriggerType::Manual);
    command.trigger.reason = fields.optionalText("triggerReason", maxNotesBytes);
    if (const QString name = fields.optionalText("priority", maxShortText); !name.isEmpty()) {
        command.priority = valueOf<domain::Priority>(utf8(name));
        if (!command.priority)
            fields.fail("priority", "must be urgent, high, normal or low");
    }
    if (const Json* skills = fields.member("skills")) {
        const bool good = skills->is_array() && skills->size() <= maxAttributes &&
                          std::ranges::all_of(*skills, [](const Json& skill) { return skill.is_string(); });
        if (!good)
            fields.fail("skills", "must be a list of texts");
        for (const Json& skill : good ? *skills : Json::array())
            command.skills.push_back(toQString(skill).left(static_cast<qsizetype>(maxShortText)));
    }
    command.team = fields.optionalId<domain::TeamId>("teamId");
    if (fields.error())
        return std::unexpected(*fields.error());
    return Submission{scope.project, {}, scope.actor, sessionId, std::move(command), answers::initiated, {}};
}

Result<domain::AgentRef> Commands::claimant(const Scope& scope, Fields& fields) const
{
    const domain::AgentId id = fields.optionalId<domain::AgentId>("agentId");
    const QString name = fields.optionalText("agentName", maxShortText);
    if (fields.error())
        return std::unexpected(*fields.error());
    if (scope.isAgent() && (id.isNull() || id == scope.agent))
        return domain::AgentRef{scope.agent, scope.actor.name};
    if (!scope.mayActForOthers())
        return failure(ErrorCode::Forbidden, QStringLiteral("An agent can only claim for themselves."),
                       QStringLiteral("Leave agentId out."));
    if (id.isNull())
        return domain::AgentRef{externalAgent(scope.project, name),
                                name.isEmpty() ? QStringLiteral("Agent") : name};
    const domain::ProjectState* state = m_hub.state(scope.project);
    if (state) {
        if (const auto agent = state->agents.find(id); agent != state->agents.end())
            return domain::AgentRef{id, agent->second.name};
    }
    return failure(ErrorCode::NotFound, QStringLiteral("There is no agent with this agentId."),
                   QStringLiteral("GET /api/agents lists them."),
                   {{QStringLiteral("field"), QStringLiteral("agentId")}});
}

Result<Submission> Commands::claim(const Scope& scope, const domain::HandoffId& handoff,
                                   const Json& body) const
{
    Fields fields(body);
    Result<domain::AgentRef> agent = claimant(scope, fields);
    if (!agent)
        return std::unexpected(agent.error());
    return Submission{
        scope.project,    {}, scope.actor, handoff, domain::ClaimHandoff{handoff, std::move(*agent)},
        answers::claimed, {}};
}

Result<Submission> Commands::resolve(const Scope& scope, const domain::HandoffId& handoff,
                                     const Json& body) const
{
    Fields fields(body);
    domain::ResolveHandoff command;
    command.handoffId = handoff;
    command.agent = scope.agent;
    command.mayResolveOthers = scope.mayActForOthers();
    command.notes = fields.optionalText("notes", maxNotesBytes);
    command.disposition = fields.optionalText("disposition", maxShortText);
    command.handBackToBot = fields.flag("handBackToBot");
    command.asksRating = fields.flag("csat", true);
    if (fields.error())
        return std::unexpected(*fields.error());
    return Submission{scope.project, {}, scope.actor, handoff, std::move(command), answers::done, {}};
}

Result<Submission> Commands::note(const Scope& scope, const domain::HandoffId& handoff,
                                  const Json& body) const
{
    Fields fields(body);
    QString content;
    AttachmentIds attachments = attachmentsIn(fields, content, maxNotesBytes);
    domain::AddNote command{handoff, speaker(scope), std::move(content),
                            fields.optionalText("clientId", maxShortText), mentionsOf(fields)};
    if (fields.error())
        return std::unexpected(*fields.error());
    Submission submission{scope.project, {}, scope.actor, handoff, std::move(command), answers::sent, {}};
    submission.carry(std::move(attachments), uploadOwner(scope));
    return submission;
}

Result<Submission> Commands::transfer(const Scope& scope, const domain::HandoffId& handoff,
                                      const Json& body) const
{
    Fields fields(body);
    domain::TransferHandoff command;
    command.handoffId = handoff;
    command.by = speaker(scope);
    command.mayMoveOthers = scope.mayActForOthers();
    if (fields.has("agentId"))
        command.to = fields.id<domain::AgentId>("agentId");
    command.toBot = fields.flag("bot");
    if (fields.has("teamId"))
        command.team = fields.id<domain::TeamId>("teamId");
    command.note = fields.optionalText("note", maxNotesBytes);
    if (command.to && command.toBot)
        fields.fail("bot", "and \"agentId\" exclude each other");
    if (command.team && (command.to || command.toBot))
        fields.fail("teamId", "excludes \"agentId\" and \"bot\"");
    if (fields.error())
        return std::unexpected(*fields.error());
    return Submission{scope.project, {}, scope.actor, handoff, std::move(command), answers::done, {}};
}

Result<Submission> Commands::decline(const Scope& scope, const domain::HandoffId& handoff,
                                     const Json& body) const
{
    Fields fields(body);
    domain::DeclineOffer command{handoff, scope.agent, fields.optionalText("reason", maxShortText)};
    if (fields.error())
        return std::unexpected(*fields.error());
    return Submission{scope.project, {}, scope.actor, handoff, std::move(command), answers::done, {}};
}

Result<Submission> Commands::snooze(const Scope& scope, const domain::HandoffId& handoff,
                                    const Json& body) const
{
    constexpr qint64 mostMinutes = 60 * 24 * 31;
    Fields fields(body);
    const qint64 minutes = fields.number("minutes");
    if (minutes < 0 || minutes > mostMinutes)
        fields.fail("minutes", "must be between 0 and 44640");
    if (fields.error())
        return std::unexpected(*fields.error());
    const domain::SnoozeHandoff command{handoff, scope.agent, scope.mayActForOthers(),
                                        m_clock.now() + std::chrono::minutes(minutes)};
    return Submission{scope.project, {}, scope.actor, handoff, command, answers::done, {}};
}

Result<Submission> Commands::reopen(const Scope& scope, const domain::HandoffId& handoff,
                                    const Json& body) const
{
    Fields fields(body);
    Result<domain::AgentRef> agent = claimant(scope, fields);
    if (!agent)
        return std::unexpected(agent.error());
    return Submission{
        scope.project,    {}, scope.actor, handoff, domain::ReopenHandoff{handoff, std::move(*agent)},
        answers::claimed, {}};
}

Result<Submission> Commands::abandon(const Scope& scope, const domain::HandoffId& handoff,
                                     const Json& body) const
{
    if (!scope.isIntegration())
        return failure(
            ErrorCode::Forbidden, QStringLiteral("Only the customer's side can abandon a handoff."),
            QStringLiteral("Resolve it, or transfer it to the bot; programs use the project's API key."));
    Fields fields(body);
    const QString reason = fields.optionalText("reason", maxShortText);
    const bool left = reason == QLatin1String("left");
    if (!left && !reason.isEmpty() && reason != QLatin1String("back_to_bot"))
        fields.fail("reason", "must be left or back_to_bot");
    if (fields.error())
        return std::unexpected(*fields.error());
    const auto why = left ? domain::AbandonReason::Left : domain::AbandonReason::BackToBot;
    return Submission{scope.project, {}, scope.actor, handoff, domain::AbandonHandoff{handoff, why},
                      answers::done, {}};
}

Result<Submission> Commands::rate(const Scope& scope, const domain::HandoffId& handoff,
                                  const Json& body) const
{
    if (!scope.isIntegration())
        return failure(ErrorCode::Forbidden, QStringLiteral("Only the customer's side rates a handoff."),
                       QStringLiteral("Programs that bring the customer use the project's API key."));
    Fields fields(body);
    domain::RateHandoff command = ratingOf(fields, handoff);
    if (fields.error())
        return std::unexpected(*fields.error());
    return Submission{scope.project, {}, scope.actor, handoff, std::move(command), answers::done, {}};
}

Result<Submission> Commands::visitorRating(const domain::ProjectId& project,
                                           const domain::ConversationId& conversation,
                                           const Json& params) const
{
    Fields fields(params);
    const auto handoff = fields.id<domain::HandoffId>("handoffId");
    domain::RateHandoff command = ratingOf(fields, handoff);
    command.visitor = conversation;
    if (fields.error())
        return std::unexpected(*fields.error());
    return Submission{project,       {}, {domain::ActorType::Customer, {}, {}}, handoff, std::move(command),
                      answers::done, {}};
}

Commands::OnHandoff Commands::onHandoff(std::string_view name)
{
    struct Named
    {
        std::string_view name;
        OnHandoff command;
    };
    static constexpr std::array all{
        Named{"claim", &Commands::claim},     Named{"resolve", &Commands::resolve},
        Named{"note", &Commands::note},       Named{"transfer", &Commands::transfer},
        Named{"decline", &Commands::decline}, Named{"snooze", &Commands::snooze},
        Named{"reopen", &Commands::reopen},   Named{"spam", &Commands::spam},
        Named{"convert", &Commands::convert}};
    const auto found = std::ranges::find(all, name, &Named::name);
    return found == all.end() ? nullptr : found->command;
}

Result<Submission> Commands::availability(const Scope& scope, const Json& body) const
{
    Fields fields(body);
    const std::optional<domain::Availability> state =
        valueOf<domain::Availability>(utf8(fields.text("state", maxShortText)));
    if (!state)
        fields.fail("state", "must be available, busy or away");
    if (fields.error())
        return std::unexpected(*fields.error());
    const domain::AgentId agent = scope.agent;
    const auto answer = [agent](const Outcome& outcome) {
        const auto found = outcome.project.agents.find(agent);
        return found == outcome.project.agents.end() ? std::string("{}")
                                                     : dump(Json{{"agent", toJson(found->second)}});
    };
    Submission submission{scope.project, {}, scope.actor, {}, domain::SetAvailability{agent, *state},
                          answer,        {}};
    endsLeaving(submission, agent);
    return submission;
}

} // namespace relevo::relay
