#include <relay/model_summaries.h>

#include <base/log.h>
#include <relay/summary_source.h>

namespace relevo::relay {

ModelSummaries::ModelSummaries(Hub& hub, Pipeline& pipeline, QueryThread& queries, assist::Model& model,
                               int atOnce, QObject* parent)
    : QObject(parent), m_hub(hub), m_pipeline(pipeline), m_queries(queries), m_model(model), m_atOnce(atOnce)
{
}

void ModelSummaries::ask(const domain::ProjectId& project, const domain::HandoffId& handoff)
{
    if (m_waiting.size() >= mostWaiting) {
        qCWarning(logRelay).noquote() << logLine(u"Too many summaries wait for the language model",
                                                 {{u"handoffId", handoff.toString()}});
        return;
    }
    if (!m_known.insert(handoff).second)
        return;
    m_waiting.push_back({project, handoff});
    next();
}

void ModelSummaries::next()
{
    while (m_underWay < m_atOnce && !m_waiting.empty()) {
        const Job job = m_waiting.front();
        m_waiting.pop_front();
        const domain::ConversationState* conversation = m_hub.byHandoff(job.project, job.handoff);
        // Meanwhile it may be over.
        if (!conversation || !domain::isOpen(conversation->handoff->status)) {
            m_known.erase(job.handoff);
            continue;
        }
        ++m_underWay;
        read(job);
    }
}

void ModelSummaries::read(const Job& job)
{
    const auto query = [job](store::Reader& reader) {
        return readForSummary(reader, job.project, job.handoff);
    };
    m_queries.run<assist::SummaryInput>(this, query, [this, job](const Result<assist::SummaryInput>& input) {
        if (!input) {
            record(job, std::unexpected(input.error()));
            return;
        }
        m_model.summarize(*input, this,
                          [this, job](const Result<domain::Summary>& summary) { record(job, summary); });
    });
}

void ModelSummaries::record(const Job& job, const Result<domain::Summary>& summary)
{
    if (summary) {
        m_pipeline.submit(Submission{job.project,
                                     {},
                                     domain::Actor{},
                                     job.handoff,
                                     domain::RecordSummary{job.handoff, *summary},
                                     {},
                                     {}});
    } else {
        qCWarning(logRelay).noquote()
            << logLine(u"The language model gave no summary", {{u"handoffId", job.handoff.toString()},
                                                               {u"engine", m_model.engine()},
                                                               {u"code", wireName(summary.error().code)},
                                                               {u"reason", summary.error().message}});
    }
    finish(job);
}

void ModelSummaries::finish(const Job& job)
{
    m_known.erase(job.handoff);
    --m_underWay;
    // Queued: a full query thread refuses from within the call, and a thousand of those would go a thousand
    // deep.
    QMetaObject::invokeMethod(
        this, [this] { next(); }, Qt::QueuedConnection);
}

} // namespace relevo::relay
