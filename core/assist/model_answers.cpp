#include <assist/model_answers.h>

#include <assist/facts.h>
#include <assist/model_prompts.h>

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
constexpr qsizetype mostActsTaken = 5;

constexpr std::array factKinds{"order", "tracking", "product", "amount", "reference", "transaction",
                               "date",  "time",     "email",   "phone",  "address"};

std::unexpected<Error> otherShape()
{
    return failure(ErrorCode::Invalid, QStringLiteral("The model's answer has another shape."),
                   QStringLiteral("A larger model keeps to it better."));
}

/// The digits of a number, "1,299.50" as "129950".
QString onlyDigits(QString number)
{
    number.removeIf([](QChar c) { return !c.isDigit(); });
    return number;
}

/// Every number in a text as it is written, "4711 22" as one.
QStringList numbersIn(const QString& text)
{
    static const QRegularExpression number(QStringLiteral(R"(\d(?:[.,\s-]?\d)*)"));
    QStringList numbers;
    for (auto matches = number.globalMatch(text); matches.hasNext();)
        numbers.push_back(matches.next().captured());
    return numbers;
}

const QRegularExpression& space()
{
    static const QRegularExpression expression(QStringLiteral("\\s"));
    return expression;
}

/// Web and e-mail addresses, also without "https://".
QStringList addressesIn(const QString& text)
{
    static const QRegularExpression address(
        QStringLiteral(
            R"((?:https?://|www\.)[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
            R"(|\b(?:[a-z0-9-]+\.)+(?:com|net|org|io|co|es|br|pt|mx|ar|cl|app|dev|shop|store|info|biz|xyz|top|site|online|link|ru|cn|me|ly|gl)\b(?:/[^\s<>"]*)?)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QStringList addresses;
    for (auto matches = address.globalMatch(text); matches.hasNext();) {
        QString found = matches.next().captured();
        while (!found.isEmpty() && QStringView(u".,;:!?)]}'").contains(found.back()))
            found.chop(1);
        addresses.push_back(found);
    }
    return addresses;
}

/// What was said, for holding an answer against it.
class Evidence
{
public:
    explicit Evidence(const SummaryInput& input) : m_input(&input)
    {
        for (const domain::Message& message : input.messages) {
            if (!message.note)
                add(message.content);
        }
        const domain::Contact& contact = input.conversation.contact;
        add(contact.email + u'\n' + contact.phone);
    }
    explicit Evidence(const QString& text) { add(text); }

    void add(const QString& text)
    {
        m_text += text + u'\n';
        for (const QString& number : numbersIn(text)) {
            m_numbers.insert(onlyDigits(number));
            for (const QString& part : number.split(space(), Qt::SkipEmptyParts))
                m_numbers.insert(onlyDigits(part));
        }
    }

    /// False when a sentence has a web or e-mail address, or a number of `digits` digits or more, that was
    /// not said: a shorter one counts things ("two of 3"), a longer one is somebody's.
    [[nodiscard]] bool holds(const QString& sentence, qsizetype digits = 2) const
    {
        const QStringList addresses = addressesIn(sentence);
        const QStringList numbers = numbersIn(sentence);
        return std::all_of(addresses.begin(), addresses.end(),
                           [this](const QString& address) {
                               return m_text.contains(address, Qt::CaseInsensitive);
                           }) &&
               std::all_of(numbers.begin(), numbers.end(),
                           [this, digits](const QString& number) { return isKnown(number, digits); });
    }

    /// The customer's message a value stands in: the one that is named, or else the first.
    [[nodiscard]] const domain::Message* messageWith(const QString& value, int named) const
    {
        const auto has = [&value](const domain::Message& message) {
            return message.author == domain::Author::Customer && !message.note &&
                   message.content.contains(value);
        };
        const std::vector<domain::Message>& messages = m_input->messages;
        const auto at = static_cast<std::size_t>(named) - 1;
        if (named > 0 && at < messages.size() && has(messages[at]))
            return &messages[at];
        const auto found = std::find_if(messages.begin(), messages.end(), has);
        return found == messages.end() ? nullptr : &*found;
    }

private:
    [[nodiscard]] bool isKnown(const QString& number, qsizetype digits) const
    {
        if (m_numbers.contains(onlyDigits(number)))
            return true;
        const QStringList parts = number.split(space(), Qt::SkipEmptyParts);
        return std::all_of(parts.begin(), parts.end(), [this, digits](const QString& part) {
            const QString plain = onlyDigits(part);
            return plain.size() < digits || m_numbers.contains(plain);
        });
    }

    const SummaryInput* m_input = nullptr;
    QString m_text;
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
        const bool known = std::any_of(factKinds.begin(), factKinds.end(),
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

Result<Draft> textHeldAgainst(const Evidence& evidence, const QJsonObject& answer, const QString& engine,
                              const Mask& mask, qsizetype digits)
{
    const std::optional<QString> text = textOf(answer, "text", mask, longestDraft);
    if (!text || text->isEmpty())
        return otherShape();
    if (!evidence.holds(*text, digits))
        return failure(ErrorCode::Invalid,
                       QStringLiteral("The model wrote a number or an address that nobody had said."));
    return Draft{{*text}, engine};
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
        if (text && !text->isEmpty() && evidence.holds(*text) && tried.size() < mostActsTaken)
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

Result<Draft> repliesFrom(const QJsonObject& answer, const SummaryInput& input, const QString& engine,
                          const Mask& mask)
{
    const Evidence evidence(input);
    Draft draft{{}, engine};
    for (const QJsonValue reply : answer[QStringLiteral("replies")].toArray()) {
        const std::optional<QString> text =
            textOf({{QStringLiteral("reply"), reply}}, "reply", mask, longestDraft);
        if (text && !text->isEmpty() && evidence.holds(*text) && !draft.texts.contains(*text) &&
            draft.texts.size() < 3)
            draft.texts.push_back(*text);
    }
    if (draft.texts.size() < 3)
        return otherShape();
    return draft;
}

Result<Draft> noteFrom(const QJsonObject& answer, const SummaryInput& input, const QString& done,
                       const QString& engine, const Mask& mask)
{
    Evidence evidence(input);
    evidence.add(done);
    return textHeldAgainst(evidence, answer, engine, mask, 2);
}

Result<Draft> rewriteFrom(const QJsonObject& answer, const QString& text, const QString& engine,
                          const Mask& mask)
{
    // A translation may write an hour or a day in another way.
    return textHeldAgainst(Evidence(text), answer, engine, mask, 3);
}

Result<std::optional<domain::Lane>> laneFrom(const QJsonObject& answer,
                                             const std::vector<LaneQuestion::Choice>& lanes)
{
    const QJsonValue value = answer[QStringLiteral("lane")];
    if (!value.isString())
        return otherShape();
    const QString name = value.toString();
    if (name == noLane)
        return std::nullopt;
    const auto found = std::find_if(lanes.begin(), lanes.end(), [&name](const LaneQuestion::Choice& choice) {
        return name == domain::laneName(choice.lane);
    });
    if (found == lanes.end())
        return failure(ErrorCode::Invalid, QStringLiteral("The model named a lane that no bot has."));
    return found->lane;
}

} // namespace relevo::assist
