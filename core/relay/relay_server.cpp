#include <relay/relay_server.h>

#include <base/log.h>
#include <http/server.h>
#include <relay/account_routes.h>
#include <relay/agent_gateway.h>
#include <relay/assist_routes.h>
#include <relay/attachment_routes.h>
#include <relay/audit_routes.h>
#include <relay/auth_routes.h>
#include <relay/bot_routes.h>
#include <relay/bot_stage.h>
#include <relay/canned_routes.h>
#include <relay/contact_routes.h>
#include <relay/conversation_routes.h>
#include <relay/daily_summary.h>
#include <relay/dispatcher.h>
#include <relay/handoff_routes.h>
#include <relay/http_presence.h>
#include <relay/key_routes.h>
#include <relay/model_thread.h>
#include <relay/notification_routes.h>
#include <relay/ops_routes.h>
#include <relay/order_routes.h>
#include <relay/people_routes.h>
#include <relay/repeats.h>
#include <relay/report_routes.h>
#include <relay/retention.h>
#include <relay/rights.h>
#include <relay/scheduler.h>
#include <relay/search_follower.h>
#include <relay/searches.h>
#include <relay/secrets.h>
#include <relay/settings_routes.h>
#include <relay/site_routes.h>
#include <relay/summarizer.h>
#include <relay/template_routes.h>
#include <relay/turn_routes.h>
#include <relay/visitor_gateway.h>
#include <relay/webhook_routes.h>
#include <store/checkpointer.h>

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtNetwork/QNetworkAccessManager>

#include <algorithm>

namespace relevo::relay {

/// Everything that runs, in the order it is built; destroyed from the last to the first.
class RelayServer::Parts
{
public:
    std::unique_ptr<store::Reader> lookUps; // small, indexed look-ups of the I/O thread
    std::unique_ptr<store::Checkpointer> checkpointer;
    QString journalEpoch;
    std::vector<store::Webhook> storedWebhooks; // until they are started
    PipelineStats stats;
    std::unique_ptr<bot::FaqBot> bot;
    std::unique_ptr<Hub> hub;
    std::unique_ptr<QueryThread> queries;
    std::unique_ptr<store::SearchIndex> searchIndex; // for the thread of `reports`
    std::unique_ptr<QueryThread> reports;            // what takes long
    std::unique_ptr<Searches> searches;
    std::unique_ptr<SearchFollower> searchFollower;
    std::unique_ptr<Pipeline> pipeline;
    std::unique_ptr<Authenticator> auth;
    std::unique_ptr<Repeats> repeats;
    std::unique_ptr<QNetworkAccessManager> network; // for what the relay asks of others
    std::unique_ptr<BotShelf> botShelf;
    std::unique_ptr<Commands> commands;
    // Null without a language model.
    std::unique_ptr<ModelThread> model;
    std::unique_ptr<ModelSummaries> modelSummaries;
    // Everybody who listens to the hub; the order they are told in.
    std::unique_ptr<Summarizer> summarizer;
    std::unique_ptr<Assistant> assistant;
    std::unique_ptr<AgentGateway> agents;
    std::unique_ptr<HttpPresence> httpPresence;
    std::unique_ptr<VisitorGateway> visitors;
    std::unique_ptr<BotStage> botStage;
    std::unique_ptr<Scheduler> scheduler;
    std::unique_ptr<DailySummary> dailySummary;
    std::unique_ptr<Retention> retention;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<AttachmentShelf> attachments;
    std::unique_ptr<WebhookCourier> webhooks;
    std::unique_ptr<ConversationRoutes> conversationRoutes;
    std::unique_ptr<HandoffRoutes> handoffRoutes;
    std::unique_ptr<ContactRoutes> contactRoutes;
    std::unique_ptr<CannedRoutes> cannedRoutes;
    std::unique_ptr<TemplateRoutes> templateRoutes;
    std::unique_ptr<AttachmentRoutes> attachmentRoutes;
    std::unique_ptr<NotificationRoutes> notificationRoutes;
    std::unique_ptr<ReportRoutes> reportRoutes;
    std::unique_ptr<SettingsRoutes> settingsRoutes;
    std::unique_ptr<BotRoutes> botRoutes;
    std::unique_ptr<OrderRoutes> orderRoutes;
    std::unique_ptr<TurnRoutes> turnRoutes;
    std::unique_ptr<WebhookRoutes> webhookRoutes;
    std::unique_ptr<PasswordThread> passwords;
    std::unique_ptr<LoginGuard> loginGuard;
    std::unique_ptr<AuthRoutes> authRoutes;
    std::unique_ptr<AssistRoutes> assistRoutes;
    std::unique_ptr<AccountRoutes> accountRoutes;
    std::unique_ptr<PeopleRoutes> peopleRoutes;
    std::unique_ptr<KeyRoutes> keyRoutes;
    std::unique_ptr<AuditRoutes> auditRoutes;
    std::unique_ptr<SiteRoutes> siteRoutes;
    std::unique_ptr<OpsRoutes> opsRoutes;
    http::Router router;
    std::unique_ptr<http::Server> server;

    [[nodiscard]] Result<void> open(const ServeOptions& options, const Clock& clock, IdSource& ids);
    [[nodiscard]] Result<void> openSearch(const store::StoreOptions& options);
    void wire(const ServeOptions& options, const Clock& clock, IdSource& ids);
    void wireAssistant(const std::optional<assist::ModelOptions>& options, const Clock& clock);
};

Result<void> RelayServer::Parts::open(const ServeOptions& options, const Clock& clock, IdSource& ids)
{
    auto journal = store::Journal::open(options.store);
    if (!journal)
        return std::unexpected(journal.error());
    const auto reader = [&options] {
        return store::Reader::open(options.store);
    };
    auto first = reader();
    auto second = reader();
    auto third = reader();
    auto fourth = reader();
    for (const auto* one : {&first, &second, &third, &fourth}) {
        if (!*one)
            return std::unexpected(one->error());
    }
    lookUps = std::move(*first);
    const auto epoch = lookUps->journalEpoch();
    const auto projects = lookUps->projects();
    if (!epoch || !projects)
        return std::unexpected(!epoch ? epoch.error() : projects.error());
    journalEpoch = *epoch;
    auto hooks = lookUps->webhooks().all();
    if (!hooks)
        return std::unexpected(hooks.error());
    storedWebhooks = std::move(*hooks);
    std::map<domain::ProjectId, domain::ProjectState> states;
    for (const domain::Project& project : *projects) {
        auto state = lookUps->liveState(project.id);
        if (!state)
            return std::unexpected(state.error());
        states[project.id] = std::move(*state);
    }
    auto faq = bot::FaqBot::builtIn();
    if (!faq)
        return std::unexpected(faq.error());
    bot = std::make_unique<bot::FaqBot>(std::move(*faq));
    checkpointer = std::make_unique<store::Checkpointer>(options.store);
    hub = std::make_unique<Hub>(states);
    queries = std::make_unique<QueryThread>(std::move(*second));
    if (Result<void> opened = openSearch(options.store); !opened)
        return opened;
    reports = std::make_unique<QueryThread>(std::move(*fourth));
    pipeline = std::make_unique<Pipeline>(
        std::make_unique<Writer>(std::move(*journal), std::move(*third), states, stats, clock, ids), stats);
    return {};
}

void RelayServer::Parts::wireAssistant(const std::optional<assist::ModelOptions>& options, const Clock& clock)
{
    if (options) {
        model = std::make_unique<ModelThread>(*options, clock);
        const int half = std::max(1, options->mostCalls / 2);
        modelSummaries = std::make_unique<ModelSummaries>(*hub, *pipeline, *queries, *model, half);
        qCInfo(logRelay).noquote() << logLine(
            u"A language model is asked",
            {{u"engine", options->model},
             {u"host", options->url.host()},
             {u"masked", options->maskPersonalData ? QStringLiteral("true") : QStringLiteral("false")}});
        if (!options->apiKey.isEmpty() && options->url.scheme() == QLatin1String("http") &&
            !isOnThisMachine(options->url.host()))
            qCWarning(logRelay).noquote()
                << logLine(u"The model's key leaves this machine unencrypted; use https", {});
    }
    summarizer = std::make_unique<Summarizer>(*hub, *pipeline, *queries, modelSummaries.get());
    assistant = std::make_unique<Assistant>(*hub, *queries, *summarizer, model.get());
}

Result<void> RelayServer::Parts::openSearch(const store::StoreOptions& options)
{
    const QFileInfo database(options.databasePath);
    const QString path = database.dir().filePath(database.completeBaseName() + QStringLiteral("-search.db"));
    auto written = store::SearchIndex::open(path, journalEpoch);
    auto reader = store::Reader::open(options);
    if (!written || !reader)
        return std::unexpected(!written ? written.error() : reader.error());
    auto read = store::SearchIndex::openForReading(path);
    if (!read)
        return std::unexpected(read.error());
    searchIndex = std::move(*read);
    searchFollower = std::make_unique<SearchFollower>(std::move(*reader), std::move(*written));
    return {};
}

void RelayServer::Parts::wire(const ServeOptions& options, const Clock& clock, IdSource& ids)
{
    auth = std::make_unique<Authenticator>(*lookUps, *hub, *pipeline, clock);
    repeats = std::make_unique<Repeats>(*hub, *queries);
    commands = std::make_unique<Commands>(*hub, *repeats, clock, ids);
    wireAssistant(options.model, clock);
    searches = std::make_unique<Searches>(*reports, *searchIndex);
    webhooks = std::make_unique<WebhookCourier>(*hub, *pipeline, *queries, clock);
    const GatewayParts shared{*hub,  *pipeline,    *queries, *auth,     *commands, *assistant,
                              clock, journalEpoch, ids,      *searches, *webhooks};
    agents = std::make_unique<AgentGateway>(shared);
    httpPresence = std::make_unique<HttpPresence>(*hub, *pipeline, clock);
    visitors = std::make_unique<VisitorGateway>(shared, *bot, ids, *lookUps);
    visitors->setFileBytes(options.limits.uploadBytes);
    network = std::make_unique<QNetworkAccessManager>();
    botShelf = std::make_unique<BotShelf>(BotShelf::Means{*hub, *queries, *lookUps, *network, clock}, *bot);
    botStage =
        std::make_unique<BotStage>(BotTurnParts{*hub, *pipeline, *queries, *botShelf, model.get(), clock});
    scheduler = std::make_unique<Scheduler>(*hub, *pipeline, clock);
    dailySummary = std::make_unique<DailySummary>(*hub, *pipeline, *reports, clock);
    retention = std::make_unique<Retention>(*hub, *pipeline, *reports, clock);
    dispatcher = std::make_unique<Dispatcher>(*hub, *pipeline, clock);
    attachments = std::make_unique<AttachmentShelf>(
        AttachmentShelf::Means{*hub, *pipeline, *reports, *lookUps, clock, ids},
        store::AttachmentFiles(options.store));
    attachments->setFileBytes(options.limits.uploadBytes);
    attachmentRoutes = std::make_unique<AttachmentRoutes>(shared, *attachments, *visitors);
    conversationRoutes = std::make_unique<ConversationRoutes>(shared);
    handoffRoutes = std::make_unique<HandoffRoutes>(shared);
    contactRoutes = std::make_unique<ContactRoutes>(shared, *reports);
    cannedRoutes = std::make_unique<CannedRoutes>(shared);
    templateRoutes = std::make_unique<TemplateRoutes>(shared);
    notificationRoutes = std::make_unique<NotificationRoutes>(shared);
    reportRoutes = std::make_unique<ReportRoutes>(shared, *reports);
    webhookRoutes = std::make_unique<WebhookRoutes>(shared, *webhooks, ids);
    settingsRoutes = std::make_unique<SettingsRoutes>(shared);
    botRoutes = std::make_unique<BotRoutes>(shared, *botStage);
    orderRoutes = std::make_unique<OrderRoutes>(shared);
    turnRoutes = std::make_unique<TurnRoutes>(shared, *botStage);
    passwords = std::make_unique<PasswordThread>();
    loginGuard = std::make_unique<LoginGuard>(clock);
    const DoorParts door{*passwords, *loginGuard};
    authRoutes = std::make_unique<AuthRoutes>(shared, door);
    accountRoutes = std::make_unique<AccountRoutes>(shared, door);
    peopleRoutes = std::make_unique<PeopleRoutes>(shared, door);
    keyRoutes = std::make_unique<KeyRoutes>(shared);
    auditRoutes = std::make_unique<AuditRoutes>(shared);
    assistRoutes = std::make_unique<AssistRoutes>(shared);
    siteRoutes = std::make_unique<SiteRoutes>(*hub);
    opsRoutes = std::make_unique<OpsRoutes>(shared, stats, options.store.databasePath, [this] {
        return RelayLoad{agents->socketCount(), visitors->socketCount(), pipeline->waiting(),
                         queries->waiting(), reports->waiting()};
    });
    router.setGuard([this](const http::Router::RouteInfo& route, http::Handler handler) {
        return guarded(route, std::move(handler), *auth,
                       [this](const Scope& scope) { httpPresence->seen(scope); });
    });
    conversationRoutes->addTo(router);
    handoffRoutes->addTo(router);
    contactRoutes->addTo(router);
    cannedRoutes->addTo(router);
    templateRoutes->addTo(router);
    attachmentRoutes->addTo(router);
    notificationRoutes->addTo(router);
    reportRoutes->addTo(router);
    webhookRoutes->addTo(router);
    settingsRoutes->addTo(router);
    botRoutes->addTo(router);
    orderRoutes->addTo(router);
    turnRoutes->addTo(router);
    authRoutes->addTo(router);
    assistRoutes->addTo(router);
    accountRoutes->addTo(router);
    peopleRoutes->addTo(router);
    keyRoutes->addTo(router);
    auditRoutes->addTo(router);
    siteRoutes->addTo(router);
    opsRoutes->addTo(router);
    router.addWebSocket(QStringLiteral("/ws/agent"),
                        [this](const http::Request&, const std::shared_ptr<http::WebSocket>& socket) {
                            agents->accept(socket);
                        });
    router.addWebSocket(QStringLiteral("/ws/visitor"),
                        [this](const http::Request& request, const std::shared_ptr<http::WebSocket>& socket) {
                            visitors->accept(socket, request.peer);
                        });
    QObject::connect(authRoutes.get(), &AuthRoutes::loggedOut, agents.get(), &AgentGateway::sessionEnded);
    QObject::connect(pipeline.get(), &Pipeline::committed, hub.get(), &Hub::publish);
    QObject::connect(pipeline.get(), &Pipeline::committed, hub.get(),
                     [follower = searchFollower.get()] { follower->wake(); });
    server = std::make_unique<http::Server>(router, options.limits, clock, ids);
    server->setTls(options.tls);
    server->setProxies(options.proxies);
    opsRoutes->watch(*server);
    opsRoutes->setMetricsToken(options.metricsToken);
}

namespace {

void warnOfExpiry(const ServeOptions& options)
{
    if (!options.tls)
        return;
    constexpr int soon = 14;
    const QDateTime end = options.tls->expiresAt();
    if (end < QDateTime::currentDateTimeUtc().addDays(soon))
        qCWarning(logRelay).noquote() << logLine(u"The TLS certificate expires soon, or has",
                                                 {{u"expiresAt", end.toUTC().toString(Qt::ISODate)}});
}

} // namespace

RelayServer::RelayServer(const Clock& clock, IdSource& ids, QObject* parent)
    : QObject(parent), m_clock(clock), m_ids(ids), m_parts(std::make_unique<Parts>())
{
}

RelayServer::~RelayServer() = default;

Result<void> RelayServer::start(const ServeOptions& options)
{
    if (!initSecrets())
        return failure(ErrorCode::Unavailable, QStringLiteral("The machine gives no random numbers."));
    setLogLevel(options.logLevel);
    warnOfExpiry(options);
    m_hasTls = options.tls.has_value();
    if (Result<void> opened = m_parts->open(options, m_clock, m_ids); !opened)
        return opened;
    m_parts->wire(options, m_clock, m_ids);
    m_parts->repeats->catchUp();
    m_parts->summarizer->catchUp();
    m_parts->botStage->start();
    m_parts->agents->awaitReturns();
    m_parts->httpPresence->start(*m_parts->lookUps);
    m_parts->visitors->notePresence();
    m_parts->scheduler->start();
    m_parts->dailySummary->start();
    m_parts->retention->start();
    m_parts->attachments->start();
    m_parts->dispatcher->start();
    m_parts->webhooks->start(std::exchange(m_parts->storedWebhooks, {}));
    if (Result<void> listening = m_parts->server->listen(options.host, options.port); !listening)
        return listening;
    connect(m_parts->server.get(), &http::Server::drained, this, [this] {
        m_parts->webhooks->keep();
        m_parts->pipeline->stop();
        Q_EMIT stopped();
    });
    qCInfo(logRelay).noquote() << logLine(u"Serving", {{u"url", url()}});
    return {};
}

Result<void> RelayServer::reload(const ServeOptions& options)
{
    if (options.tls.has_value() != m_hasTls)
        return failure(ErrorCode::Invalid,
                       m_hasTls ? QStringLiteral("The relay speaks TLS and cannot stop that while it runs.")
                                : QStringLiteral("The relay speaks no TLS and cannot begin while it runs."),
                       QStringLiteral("Restart it; nothing was changed."));
    setLogLevel(options.logLevel);
    warnOfExpiry(options);
    m_parts->server->setTls(options.tls);
    m_parts->server->setLimits(options.limits);
    m_parts->visitors->setFileBytes(options.limits.uploadBytes);
    m_parts->attachments->setFileBytes(options.limits.uploadBytes);
    m_parts->server->setProxies(options.proxies);
    m_parts->opsRoutes->setMetricsToken(options.metricsToken);
    return {};
}

QString RelayServer::url() const
{
    return m_parts->server->url();
}

void RelayServer::drain(milliseconds atMost)
{
    qCInfo(logRelay).noquote() << logLine(u"Draining", {});
    m_parts->opsRoutes->setDraining();
    m_parts->server->drain(atMost);
}

QStringList RelayServer::routes() const
{
    QStringList list;
    for (const http::Router::RouteInfo& route : m_parts->router.routes())
        list.push_back((route.webSocket ? QStringLiteral("WS") : QString::fromLatin1(route.method)) + u' ' +
                       route.pattern);
    return list;
}

} // namespace relevo::relay
