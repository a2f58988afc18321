#include <assist/triggers.h>

#include <assist/tokens.h>
#include <assist/trigger_words.h>

#include <algorithm>

namespace relevo::assist {
namespace {

using namespace sense;

constexpr std::size_t farthest = 8; ///< words between asking for somebody and naming them
constexpr double sure = 0.95;
constexpr double likely = 0.85;
constexpr double perKeyword = 0.05;

/// One clause: its words and what they can mean, by index.
class Clause
{
public:
    Clause(const std::vector<QString>& words, std::vector<quint32> senses)
        : m_words(words), m_senses(std::move(senses))
    {
    }

    [[nodiscard]] std::size_t size() const { return m_words.size(); }
    [[nodiscard]] const QString& word(std::size_t at) const { return m_words[at]; }
    /// False beyond either end.
    [[nodiscard]] bool is(std::size_t at, quint32 senses) const
    {
        return at < m_senses.size() && (m_senses[at] & senses) != 0;
    }
    [[nodiscard]] bool any(std::size_t from, std::size_t to, quint32 senses) const
    {
        for (std::size_t at = from; at < to; ++at) {
            if (is(at, senses))
                return true;
        }
        return false;
    }
    [[nodiscard]] bool all(std::size_t from, std::size_t to, quint32 senses) const
    {
        for (std::size_t at = from; at < to; ++at) {
            if (!is(at, senses))
                return false;
        }
        return true;
    }
    [[nodiscard]] static std::size_t before(std::size_t at, std::size_t distance)
    {
        return at > distance ? at - distance : 0;
    }

private:
    const std::vector<QString>& m_words;
    std::vector<quint32> m_senses;
};

bool oneOf(const QString& word, std::initializer_list<const char16_t*> list)
{
    return std::any_of(list.begin(), list.end(),
                       [&word](const char16_t* item) { return word == QStringView(item); });
}

/// "Are you a human?", "¿eres una persona?", "você é um robô?": about us, not for somebody else.
bool asksWhoWeAre(const Clause& clause)
{
    if (clause.size() < 2 || clause.size() > 9 ||
        !oneOf(clause.word(0),
               {u"are", u"r", u"is", u"am", u"eres", u"es", u"esto", u"estoy", u"sos", u"voce", u"vc", u"e",
                u"isto", u"isso", u"tu", u"usted", u"estou", u"you", u"so"}))
        return false;
    if (!oneOf(clause.word(1),
               {u"you",     u"u",      u"this",     u"that",    u"i",       u"un",       u"una",
                u"persona", u"humano", u"bot",      u"e",       u"um",      u"uma",      u"robo",
                u"estoy",   u"estou",  u"hablando", u"falando", u"talking", u"chatting", u"speaking",
                u"es",      u"eres",   u"sos",      u"are",     u"a",       u"con",      u"com"}))
        return false;
    for (std::size_t at = 0; at < clause.size(); ++at) {
        if (oneOf(clause.word(at), {u"can", u"could", u"able", u"possible"}))
            return false;
    }
    return true;
}

/// "I do not want to talk …", "no necesito …", "without talking …": what stands at `at` is not wished for.
bool isNegated(const Clause& clause, std::size_t at)
{
    if (at > 0 && clause.is(at - 1, Without))
        return true;
    if (at > 1 && clause.is(at - 2, Without) && clause.is(at - 1, Little))
        return true;
    const std::size_t from = Clause::before(at, 3);
    for (std::size_t want = at + 1; want-- > from;) {
        if (!clause.is(want, Want))
            continue;
        const bool directly = want > 0 && clause.is(want - 1, Not);
        const bool softened = want > 1 && clause.is(want - 2, Not) &&
                              oneOf(clause.word(want - 1), {u"really", u"even", u"me", u"quiero", u"longer"});
        return directly || softened;
    }
    return false;
}

/// "help me talk to", "transfer me to": does the verb at `at` bring the customer together with `human`?
bool bringsTogether(const Clause& clause, std::size_t at, std::size_t human)
{
    if (clause.any(at + 1, human, About | Machine))
        return false;
    if (clause.is(at, Talk)) {
        // "Who is the contact person?"
        const bool noun = at + 1 == human && at > 0 && clause.word(at) == u"contact" &&
                          clause.word(human) == u"person" &&
                          oneOf(clause.word(at - 1), {u"the", u"a", u"your", u"my", u"another"});
        const bool story = at > 0 && clause.is(at - 1, Over);
        return !noun && !story;
    }
    return clause.is(at, Move) && (clause.is(at, Me) || clause.any(at + 1, std::min(at + 3, human), Me) ||
                                   clause.any(Clause::before(at, 2), at, Me));
}

/// "need … a human": only little words may stand between, and a someone must be there to help.
bool isWanted(const Clause& clause, std::size_t at, std::size_t human)
{
    if (human - at > 6 || !clause.all(at + 1, human, Little | Human))
        return false;
    if (oneOf(clause.word(at), {u"get", u"give", u"send", u"see"}) && !clause.is(at + 1, Me))
        return false;
    if (clause.is(human, Human))
        return !clause.is(human + 1, Stranger);
    return clause.any(human + 1, human + 4, Help);
}

/// "can someone call me", "que alguien me llame".
bool comesToMe(const Clause& clause, std::size_t human)
{
    for (std::size_t at = human + 1; at < human + 4; ++at) {
        if (clause.is(at, Did | Over))
            return false;
        if (clause.is(at, Talk | Move) &&
            ((clause.is(at + 1, Me) && oneOf(clause.word(at + 1), {u"me", u"us"})) ||
             (at > human + 1 && oneOf(clause.word(at - 1), {u"me", u"nos"}))))
            return true;
    }
    return false;
}

/// "Is there a human I can talk to", "hay alguien con quien hablar".
bool isThereToTalk(const Clause& clause, std::size_t human)
{
    for (std::size_t at = Clause::before(human, 4); at < human; ++at) {
        if (oneOf(clause.word(at), {u"there", u"hay", u"tem", u"existe"}))
            return clause.any(human + 1, human + 8, Talk) && !clause.any(human + 1, human + 8, Did | Over);
    }
    return false;
}

bool isAskedFor(const Clause& clause, std::size_t human)
{
    if (human > 0 && clause.is(human - 1, Stranger))
        return false;
    // "The agent gave me …" tells a story.
    if (clause.is(human + 1, Did))
        return false;
    for (std::size_t at = human; at-- > Clause::before(human, farthest);) {
        if (clause.is(at, Talk | Move) && bringsTogether(clause, at, human))
            return !isNegated(clause, at);
        if (clause.is(at, Want) && isWanted(clause, at, human))
            return !isNegated(clause, at);
        if (clause.is(at, Did) && !clause.is(at, Over | Not))
            return false;
    }
    return comesToMe(clause, human) || isThereToTalk(clause, human);
}

/// "Human!", "agent please", "una persona por favor".
bool isShortCall(const Clause& clause)
{
    return clause.size() <= 6 && clause.any(0, clause.size(), Human) &&
           clause.all(0, clause.size(), Human | Little | Want | Talk | Move | Me) &&
           !clause.any(0, clause.size(), Not);
}

/// "I do not want to talk to a bot", "not a robot", "tired of this machine".
bool refusesMachine(const Clause& clause, std::size_t machine)
{
    if (clause.any(0, machine, Tired) && clause.any(0, machine, Talk | Little))
        return true;
    for (std::size_t at = machine; at-- > Clause::before(machine, 6);) {
        if (clause.is(at, Talk | Want) && isNegated(clause, at))
            return true;
        if (clause.is(at, Not)) {
            // "I am not a robot" is a customer's answer.
            const bool self = at > 0 && oneOf(clause.word(at - 1), {u"am", u"im", u"i", u"eu", u"yo"});
            return !self && at + 3 > machine && clause.all(at + 1, machine, Little);
        }
    }
    return false;
}

double wishIn(const Clause& clause)
{
    if (asksWhoWeAre(clause))
        return 0.0;
    const bool asksHours = clause.any(0, std::min<std::size_t>(4, clause.size()), Hours);
    for (std::size_t at = 0; at < clause.size(); ++at) {
        if (clause.is(at, Human | Somebody) && !asksHours && isAskedFor(clause, at))
            return sure;
        if (clause.is(at, Machine) && refusesMachine(clause, at))
            return likely;
    }
    return isShortCall(clause) ? likely : 0.0;
}

double wishIn(const std::vector<QString>& words)
{
    std::vector<quint32> senses = sensesOf(words);
    const auto has = [&senses](quint32 wanted) {
        return std::any_of(senses.begin(), senses.end(),
                           [wanted](quint32 each) { return (each & wanted) != 0; });
    };
    // Most of what customers write has neither.
    const bool human = has(Human | Somebody | Machine);
    const bool asks = has(Talk);
    if (!human && !asks)
        return 0.0;
    if (human) {
        if (const double score = wishIn(Clause(words, senses)); score > 0.0)
            return score;
    }
    if (human && asks)
        return 0.0;
    bool changed = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const quint32 meant = senses[at] == 0 ? senseOfMisspelt(words[at]) : 0;
        senses[at] |= meant;
        changed = changed || meant != 0;
    }
    return changed ? wishIn(Clause(words, std::move(senses))) : 0.0;
}

/// The words of a phrase standing together somewhere in the text.
bool containsPhrase(const std::vector<QString>& text, const std::vector<QString>& phrase)
{
    return !phrase.empty() &&
           std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end();
}

} // namespace

Triggers::Triggers(const domain::Settings& settings)
{
    static const QStringList usual = domain::Settings{}.escalationKeywords;
    for (const QString& keyword : settings.escalationKeywords) {
        if (usual.contains(keyword, Qt::CaseInsensitive))
            m_usualWords.push_back(keyword);
        else if (!keyword.trimmed().isEmpty())
            m_ownPhrases.push_back(keyword);
    }
}

std::optional<domain::Trigger> Triggers::find(const QString& customerText) const
{
    double score = 0.0;
    const std::vector<std::vector<QString>> spoken = clauses(customerText);
    for (const std::vector<QString>& clause : spoken) {
        for (const QString& phrase : m_ownPhrases) {
            if (containsPhrase(clause, words(phrase)))
                return domain::Trigger{domain::TriggerType::Keyword,
                                       QStringLiteral("The customer wrote \"%1\".").arg(phrase), 1.0};
        }
        score = std::max(score, wishIn(clause));
    }
    if (score <= 0.0)
        return std::nullopt;
    for (const QString& keyword : m_usualWords)
        score += customerText.contains(keyword, Qt::CaseInsensitive) ? perKeyword : 0.0;
    return domain::Trigger{domain::TriggerType::Keyword, QStringLiteral("The customer asked for a human."),
                           std::min(score, 1.0)};
}

} // namespace relevo::assist
