#include <assist/triggers.h>

#include <assist/bot_again.h>
#include <assist/matters.h>
#include <assist/sentiment.h>
#include <assist/wish.h>

#include <algorithm>
#include <cmath>

namespace relevo::assist {
namespace {

constexpr double nearlyWish = 0.3; ///< with a default keyword in it, a wish
constexpr double perKeyword = 0.1;
constexpr qsizetype matterEnd = 2'048;        ///< characters
constexpr QStringView betweenEnds = u"\n…\n"; ///< of a long message
constexpr double vipFrustration = 2.0 / 3.0;  ///< of the threshold

/// A score to three digits, which is all that a judgement is worth.
double worth(double score)
{
    return std::round(std::clamp(score, 0.0, 1.0) * 1000.0) / 1000.0;
}

/// The words' own hashes, without correcting what is mistyped.
std::vector<quint64> hashesOf(const WishText& text)
{
    std::vector<quint64> hashes;
    hashes.reserve(text.words().size());
    for (const WishWord& word : text.words())
        hashes.push_back(spellingOf(text.letters(word)));
    return hashes;
}

bool contains(const std::vector<quint64>& text, const std::vector<quint64>& phrase)
{
    return std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end();
}

/// A keyword's own signs and digits say what it is ("C++", "24/7", "🚨"), where those of sentences do not.
bool isWrittenExactly(const QString& keyword)
{
    return std::any_of(keyword.begin(), keyword.end(), [](QChar c) {
        return !c.isLetter() && !c.isMark() && !c.isSpace() && !QStringView(u".,;:!?¿¡'’-\"").contains(c);
    });
}

/// Without accents, and one space for any.
QString plain(const QString& written)
{
    QString parts = written.normalized(QString::NormalizationForm_D);
    parts.removeIf([](QChar c) { return c.isMark(); });
    return parts.simplified();
}

/// Whether it stands in the text as it is written but for accents, and not within a longer word or number.
bool standsIn(const QString& customerText, const QString& written)
{
    const QString text = plain(customerText);
    const QString keyword = plain(written);
    const auto goesOn = [](QChar inside, QChar outside) {
        return inside.isLetterOrNumber() && outside.isLetterOrNumber();
    };
    for (qsizetype at = text.indexOf(keyword, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(keyword, at + 1, Qt::CaseInsensitive)) {
        const qsizetype end = at + keyword.size();
        if (!(at > 0 && goesOn(keyword.front(), text[at - 1])) &&
            !(end < text.size() && goesOn(keyword.back(), text[end])))
            return true;
    }
    return false;
}

} // namespace

Triggers::Triggers(const domain::Settings& settings)
    : m_switches(settings.triggers), m_sentimentThreshold(settings.sentimentThreshold)
{
    static const QStringList usual = domain::Settings{}.escalationKeywords;
    for (const QString& keyword : settings.escalationKeywords) {
        Phrase phrase{keyword.simplified(), {}};
        if (!isWrittenExactly(phrase.written)) {
            phrase.words = hashesOf(WishText(keyword));
            if (phrase.words.empty())
                continue;
        }
        const bool isUsual = usual.contains(phrase.written, Qt::CaseInsensitive);
        (isUsual ? m_usualWords : m_ownPhrases).push_back(std::move(phrase));
    }
}

std::optional<domain::Trigger> Triggers::find(const QString& customerText, const Situation& situation) const
{
    const WishText text(customerText);
    if (text.words().empty())
        return m_switches.keywords ? findKeyword(text) : std::nullopt;
    if (m_switches.wish || (m_switches.keywords && !m_usualWords.empty())) {
        // The words for wanting a person are also those for no longer wanting one.
        if (auto found = findWish(text); found && !wantsBotAgain(customerText))
            return found;
    }
    if (m_switches.keywords) {
        if (auto found = findKeyword(text))
            return found;
    }
    // A matter is looked for at the ends of a long message alone: all of it takes milliseconds.
    std::optional<WishText> ends;
    if (customerText.size() > 2 * matterEnd)
        ends.emplace(customerText.left(matterEnd) + betweenEnds.toString() + customerText.right(matterEnd));
    Matters matters(ends ? *ends : text);
    if (m_switches.sensitive) {
        if (auto found = matters.sensitive(); found && found->score >= certainMatter) {
            // The graver of the two is told; whoever takes it over is to know of both.
            const auto urgent = m_switches.urgent ? matters.urgent() : std::nullopt;
            if (urgent && urgent->score >= certainMatter)
                found->reason += u' ' + urgent->reason;
            return found;
        }
    }
    const bool feels = m_switches.sentiment || (m_switches.vip && situation.vip);
    const double frustration = !feels                  ? 0.0
                               : situation.frustration ? *situation.frustration
                                                       : sentimentOf(customerText).score;
    if (m_switches.sentiment && frustration >= m_sentimentThreshold)
        return domain::Trigger{
            domain::TriggerType::Sentiment,
            QStringLiteral("The customer is frustrated (%1 of 1).").arg(frustration, 0, 'f', 2),
            worth(frustration)};
    const bool hurries = m_switches.urgent || (m_switches.vip && situation.vip);
    std::optional<domain::Trigger> urgent = hurries ? matters.urgent() : std::nullopt;
    if (m_switches.urgent && urgent && urgent->score >= certainMatter)
        return urgent;
    if (m_switches.failure) {
        // Before the bot has spoken, what does not name it is hardly about it.
        const bool ofBot = situation.botMayHaveSpoken || customerText.contains(u"bot", Qt::CaseInsensitive) ||
                           customerText.contains(u"robô", Qt::CaseInsensitive);
        std::optional<domain::Trigger> complaint = ofBot ? matters.complaint() : matters.complaintInWords();
        if (complaint && (complaint->score >= certainMatter || situation.botFailures > 0))
            return complaint;
    }
    return m_switches.vip && situation.vip ? findForVip(urgent, frustration, situation) : std::nullopt;
}

std::optional<domain::Trigger> Triggers::findWish(const WishText& text) const
{
    const auto wishIn = [](const WishText& asked) {
        return builtInWishModel().find(asked);
    };
    // Most messages are no wish at all, and then their words need not be looked at one by one.
    std::optional<Wish> wish = m_switches.wish ? std::optional(wishIn(text)) : std::nullopt;
    if (wish && wish->score < nearlyWish)
        return std::nullopt;
    const Phrase* said = nullptr; // the first of the usual words that stands there
    int count = 0;
    const std::vector<quint64> hashes = m_switches.keywords ? hashesOf(text) : std::vector<quint64>();
    for (const Phrase& keyword : m_usualWords) {
        if (hashes.empty() || !contains(hashes, keyword.words))
            continue;
        said = said ? said : &keyword;
        ++count;
    }
    // With the wish switched off, its score only weighs the keywords that are there.
    if (!wish && !said)
        return std::nullopt;
    if (!wish)
        wish = wishIn(text);
    const double score = wish->score + count * perKeyword;
    if (wish->score < nearlyWish || score < wishThreshold)
        return std::nullopt;
    const QString reason = m_switches.wish
                               ? QStringLiteral("The customer asked for a human: \"%1\".").arg(wish->words)
                               : QStringLiteral("The customer wrote \"%1\".").arg(said->written);
    return domain::Trigger{domain::TriggerType::Keyword, reason, worth(std::max(score, 0.5))};
}

std::optional<domain::Trigger> Triggers::findKeyword(const WishText& text) const
{
    if (m_ownPhrases.empty())
        return std::nullopt;
    const std::vector<quint64> hashes = hashesOf(text);
    for (const Phrase& phrase : m_ownPhrases) {
        if (phrase.words.empty() ? standsIn(text.text(), phrase.written) : contains(hashes, phrase.words))
            return domain::Trigger{domain::TriggerType::Keyword,
                                   QStringLiteral("The customer wrote \"%1\".").arg(phrase.written), 1.0};
    }
    return std::nullopt;
}

std::optional<domain::Trigger> Triggers::findForVip(const std::optional<domain::Trigger>& urgent,
                                                    double frustration, const Situation& situation) const
{
    const auto told = [](const QString& why, double score) {
        return domain::Trigger{domain::TriggerType::Vip,
                               QStringLiteral("An important customer needs attention: %1").arg(why), score};
    };
    if (urgent)
        return told(urgent->reason, urgent->score);
    if (situation.botFailures > 0)
        return told(QStringLiteral("the bot could not help."), certainMatter);
    if (frustration >= vipFrustration * m_sentimentThreshold)
        return told(QStringLiteral("not content (%1 of 1).").arg(frustration, 0, 'f', 2), worth(frustration));
    return std::nullopt;
}

Triggers wishTriggers()
{
    domain::Settings settings;
    settings.triggers = {true, false, false, false, false, false, false};
    return Triggers(settings);
}

} // namespace relevo::assist
