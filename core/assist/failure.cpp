#include <assist/failure.h>

#include <assist/failure_words.h>
#include <assist/spoken_words.h>

#include <QtCore/QVarLengthArray>

#include <algorithm>

namespace relevo::assist {
namespace {

constexpr qsizetype longestPhrase = 6; ///< words
constexpr qsizetype notUnderstandReach =
    5; ///< words from "not" to "understand", if only little ones stand between
constexpr qsizetype longestComplaint = 600; ///< characters of a customer's message
constexpr qsizetype wordsCompared = 48;
constexpr double numberWeight = 0.3; ///< an order number beside the matter
constexpr double withinAtMost = 0.9; ///< a message that is wholly within a longer one
constexpr double leastWithin = 2.0;  ///< of so much weight
constexpr qsizetype denialReach = 3;

/// One bot's text, its words' meanings by index.
class BotText
{
public:
    explicit BotText(const SpokenWords& words) : m_words(words)
    {
        for (qsizetype at = 0; at < words.size(); ++at)
            m_meanings.append(admissionOf(words[at].text));
    }

    [[nodiscard]] bool admits() const
    {
        for (qsizetype at = 0; at < m_words.size(); ++at) {
            if (is(at, admission::Rephrase) && !isAfter(at, admission::Deny, 2))
                return true;
            if (saysSo(at) || (is(at, admission::Deny) && deniesGrasp(at)))
                return true;
        }
        return false;
    }

private:
    [[nodiscard]] bool is(qsizetype at, quint16 meaning) const
    {
        return at >= 0 && at < m_meanings.size() && (m_meanings[at] & meaning) != 0;
    }

    [[nodiscard]] bool isAfter(qsizetype at, quint16 meaning, qsizetype reach) const
    {
        for (qsizetype before = at - 1; before >= 0 && before >= at - reach; --before) {
            if (is(before, meaning))
                return true;
        }
        return false;
    }

    /// A phrase that admits by itself; one of manner ("another way") only where one is asked to say
    /// something.
    [[nodiscard]] bool saysSo(qsizetype at) const
    {
        for (qsizetype length = 2; length <= longestPhrase && at + length <= m_words.size(); ++length) {
            const quint16 meanings = admissionOf(m_words.run(at, length));
            if ((meanings & admission::Certain) == 0)
                continue;
            if ((meanings & admission::Say) == 0 || isAfter(at, admission::Say, 5))
                return true;
        }
        return false;
    }

    /// "I did not quite get that", "no tengo una respuesta", "I can't help with that"; not "you did not
    /// understand", nor "I do not understand why it was late".
    [[nodiscard]] bool deniesGrasp(qsizetype denial) const
    {
        if (is(denial - 1, admission::You) || is(denial - 2, admission::You))
            return false;
        for (qsizetype at = denial + 1; at <= denial + notUnderstandReach && at < m_words.size(); ++at) {
            if (m_words[at].opensSentence || is(at, admission::You))
                return false;
            if (is(at, admission::Answer))
                return true;
            if (is(at, admission::Help))
                return is(at + 2, admission::That) || is(at + 3, admission::That) ||
                       is(at + 1, admission::That);
            if (is(at, admission::Grasp))
                return graspsAMessage(at);
            if (!is(at, admission::Between | admission::Deny))
                return false;
        }
        return false;
    }

    [[nodiscard]] bool graspsAMessage(qsizetype at) const
    {
        const QStringView next =
            at + 1 < m_words.size() && !m_words[at + 1].opens ? m_words[at + 1].text : QStringView();
        if (is(at + 1, admission::Reason) || m_words.run(at + 1, 2) == u"por que")
            return false;
        // "Did not get your payment" is no matter of understanding; "did not get that" is.
        const QStringView verb = m_words[at].text;
        const bool takes =
            verb == u"get" || verb == u"got" || verb == u"follow" || verb == u"caught" || verb == u"catch";
        return !takes || next == u"that" || next == u"it" || next == u"what" || next == u"you" ||
               next == u"this";
    }

    const SpokenWords& m_words;
    QVarLengthArray<quint16, 96> m_meanings;
};

/// A word that carries some of the matter.
struct Carrier
{
    QStringView text;
    const MatterWord* matter;
    double weight;
    bool denied;
};

using Carriers = QVarLengthArray<Carrier, wordsCompared>;

Carriers carriersOf(const SpokenWords& words)
{
    Carriers carriers;
    qsizetype denial = -1;
    for (qsizetype at = 0; at < words.size() && carriers.size() < wordsCompared; ++at) {
        const SpokenWord& word = words[at];
        const MatterWord& matter = matterOf(word.text);
        if (word.opensSentence)
            denial = -1;
        if (matter.denies)
            denial = at;
        const double weight = word.digits ? numberWeight : matter.weight;
        if (weight <= 0)
            continue;
        const bool denied = (denial >= 0 && at - denial <= denialReach) != matter.opposite;
        const auto same = std::find_if(carriers.begin(), carriers.end(), [&](const Carrier& each) {
            return each.text == word.text || (matter.thing != 0 && each.matter->thing == matter.thing);
        });
        // Said twice in one message is said once.
        if (same == carriers.end())
            carriers.append({word.text, &matter, weight, denied});
    }
    return carriers;
}

/// At most `most` letters wrong, missing, too many or changed for their neighbour.
bool withinSlips(QStringView a, QStringView b, int most)
{
    if (std::abs(a.size() - b.size()) > most)
        return false;
    qsizetype start = 0;
    while (start < a.size() && start < b.size() && a[start] == b[start])
        ++start;
    qsizetype left = a.size();
    qsizetype right = b.size();
    while (left > start && right > start && a[left - 1] == b[right - 1]) {
        --left;
        --right;
    }
    // What differs in the middle; two letters that changed places are one slip.
    const qsizetype differs = std::max(left - start, right - start);
    const bool swapped =
        left - start == 2 && right - start == 2 && a[start] == b[start + 1] && a[start + 1] == b[start];
    return swapped || differs <= most;
}

bool alike(const Carrier& a, const Carrier& b)
{
    if (a.text == b.text)
        return true;
    if (a.matter->thing != 0 && b.matter->thing != 0)
        return a.matter->thing == b.matter->thing;
    if (a.weight == numberWeight || b.weight == numberWeight)
        return false;
    const qsizetype shorter = std::min(a.text.size(), b.text.size());
    if (shorter < 4)
        return false;
    qsizetype common = 0;
    while (common < shorter && a.text[common] == b.text[common])
        ++common;
    const bool sameStem = common >= 4 && common * 10 >= std::max(a.text.size(), b.text.size()) * 6;
    return sameStem || withinSlips(a.text, b.text, shorter >= 8 ? 2 : 1);
}

double weightOf(const Carriers& carriers)
{
    double sum = 0;
    for (const Carrier& carrier : carriers)
        sum += carrier.weight;
    return sum;
}

bool isOnlyNumbers(const Carriers& carriers)
{
    return std::all_of(carriers.begin(), carriers.end(),
                       [](const Carrier& carrier) { return carrier.weight == numberWeight; });
}

} // namespace

bool admitsFailure(const QString& botText)
{
    const SpokenWords words(botText);
    return BotText(words).admits();
}

double sameness(const QString& a, const QString& b)
{
    // Which of two alike words is taken depends on the order; the smaller text first makes it the same both
    // ways.
    const bool ordered = a.size() < b.size() || (a.size() == b.size() && a <= b);
    const SpokenWords first(QStringView(ordered ? a : b).left(longestComplaint));
    const SpokenWords second(QStringView(ordered ? b : a).left(longestComplaint));
    const Carriers left = carriersOf(first);
    const Carriers right = carriersOf(second);
    if (isOnlyNumbers(left) || isOnlyNumbers(right))
        return 0.0;
    double shared = 0;
    QVarLengthArray<bool, wordsCompared> taken(right.size());
    std::fill(taken.begin(), taken.end(), false);
    for (const Carrier& word : left) {
        for (qsizetype at = 0; at < right.size(); ++at) {
            if (taken[at] || !alike(word, right[at]))
                continue;
            taken[at] = true;
            // "It works" says the contrary of "it does not work".
            if (word.denied == right[at].denied || !word.matter->turns || !right[at].matter->turns)
                shared += (word.weight + right[at].weight) / 2;
            break;
        }
    }
    const double lesser = std::min(weightOf(left), weightOf(right));
    const double both = 2 * shared / (weightOf(left) + weightOf(right));
    const double within = lesser >= leastWithin ? withinAtMost * shared / lesser : 0.0;
    return std::clamp(std::max(both, within), 0.0, 1.0);
}

} // namespace relevo::assist
