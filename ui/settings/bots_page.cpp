#include <ui/settings/bots_page.h>

#include <ui/settings/api_words.h>
#include <ui/settings/bot_cards.h>
#include <ui/settings/question.h>
#include <ui/settings/rule_cards.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>

#include <protocol/bots_codec.h>
#include <protocol/names.h>

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

#include <algorithm>

namespace relevo::ui {

using domain::BotSettings;
using domain::Lane;
using protocol::Json;

namespace {

constexpr int longestAddress = 2'000;

std::string codeOf(Lane lane)
{
    return std::string(protocol::nameOf(lane));
}

BotSettings botsOf(const Json& document)
{
    const Result<BotSettings> bots =
        protocol::fromJson<BotSettings>(document.is_object() ? document : Json::object());
    return bots.value_or(BotSettings());
}

/// Those that sign what they send have a secret.
QStringList signingOf(const BotSettings& bots)
{
    QStringList names;
    for (const domain::BotEntry& bot : bots.bots) {
        if (bot.kind == domain::BotKind::Webhook ||
            (bot.kind == domain::BotKind::Orders && !bots.orders.url.isEmpty()))
            names << bot.name;
    }
    return names;
}

} // namespace

BotsPage::BotsPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api)
    : FormPage(theme, live, api,
               {tr("Bots"),
                tr("Who answers customers before a human does, and what goes to which bot. For everybody in "
                   "the project."),
                tr("The bots’ settings could not be fetched"), tr("The bots’ settings are not saved"),
                QStringLiteral("bots.changed")})
{
    makeBots();
    makeLanes();
    makeRules();
    makeOrders();
    // Somebody has saved, perhaps this very page.
    connect(&live, &client::LiveView::projectChanged, this, &BotsPage::renew);
    formMade();
}

BotsPage::~BotsPage() = default;

void BotsPage::putSecretsAway()
{
    m_bots->putSecretsAway();
}

QString BotsPage::address() const
{
    return QStringLiteral("/api/projects/%1/bots").arg(live().project().id.toString());
}

void BotsPage::makeBots()
{
    addSpace(2 * metrics::grid);
    bindSwitch("botsEnabled", "enabled", tr("Bots answer customers"),
               tr("When this is off, none of them does. Whoever asks for a human still gets one."));
    addSection(tr("The bots"));
    m_bots = new BotCards(theme());
    add(m_bots);
    addPlace(tr("Programs of your own"), tr("Webhook: address, secret, time limits, enricher"), m_bots);
    addFilling([this](const Json& document) {
        const BotSettings bots = botsOf(document);
        m_bots->setBots(bots.bots, bots.enrichers);
        m_bots->setSigning(signingOf(botsOf(draft().savedDocument())));
    });
    connect(m_bots, &BotCards::changed, this, &BotsPage::botsChanged);
    connect(m_bots, &BotCards::secretWanted, this, &BotsPage::askForSecret);
    addSpace(metrics::grid);
    bindSwitch("builtInFaq", "builtInFaq", tr("The questions that come with Relevo are answered, too"),
               tr("Greetings, opening hours and the like, in English, Spanish and Portuguese."));
    bindNumber("triageQuestions", "triageQuestions", tr("First questions ask at most"), 1, 6,
               tr("questions"));
}

void BotsPage::makeLanes()
{
    addSection(tr("What goes to which bot"));
    const auto add = [this](Lane lane, const QString& hint) {
        auto* box = new QComboBox;
        box->setObjectName(QStringLiteral("lane_") + QString::fromStdString(codeOf(lane)));
        m_lanes[lane] = box;
        setRow("lanes." + codeOf(lane), addRow(laneWords(lane), box, hint));
        connect(box, &QComboBox::activated, this, &BotsPage::lanesChanged);
    };
    add(Lane::Info, tr("And everything that fits nowhere else."));
    add(Lane::Commerce, tr("Orders, deliveries, prices, invoices."));
    add(Lane::Support, tr("Something does not work, or is missing."));
    addFilling([this](const Json& document) { showLanes(document); });
    bindSwitch("askModel", "askModel", tr("A language model decides where no rule fits"),
               tr("If the relay has one. What it is shown is masked."));
}

void BotsPage::makeRules()
{
    addSection(tr("Words that decide"),
               tr("Checked before the built-in rules: the first one with a phrase whose words are all in the "
                  "message, in any order. The start of each word is enough."));
    m_rules = new RuleCards(theme());
    add(m_rules);
    addFilling([this](const Json& document) { m_rules->setRules(botsOf(document).rules); });
    connect(m_rules, &RuleCards::changed, this, [this] {
        BotSettings bots;
        bots.rules = m_rules->rules();
        setField("rules", protocol::toJson(bots).at("rules"));
    });
}

void BotsPage::makeOrders()
{
    addSection(tr("Orders"), tr("What the bot for orders knows."));
    m_source = new QComboBox;
    m_source->setObjectName(QStringLiteral("ordersSource"));
    m_source->addItem(tr("In the relay’s own table"), false);
    m_source->addItem(tr("At an address of yours"), true);
    m_sourceRow = addRow(tr("Where they are found"), m_source, tableHint());
    connect(m_source, &QComboBox::activated, this, [this] {
        showSource();
        ordersChanged();
    });
    addOrderLine("ordersUrl", "url", tr("Address"), QStringLiteral("https://shop.example.com/orders/{order}"),
                 tr("{order} and {email} are replaced by what the customer wrote."));
    m_orderSeconds = new QSpinBox;
    m_orderSeconds->setObjectName(QStringLiteral("ordersSeconds"));
    m_orderSeconds->setRange(1, 30);
    m_orderSeconds->setSuffix(QChar::Nbsp + tr("s"));
    m_orderSeconds->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_orderSeconds->setFixedWidth(16 * metrics::grid);
    m_orderSecondsRow = addRow(tr("It answers within"), m_orderSeconds);
    connect(m_orderSeconds, &QSpinBox::valueChanged, this, &BotsPage::ordersChanged);
    addOrderLine("ordersCancelUrl", "cancelUrl", tr("Address to cancel at"),
                 QStringLiteral("https://shop.example.com/orders/{order}/cancel"),
                 tr("Without it a human cancels."));
    addOrderLine("ordersStatus", "paths.status", tr("Status"), QStringLiteral("status"),
                 tr("Where this and the fields below are in the answer, such as data.0.status."));
    addOrderLine("ordersEmail", "paths.email", tr("The owner’s e-mail"), QStringLiteral("email"));
    addOrderLine("ordersItems", "paths.items", tr("Items"), QStringLiteral("data.0.items"));
    addOrderLine("ordersTotal", "paths.total", tr("Total"), QStringLiteral("total"));
    addOrderLine("ordersArrival", "paths.arrival", tr("Expected on"), QStringLiteral("arrival"));
    addOrderLine("ordersTracking", "paths.tracking", tr("Tracking"), QStringLiteral("tracking"));
    addFilling([this](const Json& document) { showOrders(document); });
}

void BotsPage::addOrderLine(const char* objectName, const std::string& field, const QString& name,
                            const QString& example, const QString& hint)
{
    auto* line = new QLineEdit;
    line->setObjectName(QString::fromLatin1(objectName));
    line->setMaxLength(longestAddress);
    line->setPlaceholderText(example);
    line->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    SettingRow* row = addRow(name, line, hint);
    setRow("orders." + field, row);
    m_orderParts.push_back({field, line, row});
    connect(line, &QLineEdit::textChanged, this, &BotsPage::ordersChanged);
}

void BotsPage::showLanes(const Json& document)
{
    const BotSettings bots = botsOf(document);
    m_names.clear();
    for (const domain::BotEntry& bot : bots.bots)
        m_names << bot.name;
    for (const auto& [lane, box] : m_lanes) {
        const auto chosen = bots.lanes.find(lane);
        const QString name = chosen == bots.lanes.end() ? QString() : chosen->second;
        box->clear();
        box->addItem(lane == Lane::Info ? tr("Nobody") : tr("Whoever has the general questions"), QString());
        for (const QString& bot : m_names) {
            if (!bots.enrichers.contains(bot))
                box->addItem(bot, bot);
        }
        // A bot that is gone is still there to be seen, and is said to be wrong.
        if (!name.isEmpty() && box->findData(name) < 0)
            box->addItem(name, name);
        box->setCurrentIndex(box->findData(name));
    }
}

void BotsPage::showOrders(const Json& document)
{
    const Json* orders = memberOf(document, "orders");
    const auto textOf = [orders](const std::string& field) {
        const bool isPath = field.starts_with("paths.");
        const Json* holder = orders && isPath ? memberOf(*orders, "paths") : orders;
        const Json* value = holder ? memberOf(*holder, isPath ? field.substr(6) : field) : nullptr;
        return value && value->is_string() ? protocol::toQString(*value) : QString();
    };
    for (const OrderPart& part : m_orderParts) {
        const QString text = textOf(part.field);
        if (part.line->text() != text)
            part.line->setText(text);
    }
    m_orderSeconds->setValue(botsOf(document).orders.timeoutSeconds);
    m_source->setCurrentIndex(textOf("url").isEmpty() ? 0 : 1);
    showSource();
}

void BotsPage::showSource()
{
    const bool asked = m_source->currentData().toBool();
    for (const OrderPart& part : m_orderParts)
        part.row->setVisible(asked);
    m_orderSecondsRow->setVisible(asked);
    m_sourceRow->setHint(asked ? tr("Relevo asks this address about each order.") : tableHint());
}

QString BotsPage::tableHint()
{
    return tr("The table is written by your shop, over the relay’s interface.");
}

void BotsPage::botsChanged()
{
    const std::vector<domain::BotEntry> now = m_bots->bots();
    BotSettings bots = botsOf(draft().document());
    QSet<QString> names;
    for (const domain::BotEntry& bot : now)
        names.insert(bot.name);
    // In the middle of being typed a name may be none, or another bot's: nothing follows it then.
    const bool clear = names.size() == static_cast<qsizetype>(now.size()) && !names.contains(QString());
    if (clear && now.size() == static_cast<std::size_t>(m_names.size())) {
        // The lanes follow a bot that gets another name.
        for (auto& [lane, name] : bots.lanes) {
            if (const qsizetype place = m_names.indexOf(name); place >= 0)
                name = now[static_cast<std::size_t>(place)].name;
        }
    }
    bots.bots = now;
    bots.enrichers = m_bots->enrichers();
    const Json json = protocol::toJson(bots);
    for (const char* field : {"bots", "enrichers", "lanes"})
        setField(field, json.at(field));
    if (clear)
        showLanes(draft().document());
}

void BotsPage::lanesChanged()
{
    Json lanes = Json::object();
    for (const auto& [lane, box] : m_lanes) {
        if (const QString name = box->currentData().toString(); !name.isEmpty())
            lanes[codeOf(lane)] = protocol::utf8(name);
    }
    setField("lanes", std::move(lanes));
}

void BotsPage::ordersChanged()
{
    if (isFilling())
        return;
    // What was typed of an address stays to be seen where the table is chosen for a moment.
    const bool asked = m_source->currentData().toBool();
    Json orders{{"url", ""}, {"timeoutSeconds", m_orderSeconds->value()}, {"paths", Json::object()}};
    for (const OrderPart& part : m_orderParts) {
        const QString text = part.line->text().trimmed();
        if (part.field == "url")
            orders["url"] = asked ? protocol::utf8(text) : std::string();
        else if (!asked || text.isEmpty())
            continue;
        else if (part.field == "cancelUrl")
            orders["cancelUrl"] = protocol::utf8(text);
        else
            orders["paths"][part.field.substr(6)] = protocol::utf8(text);
    }
    setField("orders", std::move(orders));
}

std::vector<protocol::FieldFault> BotsPage::faults() const
{
    const BotSettings present = botsOf(draft().savedDocument());
    std::vector<protocol::FieldFault> faults = protocol::readBots(draft().changes(), present).faults;
    // To the relay no address means its own table.
    if (m_source->currentData().toBool() && m_orderParts.front().line->text().trimmed().isEmpty())
        faults.push_back({QStringLiteral("orders.url"), QStringLiteral("is required")});
    return faults;
}

bool BotsPage::tellPart(const std::string& field, const QString& wrong)
{
    static const QRegularExpression part(QStringLiteral("^(bots|rules)\\[(\\d+)\\]\\.?(.*)$"));
    const QRegularExpressionMatch match = part.match(QString::fromStdString(field));
    if (!match.hasMatch())
        return false;
    const auto place = static_cast<std::size_t>(match.capturedView(2).toULongLong());
    if (match.capturedView(1) == u"rules")
        return m_rules->tell(place, wrong);
    return m_bots->tell(place, match.captured(3), wrong);
}

void BotsPage::clearParts()
{
    m_bots->clearTrouble();
    m_rules->clearTrouble();
}

QString BotsPage::wrongWords(const std::string& field, const QString& relays) const
{
    if (field.starts_with("lanes."))
        return tr("There is no talking bot with this name.");
    if (field.starts_with("rules["))
        return tr("Write at least one word or phrase, at most 100, each of up to 200 characters.");
    if (field.ends_with("].name"))
        return relays.contains(QLatin1String("twice"))
                   ? tr("Another bot has this name.")
                   : tr("Up to 40 lower-case letters, digits, hyphens or underscores, without spaces.");
    if (field == "orders.url")
        return tr("Write a web address with {order} in its path, such as https://shop.example.com/{order}.");
    if (field == "orders.cancelUrl")
        return tr("Write a web address, with {order} and {email} in its path only.");
    if (field.ends_with("].url"))
        return tr("Write a web address such as https://bot.example.com/turn.");
    return tr("The relay does not accept this value.");
}

QString BotsPage::fieldName(const std::string& field) const
{
    static const std::map<std::string, const char*> names{
        {"enabled", QT_TR_NOOP("whether bots answer")},
        {"bots", QT_TR_NOOP("the bots")},
        {"lanes", QT_TR_NOOP("what goes to which bot")},
        {"rules", QT_TR_NOOP("words that decide")},
        {"enrichers", QT_TR_NOOP("who only listens")},
        {"builtInFaq", QT_TR_NOOP("built-in questions")},
        {"triageQuestions", QT_TR_NOOP("number of first questions")},
        {"askModel", QT_TR_NOOP("the language model")},
        {"orders", QT_TR_NOOP("where orders are found")},
    };
    const auto found = names.find(field);
    return found == names.end() ? QString::fromStdString(field) : tr(found->second);
}

bool BotsPage::taken(Json& answer)
{
    bool shown = false;
    const Json* made = memberOf(answer, "secrets");
    const Json secrets = made && made->is_object() ? *made : Json::object();
    for (const auto& [name, secret] : secrets.items()) {
        if (!secret.is_string())
            continue;
        m_bots->showSecret(QString::fromStdString(name), protocol::toQString(secret));
        shown = true;
    }
    answer.erase("secrets");
    return shown;
}

void BotsPage::askForSecret(const QString& name)
{
    auto* question = new Question(theme(), QStringLiteral("secretQuestion"), tr("Make a new secret?"),
                                  tr("What “%1” sends is signed with the new one at once; a program that "
                                     "still checks with the old one refuses it until you update it.")
                                      .arg(name),
                                  this);
    question->addAnswer(
        QStringLiteral("secretQuestionMake"), tr("Make a new secret"), ButtonKind::Primary, [this, name] {
            api().post(address() + QStringLiteral("/%1/secret").arg(name), Json::object(), this,
                       [this, name](const Result<Json>& answer) {
                           const Json* secret = answer ? memberOf(*answer, "secret") : nullptr;
                           if (secret && secret->is_string())
                               m_bots->showSecret(name, protocol::toQString(*secret));
                           else if (!answer)
                               say(apiWords(answer.error()), true);
                       });
        });
    question->open();
}

} // namespace relevo::ui
