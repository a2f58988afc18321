#pragma once

#include <assist/model.h>
#include <relay/hub.h>
#include <relay/pipeline.h>
#include <relay/query_thread.h>

#include <deque>
#include <set>

namespace relevo::relay {

/// Has a language model sum up what the rules have summed up already, some handoffs at a time. What it says
/// replaces the summary when it comes; when it does not come, is no summary, or comes too late, the rules'
/// stays and the log has the reason. I/O thread.
class ModelSummaries final : public QObject
{
    Q_OBJECT

public:
    /// Asks for at most `atOnce` at a time, so that drafts, for which agents wait, find room.
    ModelSummaries(Hub& hub, Pipeline& pipeline, QueryThread& queries, assist::Model& model, int atOnce,
                   QObject* parent = nullptr);

    /// Puts a handoff at the end of the queue, unless it is there or being asked about. Does nothing with
    /// `mostWaiting` in the queue: then it keeps the rules' summary.
    void ask(const domain::ProjectId& project, const domain::HandoffId& handoff);

    static constexpr std::size_t mostWaiting = 1'000;

private:
    struct Job
    {
        domain::ProjectId project;
        domain::HandoffId handoff;
    };

    void next();
    void read(const Job& job);
    void record(const Job& job, const Result<domain::Summary>& summary);
    void finish(const Job& job);

    Hub& m_hub;
    Pipeline& m_pipeline;
    QueryThread& m_queries;
    assist::Model& m_model;
    const int m_atOnce;
    std::deque<Job> m_waiting;
    std::set<domain::HandoffId> m_known; // waiting or under way
    int m_underWay = 0;
};

} // namespace relevo::relay
