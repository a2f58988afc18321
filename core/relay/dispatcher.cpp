#include <relay/dispatcher.h>

#include <domain/priority.h>
#include <domain/routing.h>

#include <algorithm>

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
    case HandoffResolved:
    case HandoffAbandoned:
    case HandoffConverted:
    case HandoffDeclined:
    case HandoffTransferred:
    case HandoffWoken:
    case HandoffClaimed:
        return true;
    default:
        return false;
    }
}

// What one look gives to an agent who takes any number.
constexpr int handsOfTheUnbound = 20;

/// How many more could be offered to all together, at most.
int freeHands(const domain::ProjectState& project, const std::map<domain::AgentId, int>& loads)
{
    int hands = 0;
    for (const auto& [id, agent] : project.agents) {
        if (agent.availability != domain::Availability::Available || agent.goneAt)
            continue;
        const auto load = loads.find(id);
        hands += agent.capacity == 0 ? handsOfTheUnbound
                                     : std::max(0, agent.capacity - (load == loads.end() ? 0 : load->second));
    }
    return hands;
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
    const std::map<domain::AgentId, int> loads = domain::loads(project);
    int hands = freeHands(project, loads);
    if (hands == 0)
        return;
    const Timestamp now = m_clock.now();
    std::vector<const domain::ConversationState*> waiting;
    for (const auto& [id, conversation] : project.conversations) {
        if (domain::isToBeOffered(project, conversation, now))
            waiting.push_back(&conversation);
    }
    std::sort(waiting.begin(), waiting.end(), [now](const auto* a, const auto* b) {
        return domain::queueBefore(*a->handoff, *b->handoff, now);
    });
    for (auto next = waiting.begin(); next != waiting.end() && hands > 0; ++next) {
        const auto candidates = domain::consider(project, **next, loads);
        if (candidates.empty() || candidates.front().fit != domain::Fit::Fits)
            continue;
        --hands;
        const domain::HandoffId id = (*next)->handoff->id;
        m_pipeline.submit(
            Submission{project.project.id, {}, domain::Actor{}, id, domain::RouteHandoff{id}, {}, {}});
    }
}

} // namespace relevo::relay
