#include <store/audit.h>

#include <protocol/event_codec.h>
#include <protocol/names.h>
#include <store/lookup.h>
#include <store/prepared.h>
#include <store/stored_json.h>

#include <limits>

namespace relevo::store {
namespace {

QString wireName(domain::EventType type)
{
    const std::string_view name = protocol::nameOf(type);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

bool isAudited(domain::EventType type)
{
    using enum domain::EventType;
    switch (type) {
    case ProjectCreated:
    case SettingsChanged:
    case BotsChanged:
    case AgentCreated:
    case AgentUpdated:
    case AgentDisabled:
    case AgentEnabled:
    case TeamCreated:
    case TeamUpdated:
    case TeamDeleted:
    case AccessChanged:
    case HandoffRequested:
    case HandoffClaimed:
    case HandoffDeclined:
    case HandoffTransferred:
    case HandoffSnoozed:
    case HandoffResolved:
    case HandoffAbandoned:
    case HandoffConverted:
    case HandoffReopened:
    case ContactErased:
    case ContactMerged:
    case ContactSplit:
    case AttachmentsRemoved:
        return true;
    default:
        return false;
    }
}

bool isAudited(const domain::Event& event, bool wasBlocked)
{
    const bool byHand =
        event.actor.type == domain::ActorType::Agent || event.actor.type == domain::ActorType::Integration;
    if (event.type == domain::EventType::ConversationUpdated)
        return byHand;
    if (event.type != domain::EventType::ContactUpdated)
        return isAudited(event.type);
    if (byHand)
        return true;
    const auto* contact = std::get_if<domain::Contact>(&event.data);
    return contact && contact->blocked != wasBlocked;
}

QString auditSubject(const domain::Event& event)
{
    if (!event.handoffId.isNull())
        return event.handoffId.toString();
    if (const auto* agent = std::get_if<domain::Agent>(&event.data))
        return agent->id.toString();
    if (const auto* team = std::get_if<domain::Team>(&event.data))
        return team->id.toString();
    if (const auto* change = std::get_if<domain::AccessChange>(&event.data)) {
        if (!change->contact.isNull())
            return change->contact.toString();
        if (!change->webhook.isNull())
            return change->webhook.toString();
        if (domain::isAboutText(change->kind))
            return change->name;
        return change->key.isNull() ? change->agent.toString() : change->key.toString();
    }
    if (const auto* erasure = std::get_if<domain::Erasure>(&event.data))
        return erasure->contact.toString();
    if (const auto* contact = std::get_if<domain::Contact>(&event.data))
        return contact->id.toString();
    const bool ofConversation = std::holds_alternative<domain::Conversation>(event.data) ||
                                std::holds_alternative<domain::AttachmentsRemoved>(event.data);
    return ofConversation ? event.conversationId.toString() : QString();
}

QString auditActor(const domain::Actor& actor)
{
    const std::string_view type = protocol::nameOf(actor.type);
    return actor.id.isEmpty() ? QString::fromLatin1(type.data(), static_cast<qsizetype>(type.size()))
                              : actor.id;
}

Result<void> Audit::add(qint64 position, const domain::Event& event)
{
    return write(m_database, "INSERT INTO audit (position, type, actor, subject, at) VALUES (?, ?, ?, ?, ?)",
                 [&](sql::Statement& s) {
                     s.bind(position)
                         .bind(wireName(event.type))
                         .bind(auditActor(event.actor))
                         .bind(auditSubject(event))
                         .bind(event.at);
                 });
}

Result<std::optional<domain::Event>> Audit::before(qint64 project, qint64 position,
                                                   const domain::Event& event)
{
    using enum domain::EventType;
    if (event.type == ContactUpdated)
        return contactBefore(project, position, event);
    const bool changes = event.type == SettingsChanged || event.type == BotsChanged ||
                         event.type == AgentUpdated || event.type == AgentDisabled ||
                         event.type == AgentEnabled || event.type == TeamUpdated;
    if (!changes)
        return std::nullopt;
    const QString type = wireName(event.type);
    const auto statement = ran(m_database,
                               "SELECT j.body FROM audit a JOIN journal j ON j.position = a.position "
                               "WHERE a.subject = ? AND a.position > ? AND a.position < ? "
                               "AND substr(a.type, 1, ?) = ? ORDER BY a.position DESC LIMIT 1",
                               [&](sql::Statement& s) {
                                   const QString family = type.left(type.indexOf(u'.') + 1);
                                   s.bind(auditSubject(event))
                                       .bind(positionOf(project, 0))
                                       .bind(position)
                                       .bind(static_cast<int>(family.size()))
                                       .bind(family);
                               });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return std::nullopt;
    const QByteArray body = (*statement)->bytes(0);
    Result<domain::Event> earlier = protocol::decodeEvent(viewOf(body));
    if (!earlier)
        return std::unexpected(earlier.error());
    return std::move(*earlier);
}

Result<std::optional<domain::Event>> Audit::contactBefore(qint64 project, qint64 position,
                                                          const domain::Event& event)
{
    constexpr int lookedAt = 50; // a conversation's handoffs stand between, each with a few events
    const auto statement =
        ran(m_database,
            "SELECT j.body FROM conversations c JOIN conversation_events e ON e.conversation = c.number "
            "JOIN journal j ON j.position = e.position WHERE c.project = ? AND c.id = ? AND e.position < ? "
            "ORDER BY e.position DESC LIMIT ?",
            [&](sql::Statement& s) {
                s.bind(project).bind(event.conversationId.uuid()).bind(position).bind(lookedAt);
            });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    while ((*statement)->next()) {
        const QByteArray body = (*statement)->bytes(0);
        Result<domain::Event> earlier = protocol::decodeEvent(viewOf(body));
        if (!earlier)
            return std::unexpected(earlier.error());
        if (std::holds_alternative<domain::Contact>(earlier->data) ||
            std::holds_alternative<domain::Conversation>(earlier->data))
            return std::move(*earlier);
    }
    return std::nullopt;
}

Result<std::vector<AuditEntry>> Audit::find(qint64 project, const AuditFilter& filter)
{
    const auto statement = ran(
        m_database,
        "SELECT a.position, j.body FROM audit a JOIN journal j ON j.position = a.position "
        "WHERE a.position > ? AND a.position < ? AND a.at >= ? AND a.at < ? AND (? = '' OR a.actor = ?) "
        "AND (? = '' OR a.type = ? OR substr(a.type, 1, ?) = ?) ORDER BY a.position DESC LIMIT ?",
        [&](sql::Statement& s) {
            const QString family = filter.type + u'.';
            s.bind(positionOf(project, 0))
                .bind(filter.beforeSeq > 0 ? positionOf(project, filter.beforeSeq)
                                           : positionOf(project + 1, 0))
                .bind(filter.from ? filter.from->time_since_epoch().count()
                                  : std::numeric_limits<qint64>::min())
                .bind(filter.to ? filter.to->time_since_epoch().count() : std::numeric_limits<qint64>::max())
                .bind(filter.actor)
                .bind(filter.actor)
                .bind(filter.type)
                .bind(filter.type)
                .bind(static_cast<int>(family.size()))
                .bind(family)
                .bind(filter.limit);
        });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    std::vector<AuditEntry> entries;
    while ((*statement)->next()) {
        const QByteArray body = (*statement)->bytes(1);
        Result<domain::Event> event = protocol::decodeEvent(viewOf(body));
        if (!event)
            return failure(ErrorCode::Internal, QStringLiteral("A stored event cannot be read."),
                           QStringLiteral("Run relevo-relay verify."));
        Result<std::optional<domain::Event>> earlier = before(project, (*statement)->number(0), *event);
        if (!earlier)
            return std::unexpected(earlier.error());
        entries.push_back({std::move(*event), std::move(*earlier)});
    }
    return entries;
}

} // namespace relevo::store
