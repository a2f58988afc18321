#include <bot/intent.h>

#include <bot/order_bot.h>
#include <bot/patterns.h>
#include <bot/said.h>

#include <assist/phrases.h>

#include <algorithm>
#include <array>

namespace relevo::bot {
namespace {

using domain::Lane;

/// Patterns as patterns.h has them, in all three languages together.
struct Rule
{
    Lane lane;
    const char* name;
    const char* patterns;
};

constexpr Rule orders{
    Lane::Commerce, "the state of an order, or its cancellation",
    "where order|where package|where parcel|where deliver|track order|track package|track parcel|order "
    "status|"
    "status order|cancel order|cancel purchase|order late|when order come|check order|look up order|"
    "donde pedido|donde paquete|donde compra|donde encargo|estado pedido|rastre pedido|rastre paquete|"
    "seguimiento|cancel pedido|cancel compra|anul pedido|anul compra|cuando llega pedido|cuando llega "
    "paquete|"
    "consult pedido|"
    "onde pedido|onde encomenda|onde pacote|onde compra|cade pedido|cade encomenda|status pedido|rastre|"
    "cancel encomenda|quando chega pedido|quando chega encomenda|consult encomenda"};

constexpr Rule trouble{
    Lane::Support, "something is wrong",
    "broken|broke|damaged|defect|faulty|not work|doesnt work|dont work|didnt work|isnt work|stopped work|"
    "not turn on|wont turn|wont start|crash|error|problem|issue|trouble|complain|wrong item|wrong "
    "product|wrong size|"
    "missing item|missing part|cant log|cannot log|cant access|leak|refund|charged twice|double "
    "charge|warranty|"
    "roto|rota|rompi|no funciona|dejo de funcionar|dejo "
    "funcionar|danad|defectuos|averia|falla|fallo|problema|reclam|queja|"
    "equivocad producto|talla equivocad|falta pieza|falta producto|no enciende|no puedo entrar|no puedo "
    "acceder|"
    "reembols|garantia|cobr doble|cobr dos|"
    "quebrad|quebrou|nao funciona|parou funcionar|danificad|defeit|estragad|falha|erro|queixa|produto errad|"
    "tamanho errad|falta peca|aplicativo trav|app trava|site trava|tela trav|travando|fecha sozinh|"
    "congelou|piscando|cierra sol|app cierra|aplicacion cierra|parpadea|congela pantalla|congela app|se "
    "traba|"
    "keeps closing|closes itself|closes by itself|freezes|frozen screen|flicker|keeps restarting|"
    "nao liga|nao consigo entrar|nao consigo acess|estorn|cobrad duas|vazando"};

constexpr Rule aboutOrders{
    Lane::Commerce, "an order",
    "my order|order number|number order|my purchase|order arrive|order not arriv|package arrive|parcel "
    "arrive|"
    "mi pedido|numero pedido|mi compra|orden numero|llega pedido|llegado pedido|llegado paquete|llega "
    "paquete|"
    "meu pedido|minha encomenda|minha compra|chega pedido|chegou pedido|chegou encomenda|chegou pacote"};

constexpr std::size_t bareNumberWords = 4; ///< in a message that is but an order's number

/// "cancel 10022", "10022 please": a number says what it is about.
bool namesOrder(const QString& text, const std::vector<QString>& words)
{
    static const Patterns cancels(
        {QStringLiteral("cancel"), QStringLiteral("anula"), QStringLiteral("anular")});
    return (words.size() <= bareNumberWords || cancels.best(words) > 0) &&
           !orderNumberIn(text, false).isEmpty();
}

bool fits(const std::vector<QString>& words, const Rule& rule)
{
    static const auto patterns = [](const Rule& of) {
        return Patterns(QString::fromUtf8(of.patterns).split(u'|'));
    };
    static const Patterns ofOrders = patterns(orders);
    static const Patterns ofTrouble = patterns(trouble);
    static const Patterns ofAboutOrders = patterns(aboutOrders);
    const Patterns& list = &rule == &orders ? ofOrders : &rule == &trouble ? ofTrouble : ofAboutOrders;
    return list.best(words) > 0;
}

Intent byRule(const Rule& rule)
{
    return {rule.lane, QStringLiteral("rule"), QString::fromUtf8(rule.name), true, false};
}

/// Plainly a question of its own, not what a built-in bot had asked for.
bool asksInReturn(const QString& text, const std::vector<QString>& words, const domain::BotSettings& bots,
                  const Session& session)
{
    const domain::BotEntry* waiting = bots.find(session.bot);
    if (!waiting || (waiting->kind != domain::BotKind::Orders && waiting->kind != domain::BotKind::Triage))
        return false;
    const bool asks =
        text.contains(u'?') ||
        (!words.empty() &&
         assist::beginsWithAny({words.front()}, u"what when where how which que cual cuando donde como "
                                                u"cuanto cuanta qual quando onde quanto quanta"));
    return asks && !fits(words, orders) && !fits(words, aboutOrders) && orderNumberIn(text, true).isEmpty() &&
           emailIn(text).isEmpty();
}

/// "Cancel it", "¿está cancelado?": the order that was told of last.
bool goesOnAboutOrder(const std::vector<QString>& words, const domain::BotSettings& bots,
                      const Session& session)
{
    static const Patterns cancels({QStringLiteral("cancel"), QStringLiteral("anul")});
    const auto lane = bots.lanes.find(Lane::Commerce);
    const domain::BotEntry* entry = lane == bots.lanes.end() ? nullptr : bots.find(lane->second);
    if (!entry || entry->kind != domain::BotKind::Orders || cancels.best(words) == 0 ||
        !session.memories[entry->name].toObject().contains(lastOrder))
        return false;
    return std::all_of(words.begin(), words.end(), [](const QString& word) {
        return assist::beginsWithAny({word}, u"cancel anul it. its. that. this. please pls. can. could. you. "
                                             u"i. id. want. like. to. then. now. "
                                             u"ok. yes. and. so. order. the. my. is. was. lo. la. el. "
                                             u"quiero. quisiera. puedes. podria. por. favor. "
                                             u"entonces. ahora. si. y. pedido. mi. este. ese. esta. ya. "
                                             u"quero. queria. pode. posso. entao. agora. "
                                             u"sim. e. o. meu. esse. isso. ele. foi. ja.");
    });
}

} // namespace

Intent route(const QString& text, const domain::BotSettings& bots, const Session& session, bool faqKnows)
{
    const std::vector<QString> words = assist::words(text);
    if (session.asked && faqKnows && asksInReturn(text, words, bots, session))
        return {Lane::Info, QStringLiteral("rule"),
                QStringLiteral("the FAQ knows it; %1 goes on waiting for its answer").arg(session.bot), true,
                true};
    if (session.asked)
        return {session.lane, QStringLiteral("question"), QStringLiteral("%1 had asked").arg(session.bot),
                true};
    for (std::size_t i = 0; i < bots.rules.size(); ++i) {
        if (Patterns(bots.rules[i].words).best(words) > 0)
            return {bots.rules[i].lane, QStringLiteral("project"), QStringLiteral("rules[%1]").arg(i), true};
    }
    if (fits(words, orders) || namesOrder(text, words) || goesOnAboutOrder(words, bots, session))
        return byRule(orders);
    if (faqKnows)
        return {Lane::Info, QStringLiteral("rule"), QStringLiteral("the FAQ knows it"), true};
    if (fits(words, trouble))
        return byRule(trouble);
    if (fits(words, aboutOrders))
        return byRule(aboutOrders);
    // A program may hold a talk of its own; the built-in bots have said all they had to.
    const domain::BotEntry* last = bots.find(session.bot);
    if (last && last->kind == domain::BotKind::Webhook)
        return {session.lane, QStringLiteral("lane"), QStringLiteral("no rule fits; it stays where it was"),
                false};
    return {Lane::Info, QStringLiteral("default"), QStringLiteral("no rule fits"), false};
}

Intent afterModel(Intent byRules, const QString& name, const Result<std::optional<Lane>>& chosen)
{
    if (!chosen)
        byRules.reason += QStringLiteral("; model %1 did not help: %2").arg(name, chosen.error().message);
    else if (!*chosen)
        byRules.reason += QStringLiteral("; model %1: none of the lanes").arg(name);
    else
        return {**chosen, QStringLiteral("model"),
                QStringLiteral("model %1: it is for %2").arg(name, domain::laneName(**chosen)), true};
    return byRules;
}

} // namespace relevo::bot
