#include <relay/audit_words.h>

#include <protocol/codec.h>
#include <protocol/names.h>

#include <algorithm>
#include <array>

namespace relevo::relay {
namespace {

using namespace domain;
using protocol::Json;
using protocol::utf8;

struct Subject
{
    const char* type = "project";
    QString id;
    QString name;
};

QString nameOf(const Actor& actor)
{
    if (!actor.name.isEmpty())
        return actor.name;
    switch (actor.type) {
    case ActorType::Customer:
        return QStringLiteral("The customer");
    case ActorType::Bot:
        return QStringLiteral("The bot");
    case ActorType::Agent:
        return QStringLiteral("An agent");
    case ActorType::System:
        return QStringLiteral("The relay");
    case ActorType::Integration:
        return QStringLiteral("A program");
    }
    return {};
}

const char* textKind(AccessKind kind)
{
    switch (kind) {
    case AccessKind::CannedChanged:
    case AccessKind::CannedDeleted:
        return "canned_response";
    case AccessKind::FaqChanged:
        return "faq";
    case AccessKind::BotSecretMade:
        return "bot";
    case AccessKind::OrdersChanged:
    case AccessKind::OrderDeleted:
        return "order";
    default:
        return "template";
    }
}

Subject subjectOf(const Event& event, const ProjectState& project)
{
    if (const auto* agent = std::get_if<Agent>(&event.data))
        return {"agent", agent->id.toString(), agent->name};
    if (const auto* team = std::get_if<Team>(&event.data))
        return {"team", team->id.toString(), team->name};
    if (const auto* change = std::get_if<AccessChange>(&event.data)) {
        if (!change->contact.isNull())
            return {"contact", change->contact.toString(), {}};
        if (!change->key.isNull())
            return {"key", change->key.toString(), change->name};
        if (!change->webhook.isNull())
            return {"webhook", change->webhook.toString(), change->name};
        if (domain::isAboutText(change->kind))
            return {textKind(change->kind), change->name, change->name};
        const auto agent = project.agents.find(change->agent);
        return {"agent", change->agent.toString(),
                agent == project.agents.end() ? QString() : agent->second.name};
    }
    if (const auto* handoff = std::get_if<Handoff>(&event.data))
        return {"handoff", handoff->id.toString(), {}};
    if (const auto* erasure = std::get_if<Erasure>(&event.data))
        return {"contact", erasure->contact.toString(), {}};
    if (const auto* contact = std::get_if<Contact>(&event.data))
        return {"contact", contact->id.toString(), contact->name};
    if (std::holds_alternative<AttachmentsRemoved>(event.data))
        return {"conversation", event.conversationId.toString(), {}};
    if (const auto* conversation = std::get_if<Conversation>(&event.data))
        return {"conversation", conversation->id.toString(), conversation->contact.name};
    return {"project", project.project.id.toString(), project.project.name};
}

/// "%1" is who did it, "%2" the name of what it was done to.
const char* accessText(const AccessChange& change)
{
    switch (change.kind) {
    case AccessKind::Invited:
        return "%1 invited %2 again.";
    case AccessKind::InviteAccepted:
        return "%1 set a password by a one-time token.";
    case AccessKind::PasswordChanged:
        return "%1 changed their own password.";
    case AccessKind::PasswordReset:
        return "%1 reset the password of %2.";
    case AccessKind::TotpEnabled:
        return "%1 set up a second factor.";
    case AccessKind::TotpDisabled:
        return "%1 took their second factor away.";
    case AccessKind::TotpReset:
        return "%1 took the second factor of %2 away.";
    case AccessKind::SessionsEnded:
        return "%1 signed devices of %2 out.";
    case AccessKind::KeyCreated:
        return "%1 made the API key \"%2\".";
    case AccessKind::KeyRevoked:
        return "%1 revoked the API key \"%2\".";
    case AccessKind::SignedIn:
        return "%1 signed in.";
    case AccessKind::SignInsRefused:
        return "%1 refused sign-ins of %2; the account has to wait.";
    case AccessKind::WebhookCreated:
        return "%1 made a webhook to %2.";
    case AccessKind::WebhookEnabled:
        return "%1 switched the webhook to %2 on again.";
    case AccessKind::WebhookDisabled:
        return "%1 switched the webhook to %2 off.";
    case AccessKind::WebhookDeleted:
        return "%1 deleted the webhook to %2.";
    case AccessKind::TemplateChanged:
        return "%1 wrote the message template %2.";
    case AccessKind::TemplateDeleted:
        return "%1 deleted the message template %2.";
    case AccessKind::CannedChanged:
        return "%1 wrote the canned response %2.";
    case AccessKind::CannedDeleted:
        return "%1 deleted the canned response %2.";
    case AccessKind::FaqChanged:
        return "%1 changed the bot's questions and answers.";
    case AccessKind::BotSecretMade:
        return "%1 made a new secret for the bot \"%2\".";
    case AccessKind::OrdersChanged:
        return change.name.isEmpty() ? "%1 wrote orders into the orders bot's table."
                                     : "%1 wrote the order %2 into the orders bot's table.";
    case AccessKind::OrderDeleted:
        return "%1 deleted the order %2 from the orders bot's table.";
    case AccessKind::ContactExported:
        return "%1 exported all that is known of a contact.";
    case AccessKind::Unknown:
        break;
    }
    return "%1 changed how %2 gets in.";
}

const char* transferText(const Handoff& handoff)
{
    if (handoff.assignedTo)
        return "%1 gave the conversation to %2.";
    return handoff.team.isNull() ? "%1 gave the conversation back to the queue."
                                 : "%1 gave the conversation to the team %2.";
}

bool isSpam(const Event& event)
{
    return std::get<Handoff>(event.data).disposition == QLatin1String("spam");
}

bool isBlocked(const Event& event)
{
    return std::get<Handoff>(event.data).disposition == QLatin1String("blocked");
}

const char* textOf(const Event& event)
{
    using enum EventType;
    switch (event.type) {
    case ProjectCreated:
        return "%1 made the project %2.";
    case SettingsChanged:
        return "%1 changed the settings.";
    case BotsChanged:
        return "%1 changed the bots.";
    case AgentCreated:
        return std::get<Agent>(event.data).invited ? "%1 invited %2." : "%1 added %2.";
    case AgentUpdated:
        return "%1 changed the account of %2.";
    case AgentDisabled:
        return "%1 disabled %2.";
    case AgentEnabled:
        return "%1 enabled %2.";
    case TeamCreated:
        return "%1 made the team %2.";
    case TeamUpdated:
        return "%1 changed the team %2.";
    case TeamDeleted:
        return "%1 deleted the team %2.";
    case AccessChanged:
        return accessText(std::get<AccessChange>(event.data));
    case HandoffRequested:
        return "%1 caused a handoff.";
    case HandoffClaimed:
        return "%1 gave the conversation to %2 by a claim.";
    case HandoffDeclined:
        return event.actor.type == domain::ActorType::Agent ? "%1 passed the conversation on."
                                                            : "An offer was not taken.";
    case HandoffTransferred:
        return transferText(std::get<Handoff>(event.data));
    case HandoffSnoozed:
        return "%1 snoozed the conversation.";
    case HandoffResolved:
        return isSpam(event) ? "%1 ended the conversation as spam." : "%1 resolved the conversation.";
    case HandoffAbandoned:
        return isSpam(event)      ? "%1 ended the conversation as spam."
               : isBlocked(event) ? "The contact is blocked; the conversation left the queue."
                                  : "%1 went on without a human.";
    case HandoffConverted:
        return event.actor.type == ActorType::System
                   ? "Nobody could answer in time; the conversation waits as a ticket."
                   : "%1 made a ticket of the conversation.";
    case EventType::AttachmentsRemoved:
        return "%1 removed the files of a conversation, whose time was over.";
    case ContactErased:
        return "%1 erased a contact.";
    case ContactMerged:
        return "%1 made a contact one person with another.";
    case ContactSplit:
        return "%1 took a contact out of the person it was merged into.";
    case ConversationUpdated:
        return std::get<Conversation>(event.data).botOff ? "%1 switched the bot off in a conversation."
                                                         : "%1 switched the bot on in a conversation.";
    case HandoffReopened:
        return "%1 reopened the conversation for %2.";
    default:
        return "%1 changed something.";
    }
}

/// Who the contact was before; null when nothing tells.
const Contact* contactBefore(const store::AuditEntry& entry)
{
    if (!entry.before)
        return nullptr;
    if (const auto* conversation = std::get_if<Conversation>(&entry.before->data))
        return &conversation->contact;
    return std::get_if<Contact>(&entry.before->data);
}

const char* contactText(const store::AuditEntry& entry)
{
    const bool blocked = std::get<Contact>(entry.event.data).blocked;
    const Contact* before = contactBefore(entry);
    if (before && before->blocked == blocked)
        return "%1 changed what is known of a contact.";
    return blocked ? "%1 blocked a contact." : "%1 unblocked a contact.";
}

/// Whom or what a handoff went to.
QString receiverOf(const Handoff& handoff, const ProjectState& project)
{
    if (handoff.assignedTo)
        return handoff.assignedTo->name;
    const auto team = project.teams.find(handoff.team);
    return team == project.teams.end() ? QString() : team->second.name;
}

QString sentence(const store::AuditEntry& entry, const Subject& subject, const ProjectState& project)
{
    const Event& event = entry.event;
    const auto* handoff = std::get_if<Handoff>(&event.data);
    const QString whom = handoff ? receiverOf(*handoff, project) : subject.name;
    const bool byKey = event.actor.type == ActorType::Integration && !event.actor.name.isEmpty();
    const QString by =
        byKey ? QStringLiteral("The API key \"%1\"").arg(event.actor.name) : nameOf(event.actor);
    if (event.type == EventType::HandoffClaimed && whom == by)
        return QStringLiteral("%1 claimed the conversation.").arg(by);
    const QString text =
        QString::fromLatin1(event.type == EventType::ContactUpdated ? contactText(entry) : textOf(event));
    // All at once, so that a name with a "%2" in it stays a name.
    return text.contains(u"%2") ? text.arg(by, whom) : text.contains(u"%1") ? text.arg(by) : text;
}

/// What is no change of anybody's making.
bool isPassing(const std::string& field)
{
    static constexpr std::array passing{"id", "availability", "online", "goneAt", "lastAssignedAt"};
    return std::ranges::any_of(passing, [&field](const char* name) { return field == name; });
}

/// The fields that differ, with what they were and are; null where there was nothing.
Json differences(const Json& before, const Json& after)
{
    Json changes = Json::array();
    const auto note = [&changes](const std::string& field, const Json& from, const Json& to) {
        if (from != to && !isPassing(field))
            changes.push_back(Json{{"field", field}, {"from", from}, {"to", to}});
    };
    for (const auto& [field, value] : after.items())
        note(field, before.value(field, Json()), value);
    for (const auto& [field, value] : before.items()) {
        if (!after.contains(field))
            note(field, value, Json());
    }
    return changes;
}

template <typename T>
Json changesOf(const store::AuditEntry& entry)
{
    const T* after = std::get_if<T>(&entry.event.data);
    const T* before = entry.before ? std::get_if<T>(&entry.before->data) : nullptr;
    if (!after || !before)
        return Json::array();
    return differences(protocol::toJson(*before), protocol::toJson(*after));
}

Json changes(const store::AuditEntry& entry)
{
    if (std::holds_alternative<Settings>(entry.event.data))
        return changesOf<Settings>(entry);
    if (std::holds_alternative<BotSettings>(entry.event.data))
        return changesOf<BotSettings>(entry);
    if (entry.event.type == EventType::ContactUpdated) {
        const Contact* contact = contactBefore(entry);
        return contact ? differences(protocol::toJson(*contact),
                                     protocol::toJson(std::get<Contact>(entry.event.data)))
                       : Json::array();
    }
    return std::holds_alternative<Agent>(entry.event.data) ? changesOf<Agent>(entry) : changesOf<Team>(entry);
}

} // namespace

Json auditItem(const store::AuditEntry& entry, const ProjectState& project)
{
    const Event& event = entry.event;
    const Subject subject = subjectOf(event, project);
    Json actor{{"type", protocol::nameOf(event.actor.type)}, {"name", utf8(nameOf(event.actor))}};
    if (!event.actor.id.isEmpty())
        actor["id"] = utf8(event.actor.id);
    Json about{{"type", subject.type}, {"id", utf8(subject.id)}};
    if (!subject.name.isEmpty())
        about["name"] = utf8(subject.name);
    Json item{{"seq", event.seq},
              {"at", toRfc3339(event.at)},
              {"type", protocol::nameOf(event.type)},
              {"actor", std::move(actor)},
              {"subject", std::move(about)},
              {"text", utf8(sentence(entry, subject, project))},
              {"changes", changes(entry)}};
    if (!event.conversationId.isNull())
        item["conversationId"] = event.conversationId.text();
    if (const auto* change = std::get_if<AccessChange>(&event.data))
        item["access"] = protocol::toJson(*change);
    return item;
}

} // namespace relevo::relay
