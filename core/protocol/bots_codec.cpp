#include <protocol/bots_codec.h>

#include <domain/email_address.h>
#include <protocol/checker.h>
#include <protocol/csv.h>
#include <protocol/limits.h>

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <algorithm>

namespace relevo::protocol {

using namespace domain;
using detail::Checker;

namespace {

constexpr std::size_t mostBots = 50;
constexpr std::size_t mostRules = 200;
constexpr std::size_t mostWords = 100;
constexpr std::size_t longestWords = 200;
constexpr std::size_t longestAnswer = 4'000;
constexpr std::size_t longestUrl = 2'000;
constexpr std::array languages{"en", "es", "pt"};
constexpr std::array orderFields{"status", "email", "items", "total", "arrival", "tracking"};
constexpr auto laneNames = "info, commerce or support";

bool isBotName(const QString& name)
{
    static const QRegularExpression pattern(QStringLiteral("^[a-z0-9][a-z0-9_-]{0,39}$"));
    return pattern.match(name).hasMatch();
}

/// http(s), with a host, nothing about the caller in it.
bool isWebAddress(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasFragment() &&
           (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

void checkAddress(Checker& fields, const char* name, const QString& url)
{
    if (fields.strict() && !isWebAddress(url))
        fields.fault(name, QStringLiteral("must be an http or https address without user and fragment"));
}

BotEntry readBot(const Json& json, const QString& path, bool strict, std::vector<FieldFault>& faults)
{
    BotEntry bot;
    Checker fields(json, path, strict, faults);
    fields.text("name", bot.name, maxShortText);
    if (strict && !isBotName(bot.name))
        fields.fault("name", QStringLiteral("must be 1 to 40 small letters, digits, '-' or '_'"));
    if (!fields.member("type"))
        fields.fault("type", QStringLiteral("is required"));
    fields.named("type", bot.kind, QStringLiteral("faq, orders, triage or webhook"));
    fields.text("url", bot.url, longestUrl);
    fields.number("timeoutSeconds", bot.timeoutSeconds, 1, 30);
    fields.number("answerSeconds", bot.answerSeconds, 5, 900);
    if (bot.kind == BotKind::Webhook)
        checkAddress(fields, "url", bot.url);
    else if (strict && !bot.url.isEmpty())
        fields.fault("url", QStringLiteral("is for bots of type webhook"));
    return bot;
}

/// The lane's bot, if there is one of that name that may talk.
void checkTalker(const BotSettings& bots, const QString& name, const QString& path,
                 std::vector<FieldFault>& faults)
{
    if (!bots.find(name))
        faults.push_back({path, QStringLiteral("names no bot of \"bots\"")});
    else if (bots.enrichers.contains(name))
        faults.push_back({path, QStringLiteral("is an enricher, which does not talk")});
}

void readLanes(Checker& fields, bool strict, BotSettings& bots)
{
    const Json* lanes = fields.member("lanes");
    if (!lanes)
        return;
    bots.lanes.clear();
    Checker each(*lanes, fields.pathOf("lanes"), strict, fields.faults());
    for (const Lane lane : {Lane::Info, Lane::Commerce, Lane::Support}) {
        const std::string name(nameOf(lane));
        QString bot;
        if (const Json* member = each.member(name.c_str()); member && !member->is_null())
            each.text(name.c_str(), bot, maxShortText);
        if (!bot.isEmpty())
            bots.lanes[lane] = bot;
    }
}

void readRules(Checker& fields, bool strict, BotSettings& bots)
{
    std::vector<LaneRule> rules;
    const bool listed = fields.list("rules", mostRules, [&](const Json& item, const QString& where) {
        LaneRule rule;
        Checker one(item, where, strict, fields.faults());
        if (!one.member("lane"))
            one.fault("lane", QStringLiteral("is required"));
        one.named("lane", rule.lane, QString::fromLatin1(laneNames));
        one.texts("words", rule.words, mostWords, longestWords);
        if (strict && rule.words.isEmpty())
            one.fault("words", QStringLiteral("must have at least one word or phrase"));
        rules.push_back(std::move(rule));
    });
    if (listed)
        bots.rules = std::move(rules);
}

/// A web address with {order} and {email} where they cannot change its host.
void checkTemplate(Checker& fields, const char* name, const QString& url)
{
    QString filled = url;
    filled.replace(QLatin1String("{order}"), QLatin1String("1"));
    filled.replace(QLatin1String("{email}"), QLatin1String("a"));
    checkAddress(fields, name, filled);
    const QString host = QUrl(url).authority();
    if (host.contains(u'{') || QUrl(filled).host() != QUrl(QString(url).remove(u'{').remove(u'}')).host())
        fields.fault(name, QStringLiteral("must have {order} and {email} in its path or query only"));
}

void readLookUp(Checker& fields, bool strict, OrderLookUp& orders)
{
    const Json* json = fields.member("orders");
    if (!json)
        return;
    Checker each(*json, fields.pathOf("orders"), strict, fields.faults());
    each.text("url", orders.url, longestUrl);
    each.number("timeoutSeconds", orders.timeoutSeconds, 1, 30);
    each.text("cancelUrl", orders.cancelUrl, longestUrl);
    if (strict && !orders.url.isEmpty()) {
        checkTemplate(each, "url", orders.url);
        if (!orders.url.contains(QLatin1String("{order}")))
            each.fault("url", QStringLiteral("must have {order} in its path or query"));
    }
    if (strict && !orders.cancelUrl.isEmpty()) {
        checkTemplate(each, "cancelUrl", orders.cancelUrl);
        if (orders.url.isEmpty())
            each.fault("cancelUrl",
                       QStringLiteral("needs \"url\": the relay's own orders it cancels itself"));
    }
    if (const Json* paths = each.member("paths")) {
        orders.paths.clear();
        Checker path(*paths, each.pathOf("paths"), strict, fields.faults());
        for (const char* name : orderFields) {
            QString text;
            path.text(name, text, maxShortText);
            if (!text.isEmpty())
                orders.paths[QString::fromLatin1(name)] = text;
        }
    }
}

/// What only the whole can tell: names that lead nowhere.
void checkNames(const BotSettings& bots, std::vector<FieldFault>& faults)
{
    for (std::size_t i = 0; i < bots.bots.size(); ++i) {
        if (bots.find(bots.bots[i].name) != &bots.bots[i])
            faults.push_back({QStringLiteral("bots[%1].name").arg(i), QStringLiteral("is there twice")});
    }
    for (const auto& [lane, bot] : bots.lanes)
        checkTalker(bots, bot, QStringLiteral("lanes.%1").arg(fromUtf8(nameOf(lane))), faults);
    for (qsizetype i = 0; i < bots.enrichers.size(); ++i) {
        const BotEntry* bot = bots.find(bots.enrichers[i]);
        if (!bot || bot->kind != BotKind::Webhook)
            faults.push_back(
                {QStringLiteral("enrichers[%1]").arg(i), QStringLiteral("must name a bot of type webhook")});
    }
}

BotsReading read(const Json& json, const BotSettings& present, bool strict)
{
    BotsReading reading{present, {}};
    BotSettings& bots = reading.bots;
    {
        Checker fields(json, {}, strict, reading.faults);
        fields.flag("enabled", bots.enabled);
        std::vector<BotEntry> entries;
        const bool listed = fields.list("bots", mostBots, [&](const Json& item, const QString& where) {
            entries.push_back(readBot(item, where, strict, reading.faults));
        });
        if (listed)
            bots.bots = std::move(entries);
        readLanes(fields, strict, bots);
        readRules(fields, strict, bots);
        fields.texts("enrichers", bots.enrichers, mostBots, maxShortText);
        fields.flag("builtInFaq", bots.builtInFaq);
        fields.number("triageQuestions", bots.triageQuestions, 1, 6);
        fields.flag("askModel", bots.askModel);
        readLookUp(fields, strict, bots.orders);
    }
    if (strict)
        checkNames(bots, reading.faults);
    return reading;
}

/// A text of each language that is there.
void readAnswers(Checker& fields, const QString& path, FaqEntry& entry)
{
    if (const Json* json = fields.member("answer")) {
        Checker each(*json, path + QStringLiteral(".answer"), true, fields.faults());
        for (const char* language : languages) {
            QString text;
            each.text(language, text, longestAnswer);
            if (!text.trimmed().isEmpty())
                entry.answer[QString::fromLatin1(language)] = text.trimmed();
        }
    }
    if (const Json* json = fields.member("words")) {
        Checker each(*json, path + QStringLiteral(".words"), true, fields.faults());
        for (const char* language : languages) {
            QStringList words;
            each.texts(language, words, mostWords, longestWords);
            if (!words.isEmpty())
                entry.words[QString::fromLatin1(language)] = words;
        }
    }
    for (const auto& [language, words] : entry.words) {
        if (!entry.answer.contains(language))
            fields.fault("answer", QStringLiteral("has no text in \"%1\", which has words").arg(language));
    }
    if (entry.words.empty())
        fields.fault("words", QStringLiteral("must have at least one word or phrase in en, es or pt"));
}

Order readOrder(const Json& json, const QString& path, bool strict, std::vector<FieldFault>& faults)
{
    Order order;
    Checker fields(json, path, strict, faults);
    fields.text("number", order.number, maxShortText);
    order.number = orderNumber(order.number);
    if (order.number.isEmpty() || order.number.size() > 60)
        fields.fault("number", QStringLiteral("must be a text of 1 to 60 characters"));
    if (!fields.member("status"))
        fields.fault("status", QStringLiteral("is required"));
    fields.named("status", order.status,
                 QStringLiteral("placed, paid, packed, shipped, delivered, cancelled or returned"));
    fields.text("email", order.email, maxShortText);
    order.email = order.email.trimmed();
    if (!order.email.isEmpty() && !isEmailAddress(order.email))
        fields.fault("email", QStringLiteral("must be an e-mail address"));
    fields.text("items", order.items, longestAnswer);
    fields.text("total", order.total, maxShortText);
    fields.text("arrival", order.arrival, maxShortText);
    fields.text("tracking", order.tracking, maxShortText);
    return order;
}

Json textsByLanguage(const std::map<QString, QString>& texts)
{
    Json json = Json::object();
    for (const auto& [language, text] : texts)
        json[utf8(language)] = utf8(text);
    return json;
}

Json listOf(const QStringList& texts)
{
    Json json = Json::array();
    for (const QString& text : texts)
        json.push_back(utf8(text));
    return json;
}

} // namespace

BotsReading readBots(const Json& json, const BotSettings& present)
{
    return read(json, present, true);
}

template <>
Result<BotSettings> fromJson<BotSettings>(const Json& json)
{
    BotsReading reading = read(json, BotSettings{}, false);
    if (reading.faults.empty())
        return std::move(reading.bots);
    const FieldFault& first = reading.faults.front();
    return failure(ErrorCode::Invalid, QStringLiteral("\"%1\" %2.").arg(first.field, first.what), {},
                   {{QStringLiteral("field"), first.field}});
}

Json toJson(const BotSettings& s)
{
    Json bots = Json::array();
    for (const BotEntry& bot : s.bots) {
        Json entry{{"name", utf8(bot.name)}, {"type", nameOf(bot.kind)}};
        if (bot.kind == BotKind::Webhook) {
            entry["url"] = utf8(bot.url);
            entry["timeoutSeconds"] = bot.timeoutSeconds;
            entry["answerSeconds"] = bot.answerSeconds;
        }
        bots.push_back(std::move(entry));
    }
    Json lanes = Json::object();
    for (const auto& [lane, bot] : s.lanes)
        lanes[std::string(nameOf(lane))] = utf8(bot);
    Json rules = Json::array();
    for (const LaneRule& rule : s.rules)
        rules.push_back(Json{{"lane", nameOf(rule.lane)}, {"words", listOf(rule.words)}});
    Json orders{{"url", utf8(s.orders.url)},
                {"timeoutSeconds", s.orders.timeoutSeconds},
                {"paths", textsByLanguage(s.orders.paths)}};
    if (!s.orders.cancelUrl.isEmpty())
        orders["cancelUrl"] = utf8(s.orders.cancelUrl);
    return Json{{"enabled", s.enabled},
                {"bots", std::move(bots)},
                {"lanes", std::move(lanes)},
                {"rules", std::move(rules)},
                {"enrichers", listOf(s.enrichers)},
                {"builtInFaq", s.builtInFaq},
                {"triageQuestions", s.triageQuestions},
                {"askModel", s.askModel},
                {"orders", std::move(orders)}};
}

FaqReading readFaq(const Json& json)
{
    FaqReading reading;
    Checker fields(json, {}, true, reading.faults);
    if (!fields.member("items"))
        fields.fault("items", QStringLiteral("is required"));
    (void)fields.member("changedBy");
    (void)fields.member("changedAt");
    if (const Json* version = fields.member("version")) {
        if (version->is_number_integer() && *version >= 0)
            reading.version = version->get<qint64>();
        else if (!version->is_null())
            fields.fault("version", QStringLiteral("must be the version that was got"));
    }
    fields.list("items", mostFaqEntries, [&](const Json& item, const QString& path) {
        FaqEntry entry;
        Checker one(item, path, true, reading.faults);
        one.text("name", entry.name, maxShortText);
        readAnswers(one, path, entry);
        reading.entries.push_back(std::move(entry));
    });
    return reading;
}

Json toJson(const std::vector<FaqEntry>& entries)
{
    Json items = Json::array();
    for (const FaqEntry& entry : entries) {
        Json words = Json::object();
        for (const auto& [language, list] : entry.words)
            words[utf8(language)] = listOf(list);
        items.push_back(Json{{"name", utf8(entry.name)},
                             {"words", std::move(words)},
                             {"answer", textsByLanguage(entry.answer)}});
    }
    return items;
}

OrdersReading readOrders(const Json& json)
{
    OrdersReading reading;
    Checker fields(json, {}, true, reading.faults);
    if (!fields.member("items"))
        fields.fault("items", QStringLiteral("is required"));
    fields.list("items", mostOrdersAtOnce, [&](const Json& item, const QString& path) {
        reading.orders.push_back(readOrder(item, path, true, reading.faults));
    });
    return reading;
}

OrdersReading readOrdersCsv(std::string_view text)
{
    OrdersReading reading;
    const Result<std::vector<QStringList>> rows = csvRows(text);
    if (!rows || rows->empty()) {
        reading.faults.push_back(
            {QStringLiteral("line 1"),
             rows ? QStringLiteral("must name the fields: number, status …") : rows.error().message});
        return reading;
    }
    if (rows->size() > mostOrdersAtOnce + 1) {
        reading.faults.push_back(
            {QStringLiteral("line %1").arg(mostOrdersAtOnce + 2),
             QStringLiteral("is one too many: at most %1 orders at once").arg(mostOrdersAtOnce)});
        return reading;
    }
    const QStringList& names = rows->front();
    for (std::size_t i = 1; i < rows->size(); ++i) {
        const QStringList& row = (*rows)[i];
        const QString line = QStringLiteral("line %1").arg(i + 1);
        if (row.size() != names.size()) {
            reading.faults.push_back(
                {line, QStringLiteral("must have %1 fields as the first line has").arg(names.size())});
            continue;
        }
        Json object = Json::object();
        for (qsizetype column = 0; column < names.size(); ++column) {
            if (!row[column].isEmpty())
                object[utf8(names[column].trimmed())] = utf8(row[column]);
        }
        reading.orders.push_back(readOrder(object, line, true, reading.faults));
    }
    return reading;
}

Json toJson(const Order& order)
{
    Json json{{"number", utf8(order.number)}, {"status", nameOf(order.status)}};
    const auto put = [&json](const char* name, const QString& text) {
        if (!text.isEmpty())
            json[name] = utf8(text);
    };
    put("email", order.email);
    put("items", order.items);
    put("total", order.total);
    put("arrival", order.arrival);
    put("tracking", order.tracking);
    return json;
}

Result<Order> orderFromJson(const Json& json)
{
    std::vector<FieldFault> faults;
    Order order = readOrder(json, {}, false, faults);
    if (faults.empty())
        return order;
    return failure(ErrorCode::Internal, QStringLiteral("A stored order cannot be read: \"%1\" %2.")
                                            .arg(faults.front().field, faults.front().what));
}

} // namespace relevo::protocol
