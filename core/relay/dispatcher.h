#pragma once

#include <relay/hub.h>
#include <relay/pipeline.h>

#include <QtCore/QTimer>

#include <set>

namespace relevo::relay {

/// Offers what waits as soon as somebody could have it: when an agent comes or has free hands, when a handoff
/// goes back to the queue, when the settings change. One look for all that happened in a turn; who gets it is
/// decided with the journal's own state (domain::offerNext). I/O thread.
class Dispatcher final : public QObject, public Listener
{
    Q_OBJECT

public:
    Dispatcher(Hub& hub, Pipeline& pipeline, const Clock& clock, QObject* parent = nullptr);
    ~Dispatcher() override;

    /// Looks at every project.
    void start();
    void heard(const Published& published) override;

private:
    void lookSoon(const domain::ProjectId& project);
    void look();
    void look(const domain::ProjectState& project);

    Hub& m_hub;
    Pipeline& m_pipeline;
    const Clock& m_clock;
    std::set<domain::ProjectId> m_toLookAt;
    QTimer m_soon;
};

} // namespace relevo::relay
