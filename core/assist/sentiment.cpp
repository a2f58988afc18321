#include <assist/sentiment.h>

#include <assist/sentiment_words.h>
#include <assist/spoken_words.h>

#include <QtCore/QVarLengthArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace relevo::assist {
namespace {

// Evidence is counted in hundredths, as the weights of the words are.
constexpr double stronger = 1.3;
constexpr double weaker = 0.5;
constexpr double shouted = 1.35;
constexpr double repeated = 0.5;   ///< of what the same word adds the second time
constexpr double strainAlone = 74; ///< waiting without an angry word is frustration at most by a little
constexpr double irony = 85;
constexpr double shoutedWord = 16;  ///< an emphatic word in capitals among small ones
constexpr double shoutedWords = 48; ///< all of them together
constexpr double stammer = 25;      ///< "no no no"
constexpr double chopped = 72;      ///< "Every. Single. Day."
constexpr int choppedWords = 3;
constexpr double cried = 34;   ///< all in capitals and with a row of marks: "WHERE IS IT???!!!"
constexpr int criedMarks = 3;  ///< in that row
constexpr double drawnNo = 26; ///< "nooooo"
constexpr double politeAtMost = 20;
constexpr double beyondPoliteness = 90;
constexpr double glad = 25;        ///< evidence of joy from which a message is happy
constexpr qsizetype denyReach = 4; ///< words
constexpr qsizetype degreeReach = 2;
constexpr qsizetype ironyReach = 9;
constexpr qsizetype shortThanks = 6; ///< a message of so many words that thanks does nothing else

bool isNumber(const SpokenWord& word)
{
    static constexpr std::array<QStringView, 24> numbers{
        u"two",  u"three", u"four",   u"five",  u"six",  u"ten",  u"several", u"many",
        u"dos",  u"tres",  u"cuatro", u"cinco", u"seis", u"diez", u"varias",  u"muchas",
        u"dois", u"duas",  u"quatro", u"dez",   u"mil",  u"cien", u"muitas",  u"varios"};
    return word.digits ? word.text != u"1"
                       : std::find(numbers.begin(), numbers.end(), word.text) != numbers.end();
}

bool isLaughter(QStringView word)
{
    return word == u"lol" || word.startsWith(u"haha") || word.startsWith(u"jaja") ||
           word.startsWith(u"kkk") || word.startsWith(u"rsrs") || word.startsWith(u"hehe") ||
           word.startsWith(u"jeje");
}

/// "sooo" → "so", with `most` letters left of each run; empty when no letter is drawn out.
QString shortened(QStringView word, int most)
{
    qsizetype run = 1;
    bool drawn = false;
    QString result;
    for (qsizetype i = 0; i < word.size(); ++i) {
        run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
        drawn = drawn || run == 3;
        if (run <= most)
            result += word[i];
    }
    return drawn ? result : QString();
}

bool drawsOut(QStringView word)
{
    for (qsizetype i = 2; i < word.size(); ++i) {
        if (word[i] == word[i - 1] && word[i] == word[i - 2] && word[i].isLetter())
            return true;
    }
    return false;
}

/// What stands between and about the words.
struct Marks
{
    int exclaimed = 0;
    int pressing = 0; ///< marks beyond the first of "!!!"
    int asking = 0;   ///< the same of "???"
    bool question = false;
    bool outcry = false; ///< "?!"
    int capitals = 0;
    int letters = 0;
    double pictures = 0; ///< anger
    double smiles = 0;   ///< joy

    [[nodiscard]] bool allCapitals() const { return letters > 12 && capitals * 10 > letters * 7; }
};

/// ":(", ">:(", ":)", ":D" and the like at `at`, as pictures are weighed.
int emoticonAt(QStringView text, qsizetype at)
{
    if (text[at] != u':' && text[at] != u'=' && text[at] != u';')
        return 0;
    qsizetype mouth = at + 1;
    while (mouth < text.size() && (text[mouth] == u'-' || text[mouth] == u'\''))
        ++mouth;
    if (mouth == text.size() || (mouth + 1 < text.size() && text[mouth + 1].isLetterOrNumber()))
        return 0;
    const bool frowning = at > 0 && text[at - 1] == u'>';
    switch (text[mouth].unicode()) {
    case u'(':
        return frowning ? 75 : 22;
    case u'@':
        return 60;
    case u'/':
        return text[at] == u':' && mouth == at + 1 ? 15 : 0;
    case u')':
        return -20;
    case u'D':
        return -30;
    default:
        return 0;
    }
}

Marks marksOf(QStringView text)
{
    Marks marks;
    double lastPicture = 0;
    const auto weigh = [&](int weight) {
        // The same face thrice is one feeling, a little stronger.
        const double counted = weight == lastPicture ? weight * 0.25 : weight;
        (weight > 0 ? marks.pictures : marks.smiles) += std::abs(counted);
        lastPicture = weight == 0 ? lastPicture : weight;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar before = i > 0 ? text[i - 1] : QChar();
        if (c.isLetter()) {
            ++marks.letters;
            marks.capitals += c.isUpper() ? 1 : 0;
        } else if (c == u'!') {
            ++marks.exclaimed;
            marks.pressing += before == u'!' ? 1 : 0;
            marks.outcry = marks.outcry || before == u'?';
        } else if (c == u'?') {
            marks.question = true;
            marks.asking += before == u'?' ? 1 : 0;
            marks.outcry = marks.outcry || before == u'!';
        } else if (c.isHighSurrogate() && i + 1 < text.size()) {
            weigh(feelingOfPicture(QChar::surrogateToUcs4(c, text[i + 1])));
            ++i;
        } else if (c.unicode() >= 0x2600 && c.unicode() < 0x2800) {
            weigh(feelingOfPicture(c.unicode()));
        } else if (c.unicode() < 128) {
            weigh(emoticonAt(text, i));
        }
    }
    return marks;
}

/// Reads the words of one message from left to right and gathers the evidence.
class Reading
{
public:
    Reading(QStringView text, const SpokenWords& words) : m_words(words), m_marks(marksOf(text)) { read(); }

    [[nodiscard]] Sentiment sentiment() const
    {
        const double against = evidence();
        const double score = 1.0 - std::exp(-against / 100.0);
        if (score >= 0.5)
            return {QStringLiteral("frustrated"), score};
        if (score < 0.3 && gladness() - against >= glad)
            return {QStringLiteral("happy"), score};
        return {QStringLiteral("neutral"), score};
    }

private:
    /// A word or phrase of the list at a place: how many words it takes.
    struct Found
    {
        const FeelingWord* word = nullptr;
        qsizetype size = 1;
        bool drawnOut = false;
    };

    [[nodiscard]] Found foundAt(qsizetype at) const
    {
        const QStringView text = m_words[at].text;
        Found found{feelingOf(text)};
        if (found.word == nullptr && drawsOut(text)) {
            for (const int most : {1, 2}) {
                if (const FeelingWord* word = feelingOf(shortened(text, most)))
                    return {word, 1, true};
            }
        }
        const auto alone = [&] {
            const bool known = found.word != nullptr && found.word->feeling != Feeling::None;
            return known ? found : Found{feelingOfStem(text)};
        };
        if (found.word == nullptr || found.word->phrase == 0)
            return alone();
        qsizetype reach = 1;
        while (reach < found.word->phrase && at + reach < m_words.size() &&
               !m_words[at + reach].opensSentence)
            ++reach;
        for (; reach > 1; --reach) {
            if (const FeelingWord* phrase = feelingOf(m_words.run(at, reach)))
                return {phrase, reach};
        }
        return alone();
    }

    void read()
    {
        for (qsizetype at = 0; at < m_words.size();) {
            const SpokenWord& word = m_words[at];
            if (word.opens)
                m_denied = -1;
            const Found found = foundAt(at);
            if (at > 1 && word.text == m_words[at - 1].text && word.text == m_words[at - 2].text &&
                !word.digits && !isGlad(found.word))
                m_stammer = stammer;
            if (found.word != nullptr)
                take(found, at);
            else if (isLaughter(word.text))
                m_joy += 14;
            at += found.size;
        }
        if (m_joy + m_thanks == 0 && isChopped())
            m_stammer = chopped;
    }

    /// Several sentences of one word each in a row.
    [[nodiscard]] bool isChopped() const
    {
        int row = 0;
        for (qsizetype at = 0; at < m_words.size() && row < choppedWords; ++at) {
            const bool alone = m_words[at].opensSentence && endsSentence(at) && !m_words[at].digits;
            row = alone ? row + 1 : 0;
        }
        return row >= choppedWords;
    }

    [[nodiscard]] static bool isGlad(const FeelingWord* word)
    {
        return word != nullptr && (word->feeling == Feeling::Joy || word->feeling == Feeling::Praise ||
                                   word->feeling == Feeling::Thanks);
    }

    void take(const Found& found, qsizetype at)
    {
        const FeelingWord& word = *found.word;
        const bool loud = m_words[at].capitals && !m_marks.allCapitals();
        const bool denied = m_denied >= 0 && at - m_denied <= denyReach;
        double degree = (found.drawnOut ? stronger : 1.0) * (loud ? shouted : 1.0);
        if (m_weaker >= 0 && at - m_weaker <= degreeReach)
            degree *= weaker;
        else if (m_stronger >= 0 && at - m_stronger <= degreeReach && !denied)
            degree *= stronger;
        if (std::find(m_seen.begin(), m_seen.end(), &word) != m_seen.end())
            degree *= repeated;
        else if (word.weight > 0)
            m_seen.append(&word);
        const double weight = word.weight * degree;
        const qsizetype last = at + found.size - 1;

        switch (word.feeling) {
        case Feeling::Anger:
            if (!denied)
                addAnger(weight, at);
            break;
        case Feeling::Strain:
            m_strain += loud ? weight * 1.5 : weight;
            turnToIrony(at);
            break;
        case Feeling::Ironic:
            m_strain += weight;
            turnToIrony(at);
            break;
        case Feeling::Demand:
            m_demand += loud ? weight * 2 : weight;
            break;
        case Feeling::Joy:
        case Feeling::Praise:
            if (denied) {
                addAnger(word.denied * degree, at);
            } else {
                m_joy += weight;
                m_praised = word.feeling == Feeling::Praise && (m_words[at].opens || at < 3) ? at : m_praised;
            }
            break;
        case Feeling::Worth:
            if (denied)
                addAnger(word.denied * degree, at);
            break;
        case Feeling::Thanks:
            m_thanks += weight;
            break;
        case Feeling::Polite:
            m_polite += word.weight;
            break;
        case Feeling::Problem:
            ++m_problems;
            m_strain += weight;
            turnToIrony(at);
            break;
        case Feeling::Deny:
            m_denied = last;
            m_loud += found.drawnOut ? drawnNo : 0;
            // "So helpful. Not."
            if (m_words[at].text == u"not" && m_words[at].opensSentence && endsSentence(at) && m_joy > 0) {
                m_praised = at;
                turnToIrony(at);
            }
            m_loud += loud ? shoutedWord : 0;
            break;
        case Feeling::Stronger:
            m_stronger = last;
            break;
        case Feeling::Weaker:
            m_weaker = last;
            break;
        case Feeling::Join:
            m_denied = -1;
            break;
        case Feeling::Turn:
            m_denied = -1;
            m_joy *= 0.4;
            m_thanks *= 0.5;
            m_before = m_anger;
            m_joyBefore = m_joy;
            break;
        case Feeling::Span:
        case Feeling::Times:
            if (at > 0 && isNumber(m_words[at - 1])) {
                m_strain += weight;
                turnToIrony(at);
            }
            m_loud += loud ? shoutedWord : 0;
            break;
        case Feeling::Emphatic:
            m_loud += loud ? shoutedWord : 0;
            break;
        case Feeling::None:
            break;
        }
    }

    void addAnger(double weight, qsizetype at)
    {
        m_anger += weight;
        turnToIrony(at);
    }

    [[nodiscard]] bool endsSentence(qsizetype at) const
    {
        return at + 1 == m_words.size() || m_words[at + 1].opensSentence;
    }

    /// What complains soon after praise makes the praise irony.
    void turnToIrony(qsizetype at)
    {
        if (m_praised < 0 || at - m_praised > ironyReach)
            return;
        m_praised = -1;
        m_joy = 0;
        m_anger += irony;
    }

    [[nodiscard]] double evidence() const
    {
        double anger = m_anger + m_marks.pictures;
        // "I was annoyed, but now all is well."
        if (m_joy - m_joyBefore >= 30)
            anger -= 0.5 * m_before;
        const bool heated = anger > 0 || m_strain >= 45;
        double sum = anger + (anger > 0 ? m_strain : std::min(m_strain, strainAlone)) + m_stammer +
                     std::min(m_loud, shoutedWords) + (heated ? m_demand : m_demand / 2);
        const double joy = m_joy + m_marks.smiles + m_thanks / 2;
        if (sum > 15 && joy < 30)
            sum *= 1.0 + std::min(0.3, 0.08 * m_marks.exclaimed);
        if (sum > 0 && joy < 30)
            sum += std::min(24, 6 * m_marks.pressing);
        sum += std::min(20, 10 * m_marks.asking) + (m_marks.outcry ? 22 : 0);
        if (m_marks.allCapitals() && anger > 0)
            sum = sum * 1.2 + 15;
        else if (m_marks.allCapitals() && joy < 30 && m_marks.pressing + m_marks.asking >= criedMarks)
            sum += cried;
        if (sum < beyondPoliteness)
            sum -= std::min(m_polite, politeAtMost);
        sum -= joy * (anger >= 100 ? 0.25 : 0.7);
        return std::max(0.0, sum);
    }

    [[nodiscard]] double gladness() const
    {
        const bool onlyThanks = m_words.size() <= shortThanks && !m_marks.question;
        double sum = m_joy + m_marks.smiles +
                     (m_thanks >= 30 ? m_thanks
                      : onlyThanks   ? 2 * m_thanks
                                     : m_thanks / 2);
        sum -= m_marks.question ? 15 : 0;
        return sum - 15 * m_problems;
    }

    const SpokenWords& m_words;
    Marks m_marks;
    QVarLengthArray<const FeelingWord*, 32> m_seen;
    double m_anger = 0;
    double m_strain = 0;
    double m_demand = 0;
    double m_joy = 0;
    double m_thanks = 0;
    double m_polite = 0;
    double m_loud = 0;
    double m_stammer = 0;
    double m_before = 0;    ///< the anger before the last "but"
    double m_joyBefore = 0; ///< the joy before it
    int m_problems = 0;
    qsizetype m_denied = -1; ///< where the last word of each kind stands; -1 for nowhere
    qsizetype m_stronger = -1;
    qsizetype m_weaker = -1;
    qsizetype m_praised = -1;
};

} // namespace

Sentiment sentimentOf(const QString& text)
{
    const auto read = [](QStringView part) {
        const SpokenWords words(part);
        return Reading(part, words).sentiment();
    };
    const QStringView whole(text);
    Sentiment first = read(whole.left(SpokenWords::longest));
    if (whole.size() <= SpokenWords::longest)
        return first;
    // A long story is told calmly before it is not.
    Sentiment last = read(whole.right(SpokenWords::longest));
    return last.score > first.score ? last : first;
}

} // namespace relevo::assist
