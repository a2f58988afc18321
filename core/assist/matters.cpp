#include <assist/matters.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace relevo::assist {
namespace {

// From these chances on the model is believed where no rule sees anything: of writers left out of what is
// learned, nineteen in twenty such texts are what it says, and of other people's turns hardly one is told in
// addition.
constexpr double sensitiveBound = 0.25;
constexpr double urgentBound = 0.3;
constexpr double failureBound = 0.3;
constexpr std::size_t fewWords = 5;
constexpr double fewWordsBound = 0.4; ///< of so few words or less: there is little to be sure by
constexpr double hintShare = 0.6;     ///< of the bound: from there on a hint
constexpr double hint = 0.45;         ///< what is left of a rule's certainty that the model denies
/// What a rule knows for a hint stays one in a short text, unless the model is this sure. A hint that the bot
/// fails always does: it counts when the bot has failed before.
constexpr double sure = 0.5;
constexpr std::size_t shortText = 14;
/// What the model finds this unlikely to be any matter is denied ("the lawyer series", "urgent question
/// lol").
constexpr double unlikely = 0.06;
/// Of so many words it has seen all at once that a rule has; in a longer text a rule sees what the model may
/// lose among the rest. Urgency is denied in short texts only.
constexpr std::size_t wholeText = 24;
constexpr std::size_t deniedWords = 3; ///< of less than these the rules know all that can be said against it
constexpr std::size_t fewestWords = 2; ///< one word the rules know, or nobody does

/// The sentence the rules have for it where the words that it names stand there; else what it may be, as
/// nothing but the model has seen it.
const char16_t* reasonOf(Matter matter, quint64 senses)
{
    const auto has = [senses](quint64 sense) {
        return (senses & sense) != 0;
    };
    switch (matter) {
    case Matter::Legal:
        return has(sense::Sue)         ? u"The customer threatens legal action"
               : has(sense::Lawyer)    ? u"The customer mentions a lawyer"
               : has(sense::Police)    ? u"The customer mentions the police"
               : has(sense::Authority) ? u"The customer mentions a consumer authority"
                                       : u"It may be about legal steps";
    case Matter::Injury:
        return has(sense::Hurt | sense::Harmed) ? u"Somebody may be injured" : u"Somebody may be in danger";
    case Matter::Fraud:
        return has(sense::Steal | sense::Clone) && has(sense::Card) ? u"The customer reports a stolen card"
               : has(sense::Fraud)                                  ? u"The customer reports fraud"
                                                                    : u"It may be about fraud";
    case Matter::Data:
        return has(sense::Law) ? u"It is about data protection" : u"It may be about data protection";
    case Matter::Refund:
        return has(sense::Back) ? u"It may be about a disputed refund"
                                : u"It may be about a disputed payment";
    case Matter::Ending:
        return u"It may be about ending a contract";
    case Matter::Urgent:
        return has(sense::Urgent) ? u"The customer says that it is urgent" : u"It may be urgent";
    case Matter::Failure:
        return has(sense::Same | sense::Keep | sense::Already) ? u"The bot repeats itself"
               : has(sense::Grasp | sense::Read)               ? u"The bot did not understand"
                                                               : u"The bot did not answer what was asked";
    }
    return u"";
}

/// "No, keep it": an answer to "shall I cancel it?", where the model hears of a bot that keeps on at
/// something.
bool keepsIt(const MatterText& text)
{
    const std::size_t size = text.words().size();
    if (size > fewWords)
        return false;
    const auto spelt = [&text](std::size_t at) {
        const std::span<const char16_t> letters = text.text().letters(text.words()[at]);
        return QStringView(letters.data(), static_cast<qsizetype>(letters.size()));
    };
    for (std::size_t at = 0; at < size; ++at) {
        if (spelt(at) != QLatin1String("keep"))
            continue;
        if (at + 1 == size)
            return true;
        for (const char* object : {"it", "them", "that", "this", "mine", "the", "my"}) {
            if (spelt(at + 1) == QLatin1String(object))
                return true;
        }
    }
    return false;
}

} // namespace

Matters::Matters(const WishText& text, const MatterModel& model) : m_text(text), m_model(model) {}

std::optional<domain::Trigger> Matters::sensitive()
{
    const auto first = chances().begin();
    const auto behind = first + static_cast<std::ptrdiff_t>(Matter::Urgent);
    double any = 0.0;
    for (auto at = first; at != behind; ++at)
        any += *at;
    const auto matter = static_cast<Matter>(std::max_element(first, behind) - first);
    return judged(sensitiveMatter(m_text), matter, any, sensitiveBound);
}

std::optional<domain::Trigger> Matters::urgent()
{
    return judged(urgency(m_text), Matter::Urgent, chances()[static_cast<std::size_t>(Matter::Urgent)],
                  urgentBound);
}

std::optional<domain::Trigger> Matters::complaint()
{
    if (keepsIt(m_text))
        return complaintInWords();
    return judged(complaintOfBot(m_text), Matter::Failure,
                  chances()[static_cast<std::size_t>(Matter::Failure)], failureBound);
}

std::optional<domain::Trigger> Matters::complaintInWords() const
{
    return complaintOfBot(m_text);
}

const MatterChances& Matters::chances()
{
    if (!m_chances)
        m_chances = m_model.chances(m_text);
    return *m_chances;
}

/// What a rule is certain of comes first, because it says exactly what it saw. Of the model's chance the
/// bound is worth certainMatter, what lies below and above it in proportion.
std::optional<domain::Trigger> Matters::judged(std::optional<domain::Trigger>&& ruled, Matter matter,
                                               double chance, double bound) const
{
    const std::size_t size = m_text.words().size();
    if (size <= fewWords)
        bound = std::max(bound, fewWordsBound);
    const bool certain = ruled && ruled->score >= certainMatter;
    // Complaints are said in so many words; of what is sensitive and urgent many words have a harmless sense.
    const std::size_t longest = matter < Matter::Urgent    ? wholeText
                                : matter == Matter::Urgent ? shortText
                                                           : 0;
    const bool denied = certain && size >= deniedWords && size <= longest &&
                        std::accumulate(m_chances->begin(), m_chances->end(), 0.0) < unlikely;
    if (denied)
        ruled->score = hint;
    const double hinted = size > shortText ? bound : matter == Matter::Failure ? 1.0 : std::max(sure, bound);
    if (certain || (ruled && chance < hinted) || size < fewestWords || chance < hintShare * bound)
        return std::move(ruled);
    const double score = chance < bound
                             ? certainMatter * chance / bound
                             : certainMatter + (1.0 - certainMatter) * (chance - bound) / (1.0 - bound);
    quint64 senses = 0;
    for (std::size_t at = 0; at < size; ++at)
        senses |= m_text.senses(at);
    // To three digits, cut off: what is below the bound stays below it.
    return domain::Trigger{
        matter < Matter::Urgent    ? domain::TriggerType::Sensitive
        : matter == Matter::Urgent ? domain::TriggerType::Urgent
                                   : domain::TriggerType::Failure,
        QStringLiteral("%1: \"%2\".")
            .arg(QStringView(reasonOf(matter, senses)).toString(), m_model.quote(m_text, matter)),
        std::floor(score * 1000.0) / 1000.0};
}

} // namespace relevo::assist
