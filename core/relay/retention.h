#pragma once

#include <relay/hub.h>
#include <relay/pipeline.h>
#include <relay/query_thread.h>

#include <QtCore/QTimer>

#include <deque>

namespace relevo::relay {

/// Erases contacts whose conversations were closed longer ago than a project's settings want them kept, and
/// removes files that are to go earlier (domain/retention.h). Looks once an hour, and when the settings
/// change; one page of one project at a time, so that nobody waits for it. I/O thread.
class Retention final : public QObject, public Listener
{
    Q_OBJECT

public:
    Retention(Hub& hub, Pipeline& pipeline, QueryThread& queries, const Clock& clock,
              QObject* parent = nullptr);
    ~Retention() override;

    void start();
    void heard(const Published& published) override;

    static constexpr std::chrono::hours interval{1};
    static constexpr int page = 200; ///< conversations read, and erased at most, at once

private:
    struct Place
    {
        domain::ProjectId project;
        qint64 after = 0;
    };

    void lookEverywhere();
    void look(const domain::ProjectId& project);
    void next();
    void read(const Place& place);
    void settle(const domain::ProjectId& project,
                const std::vector<store::ClosedConversation>& conversations);
    void submit(const domain::ProjectId& project, const domain::Conversation& conversation,
                domain::Command command);

    Hub& m_hub;
    Pipeline& m_pipeline;
    QueryThread& m_queries;
    const Clock& m_clock;
    QTimer m_timer;
    std::deque<Place> m_places; // still to be looked at; the first is being read while m_busy
    bool m_busy = false;
};

} // namespace relevo::relay
