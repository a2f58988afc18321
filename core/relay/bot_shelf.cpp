#include <relay/bot_shelf.h>

#include <base/log.h>
#include <bot/http_orders.h>
#include <bot/triage_bot.h>
#include <bot/webhook_bot.h>
#include <protocol/bots_codec.h>

#include <QtCore/QRandomGenerator>

namespace relevo::relay {
namespace {

/// The table of orders that the project's admins keep here.
class TableOrders final : public bot::OrderSource
{
public:
    TableOrders(QueryThread& queries, domain::ProjectId project) : m_queries(queries), m_project(project) {}

    void find(const bot::OrderQuestion& question, QObject* context, Found found) override
    {
        using Order = std::optional<domain::Order>;
        m_queries.run<Order>(
            context,
            [project = m_project, number = question.number](store::Reader& reader) {
                return reader.orders().find(project, number);
            },
            std::move(found));
    }
    [[nodiscard]] bool wantsEmail() const override { return false; }
    [[nodiscard]] bool canCancel() const override { return true; }
    void cancel(const bot::OrderQuestion&, QObject*, Cancelled cancelled) override
    {
        cancelled({bot::Cancellation::Outcome::WithReply, {}, 0});
    }

private:
    QueryThread& m_queries;
    domain::ProjectId m_project;
};

double random()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace

BotShelf::BotShelf(Means means, bot::FaqBot builtIn) : m_means(means), m_builtIn(std::move(builtIn)) {}

BotShelf::~BotShelf() = default;

void BotShelf::forget(const domain::ProjectId& project)
{
    m_shelves.erase(project);
}

bot::FaqTalker* BotShelf::faqOf(const domain::ProjectId& project, Shelf& shelf)
{
    if (shelf.faq)
        return shelf.faq.get();
    const domain::ProjectState* state = m_means.hub.state(project);
    const Result<store::FaqRow> stored = m_means.lookUps.bots().faq(project);
    if (!state || !stored) {
        qCWarning(logRelay).noquote()
            << logLine(u"The FAQ could not be read", {{u"projectId", project.toString()}});
        return nullptr;
    }
    std::vector<domain::FaqEntry> entries;
    if (!stored->entries.isEmpty()) {
        const auto json = protocol::parseJson(
            {stored->entries.constData(), static_cast<std::size_t>(stored->entries.size())});
        if (json)
            entries = protocol::readFaq(*json).entries;
    }
    shelf.faq = std::make_unique<bot::FaqTalker>(m_builtIn.with(entries, state->bots.builtInFaq),
                                                 state->settings.businessHours);
    return shelf.faq.get();
}

std::unique_ptr<bot::Bot> BotShelf::makeOrders(const domain::ProjectId& project,
                                               const domain::BotEntry& entry)
{
    const domain::OrderLookUp& options = m_means.hub.state(project)->bots.orders;
    if (options.url.isEmpty())
        return std::make_unique<bot::OrderBot>(std::make_shared<TableOrders>(m_means.queries, project));
    const Result<QByteArray> secret = m_means.lookUps.bots().secret(project, entry.name);
    if (!secret)
        return nullptr;
    return std::make_unique<bot::OrderBot>(std::make_shared<bot::HttpOrders>(
        bot::HttpOrders::Means{m_means.network, m_means.clock, random}, options, entry.name, *secret));
}

std::unique_ptr<bot::Bot> BotShelf::make(const domain::ProjectId& project, const domain::BotEntry& entry)
{
    const domain::BotSettings& settings = m_means.hub.state(project)->bots;
    switch (entry.kind) {
    case domain::BotKind::Faq:
        break;
    case domain::BotKind::Orders:
        return makeOrders(project, entry);
    case domain::BotKind::Triage:
        return std::make_unique<bot::TriageBot>(settings.triageQuestions);
    case domain::BotKind::Webhook: {
        const Result<QByteArray> secret = m_means.lookUps.bots().secret(project, entry.name);
        if (!secret)
            return nullptr;
        return std::make_unique<bot::WebhookBot>(
            bot::WebhookBot::Means{m_means.network, m_means.clock, random}, entry, *secret);
    }
    }
    return nullptr;
}

bot::Bot* BotShelf::find(const domain::ProjectId& project, const QString& name)
{
    const domain::ProjectState* state = m_means.hub.state(project);
    const domain::BotEntry* entry = state ? state->bots.find(name) : nullptr;
    if (!entry)
        return nullptr;
    Shelf& shelf = m_shelves[project];
    if (entry->kind == domain::BotKind::Faq)
        return faqOf(project, shelf);
    std::unique_ptr<bot::Bot>& bot = shelf.bots[name];
    if (!bot)
        bot = make(project, *entry);
    return bot.get();
}

const bot::FaqBot* BotShelf::faq(const domain::ProjectId& project)
{
    const domain::ProjectState* state = m_means.hub.state(project);
    if (!state)
        return nullptr;
    const auto lane = state->bots.lanes.find(domain::Lane::Info);
    const domain::BotEntry* entry =
        lane == state->bots.lanes.end() ? nullptr : state->bots.find(lane->second);
    if (!entry || entry->kind != domain::BotKind::Faq)
        return nullptr;
    const bot::FaqTalker* talker = faqOf(project, m_shelves[project]);
    return talker ? &talker->faq() : nullptr;
}

} // namespace relevo::relay
