#include <assist/model_answers.h>

#include <assist/evidence.h>
#include <assist/facts.h>
#include <assist/model_prompts.h>

#include <QtCore/QJsonArray>

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
        return failure(
            ErrorCode::Invalid,
            QStringLiteral("The model wrote a name, a number or an address that nobody had said."));
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
    const auto take = [&](const char* field, QString& into, auto isTrue) {
        const std::optional<QString> text = textOf(answer, field, mask, longestSentence);
        if (text && !text->isEmpty() && evidence.holds(*text) && isTrue(*text))
            into = *text;
    };
    take("mainIssue", summary.mainIssue, [&evidence](const QString& text) { return evidence.isAbout(text); });
    take("suggestedAction", summary.suggestedAction, [](const QString&) { return true; });
    take("openQuestion", summary.openQuestion,
         [&evidence](const QString& text) { return evidence.wasAsked(text); });
    QStringList tried;
    for (const QJsonValue act : answer[QStringLiteral("botTried")].toArray()) {
        const std::optional<QString> text = textOf({{QStringLiteral("act"), act}}, "act", mask, longestAct);
        if (text && !text->isEmpty() && evidence.holds(*text) && evidence.wasDone(*text) &&
            tried.size() < mostActsTaken)
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
