#include <relay/bot_enricher.h>

#include <base/log.h>

namespace relevo::relay {
namespace {

constexpr std::chrono::seconds enrichAgainAfter{2};

void logFailure(const char16_t* what, const store::Enrichment& enrichment, const QString& why)
{
    qCWarning(logRelay).noquote() << logLine(
        what, {{u"turnId", enrichment.message.toString()}, {u"bot", enrichment.bot}, {u"reason", why}});
}

} // namespace

BotEnricher::BotEnricher(BotTurnParts parts, QObject* parent) : QObject(parent), m_parts(parts)
{
    m_again.setSingleShot(true);
    m_again.setInterval(enrichAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &BotEnricher::start);
}

BotEnricher::Key BotEnricher::keyOf(const store::Enrichment& enrichment)
{
    return {enrichment.message, enrichment.bot};
}

bool BotEnricher::isWanted(const store::Enrichment& enrichment) const
{
    const domain::ProjectState* state = m_parts.hub.state(enrichment.project);
    return state && state->bots.enabled && state->bots.enrichers.contains(enrichment.bot) &&
           m_parts.hub.byId(enrichment.project, enrichment.conversation);
}

void BotEnricher::start()
{
    using Found = std::vector<store::Enrichment>;
    m_parts.queries.run<Found>(
        this, [](store::Reader& reader) { return reader.enrichments().all(); },
        [this](const Result<Found>& found) {
            if (!found) {
                qCWarning(logRelay).noquote()
                    << logLine(u"The enrichers could not look for what was interrupted",
                               {{u"reason", found.error().message}});
                m_again.start();
                return;
            }
            for (const store::Enrichment& enrichment : *found) {
                if (!m_underWay.insert(keyOf(enrichment)).second)
                    continue; // of a message that has come since
                if (isWanted(enrichment))
                    read(enrichment);
                else
                    drop(enrichment,
                         QStringLiteral("It is no enricher any more, or the conversation is over."));
            }
        });
}

void BotEnricher::enrich(const domain::ProjectId& project, const domain::Message& message)
{
    const domain::ProjectState* state = m_parts.hub.state(project);
    const domain::ConversationState* conversation = m_parts.hub.byId(project, message.conversationId);
    if (!state || !state->bots.enabled || (conversation && conversation->conversation.contact.blocked))
        return;
    for (const QString& name : state->bots.enrichers) {
        const store::Enrichment enrichment{project, message.id, name, message.conversationId, message.seq};
        if (m_underWay.size() >= mostAtOnce) {
            logFailure(u"An enricher was not asked", enrichment, QStringLiteral("Too many are."));
            continue;
        }
        if (!m_underWay.insert(keyOf(enrichment)).second)
            continue;
        // Written down before it leaves, so that a restart knows of it.
        m_parts.pipeline.submit(Chore{
            project, [enrichment](store::Journal& journal) { return journal.enrichments().add(enrichment); },
            [guard = QPointer<BotEnricher>(this), enrichment](const Result<void>& added) {
                if (!guard)
                    return;
                if (added) {
                    guard->read(enrichment);
                    return;
                }
                guard->m_underWay.erase(keyOf(enrichment));
                logFailure(u"An enricher was not asked", enrichment, added.error().message);
            }});
    }
}

void BotEnricher::read(const store::Enrichment& enrichment)
{
    using Messages = std::vector<domain::Message>;
    const auto query = [enrichment](store::Reader& reader) {
        return reader.newestMessages(enrichment.project, enrichment.conversation, enrichment.seq + 1,
                                     historyRead + 1);
    };
    m_parts.queries.run<Messages>(this, query, [this, enrichment](Result<Messages> messages) {
        if (messages)
            ask(enrichment, std::move(*messages));
        else
            drop(enrichment, messages.error().message);
    });
}

void BotEnricher::ask(const store::Enrichment& enrichment, std::vector<domain::Message> messages)
{
    const domain::ConversationState* conversation =
        m_parts.hub.byId(enrichment.project, enrichment.conversation);
    bot::Bot* bot = m_parts.shelf.find(enrichment.project, enrichment.bot);
    const bool isThere = !messages.empty() && messages.back().id == enrichment.message;
    if (!conversation || !bot || !isThere) {
        drop(enrichment, QStringLiteral("The bot, the conversation or the message is gone."));
        return;
    }
    bot::Turn turn;
    turn.id = enrichment.message;
    turn.conversation = enrichment.conversation;
    turn.sessionId = conversation->conversation.sessionId;
    turn.text = messages.back().content;
    turn.attachments = messages.back().attachments;
    turn.language = conversation->conversation.language;
    turn.contact = conversation->conversation.contact;
    turn.failures = conversation->botFailures;
    messages.pop_back();
    std::erase_if(messages, [](const domain::Message& message) { return message.note; });
    turn.history = std::move(messages);
    bot->answer(turn, this, [this, enrichment](const bot::Reply& reply) { answered(enrichment, reply); });
}

void BotEnricher::answered(const store::Enrichment& enrichment, const bot::Reply& reply)
{
    if (!reply.error.isEmpty()) {
        drop(enrichment, reply.error);
        return;
    }
    if (reply.contact.isEmpty()) {
        forget(enrichment);
        return;
    }
    Submission submission{
        enrichment.project,
        {{QStringLiteral("enrich:%1:%2").arg(enrichment.message.toString(), enrichment.bot)}},
        {domain::ActorType::Bot, {}, enrichment.bot},
        enrichment.conversation,
        domain::UpdateContact{reply.contact},
        {},
        {}};
    submission.rows = [enrichment](store::Journal& journal) {
        return journal.enrichments().remove(enrichment);
    };
    submission.done = [guard = QPointer<BotEnricher>(this), enrichment](const Result<std::string>& written) {
        if (!guard)
            return;
        guard->m_underWay.erase(keyOf(enrichment));
        if (written)
            return;
        // Where nothing can be written now, the next start asks again.
        const bool isRefused =
            written.error().code != ErrorCode::Unavailable && written.error().code != ErrorCode::Internal;
        if (isRefused)
            guard->drop(enrichment, written.error().message);
        else
            logFailure(u"What an enricher said was not written", enrichment, written.error().message);
    };
    m_parts.pipeline.submit(std::move(submission));
}

void BotEnricher::drop(const store::Enrichment& enrichment, const QString& why)
{
    logFailure(u"An enricher did not help", enrichment, why);
    forget(enrichment);
}

/// Where even this cannot be written, the next start asks again.
void BotEnricher::forget(const store::Enrichment& enrichment)
{
    m_underWay.erase(keyOf(enrichment));
    m_parts.pipeline.submit(
        Chore{enrichment.project,
              [enrichment](store::Journal& journal) { return journal.enrichments().remove(enrichment); },
              {}});
}

} // namespace relevo::relay
