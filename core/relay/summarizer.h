#pragma once

#include <relay/hub.h>
#include <relay/model_summaries.h>
#include <relay/pipeline.h>
#include <relay/query_thread.h>

#include <QtCore/QTimer>

namespace relevo::relay {

/// Writes the summary an agent reads before taking over, as soon as a handoff is requested, and anew when it
/// is asked for. The messages are read and summed up by rule in the query thread; the result comes back as a
/// command. What finds no room in a full queue is tried again. Where a language model is configured, it is
/// asked after that. I/O thread.
class Summarizer final : public QObject, public Listener
{
    Q_OBJECT

public:
    /// `model` is null where none is configured.
    Summarizer(Hub& hub, Pipeline& pipeline, QueryThread& queries, ModelSummaries* model,
               QObject* parent = nullptr);
    ~Summarizer() override;

    /// Makes up for the handoffs whose summary was still to be written when the relay was ended, and for what
    /// was refused.
    void catchUp();
    void heard(const Published& published) override;

    using Refreshed = std::function<void(const Result<std::string>&)>;
    /// Sums up again when something was said since; answers {summary, pending} once that is on disk, where
    /// `pending` says that the language model's is to follow. What is still true is answered as it is. Fails
    /// with `not_found` and, for a handoff that is over, `conflict`.
    void refresh(const domain::ProjectId& project, const domain::HandoffId& handoff,
                 std::vector<CommandId> commandIds, Refreshed done);

private:
    void failed(const domain::HandoffId& handoff, const Error& error);
    void summarizeFirst(const domain::ProjectId& project, const domain::ConversationState& conversation);
    /// `answer` makes what `done` gets, and what is kept with the command ids.
    void summarize(const domain::ProjectId& project, const domain::ConversationState& conversation,
                   std::vector<CommandId> commandIds,
                   std::string (*answer)(const domain::Summary&, bool pending), Refreshed done);
    void askModel(const domain::ProjectId& project, const domain::HandoffId& handoff);

    Hub& m_hub;
    Pipeline& m_pipeline;
    QueryThread& m_queries;
    ModelSummaries* m_model;
    QTimer m_again;
};

} // namespace relevo::relay
