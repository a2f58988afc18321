#include <relay/webhook_courier.h>

#include <base/log.h>
#include <domain/notices.h>
#include <domain/owner_notices.h>

#include <QtCore/QRandomGenerator>

namespace relevo::relay {

domain::AccessChange accessChange(domain::AccessKind kind, const store::Webhook& hook)
{
    const QString place =
        QUrl(hook.url)
            .adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
            .toString();
    return {kind, {}, {}, place, {}, hook.id};
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
    runner->pump();
    m_runners.insert_or_assign(id, std::move(runner));
}

void WebhookCourier::remove(const store::WebhookId& id)
{
    m_runners.erase(id);
    m_moved.erase(id);
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
    tellOwner(hook);
}

void WebhookCourier::tellOwner(const store::Webhook& hook)
{
    const domain::ProjectState* project = m_hub.state(hook.project);
    if (!project)
        return;
    const QString language = domain::ownerLanguage(*project);
    const QString host = QUrl(hook.url).host();
    domain::Notification notification = domain::ownerNotification(
        *project, QStringLiteral("webhook.disabled"),
        domain::inLanguage(language, QStringLiteral("A webhook was switched off: %1"),
                           QStringLiteral("Se desactivó un webhook: %1"),
                           QStringLiteral("Um webhook foi desativado: %1"))
            .arg(host),
        domain::inLanguage(
            language,
            QStringLiteral(
                "It has not received the project's events. Mend it and enable it again; it goes on "
                "where it stopped."),
            QStringLiteral(
                "No ha recibido los eventos del proyecto. Repáralo y actívalo de nuevo; sigue donde "
                "se detuvo."),
            QStringLiteral("Não recebeu os eventos do projeto. Conserte-o e ative-o de novo; ele continua de "
                           "onde parou.")));
    notification.priority = domain::Priority::High;
    m_pipeline.submit(Submission{
        hook.project, {}, domain::Actor{}, {}, domain::PostNotification{std::move(notification)}, {}, {}});
}

} // namespace relevo::relay
