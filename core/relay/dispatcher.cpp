#include <relay/dispatcher.h>

#include <domain/routing.h>

#include <utility>

namespace relevo::relay {
namespace {

/// After it somebody may be free who was not, or something waits that did not.
bool changesWhoCouldHaveWhat(domain::EventType type)
{
    using enum domain::EventType;
    switch (type) {
    case SettingsChanged:
    case AgentCreated:
    case AgentAvailability:
    case AgentUpdated:
    case TeamCreated:
    case TeamUpdated:
    case TeamDeleted:
    case HandoffResolved:
    case HandoffAbandoned:
    case HandoffConverted:
    case HandoffDeclined:
    case HandoffTransferred:
    case HandoffSnoozed: // what was offered is not any more
    case HandoffWoken:
    case HandoffClaimed:
        return true;
    default:
        return false;
    }
}

} // namespace

Dispatcher::Dispatcher(Hub& hub, Pipeline& pipeline, const Clock& clock, QObject* parent)
    : QObject(parent), m_hub(hub), m_pipeline(pipeline), m_clock(clock)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, qOverload<>(&Dispatcher::look));
    m_hub.listenToAll(*this);
}

Dispatcher::~Dispatcher()
{
    m_hub.leaveAll(*this);
}

void Dispatcher::start()
{
    for (const domain::ProjectState* project : m_hub.all())
        lookSoon(project->project.id);
}

void Dispatcher::heard(const Published& published)
{
    if (changesWhoCouldHaveWhat(published.event.type) &&
        m_hub.state(published.project)->settings.routing != domain::Routing::Manual)
        lookSoon(published.project);
}

void Dispatcher::lookSoon(const domain::ProjectId& project)
{
    m_toLookAt.insert(project);
    if (!m_soon.isActive())
        m_soon.start(0);
}

void Dispatcher::look()
{
    for (const domain::ProjectId& id : std::exchange(m_toLookAt, {})) {
        if (const domain::ProjectState* project = m_hub.state(id))
            look(*project);
    }
}

void Dispatcher::look(const domain::ProjectState& project)
{
    for (const domain::HandoffId& id : domain::offerable(project, m_clock.now()))
        m_pipeline.submit(
            Submission{project.project.id, {}, domain::Actor{}, id, domain::RouteHandoff{id}, {}, {}});
}

} // namespace relevo::relay
