#include <relay/webhook_runner.h>

#include <base/log.h>

#include <algorithm>

namespace relevo::relay {
namespace {

constexpr int eventsRead = 200;
constexpr milliseconds lookAtWebhookEvery{1'000};

} // namespace

WebhookRunner::WebhookRunner(Means means, store::Webhook hook, QObject* parent)
    : QObject(parent), m_means(std::move(means)), m_hook(std::move(hook)), m_read(m_hook.sent),
      m_backoff(m_means.policy.retry, m_means.random)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_left.count() > 0 && m_means.clock.now() < m_againAt)
            sleep();
        else
            pump();
    });
}

void WebhookRunner::pump()
{
    if (!m_hook.enabled || m_call || m_reading || m_again.isActive())
        return;
    const domain::ProjectState* project = m_means.hub.state(m_hook.project);
    if (!m_waiting.empty())
        send();
    else if (project && m_read < project->seq)
        read();
}

void WebhookRunner::wait(milliseconds span)
{
    m_left = span;
    m_againAt = m_means.clock.now() + span;
    sleep();
}

void WebhookRunner::sleep()
{
    // Not to the end at once: that the machine slept, or its clock was set on, is noticed.
    const milliseconds span = std::clamp(m_left, milliseconds(0), lookAtWebhookEvery);
    m_left -= span;
    m_again.start(span);
}

void WebhookRunner::enable()
{
    if (m_hook.enabled)
        return;
    m_hook.enabled = true;
    m_hook.failingSince.reset();
    m_hook.lastError.clear();
    m_backoff.reset();
    Q_EMIT moved();
    pump();
}

void WebhookRunner::read()
{
    m_reading = true;
    const auto query = [project = m_hook.project, after = m_read, asked = m_hook.events](
                           store::Reader& reader) -> Result<std::vector<store::StoredEvent>> {
        auto events = reader.eventsAfter(project, after, eventsRead);
        if (!events)
            return events;
        // The last one stays whatever it is: it says how far this has come.
        const qint64 last = events->empty() ? after : events->back().seq;
        std::erase_if(*events, [&asked, last](store::StoredEvent& event) {
            const auto json = protocol::parseJson(event.body);
            const bool wanted =
                json && isAsked(asked, QString::fromStdString(json->value("type", std::string())));
            if (!wanted)
                event.body.clear();
            return !wanted && event.seq != last;
        });
        return events;
    };
    m_means.queries.run<std::vector<store::StoredEvent>>(
        this, query, [this](const Result<std::vector<store::StoredEvent>>& events) {
            m_reading = false;
            if (events) {
                take(*events);
            } else {
                qCWarning(logRelay).noquote()
                    << logLine(u"The journal could not be read for a webhook",
                               {{u"webhookId", m_hook.id.toString()}, {u"reason", events.error().message}});
                wait(m_means.policy.retry.first);
            }
        });
}

void WebhookRunner::take(const std::vector<store::StoredEvent>& events)
{
    for (const store::StoredEvent& event : events) {
        m_read = event.seq;
        if (!event.body.empty())
            m_waiting.push_back(event);
    }
    if (m_waiting.empty() && m_hook.sent != m_read) {
        m_hook.sent = m_read;
        Q_EMIT moved();
    }
    pump();
}

void WebhookRunner::send()
{
    const Result<CloudEvent> event = cloudEvent(m_hook.project, m_waiting.front());
    if (!event) {
        // Cannot be: it was read before. Nobody would be helped by its blocking the others.
        m_waiting.pop_front();
        pump();
        return;
    }
    m_call = std::make_unique<WebhookCall>(m_means.network, m_hook, *event, m_means.clock.now(),
                                           m_means.policy.timeout, nullptr);
    // Queued, because the call is deleted by what it leads to.
    connect(m_call.get(), &WebhookCall::finished, this, &WebhookRunner::sent, Qt::QueuedConnection);
}

void WebhookRunner::sent(Delivered delivered, const QString& error)
{
    m_call.reset();
    if (delivered == Delivered::Yes) {
        m_backoff.reset();
        m_waiting.pop_front();
        m_hook.sent = m_waiting.empty() ? m_read : m_waiting.front().seq - 1;
        m_hook.failingSince.reset();
        m_hook.lastError.clear();
        Q_EMIT moved();
        noteWorks(m_means.clock.now());
        pump();
        return;
    }
    const Timestamp now = m_means.clock.now();
    const bool first = !m_hook.failingSince;
    if (first)
        m_hook.failingSince = now;
    m_hook.lastError = error;
    if (delivered == Delivered::Gone || now - *m_hook.failingSince >= m_means.policy.giveUpAfter) {
        giveUp(error);
        return;
    }
    if (++m_failures >= m_means.policy.failingFrom)
        noteFails();
    if (first)
        Q_EMIT moved();
    wait(m_backoff.next());
}

void WebhookRunner::noteWorks(Timestamp now)
{
    m_failures = 0;
    if (!std::exchange(m_hook.failingTold, false))
        return;
    Q_EMIT moved();
    Q_EMIT healthChanged(now);
}

void WebhookRunner::noteFails()
{
    if (std::exchange(m_hook.failingTold, true))
        return;
    Q_EMIT moved();
    Q_EMIT healthChanged(*m_hook.failingSince);
}

void WebhookRunner::giveUp(const QString& error)
{
    qCWarning(logRelay).noquote() << logLine(u"A webhook was switched off",
                                             {{u"webhookId", m_hook.id.toString()}, {u"reason", error}});
    m_hook.enabled = false;
    m_waiting.clear();
    m_read = m_hook.sent;
    Q_EMIT moved();
    noteFails();
    Q_EMIT gaveUp();
}

} // namespace relevo::relay
