#include <relay/scheduler.h>

#include <domain/timers.h>

#include <QtCore/QPointer>

#include <algorithm>

namespace relevo::relay {
namespace {

constexpr milliseconds lookAtLeastEvery{1'000};
constexpr std::chrono::seconds againAfterRefusal{1};
constexpr int ticksAtOnce = 500;

} // namespace

Scheduler::Scheduler(Hub& hub, Pipeline& pipeline, const Clock& clock, QObject* parent)
    : QObject(parent), m_hub(hub), m_pipeline(pipeline), m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Scheduler::fire);
    m_hub.listenToAll(*this);
}

Scheduler::~Scheduler()
{
    m_hub.leaveAll(*this);
}

void Scheduler::start()
{
    for (const domain::ProjectState* project : m_hub.all())
        scheduleAll(*project);
    arm();
}

void Scheduler::heard(const Published& published)
{
    const domain::ProjectState* project = m_hub.state(published.project);
    if (!published.event.conversationId.isNull())
        schedule(published.project, published.event.conversationId);
    else if (const auto* agent = std::get_if<domain::Agent>(&published.event.data))
        scheduleOf(*project, agent->id);
    else if (std::holds_alternative<domain::Settings>(published.event.data))
        scheduleAll(*project);
    arm();
}

void Scheduler::scheduleAll(const domain::ProjectState& project)
{
    for (const auto& [id, conversation] : project.conversations)
        schedule(project.project.id, id);
}

void Scheduler::scheduleOf(const domain::ProjectState& project, const domain::AgentId& agent)
{
    for (const domain::ConversationId& id : project.conversations.of(agent))
        schedule(project.project.id, id);
}

void Scheduler::drop(const domain::ConversationId& conversation)
{
    // The set is ordered by time first; the project is not needed to find the one entry of a conversation.
    const auto due = m_due.constFind(conversation);
    if (due == m_due.cend())
        return;
    const auto first = m_entries.lower_bound(Entry{*due, {}, {}});
    const auto entry = std::find_if(first, m_entries.end(),
                                    [&](const Entry& one) { return one.conversation == conversation; });
    m_entries.erase(entry);
    m_due.erase(due);
}

void Scheduler::put(const Entry& entry)
{
    drop(entry.conversation);
    m_entries.insert(entry);
    m_due.insert(entry.conversation, entry.at);
}

void Scheduler::schedule(const domain::ProjectId& project, const domain::ConversationId& conversation)
{
    const domain::ConversationState* state = m_hub.byId(project, conversation);
    const std::optional<Timestamp> due =
        state ? domain::nextDue(*m_hub.state(project), *state) : std::nullopt;
    const auto known = m_due.constFind(conversation);
    if (!due)
        drop(conversation);
    else if (known == m_due.cend() || *known != *due)
        put({*due, project, conversation});
}

void Scheduler::arm()
{
    if (m_entries.empty()) {
        m_timer.stop();
        return;
    }
    const milliseconds left = m_entries.begin()->at - m_clock.now();
    m_timer.start(std::clamp(left, milliseconds(0), lookAtLeastEvery));
}

void Scheduler::fire()
{
    const Timestamp now = m_clock.now();
    for (int i = 0; i < ticksAtOnce && !m_entries.empty() && m_entries.begin()->at <= now; ++i) {
        const Entry entry = *m_entries.begin();
        drop(entry.conversation);
        tick(entry);
    }
    arm();
}

void Scheduler::tick(const Entry& entry)
{
    // While one is under way another would find the same thing due.
    if (!m_ticking.insert(entry.conversation).second)
        return;
    Submission submission{entry.project, {}, domain::Actor{}, entry.conversation, domain::Tick{}, {}, {}};
    const QPointer<Scheduler> guard(this);
    submission.done = [guard, entry](const Result<std::string>& answer) {
        if (guard)
            guard->ticked(entry, !answer);
    };
    m_pipeline.submit(std::move(submission));
}

void Scheduler::ticked(const Entry& entry, bool refused)
{
    m_ticking.erase(entry.conversation);
    if (refused)
        put({m_clock.now() + againAfterRefusal, entry.project, entry.conversation});
    else
        schedule(entry.project, entry.conversation);
    arm();
}

} // namespace relevo::relay
