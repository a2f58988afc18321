#include <relay/webhook_courier.h>

#include <base/log.h>
#include <domain/notices.h>
#include <domain/owner_notices.h>

#include <QtCore/QRandomGenerator>

namespace relevo::relay {

namespace {

QString webhookPlace(const store::Webhook& hook)
{
    return QUrl(hook.url)
        .adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
        .toString();
}

domain::HealthChange healthOf(const store::Webhook& hook, Timestamp since)
{
    return {QStringLiteral("webhook"),
            hook.id.toString(),
            webhookPlace(hook),
            hook.failingTold ? domain::ChannelState::Failing : domain::ChannelState::Ok,
            since,
            hook.lastError};
}

} // namespace

domain::AccessChange accessChange(domain::AccessKind kind, const store::Webhook& hook)
{
    return {kind, {}, {}, webhookPlace(hook), {}, hook.id};
}

WebhookCourier::WebhookCourier(Hub& hub, Pipeline& pipeline, QueryThread& queries, const Clock& clock,
                               const WebhookPolicy& policy, QObject* parent)
    : QObject(parent), m_hub(hub), m_pipeline(pipeline), m_means{hub,
                                                                 queries,
                                                                 m_network,
                                                                 clock,
                                                                 [] { return QRandomGenerator::global()->generateDouble(); },
                                                                 policy}
{
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepWithin);
    connect(&m_keep, &QTimer::timeout, this, &WebhookCourier::keep);
    m_hub.listenToAll(*this);
}

WebhookCourier::~WebhookCourier()
{
    m_hub.leaveAll(*this);
}

void WebhookCourier::start(std::vector<store::Webhook> hooks)
{
    for (store::Webhook& hook : hooks)
        add(std::move(hook));
}

void WebhookCourier::heard(const Published& published)
{
    for (const auto& [id, runner] : m_runners) {
        if (runner->hook().project == published.project)
            runner->pump();
    }
}

void WebhookCourier::add(store::Webhook hook)
{
    const store::WebhookId id = hook.id;
    auto runner = std::make_unique<WebhookRunner>(m_means, std::move(hook), nullptr);
    connect(runner.get(), &WebhookRunner::moved, this, [this, id] {
        m_moved.insert(id);
        if (!m_keep.isActive())
            m_keep.start();
    });
    connect(runner.get(), &WebhookRunner::gaveUp, this,
            [this, id] { switchedOff(m_runners.at(id)->hook()); });
    connect(runner.get(), &WebhookRunner::healthChanged, this,
            [this, id](Timestamp since) { tellHealth(m_runners.at(id)->hook(), since); });
    runner->pump();
    m_runners.insert_or_assign(id, std::move(runner));
}

void WebhookCourier::remove(const store::WebhookId& id)
{
    m_moved.erase(id);
    const auto found = m_runners.find(id);
    if (found == m_runners.end())
        return;
    store::Webhook hook = found->second->hook();
    m_runners.erase(found);
    if (!std::exchange(hook.failingTold, false))
        return;
    hook.lastError.clear();
    recordHealth(hook.project, healthOf(hook, m_means.clock.now()));
}

void WebhookCourier::enable(const store::WebhookId& id)
{
    if (const auto found = m_runners.find(id); found != m_runners.end())
        found->second->enable();
}

std::vector<store::Webhook> WebhookCourier::hooksOf(const domain::ProjectId& project) const
{
    std::vector<store::Webhook> hooks;
    for (const auto& [id, runner] : m_runners) {
        if (runner->hook().project == project)
            hooks.push_back(runner->hook());
    }
    return hooks;
}

std::vector<domain::HealthChange> WebhookCourier::failing(const domain::ProjectId& project) const
{
    std::vector<domain::HealthChange> changes;
    for (const auto& [id, runner] : m_runners) {
        const store::Webhook& hook = runner->hook();
        // Enabled again, it counts anew from now on, and still has to show that it works.
        if (hook.project == project && hook.failingTold)
            changes.push_back(healthOf(hook, hook.failingSince.value_or(m_means.clock.now())));
    }
    return changes;
}

void WebhookCourier::keep()
{
    m_keep.stop();
    if (m_moved.empty())
        return;
    std::vector<store::Webhook> hooks;
    for (const store::WebhookId& id : std::exchange(m_moved, {}))
        hooks.push_back(m_runners.at(id)->hook());
    const auto work = [hooks](store::Journal& journal) -> Result<void> {
        for (const store::Webhook& hook : hooks) {
            if (Result<void> saved = journal.webhooks().save(hook); !saved)
                return saved;
        }
        return {};
    };
    m_pipeline.submit(Chore{{}, work, [](const Result<void>& kept) {
                                // Then it is sent again after a restart, which it may be.
                                if (!kept)
                                    qCWarning(logRelay).noquote()
                                        << logLine(u"How far the webhooks have come could not be kept",
                                                   {{u"reason", kept.error().message}});
                            }});
}

void WebhookCourier::tellHealth(const store::Webhook& hook, Timestamp since)
{
    keep(); // before it is told, so that it is told once also when the relay ends now
    recordHealth(hook.project, healthOf(hook, since));
    // Who is switched off at the same moment is told of as that.
    if (hook.failingTold && hook.enabled)
        tellOwner(hook, QStringLiteral("webhook.failing"),
                  {QStringLiteral("A webhook does not get through: %1"),
                   QStringLiteral("Un webhook no llega: %1"), QStringLiteral("Um webhook não chega: %1")},
                  {QStringLiteral("What happens in the project does not reach it, answers to customers among "
                                  "it. It is tried again."),
                   QStringLiteral("Lo que ocurre en el proyecto no le llega, tampoco las respuestas a los "
                                  "clientes. Se sigue intentando."),
                   QStringLiteral("O que acontece no projeto não chega a ele, nem as respostas aos clientes. "
                                  "Novas tentativas serão feitas.")});
}

void WebhookCourier::recordHealth(const domain::ProjectId& project, domain::HealthChange change)
{
    m_pipeline.submit(
        Submission{project, {}, domain::Actor{}, {}, domain::RecordHealth{std::move(change)}, {}, {}});
}

void WebhookCourier::switchedOff(const store::Webhook& hook)
{
    m_pipeline.submit(
        Submission{hook.project,
                   {},
                   domain::Actor{},
                   {},
                   domain::RecordAccess{accessChange(domain::AccessKind::WebhookDisabled, hook)},
                   {},
                   {}});
    tellOwner(
        hook, QStringLiteral("webhook.disabled"),
        {QStringLiteral("A webhook was switched off: %1"), QStringLiteral("Se desactivó un webhook: %1"),
         QStringLiteral("Um webhook foi desativado: %1")},
        {QStringLiteral("It has not received the project's events. Mend it and enable it again; it goes on "
                        "where it stopped."),
         QStringLiteral("No ha recibido los eventos del proyecto. Repáralo y actívalo de nuevo; sigue donde "
                        "se detuvo."),
         QStringLiteral("Não recebeu os eventos do projeto. Conserte-o e ative-o de novo; ele continua de "
                        "onde parou.")});
}

void WebhookCourier::tellOwner(const store::Webhook& hook, const QString& kind, const OwnerText& title,
                               const OwnerText& body)
{
    const domain::ProjectState* project = m_hub.state(hook.project);
    if (!project)
        return;
    const QString language = domain::ownerLanguage(*project);
    const auto said = [&language](const OwnerText& text) {
        return domain::inLanguage(language, text.english, text.spanish, text.portuguese);
    };
    domain::Notification notification =
        domain::ownerNotification(*project, kind, said(title).arg(QUrl(hook.url).host()), said(body));
    notification.priority = domain::Priority::High;
    m_pipeline.submit(Submission{
        hook.project, {}, domain::Actor{}, {}, domain::PostNotification{std::move(notification)}, {}, {}});
}

} // namespace relevo::relay
