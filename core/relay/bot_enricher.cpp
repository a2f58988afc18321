#include <relay/bot_enricher.h>

#include <base/log.h>

#include <memory>

namespace relevo::relay {

BotEnricher::BotEnricher(BotTurnParts parts, QObject* parent) : QObject(parent), m_parts(parts) {}

void BotEnricher::enrich(const domain::ProjectId& project, const domain::Message& message)
{
    const domain::ProjectState* state = m_parts.hub.state(project);
    const domain::ConversationState* conversation = m_parts.hub.byId(project, message.conversationId);
    if (!state || !conversation || !state->bots.enabled)
        return;
    bot::Turn turn;
    turn.id = message.id;
    turn.conversation = message.conversationId;
    turn.sessionId = conversation->conversation.sessionId;
    turn.text = message.content;
    turn.language = conversation->conversation.language;
    turn.contact = conversation->conversation.contact;
    turn.failures = conversation->botFailures;
    for (const QString& name : state->bots.enrichers) {
        if (m_underWay < mostAtOnce)
            ask(project, name, turn);
        else
            qCWarning(logRelay).noquote()
                << logLine(u"An enricher was not asked: too many are", {{u"turnId", turn.id.toString()}});
    }
}

void BotEnricher::ask(const domain::ProjectId& project, const QString& name, const bot::Turn& turn)
{
    bot::Bot* bot = m_parts.shelf.find(project, name);
    if (!bot)
        return;
    ++m_underWay;
    bot->answer(turn, this, [this, project, name, turn](const bot::Reply& reply) {
        --m_underWay;
        if (!reply.error.isEmpty())
            qCWarning(logRelay).noquote()
                << logLine(u"An enricher failed",
                           {{u"turnId", turn.id.toString()}, {u"bot", name}, {u"reason", reply.error}});
        if (reply.contact.isEmpty())
            return;
        m_parts.pipeline.submit(Submission{project,
                                           {{QStringLiteral("enrich:%1:%2").arg(turn.id.toString(), name)}},
                                           {domain::ActorType::Bot, {}, name},
                                           turn.conversation,
                                           domain::UpdateContact{reply.contact},
                                           {},
                                           {}});
    });
}

} // namespace relevo::relay
