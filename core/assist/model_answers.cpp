#include <assist/model_answers.h>

#include <assist/facts.h>

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

constexpr qsizetype longestSentence = 600;
constexpr qsizetype longestAct = 100;
constexpr qsizetype longestValue = 200;
constexpr qsizetype longestDraft = 4'000;
constexpr qsizetype mostActs = 5;

constexpr std::array kinds{"order", "tracking", "product", "amount", "reference", "transaction",
                           "date",  "time",     "email",   "phone",  "address"};

std::unexpected<Error> otherShape()
{
    return failure(ErrorCode::Invalid, QStringLiteral("The model's answer has another shape."),
                   QStringLiteral("A larger model keeps to it better."));
}

/// The digits of every number in a text, "1,299.50" as "129950".
QStringList numbersIn(const QString& text)
{
    static const QRegularExpression number(QStringLiteral(R"(\d(?:[.,\s-]?\d)*)"));
    QStringList numbers;
    for (auto matches = number.globalMatch(text); matches.hasNext();) {
        QString digits = matches.next().captured();
        digits.removeIf([](QChar c) { return !c.isDigit(); });
        numbers.push_back(digits);
    }
    return numbers;
}

/// What the conversation says, for holding an answer against it.
class Evidence
{
public:
    explicit Evidence(const SummaryInput& input) : m_input(input)
    {
        for (const domain::Message& message : input.messages) {
            const QStringList numbers = numbersIn(message.content);
            m_numbers.unite({numbers.begin(), numbers.end()});
        }
    }

    /// A single digit counts things ("two of 3"), a longer number is somebody's.
    [[nodiscard]] bool holds(const QString& sentence) const
    {
        const QStringList numbers = numbersIn(sentence);
        return std::all_of(numbers.begin(), numbers.end(), [this](const QString& number) {
            return number.size() < 2 || m_numbers.contains(number);
        });
    }

    /// The customer's message a value stands in: the one that is named, or else the first.
    [[nodiscard]] const domain::Message* messageWith(const QString& value, int named) const
    {
        const auto has = [&value](const domain::Message& message) {
            return message.author == domain::Author::Customer && !message.note &&
                   message.content.contains(value);
        };
        const auto at = static_cast<std::size_t>(named) - 1;
        if (named > 0 && at < m_input.messages.size() && has(m_input.messages[at]))
            return &m_input.messages[at];
        const auto found = std::find_if(m_input.messages.begin(), m_input.messages.end(), has);
        return found == m_input.messages.end() ? nullptr : &*found;
    }

private:
    const SummaryInput& m_input;
    QSet<QString> m_numbers;
};

std::optional<QString> textOf(const QJsonObject& answer, const char* field, const Mask& mask,
                              qsizetype longest)
{
    const QJsonValue value = answer[QLatin1String(field)];
    if (!value.isString() || mask.hasStranger(value.toString()))
        return std::nullopt;
    const QString text = mask.unmask(value.toString()).trimmed();
    return text.size() <= longest ? std::optional(text) : std::nullopt;
}

std::vector<domain::Fact> factsFrom(const QJsonArray& list, const Evidence& evidence, const Mask& mask)
{
    std::vector<domain::Fact> facts;
    for (const QJsonValue item : list) {
        const QJsonObject object = item.toObject();
        const QString kind = object[QStringLiteral("kind")].toString();
        const std::optional<QString> value = textOf(object, "value", mask, longestValue);
        const bool known = std::any_of(kinds.begin(), kinds.end(),
                                       [&kind](const char* name) { return kind == QLatin1String(name); });
        if (!known || !value || value->isEmpty() || facts.size() >= mostFacts)
            continue;
        const domain::Message* const message =
            evidence.messageWith(*value, object[QStringLiteral("message")].toInt());
        const bool told = std::any_of(facts.begin(), facts.end(), [&value](const domain::Fact& fact) {
            return fact.value.compare(*value, Qt::CaseInsensitive) == 0;
        });
        if (message && !told)
            facts.push_back({kind, *value, message->id});
    }
    return facts;
}

} // namespace

Result<domain::Summary> summaryFrom(const QJsonObject& answer, const SummaryInput& input,
                                    domain::Summary offline, const QString& engine, const Mask& mask)
{
    const Evidence evidence(input);
    if (!answer[QStringLiteral("mainIssue")].isString() || !answer[QStringLiteral("botTried")].isArray() ||
        !answer[QStringLiteral("suggestedAction")].isString() ||
        !answer[QStringLiteral("openQuestion")].isString() || !answer[QStringLiteral("facts")].isArray())
        return otherShape();
    domain::Summary summary = std::move(offline);
    const auto take = [&](const char* field, QString& into) {
        const std::optional<QString> text = textOf(answer, field, mask, longestSentence);
        if (text && !text->isEmpty() && evidence.holds(*text))
            into = *text;
    };
    take("mainIssue", summary.mainIssue);
    take("suggestedAction", summary.suggestedAction);
    take("openQuestion", summary.openQuestion);
    QStringList tried;
    for (const QJsonValue act : answer[QStringLiteral("botTried")].toArray()) {
        const std::optional<QString> text = textOf({{QStringLiteral("act"), act}}, "act", mask, longestAct);
        if (text && !text->isEmpty() && evidence.holds(*text) && tried.size() < mostActs)
            tried.push_back(*text);
    }
    if (!tried.isEmpty())
        summary.botTried = tried;
    // What the rules found is in the text too, and stays unless the model says the same.
    std::vector<domain::Fact> facts = factsFrom(answer[QStringLiteral("facts")].toArray(), evidence, mask);
    for (const domain::Fact& fact : summary.facts) {
        const bool told = std::any_of(facts.begin(), facts.end(), [&fact](const domain::Fact& other) {
            return other.value.contains(fact.value, Qt::CaseInsensitive) ||
                   fact.value.contains(other.value, Qt::CaseInsensitive);
        });
        if (!told && facts.size() < mostFacts)
            facts.push_back(fact);
    }
    summary.facts = std::move(facts);
    summary.engine = engine;
    return summary;
}

Result<Draft> repliesFrom(const QJsonObject& answer, const QString& engine, const Mask& mask)
{
    Draft draft{{}, engine};
    for (const QJsonValue reply : answer[QStringLiteral("replies")].toArray()) {
        const std::optional<QString> text =
            textOf({{QStringLiteral("reply"), reply}}, "reply", mask, longestDraft);
        if (text && !text->isEmpty() && draft.texts.size() < 3)
            draft.texts.push_back(*text);
    }
    if (draft.texts.size() < 3)
        return otherShape();
    return draft;
}

Result<Draft> textFrom(const QJsonObject& answer, const QString& engine, const Mask& mask)
{
    const std::optional<QString> text = textOf(answer, "text", mask, longestDraft);
    if (!text || text->isEmpty())
        return otherShape();
    return Draft{{*text}, engine};
}

} // namespace relevo::assist
