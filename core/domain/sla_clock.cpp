#include <domain/sla_clock.h>

#include <algorithm>

namespace relevo::domain {
namespace {

bool runs(const Promise& promise)
{
    return promise.state == PromiseState::Running || promise.state == PromiseState::Warned;
}

/// Nobody has done it yet, in time or late.
bool isOwed(const Promise& promise)
{
    return runs(promise) || (promise.state == PromiseState::Breached && !promise.doneAt);
}

void earlier(std::optional<Timestamp>& best, const std::optional<Timestamp>& at)
{
    if (at && (!best || *at < *best))
        best = at;
}

std::optional<Timestamp> dueOf(const Promise& promise)
{
    if (!runs(promise))
        return std::nullopt;
    return promise.state == PromiseState::Running && promise.warnAt ? promise.warnAt : promise.dueAt;
}

/// Changes promises and remembers what is to be written down about it.
class Clockwork
{
public:
    Clockwork(SlaPromises promises, Timestamp now) : m_promises(std::move(promises)), m_now(now) {}

    [[nodiscard]] SlaPromises& promises() { return m_promises; }
    void note(EventType type)
    {
        if (std::find(m_events.begin(), m_events.end(), type) == m_events.end())
            m_events.push_back(type);
    }

    void start(std::optional<Promise>& promise, int minutes, const Settings& settings)
    {
        if (minutes == 0)
            return;
        promise = Promise{};
        run(*promise, allowed(minutes), allowed(minutes), settings);
        note(EventType::SlaStarted);
    }

    void tick(std::optional<Promise>& promise)
    {
        if (!promise || !runs(*promise))
            return;
        if (promise->dueAt && *promise->dueAt <= m_now) {
            promise->state = PromiseState::Breached;
            promise->warnAt.reset();
            note(EventType::SlaBreached);
        } else if (promise->state == PromiseState::Running && promise->warnAt && *promise->warnAt <= m_now) {
            promise->state = PromiseState::Warned;
            promise->warnAt.reset();
            note(EventType::SlaWarned);
        }
    }

    /// What was promised is done. tick() came before it.
    void finish(std::optional<Promise>& promise)
    {
        if (!promise || promise->doneAt)
            return;
        promise->doneAt = m_now;
        if (promise->state == PromiseState::Breached)
            return;
        promise->state = PromiseState::Met;
        promise->warnAt.reset();
        promise->left = {};
        note(EventType::SlaMet);
    }

    void pause(std::optional<Promise>& promise, int minutes, const Settings& settings)
    {
        if (!promise || !runs(*promise))
            return;
        promise->left = promise->dueAt ? timeUntil(*promise->dueAt, settings) : allowed(minutes);
        promise->state = PromiseState::Paused;
        promise->dueAt.reset();
        promise->warnAt.reset();
        m_paused = true;
    }

    /// Something else stands still from now on.
    void notePause() { m_paused = true; }

    void resume(std::optional<Promise>& promise, int minutes, const Settings& settings)
    {
        if (!promise || promise->state != PromiseState::Paused)
            return;
        run(*promise, promise->left, allowed(minutes), settings);
        promise->left = {};
        m_resumed = true;
    }

    [[nodiscard]] SlaChange take()
    {
        if (m_events.empty() && (m_paused || m_resumed))
            m_events.push_back(m_paused ? EventType::SlaPaused : EventType::SlaResumed);
        return {std::move(m_promises), std::move(m_events)};
    }

private:
    static milliseconds allowed(int minutes) { return std::chrono::minutes(minutes); }

    [[nodiscard]] bool inOpenHours(const Settings& settings) const
    {
        return m_promises.terms.businessTime && settings.businessHours.has_value();
    }
    [[nodiscard]] std::optional<Timestamp> after(milliseconds span, const Settings& settings) const
    {
        return inOpenHours(settings) ? afterOpenTime(*settings.businessHours, m_now, span) : m_now + span;
    }
    [[nodiscard]] milliseconds timeUntil(Timestamp at, const Settings& settings) const
    {
        return inOpenHours(settings) ? openTimeBetween(*settings.businessHours, m_now, at)
                                     : std::max(milliseconds(0), at - m_now);
    }

    /// From now, with `left` of `whole`; the warning is due when warnPercent of the whole have gone by.
    void run(Promise& promise, milliseconds left, milliseconds whole, const Settings& settings)
    {
        const milliseconds lastPart = whole * (100 - m_promises.terms.warnPercent) / 100;
        promise.dueAt = after(left, settings);
        const bool warned = lastPart > milliseconds(0) && left <= lastPart;
        promise.state = warned ? PromiseState::Warned : PromiseState::Running;
        if (!warned && lastPart > milliseconds(0))
            promise.warnAt = after(left - lastPart, settings);
    }

    SlaPromises m_promises;
    Timestamp m_now;
    std::vector<EventType> m_events;
    bool m_paused = false;
    bool m_resumed = false;
};

void tickAll(Clockwork& clockwork)
{
    SlaPromises& promises = clockwork.promises();
    for (std::optional<Promise>* promise :
         {&promises.firstResponse, &promises.nextResponse, &promises.resolution})
        clockwork.tick(*promise);
}

void customerWrote(Clockwork& clockwork, const Settings& settings)
{
    SlaPromises& promises = clockwork.promises();
    // What they wrote before is still unanswered, or nobody has answered at all: their wait runs already.
    if (promises.answered && promises.nextResponse && !isOwed(*promises.nextResponse))
        clockwork.start(promises.nextResponse, promises.terms.nextResponseMinutes, settings);
    clockwork.resume(promises.resolution, promises.terms.resolutionMinutes, settings);
}

void agentAnswered(Clockwork& clockwork, const Settings& settings)
{
    SlaPromises& promises = clockwork.promises();
    for (const std::optional<Promise>* promise : {&promises.firstResponse, &promises.nextResponse}) {
        if (*promise && isOwed(**promise) && !runs(**promise))
            clockwork.notePause();
    }
    clockwork.finish(promises.firstResponse);
    if (promises.nextResponse && isOwed(*promises.nextResponse))
        clockwork.finish(promises.nextResponse);
    promises.answered = true;
    clockwork.pause(promises.resolution, promises.terms.resolutionMinutes, settings);
}

/// Nobody waits for an answer any more, so none was kept; what was broken stays so.
void withdrawAnswers(SlaPromises& promises)
{
    if (promises.firstResponse && runs(*promises.firstResponse))
        promises.firstResponse.reset();
    if (promises.nextResponse && runs(*promises.nextResponse))
        promises.nextResponse = Promise{PromiseState::Paused, {}, {}, {}, {}};
}

} // namespace

QStringList tagsOf(const Conversation& conversation)
{
    QStringList all = conversation.tags + conversation.contact.tags;
    const auto told = conversation.contact.attributes.find(QStringLiteral("tags"));
    if (told != conversation.contact.attributes.end())
        all += told->second.split(u',');
    QStringList tags;
    for (const QString& one : all) {
        const QString tag = one.trimmed();
        if (!tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
            tags.push_back(tag);
    }
    return tags;
}

const SlaPolicy* policyFor(const Sla& sla, Priority priority, const Conversation& conversation)
{
    const auto applies = [&, tags = tagsOf(conversation)](const SlaPolicy& policy) {
        const bool fits = policy.priorities.empty() ||
                          std::find(policy.priorities.begin(), policy.priorities.end(), priority) !=
                              policy.priorities.end();
        return fits &&
               (policy.channels.isEmpty() ||
                policy.channels.contains(conversation.channel, Qt::CaseInsensitive)) &&
               (policy.tags.isEmpty() || std::any_of(tags.begin(), tags.end(), [&policy](const QString& tag) {
                    return policy.tags.contains(tag, Qt::CaseInsensitive);
                }));
    };
    const auto found = std::find_if(sla.policies.begin(), sla.policies.end(), applies);
    return found == sla.policies.end() ? nullptr : &*found;
}

SlaChange slaBegun(const SlaPolicy& policy, const Settings& settings, Timestamp now)
{
    SlaPromises promises;
    promises.terms = {policy.name,
                      policy.firstResponseMinutes,
                      policy.nextResponseMinutes,
                      policy.resolutionMinutes,
                      settings.sla.warnPercent,
                      policy.businessTime};
    if (policy.nextResponseMinutes > 0)
        promises.nextResponse = Promise{PromiseState::Paused, {}, {}, {}, {}};
    Clockwork clockwork(std::move(promises), now);
    clockwork.start(clockwork.promises().firstResponse, policy.firstResponseMinutes, settings);
    clockwork.start(clockwork.promises().resolution, policy.resolutionMinutes, settings);
    return clockwork.take();
}

SlaChange slaAfter(SlaPromises promises, SlaOccasion occasion, const Settings& settings, Timestamp now)
{
    Clockwork clockwork(std::move(promises), now);
    tickAll(clockwork);
    SlaPromises& current = clockwork.promises();
    switch (occasion) {
    case SlaOccasion::CustomerWrote:
        customerWrote(clockwork, settings);
        break;
    case SlaOccasion::AgentAnswered:
        agentAnswered(clockwork, settings);
        break;
    case SlaOccasion::Resolved:
        withdrawAnswers(current);
        clockwork.finish(current.resolution);
        break;
    case SlaOccasion::Abandoned:
        withdrawAnswers(current);
        if (current.resolution && current.resolution->state != PromiseState::Breached)
            current.resolution.reset();
        break;
    case SlaOccasion::Reopened:
        clockwork.start(current.resolution, current.terms.resolutionMinutes, settings);
        break;
    }
    return clockwork.take();
}

std::optional<Timestamp> slaDue(const SlaPromises& promises)
{
    std::optional<Timestamp> best;
    for (const std::optional<Promise>* promise :
         {&promises.firstResponse, &promises.nextResponse, &promises.resolution}) {
        if (*promise)
            earlier(best, dueOf(**promise));
    }
    return best;
}

SlaChange slaTicked(SlaPromises promises, Timestamp now)
{
    Clockwork clockwork(std::move(promises), now);
    tickAll(clockwork);
    return clockwork.take();
}

std::optional<Timestamp> answerPromisedBy(const SlaPromises& promises)
{
    std::optional<Timestamp> best;
    for (const std::optional<Promise>* promise : {&promises.firstResponse, &promises.nextResponse}) {
        if (*promise && isOwed(**promise))
            earlier(best, (*promise)->dueAt);
    }
    return best;
}

} // namespace relevo::domain
