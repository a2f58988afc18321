#include <assist/acts.h>

#include <assist/act_frames.h>
#include <assist/act_rules.h>
#include <assist/denial.h>
#include <assist/phrases.h>
#include <assist/stems.h>
#include <assist/tokens.h>

#include <algorithm>

namespace relevo::assist {
namespace {

using Rule = ActRule;
using Topic = ActTopic;

constexpr std::size_t mostActs = 5;

constexpr auto askingWords =
    u"please provide share confirm reconfirm tell send give indicate specify describe could can may would "
    u"need "
    u"proporcion indic compart confirm envi dime dinos facilit puede podria necesit favor "
    u"inform envie enviar compartilh pode poderia preciso precis qual cual what which when";

/// Deeds of at least this strength claim that something was done or offered, which a "not" turns round; of
/// opening hours and ways to pay it does not.
constexpr int leastClaim = 3;

constexpr Phrase couldNotAnswer{u"could not answer", u"no supo responder", u"não soube responder"};

/// A rule with its stems made ready.
struct Ready
{
    explicit Ready(const Rule& from)
        : rule(&from), first(from.first), second(from.second), without(from.without)
    {
    }

    [[nodiscard]] bool applies(const std::vector<QString>& text) const
    {
        return first.matchAny(text) && (second.isEmpty() || second.matchAny(text)) && !without.matchAny(text);
    }

    const Rule* rule;
    Stems first;
    Stems second;
    Stems without;
};

/// What the sentence refuses, each with the deed it is about.
std::vector<const Refusal*> refusedIn(const QString& sentence)
{
    static const std::vector<Stems> deedsOf = [] {
        std::vector<Stems> all;
        all.reserve(refusalRules().size());
        for (const Refusal& refusal : refusalRules())
            all.emplace_back(refusal.deed);
        return all;
    }();
    std::vector<const Refusal*> found;
    for (std::size_t i = 0; i < deedsOf.size(); ++i) {
        if (denialOf(sentence, deedsOf[i]) == Denial::Refused)
            found.push_back(&refusalRules()[i]);
    }
    return found;
}

/// The first deed that applies and is not denied, or nothing.
const Rule* deedOf(const std::vector<Ready>& rules, const QString& sentence, const std::vector<QString>& text,
                   const std::vector<const Refusal*>& refused)
{
    const auto told = [&](const Ready& candidate) {
        const Rule& rule = *candidate.rule;
        const bool claims =
            rule.strength >= leastClaim && rule.topic != Topic::Hours && rule.topic != Topic::PayWays;
        return candidate.applies(text) &&
               std::none_of(refused.begin(), refused.end(),
                            [&rule](const Refusal* refusal) { return refusal->of == rule.topic; }) &&
               (!claims || denialOf(sentence, candidate.first) == Denial::None);
    };
    const auto found = std::find_if(rules.begin(), rules.end(), told);
    return found == rules.end() ? nullptr : found->rule;
}

/// The first of the rules that applies, or nothing.
const Rule* firstOf(const std::vector<Ready>& rules, const std::vector<QString>& text)
{
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&text](const Ready& candidate) { return candidate.applies(text); });
    return found == rules.end() ? nullptr : found->rule;
}

/// "I do not know", "cannot help": a denial with knowing or helping close behind it.
bool deniesHelp(const std::vector<QString>& text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        static const Stems denials(u"not dont cannot cant unable no nao");
        if (!denials.match(text[at]))
            continue;
        // "If you do not know your number" is about the customer.
        if ((at > 0 && text[at - 1] == u"you") || (at > 1 && text[at - 2] == u"you"))
            continue;
        const std::size_t end = std::min(text.size(), at + (text[at] == u"no" || text[at] == u"nao" ? 3 : 4));
        const std::vector<QString> next(text.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                        text.begin() + static_cast<std::ptrdiff_t>(end));
        if (beginsWithAny(
                next, u"know sure understand. understood answer help assist entiendo entendi sabe respond "
                      u"sei seguro segura ayud ajud responder"))
            return true;
    }
    return false;
}

struct Act
{
    Topic topic;
    int strength;
    QString text;
};

/// The acts of one message in order, each topic once with its strongest.
void readActs(const QString& botText, const QString& language, std::vector<Act>& acts)
{
    const auto add = [&](Topic topic, int strength, const Phrase& phrase) {
        const auto known =
            std::find_if(acts.begin(), acts.end(), [topic](const Act& act) { return act.topic == topic; });
        if (known == acts.end())
            acts.push_back({topic, strength, phrase.in(language)});
        else if (known->strength < strength)
            *known = {topic, strength, phrase.in(language)};
    };
    for (const QString& sentence : sentences(botText)) {
        const std::vector<QString> text = words(sentence);
        const bool question = sentence.endsWith(u'?');
        static const Stems requests(u"please kindly favor indique envie informe");
        static const Stems orders(u"provide share confirm send");
        static const Stems asks(askingWords);
        static const std::vector<Ready> toAsk(askRules().begin(), askRules().end());
        static const std::vector<Ready> toDo(deedRules().begin(), deedRules().end());
        const bool request = requests.matchAny(text) || (!text.empty() && orders.match(text.front()));
        // "Please allow me to check the details" asks for nothing.
        const bool waiting = !question && beginsWithAny(text, u"allow permit");
        const bool asking = (question || request) && !waiting && asks.matchAny(text);
        const Rule* const asked = asking ? firstOf(toAsk, text) : nullptr;
        if (asked) {
            add(asked->topic, asked->strength, asked->act);
            continue;
        }
        if (!question && (deniesHelp(text) || lacksAnswer(sentence))) {
            add(Topic::Unable, 5, couldNotAnswer);
            continue;
        }
        if (const FramedAct* const unchecked = uncheckedAct(sentence)) {
            add(unchecked->topic, unchecked->strength, unchecked->act);
            continue;
        }
        const std::vector<const Refusal*> refused = refusedIn(sentence);
        for (const Refusal* refusal : refused)
            add(refusal->topic, 4, refusal->act);
        if (const FramedAct* const framed = framedAct(sentence))
            add(framed->topic, framed->strength, framed->act);
        else if (const Rule* const deed = deedOf(toDo, sentence, text, refused))
            add(deed->topic, deed->strength, deed->act);
        else if (const FramedAct* const last = lastFramedAct(sentence))
            add(last->topic, last->strength, last->act);
    }
}

} // namespace

QStringList actsOf(const QString& botText, const QString& language)
{
    std::vector<Act> acts;
    readActs(botText, language, acts);
    QStringList found;
    for (const Act& act : acts)
        found.push_back(act.text);
    return found;
}

QStringList botTried(const std::vector<domain::Message>& messages, const QString& language)
{
    std::vector<Act> acts;
    for (const domain::Message& message : messages) {
        if (message.author == domain::Author::Bot)
            readActs(message.content.left(longestRead), language, acts);
    }
    // What tells least goes first, of two alike the later.
    while (acts.size() > mostActs) {
        const auto least = std::min_element(
            acts.rbegin(), acts.rend(), [](const Act& a, const Act& b) { return a.strength < b.strength; });
        acts.erase(std::next(least).base());
    }
    QStringList tried;
    for (const Act& act : acts)
        tried.push_back(act.text);
    return tried;
}

bool admitsDefeat(const domain::Message& botMessage)
{
    if (botMessage.botFailed)
        return true;
    const QStringList parts = sentences(botMessage.content.left(longestRead));
    return std::any_of(parts.begin(), parts.end(), [](const QString& sentence) {
        return !sentence.endsWith(u'?') &&
               (deniesHelp(words(sentence)) || lacksAnswer(sentence) || uncheckedAct(sentence) != nullptr);
    });
}

} // namespace relevo::assist
