#pragma once

#include <relay/pipeline.h>
#include <relay/webhook_runner.h>

#include <QtNetwork/QNetworkAccessManager>

#include <set>

namespace relevo::relay {

/// What the audit is told of a hook: where it goes, without what in its address may be a secret, as paths
/// often are. Pure.
[[nodiscard]] domain::AccessChange accessChange(domain::AccessKind kind, const store::Webhook& hook);

/// Runs the webhooks of all projects: tells each of what is committed, keeps how far it has come, and tells
/// the owner of one that was switched off. What was received and not yet kept when the relay ended is sent
/// again: at least once, under the same id. I/O thread.
class WebhookCourier final : public QObject, public Listener
{
    Q_OBJECT

public:
    WebhookCourier(Hub& hub, Pipeline& pipeline, QueryThread& queries, const Clock& clock,
                   const WebhookPolicy& policy = {}, QObject* parent = nullptr);
    ~WebhookCourier() override;

    void start(std::vector<store::Webhook> hooks);
    void heard(const Published& published) override;

    /// `id` and the rest are the caller's; it is on disk.
    void add(store::Webhook hook);
    /// One that was failing is told as working again: nothing is lost by it any more.
    void remove(const store::WebhookId& id);
    void enable(const store::WebhookId& id);
    [[nodiscard]] std::vector<store::Webhook> hooksOf(const domain::ProjectId& project) const;
    /// Those that were told as failing, as channel.health tells them.
    [[nodiscard]] std::vector<domain::HealthChange> failing(const domain::ProjectId& project) const;

    /// Keeps now what waits to be kept.
    void keep();

    /// How long what was received may wait to be kept.
    static constexpr milliseconds keepWithin{500};

private:
    /// In the three languages an owner may read; the title's %1 is the hook's host.
    struct OwnerText
    {
        QString english;
        QString spanish;
        QString portuguese;
    };

    void switchedOff(const store::Webhook& hook);
    void tellOwner(const store::Webhook& hook, const QString& kind, const OwnerText& title,
                   const OwnerText& body);
    void tellHealth(const store::Webhook& hook, Timestamp since);
    void recordHealth(const domain::ProjectId& project, domain::HealthChange change);

    Hub& m_hub;
    Pipeline& m_pipeline;
    QNetworkAccessManager m_network;
    WebhookRunner::Means m_means;
    std::map<store::WebhookId, std::unique_ptr<WebhookRunner>> m_runners;
    std::set<store::WebhookId> m_moved; ///< to be kept
    QTimer m_keep;
};

} // namespace relevo::relay
