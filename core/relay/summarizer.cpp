#include <relay/summarizer.h>

#include <assist/summary.h>
#include <base/log.h>
#include <protocol/codec.h>
#include <protocol/names.h>
#include <relay/summary_source.h>

#include <QtCore/QPointer>

namespace relevo::relay {
namespace {

constexpr std::chrono::seconds summarizeAgainAfter{2};

const QString offlineEngine = QStringLiteral("offline");

std::string refreshed(const domain::Summary& summary, bool pending)
{
    return protocol::dump(protocol::Json{{"summary", protocol::toJson(summary)}, {"pending", pending}});
}

/// Nobody asked, and what it says of people is kept once.
std::string nothing(const domain::Summary&, bool)
{
    return "{}";
}

} // namespace

Summarizer::Summarizer(Hub& hub, Pipeline& pipeline, QueryThread& queries, ModelSummaries* model,
                       QObject* parent)
    : QObject(parent), m_hub(hub), m_pipeline(pipeline), m_queries(queries), m_model(model)
{
    m_hub.listenToAll(*this);
    m_again.setSingleShot(true);
    m_again.setInterval(summarizeAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &Summarizer::catchUp);
}

Summarizer::~Summarizer()
{
    m_hub.leaveAll(*this);
}

void Summarizer::catchUp()
{
    for (const domain::ProjectState* state : m_hub.all()) {
        for (const auto& [id, conversation] : state->conversations) {
            if (!conversation.handoff || !domain::isOpen(conversation.handoff->status))
                continue;
            const std::optional<domain::Summary>& summary = conversation.handoff->summary;
            if (!summary)
                summarizeFirst(state->project.id, conversation);
            else if (summary->engine == offlineEngine && domain::isWaiting(conversation.handoff->status))
                askModel(state->project.id, conversation.handoff->id); // somebody has still to read it
        }
    }
}

void Summarizer::heard(const Published& published)
{
    if (published.event.type != domain::EventType::HandoffRequested)
        return;
    if (const domain::ConversationState* conversation =
            m_hub.byHandoff(published.project, published.event.handoffId))
        summarizeFirst(published.project, *conversation);
}

void Summarizer::failed(const domain::HandoffId& handoff, const Error& error)
{
    qCWarning(logRelay).noquote() << logLine(
        u"No summary could be made", {{u"handoffId", handoff.toString()}, {u"reason", error.message}});
    // What the machine refuses now it may take later; anything else would fail the same way.
    if (error.code == ErrorCode::Unavailable)
        m_again.start();
}

void Summarizer::askModel(const domain::ProjectId& project, const domain::HandoffId& handoff)
{
    if (m_model)
        m_model->ask(project, handoff);
}

void Summarizer::summarizeFirst(const domain::ProjectId& project,
                                const domain::ConversationState& conversation)
{
    // One summary, also when it is asked for again while the first is on its way.
    const domain::HandoffId id = conversation.handoff->id;
    summarize(project, conversation, {{QStringLiteral("summary:") + id.toString()}}, nothing,
              [this, id](const Result<std::string>& written) {
                  if (!written)
                      failed(id, written.error());
              });
}

void Summarizer::refresh(const domain::ProjectId& project, const domain::HandoffId& handoff,
                         std::vector<CommandId> commandIds, Refreshed done)
{
    const domain::ConversationState* conversation = m_hub.byHandoff(project, handoff);
    if (!conversation) {
        done(failure(ErrorCode::NotFound, QStringLiteral("There is no such open handoff."),
                     QStringLiteral("Only the newest handoff of an open conversation is summed up again.")));
        return;
    }
    const domain::Handoff& now = *conversation->handoff;
    if (!domain::isOpen(now.status)) {
        done(failure(ErrorCode::Conflict, QStringLiteral("The handoff is over."),
                     QStringLiteral("Its summary stays as it is."),
                     {{QStringLiteral("status"), protocol::fromUtf8(protocol::nameOf(now.status))}}));
        return;
    }
    const bool isFresh = now.summary && (!conversation->lastMessage ||
                                         now.summary->basedOnSeq >= conversation->lastMessage->seq);
    if (!isFresh) {
        summarize(project, *conversation, std::move(commandIds), refreshed, std::move(done));
        return;
    }
    const bool pending = m_model && now.summary->engine == offlineEngine;
    if (pending)
        askModel(project, handoff);
    done(refreshed(*now.summary, pending));
}

void Summarizer::summarize(const domain::ProjectId& project, const domain::ConversationState& conversation,
                           std::vector<CommandId> commandIds,
                           std::string (*answer)(const domain::Summary&, bool), Refreshed done)
{
    const domain::Handoff handoff = *conversation.handoff;
    const auto query = [project, conversation = conversation.conversation,
                        trigger = handoff.trigger](store::Reader& reader) -> Result<domain::Summary> {
        const auto input = readForSummary(reader, project, conversation, trigger);
        return input ? Result<domain::Summary>(assist::summarize(*input)) : std::unexpected(input.error());
    };
    m_queries.run<domain::Summary>(
        this, query,
        [this, project, id = handoff.id, commandIds = std::move(commandIds), answer,
         done = std::move(done)](Result<domain::Summary> summary) {
            if (!summary) {
                done(std::unexpected(summary.error()));
                return;
            }
            Submission submission{
                project, commandIds, domain::Actor{}, id, domain::RecordSummary{id, *summary}, {}, {}};
            submission.answer = [answer, summary = std::move(*summary),
                                 pending = m_model != nullptr](const Outcome&) {
                return answer(summary, pending);
            };
            submission.tellsOfContact = true;
            const QPointer<Summarizer> guard(this);
            submission.done = [guard, project, id, done](const Result<std::string>& written) {
                if (!guard)
                    return;
                if (written)
                    guard->askModel(project, id);
                done(written);
            };
            m_pipeline.submit(std::move(submission));
        });
}

} // namespace relevo::relay
