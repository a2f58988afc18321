#include <assist/triggers_matters.h>

#include <assist/excerpt.h>
#include <assist/folded.h>
#include <assist/matter_words.h>

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <tuple>

namespace relevo::assist {
namespace {

using namespace sense;

/// Two senses in one clause, the second up to `within` words away from the first; 0: the first alone.
struct MatterRule
{
    quint64 first;
    quint64 second;
    std::size_t within;
    bool inOrder;     ///< the second after the first
    quint64 wants;    ///< one of these must be in the clause too
    quint64 unlessIn; ///< and none of these
    bool negatable;   ///< a "not" right before takes it back
    double score;
    const char16_t* reason;
};

constexpr std::size_t longestGap = 5; ///< words that "..." in a phrase stands for
constexpr quint64 anything = 0;
constexpr quint64 nothing = 0;

constexpr std::array sensitiveRules{
    MatterRule{Lawyer, 0, 0, false, anything, Offer, true, 0.9, u"The customer mentions a lawyer"},
    MatterRule{Sue, 0, 0, false, anything, nothing, true, 0.95, u"The customer threatens legal action"},
    MatterRule{Legal, Step, 5, false, anything, nothing, true, 0.9, u"The customer threatens legal action"},
    MatterRule{Authority, 0, 0, false, anything, nothing, true, 0.85,
               u"The customer mentions a consumer authority"},
    MatterRule{Police, 0, 0, false, anything, Tame, true, 0.85, u"The customer mentions the police"},
    MatterRule{Hurt, 0, 0, false, anything, Tame, true, 0.95, u"Somebody may be injured"},
    MatterRule{Harmed, Body, 4, false, anything, nothing, true, 0.9, u"Somebody may be injured"},
    MatterRule{Fire, 0, 0, false, anything, Tame, true, 0.9, u"The customer reports a danger"},
    MatterRule{Found, Foreign, 2, true, anything, How, true, 0.85,
               u"The customer reports something foreign in the product"},
    MatterRule{Fraud, 0, 0, false, anything, nothing, true, 0.9, u"The customer reports fraud"},
    MatterRule{Clone, Card | Account, 4, false, anything, nothing, true, 0.95,
               u"The customer reports a stolen card"},
    MatterRule{Steal, Card | Account | Data, 6, false, anything, nothing, true, 0.9,
               u"The customer reports a stolen card"},
    MatterRule{Used, Card, 4, true, Somebody, How, true, 0.9, u"The customer reports a stolen card"},
    MatterRule{Somebody, Account, 6, true, Used | Steal, How, true, 0.9,
               u"The customer reports a stolen card"},
    MatterRule{Unknown, Charge, 3, false, anything, nothing, false, 0.9,
               u"The customer reports a payment that was not theirs"},
    MatterRule{Know, Not, 3, false, Charge, How, false, 0.85,
               u"The customer reports a payment that was not theirs"},
    MatterRule{Law, 0, 0, false, anything, nothing, false, 0.9, u"It is about data protection"},
    MatterRule{Leak, Data | Mail, 3, false, anything, nothing, true, 0.85, u"It is about data protection"},
    MatterRule{Data, Erase, 4, false, anything, nothing, true, 0.85, u"It is about data protection"},
    MatterRule{Dispute, Charge | Back, 6, false, anything, nothing, true, 0.9,
               u"The customer disputes a payment"},
    MatterRule{Refuse, Back, 6, false, anything, nothing, false, 0.9, u"The customer disputes a refund"},
    MatterRule{Refuse, End, 6, true, anything, nothing, false, 0.85, u"The customer is kept from cancelling"},
    MatterRule{Billed, Ended, 8, false, anything, nothing, false, 0.85,
               u"The customer was charged after cancelling"},
    MatterRule{End, Bond, 6, false, anything, How, true, 0.8, u"The customer wants to end a contract"},
    MatterRule{End, Account, 4, true, More, How, true, 0.8, u"The customer wants to leave"},
};

constexpr std::array urgencyRules{
    MatterRule{Urgent, 0, 0, false, anything, Tame, true, 0.85, u"The customer says that it is urgent"},
    MatterRule{Trip, Today | Tomorrow, 5, false, anything, How, true, 0.8, u"The customer has little time"},
    MatterRule{Trip, In, 4, false, Hours, How, true, 0.9, u"The customer has little time"},
    MatterRule{In, Hours, 3, true, Trip, nothing, true, 0.9, u"The customer has little time"},
    MatterRule{Need, Hours, 7, true, In, How, true, 0.8, u"The customer has little time"},
    MatterRule{Right, Now, 1, false, anything, How, true, 0.7, u"The customer says that it cannot wait"},
    MatterRule{For, Today, 1, true, anything, How, true, 0.6, u"The customer needs it today"},
    MatterRule{Need, Today, 2, true, anything, How, true, 0.6, u"The customer needs it today"},
    MatterRule{Hint, 0, 0, false, anything, nothing, true, 0.45, u"The customer is in a hurry"},
};

constexpr std::array failureRules{
    MatterRule{Not, Asked, 8, true, anything, Will, false, 0.7, u"The bot did not answer what was asked"},
    MatterRule{Not, Reply, 4, true, Question, nothing, false, 0.7, u"The bot did not answer what was asked"},
    MatterRule{You, Said, 2, true, Already, nothing, false, 0.7, u"The bot repeats itself"},
    MatterRule{Same, Said, 5, true, You, nothing, false, 0.7, u"The bot repeats itself"},
    MatterRule{Keep, Answer, 5, true, anything, nothing, false, 0.7, u"The bot repeats itself"},
    MatterRule{Keep, Same, 5, true, anything, nothing, false, 0.7, u"The bot repeats itself"},
    MatterRule{Same, Answer, 2, true, anything, How, false, 0.7, u"The bot repeats itself"},
    MatterRule{Answer, You, 4, false, Already, Will, false, 0.6, u"The bot repeats itself"},
    MatterRule{You, Grasp, 5, true, Not, nothing, false, 0.7, u"The bot did not understand"},
    MatterRule{Read, Wrote, 4, true, You, nothing, false, 0.7, u"The bot did not understand"},
};

/// A phrase's words made ready to be compared.
struct CompiledSaying
{
    QStringList words;
    const Saying* saying;

    /// One of the words of a text, which may go on where the phrase's ends in '*'.
    [[nodiscard]] bool has(qsizetype at, QStringView word) const
    {
        const QString& meant = words[at];
        return meant.endsWith(u'*') ? word.startsWith(QStringView(meant).chopped(1)) : word == meant;
    }
    [[nodiscard]] bool isGap(qsizetype at) const { return words[at] == QLatin1String("..."); }
};

/// The phrases by the hash of their first word.
const QHash<quint64, std::vector<CompiledSaying>>& sayingsByFirst()
{
    static const QHash<quint64, std::vector<CompiledSaying>> made = [] {
        QHash<quint64, std::vector<CompiledSaying>> all;
        for (const std::span<const Saying> sayings : {sensitiveSayings(), pressingSayings()}) {
            for (const Saying& saying : sayings) {
                for (const QString& phrase : QStringView(saying.phrases).toString().split(u'|')) {
                    CompiledSaying compiled{phrase.split(u' '), &saying};
                    const QString& first = compiled.words.front();
                    const quint64 hash = spellingOf({reinterpret_cast<const char16_t*>(first.utf16()),
                                                     static_cast<std::size_t>(first.size())});
                    all[hash].push_back(std::move(compiled));
                }
            }
        }
        return all;
    }();
    return made;
}

/// One clause with its words' senses.
struct Clause
{
    const MatterText& whole;
    std::size_t from;
    const WishText& text;
    std::span<const WishWord> words;
    quint64 all = 0;

    Clause(const MatterText& of, std::size_t begin, std::size_t end)
        : whole(of), from(begin), text(of.text()), words(of.words().subspan(begin, end - begin))
    {
        for (std::size_t at = begin; at < end; ++at)
            all |= whole.senses(at);
    }
    [[nodiscard]] bool is(std::size_t at, quint64 sense) const
    {
        return (whole.senses(from + at) & sense) != 0;
    }
    /// "no lawyer", "not a fraud": a "not" with at most one word between; "no need for a lawyer" with three.
    [[nodiscard]] bool isNegated(std::size_t at) const
    {
        for (std::size_t back = 1; back <= std::min<std::size_t>(at, 4); ++back) {
            if (is(at - back, Not) && (back <= 2 || is(at - back + 1, Will)))
                return true;
        }
        return false;
    }
    [[nodiscard]] domain::Trigger found(domain::TriggerType type, const char16_t* reason, double score,
                                        std::size_t first, std::size_t last) const
    {
        const QString seen = excerptOf(text.text(), words[std::min(first, last)].begin,
                                       words[std::max(first, last)].end, longestQuote);
        return {type, QStringLiteral("%1: \"%2\".").arg(QStringView(reason).toString(), seen), score};
    }
};

std::optional<domain::Trigger> applied(const MatterRule& rule, const Clause& clause, domain::TriggerType type)
{
    if ((clause.all & rule.first) == 0 || (rule.within > 0 && (clause.all & rule.second) == 0) ||
        (rule.wants != anything && (clause.all & rule.wants) == 0) || (clause.all & rule.unlessIn) != 0)
        return std::nullopt;
    const std::size_t size = clause.words.size();
    for (std::size_t at = 0; at < size; ++at) {
        if (!clause.is(at, rule.first) || (rule.negatable && clause.isNegated(at)))
            continue;
        if (rule.within == 0)
            return clause.found(type, rule.reason, rule.score, at, at);
        const std::size_t from = rule.inOrder ? at + 1 : (at > rule.within ? at - rule.within : 0);
        for (std::size_t other = from; other < std::min(at + rule.within + 1, size); ++other) {
            if (other != at && clause.is(other, rule.second))
                return clause.found(type, rule.reason, rule.score, at, other);
        }
    }
    return std::nullopt;
}

/// The phrase of this kind that begins with this word.
std::optional<domain::Trigger> saidAt(const Clause& clause, std::size_t at, domain::TriggerType type)
{
    const auto letters = [&clause](std::size_t word) {
        const std::span<const char16_t> span = clause.text.letters(clause.words[word]);
        return QStringView(span.data(), static_cast<qsizetype>(span.size()));
    };
    const auto candidates = sayingsByFirst().constFind(spellingOf(clause.text.letters(clause.words[at])));
    if (candidates == sayingsByFirst().constEnd())
        return std::nullopt;
    if (clause.is(at, Will) && at > 0 && clause.is(at - 1, Not))
        return std::nullopt; // "no quiero cancelar mi cuenta"
    // Where the phrase from its word `part` on ends, when it stands from the clause's word `word` on; 0: it
    // does not. A phrase has one gap at most, so that this looks twice at no word but a few.
    const auto endOf = [&](const CompiledSaying& each, qsizetype part, std::size_t word) {
        while (part < each.words.size() && !each.isGap(part) && word < clause.words.size() &&
               each.has(part, letters(word))) {
            ++part;
            ++word;
        }
        return part == each.words.size() || each.isGap(part) ? std::pair{part, word}
                                                             : std::pair{qsizetype(0), word};
    };
    std::optional<domain::Trigger> best;
    for (const CompiledSaying& each : *candidates) {
        if (each.saying->type != type || (best && best->score >= each.saying->score))
            continue;
        auto [part, word] = endOf(each, 1, at + 1);
        if (part > 0 && part < each.words.size()) {
            const std::size_t last = std::min(word + longestGap, clause.words.size());
            qsizetype after = 0;
            for (std::size_t from = word; from <= last && after == 0; ++from)
                std::tie(after, word) = endOf(each, part + 1, from);
            part = after;
        }
        if (part == each.words.size())
            best = clause.found(type, each.saying->reason, each.saying->score, at, word - 1);
    }
    return best;
}

template <typename Rules>
std::optional<domain::Trigger> strongest(const MatterText& text, const Rules& rules, domain::TriggerType type)
{
    std::optional<domain::Trigger> best;
    const auto consider = [&best](std::optional<domain::Trigger>&& found) {
        if (found && (!best || found->score > best->score))
            best = std::move(found);
    };
    for (std::size_t from = 0; from < text.words().size();) {
        const std::size_t to = text.clauseEnd(from);
        const Clause clause(text, from, to);
        from = to;
        for (const MatterRule& rule : rules)
            consider(applied(rule, clause, type));
        for (std::size_t at = 0; at < clause.words.size(); ++at) {
            if (auto found = saidAt(clause, at, type))
                consider(std::move(found));
        }
    }
    return best;
}

/// What was said to somebody else, or is ordered once more: "ya se lo dije al repartidor", "the same order as
/// in June again".
bool isOfOthers(const MatterText& text)
{
    static const QRegularExpression others(QStringLiteral(
        R"(\bya (?:se|les?) l[oa]s? (?:dije|di|entregue|explique|mande|comente|pedi) (?:al|a (?:la|los|las|mi|su|un|una))\b)"
        R"(|\bja (?:falei|disse|expliquei|entreguei|contei) (?:com|pro|pra|para|ao) (?:(?:o|a|os|as|meu|minha|um|uma) )?(?!bot|robo|voce|vc|o bot|o robo)\w)"
        R"(|\b(?:mism[oa]|mesm[oa]|same) (?:pedido|order|compra|talla|color|modelo|produto|producto|size|colou?r|cor|tamanho)\b)"
        R"(|\b(?:pedir|pido|pedi|pedimos|comprar|encargar|order|buy|reorder) (?:lo mismo|la misma|el mismo|o mesmo|a mesma|the same)\b)"));
    return stands(others, foldedText(text.text().text()));
}

} // namespace

std::optional<domain::Trigger> sensitiveMatter(const MatterText& text)
{
    return strongest(text, sensitiveRules, domain::TriggerType::Sensitive);
}

std::optional<domain::Trigger> complaintOfBot(const MatterText& text)
{
    std::optional<domain::Trigger> complaint = strongest(text, failureRules, domain::TriggerType::Failure);
    return complaint && isOfOthers(text) ? std::nullopt : complaint;
}

std::optional<domain::Trigger> urgency(const MatterText& text)
{
    return strongest(text, urgencyRules, domain::TriggerType::Urgent);
}

} // namespace relevo::assist
