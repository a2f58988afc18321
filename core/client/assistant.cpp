#include <client/assistant.h>

#include <protocol/limits.h>

#include <QtCore/QPointer>

namespace relevo::client {

using protocol::Json;

namespace {

constexpr std::size_t longestAnswer = protocol::maxContentBytes;

const char* styleOf(Rewording how)
{
    switch (how) {
    case Rewording::Shorter:
        return "shorter";
    case Rewording::Friendlier:
        return "friendlier";
    case Rewording::Formal:
        return "formal";
    case Rewording::Translation:
        return "translate";
    }
    return "";
}

Result<Suggestions> suggestionsFrom(const Json& answer)
{
    protocol::Fields fields(answer);
    Suggestions suggestions;
    suggestions.engine = fields.optionalText("engine", protocol::maxShortText);
    const Json* list = fields.member("suggestions");
    for (const Json& one : list && list->is_array() ? *list : Json::array()) {
        if (!one.is_string())
            continue;
        const QString text = QString::fromStdString(one.get<std::string>()).trimmed();
        if (!text.isEmpty() && text.toUtf8().size() <= static_cast<qsizetype>(longestAnswer))
            suggestions.texts.push_back(text);
    }
    if (fields.error())
        return std::unexpected(*fields.error());
    return suggestions;
}

Result<Reworded> rewordedFrom(const Json& answer)
{
    protocol::Fields fields(answer);
    Reworded reworded{fields.text("text", longestAnswer),
                      fields.optionalText("engine", protocol::maxShortText)};
    if (fields.error())
        return std::unexpected(*fields.error());
    return reworded;
}

} // namespace

void Assistant::suggestReplies(const domain::HandoffId& handoff, const QObject* context,
                               std::function<void(const Result<Suggestions>&)> done)
{
    const QPointer<const QObject> asker(context);
    m_desk.ask("assist.suggest", Json{{"handoffId", handoff.text()}},
               [asker, done = std::move(done)](const Result<Json>& answer) {
                   if (asker)
                       done(answer ? suggestionsFrom(*answer) : std::unexpected(answer.error()));
               });
}

void Assistant::reword(const QString& text, Rewording how, const QString& language,
                       const domain::HandoffId& handoff, const QObject* context,
                       std::function<void(const Result<Reworded>&)> done)
{
    Json params{{"text", protocol::utf8(text)}, {"style", styleOf(how)}};
    if (how == Rewording::Translation)
        params["language"] = protocol::utf8(language);
    if (!handoff.isNull())
        params["handoffId"] = handoff.text();
    const QPointer<const QObject> asker(context);
    m_desk.ask("assist.rewrite", params, [asker, done = std::move(done)](const Result<Json>& answer) {
        if (asker)
            done(answer ? rewordedFrom(*answer) : std::unexpected(answer.error()));
    });
}

void Assistant::refreshSummary(const domain::HandoffId& handoff, const QObject* context,
                               std::function<void(const Result<void>&)> done)
{
    const QPointer<const QObject> asker(context);
    m_desk.ask("summary.refresh", Json{{"handoffId", handoff.text()}},
               [asker, done = std::move(done)](const Result<Json>& answer) {
                   if (asker)
                       done(answer ? Result<void>() : std::unexpected(answer.error()));
               });
}

} // namespace relevo::client
