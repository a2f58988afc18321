#include <relay/http_presence.h>

#include <base/log.h>

#include <algorithm>

namespace relevo::relay {
namespace {

constexpr milliseconds lookAtPresenceEvery{1'000};

} // namespace

HttpPresence::HttpPresence(Hub& hub, Pipeline& pipeline, const Clock& clock, QObject* parent)
    : QObject(parent), m_hub(hub), m_pipeline(pipeline), m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HttpPresence::look);
    m_hub.listenToAll(*this);
}

HttpPresence::~HttpPresence()
{
    m_hub.leaveAll(*this);
}

void HttpPresence::start(store::Reader& reader)
{
    const Timestamp now = m_clock.now();
    for (const domain::ProjectState* project : m_hub.all()) {
        for (const auto& [id, agent] : project->agents) {
            const Sign sign{project->project.id, now};
            if (!worksWithoutDesk(sign, id))
                continue;
            // Who is signed in nowhere is only acted for, by a program.
            const auto sessions = reader.credentials().sessionsOf(id);
            if (!sessions)
                qCWarning(logRelay).noquote() << logLine(u"An agent's sessions could not be read",
                                                         {{u"reason", sessions.error().message}});
            else if (std::ranges::any_of(*sessions, [now](const auto& one) { return one.expiresAt > now; }))
                m_signs.insert(id, sign);
        }
    }
    look();
}

void HttpPresence::seen(const Scope& scope)
{
    if (!scope.isAgent())
        return;
    m_signs.insert(scope.agent, {scope.project, m_clock.now()});
    wakeIn(patience(scope.project));
}

void HttpPresence::heard(const Published& published)
{
    if (published.event.type == domain::EventType::SettingsChanged)
        look(); // the grace time may be another now
}

milliseconds HttpPresence::patience(const domain::ProjectId& project) const
{
    const domain::ProjectState* state = m_hub.state(project);
    const milliseconds grace = std::chrono::minutes(state ? state->settings.graceMinutes : 0);
    return std::max<milliseconds>(grace, leastPatience);
}

bool HttpPresence::worksWithoutDesk(const Sign& sign, const domain::AgentId& id) const
{
    const domain::Agent* agent = agentIn(m_hub, sign.project, id);
    return agent && !agent->disabled && !agent->online && !agent->goneAt &&
           agent->availability != domain::Availability::Away;
}

void HttpPresence::look()
{
    const Timestamp now = m_clock.now();
    std::optional<milliseconds> next;
    for (auto sign = m_signs.begin(); sign != m_signs.end();) {
        const milliseconds left = sign->at + patience(sign->project) - now;
        const bool works = worksWithoutDesk(*sign, sign.key());
        if (works && left.count() > 0) {
            next = std::min(next.value_or(left), left);
            ++sign;
            continue;
        }
        if (works)
            m_pipeline.submit(Submission{sign->project,
                                         {},
                                         domain::Actor{},
                                         {},
                                         domain::SetPresence{sign.key(), false, sign->at},
                                         {},
                                         {}});
        // Whoever begins to work so again does it by a request.
        sign = m_signs.erase(sign);
    }
    if (next)
        wakeIn(*next);
}

void HttpPresence::wakeIn(milliseconds span)
{
    // Not to the end in one sleep: a clock that is set, or a machine that slept, is noticed.
    span = std::clamp(span, milliseconds(0), lookAtPresenceEvery);
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > span)
        m_timer.start(span);
}

} // namespace relevo::relay
