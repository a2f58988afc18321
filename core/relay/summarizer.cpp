#include <relay/summarizer.h>

#include <assist/summary.h>
#include <base/log.h>

#include <QtCore/QPointer>

#include <limits>

namespace relevo::relay {
namespace {

constexpr int messagesRead = 200;
constexpr std::chrono::seconds againAfter{2};

} // namespace

Summarizer::Summarizer(Hub& hub, Pipeline& pipeline, QueryThread& queries, QObject* parent)
    : QObject(parent), m_hub(hub), m_pipeline(pipeline), m_queries(queries)
{
    m_hub.listenToAll(*this);
    m_again.setSingleShot(true);
    m_again.setInterval(againAfter);
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
            if (conversation.handoff && domain::isOpen(conversation.handoff->status) &&
                !conversation.handoff->summary)
                summarize(state->project.id, conversation);
        }
    }
}

void Summarizer::heard(const Published& published)
{
    if (published.event.type != domain::EventType::HandoffRequested)
        return;
    if (const domain::ConversationState* conversation =
            m_hub.byHandoff(published.project, published.event.handoffId))
        summarize(published.project, *conversation);
}

void Summarizer::failed(const domain::HandoffId& handoff, const Error& error)
{
    qCWarning(logRelay).noquote() << logLine(
        u"No summary could be made", {{u"handoffId", handoff.toString()}, {u"reason", error.message}});
    // What the machine refuses now it may take later; anything else would fail the same way.
    if (error.code == ErrorCode::Unavailable)
        m_again.start();
}

void Summarizer::summarize(const domain::ProjectId& project, const domain::ConversationState& conversation)
{
    const domain::Handoff handoff = *conversation.handoff;
    const auto query = [project, conversation = conversation.conversation,
                        handoff](store::Reader& reader) -> Result<domain::Summary> {
        auto messages =
            reader.newestMessages(project, conversation.id, std::numeric_limits<qint64>::max(), messagesRead);
        if (!messages)
            return std::unexpected(messages.error());
        return assist::summarize(assist::SummaryInput{conversation, std::move(*messages), handoff.trigger});
    };
    m_queries.run<domain::Summary>(
        this, query, [this, project, id = handoff.id](Result<domain::Summary> summary) {
            if (!summary) {
                failed(id, summary.error());
                return;
            }
            Submission submission{
                project, {}, domain::Actor{}, id, domain::RecordSummary{id, std::move(*summary)}, {}, {}};
            // One summary, also when it is asked for again while the first is on its way.
            const QString key = QStringLiteral("summary:") + id.toString();
            submission.commandIds.push_back({key});
            const QPointer<Summarizer> guard(this);
            submission.done = [guard, id](const Result<std::string>& written) {
                if (guard && !written)
                    guard->failed(id, written.error());
            };
            m_pipeline.submit(std::move(submission));
        });
}

} // namespace relevo::relay
