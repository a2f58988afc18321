#pragma once

#include <relay/hub.h>
#include <relay/pipeline.h>
#include <relay/query_thread.h>

#include <QtCore/QTimer>

namespace relevo::relay {

/// Writes the summary an agent reads before taking over, as soon as a handoff is requested. The messages are
/// read and summed up in the query thread; the result comes back as a command. What finds no room in a full
/// queue is tried again. I/O thread.
class Summarizer final : public QObject, public Listener
{
    Q_OBJECT

public:
    Summarizer(Hub& hub, Pipeline& pipeline, QueryThread& queries, QObject* parent = nullptr);
    ~Summarizer() override;

    /// Makes up for the handoffs whose summary was still to be written when the relay was ended, and for what
    /// was refused.
    void catchUp();
    void heard(const Published& published) override;

private:
    void failed(const domain::HandoffId& handoff, const Error& error);
    void summarize(const domain::ProjectId& project, const domain::ConversationState& conversation);

    Hub& m_hub;
    Pipeline& m_pipeline;
    QueryThread& m_queries;
    QTimer m_again;
};

} // namespace relevo::relay
