#include <relay/assistant.h>

#include <assist/rewrite.h>
#include <assist/suggest.h>
#include <base/log.h>
#include <protocol/limits.h>
#include <relay/summary_source.h>

#include <algorithm>
#include <array>

namespace relevo::relay {

using protocol::Fields;
using protocol::Json;
using protocol::utf8;

namespace {

constexpr std::size_t longestRewrite = 8 * 1024;

const QString offline = QStringLiteral("offline");

struct Style
{
    std::string_view name;
    assist::RewriteRequest::Manner manner;
};

constexpr std::array styles{Style{"shorter", assist::RewriteRequest::Manner::Shorter},
                            Style{"friendlier", assist::RewriteRequest::Manner::Friendlier},
                            Style{"formal", assist::RewriteRequest::Manner::Formal},
                            Style{"translate", assist::RewriteRequest::Manner::Translated}};

void logRefusal(const char16_t* what, const QString& engine, const Error& error)
{
    qCWarning(logRelay).noquote() << logLine(
        what, {{u"engine", engine}, {u"code", wireName(error.code)}, {u"reason", error.message}});
}

/// Two letters, perhaps with a region: "pt", "pt-BR".
bool isLanguage(const QString& code)
{
    return (code.size() == 2 || (code.size() == 5 && code[2] == u'-')) &&
           std::all_of(code.begin(), code.end(),
                       [](QChar c) { return c == u'-' || (c.unicode() < 128 && c.isLetter()); });
}

Result<assist::RewriteRequest> rewriteRequest(Fields& fields, const Scope& scope, const Hub& hub,
                                              std::string& style)
{
    assist::RewriteRequest request;
    request.text = fields.text("text", longestRewrite);
    style = utf8(fields.text("style", protocol::maxShortText));
    request.language = fields.optionalText("language", protocol::maxShortText);
    const auto handoff = fields.optionalId<domain::HandoffId>("handoffId");
    const auto* const known = std::ranges::find(styles, style, &Style::name);
    if (known == styles.end())
        fields.fail("style", "must be shorter, friendlier, formal or translate");
    else
        request.manner = known->manner;
    if (request.text.trimmed().isEmpty())
        fields.fail("text", "must not be empty");
    const bool translates = request.manner == assist::RewriteRequest::Manner::Translated;
    if (translates && !isLanguage(request.language))
        fields.fail("language", "must be the code of the language to translate to, such as \"pt\"");
    if (fields.error())
        return std::unexpected(*fields.error());
    if (!translates)
        request.language.clear();
    request.names = {scope.actor.name};
    if (const domain::ConversationState* conversation = hub.byHandoff(scope.project, handoff))
        request.names.push_back(conversation->conversation.contact.name);
    return request;
}

Error cannotRewrite(const std::string& style, bool hasModel)
{
    if (hasModel)
        return {ErrorCode::Unavailable,
                QStringLiteral("The language model gave no good answer."),
                QStringLiteral("Try again, or edit the draft by hand."),
                {}};
    const bool byRule = style == "shorter" || style == "friendlier";
    return {ErrorCode::Unavailable,
            byRule ? QStringLiteral("The rules find nothing to change in this draft.")
                   : QStringLiteral("This needs a language model, and none is configured."),
            QStringLiteral("Start the relay with --model-url and --model-name, or edit the draft by hand."),
            {}};
}

} // namespace

/// A draft with what it was made from.
struct Assistant::Drafted
{
    domain::Summary summary; ///< by rule
    assist::Draft draft;

    /// What every answer says.
    [[nodiscard]] Json answer() const
    {
        return {{"language", utf8(summary.language)},
                {"engine", utf8(draft.engine)},
                {"generated", true},
                {"basedOnSeq", summary.basedOnSeq}};
    }
};

Assistant::Assistant(Hub& hub, QueryThread& queries, Summarizer& summarizer, assist::Model* model,
                     QObject* parent)
    : QObject(parent), m_hub(hub), m_queries(queries), m_summarizer(summarizer), m_model(model)
{
}

Assistant::Request Assistant::requestOf(std::string_view method)
{
    if (method == "assist.suggest")
        return &Assistant::suggest;
    if (method == "assist.closingNote")
        return &Assistant::closingNote;
    if (method == "assist.rewrite")
        return &Assistant::rewrite;
    return method == "summary.refresh" ? &Assistant::refreshSummary : nullptr;
}

Result<Assistant::Answered> Assistant::admitted(const Scope& scope, Answered answered)
{
    const QString caller = scope.project.toString() + scope.actor.id;
    int& waiting = m_waiting[caller];
    if (waiting >= mostForOne)
        return failure(ErrorCode::RateLimited, QStringLiteral("Other drafts are still being written."),
                       QStringLiteral("Wait for them, then ask again."),
                       {{QStringLiteral("retryAfter"), QStringLiteral("2")}});
    ++waiting;
    return [this, caller, answered = std::move(answered)](const Result<std::string>& answer) {
        if (--m_waiting[caller] <= 0)
            m_waiting.remove(caller);
        answered(answer);
    };
}

void Assistant::draft(const Scope& scope, const domain::HandoffId& handoff, Draw draw, Say say, AskModel ask,
                      const Answered& answered)
{
    const Result<Answered> last = admitted(scope, answered);
    if (!last) {
        answered(std::unexpected(last.error()));
        return;
    }
    struct Material
    {
        assist::SummaryInput input;
        Drafted drafted;
    };
    const auto query = [project = scope.project, handoff,
                        draw = std::move(draw)](store::Reader& reader) -> Result<Material> {
        auto input = readForSummary(reader, project, handoff);
        if (!input)
            return std::unexpected(input.error());
        domain::Summary summary = assist::summarize(*input);
        QStringList texts = draw(*input, summary);
        return Material{std::move(*input), {std::move(summary), {std::move(texts), offline}}};
    };
    m_queries.run<Material>(
        this, query,
        [this, last = *last, say = std::move(say), ask = std::move(ask)](Result<Material> material) {
            if (!material) {
                last(std::unexpected(material.error()));
                return;
            }
            if (!m_model) {
                last(say(material->drafted));
                return;
            }
            ask(material->input, [this, last, say, drafted = std::move(material->drafted)](
                                     const Result<assist::Draft>& better) mutable {
                if (better)
                    drafted.draft = *better;
                else
                    logRefusal(u"The language model gave no draft", m_model->engine(), better.error());
                last(say(drafted));
            });
        });
}

void Assistant::suggest(const Scope& scope, const Json& params, const QString&, const Answered& answered)
{
    Fields fields(params);
    const auto handoff = fields.id<domain::HandoffId>("handoffId");
    if (fields.error()) {
        answered(std::unexpected(*fields.error()));
        return;
    }
    const auto draw = [](const assist::SummaryInput&, const domain::Summary& summary) {
        return assist::repliesFor(summary);
    };
    const auto say = [](const Drafted& drafted) {
        Json json = drafted.answer();
        Json& suggestions = json["suggestions"] = Json::array();
        for (const QString& text : drafted.draft.texts)
            suggestions.push_back(utf8(text));
        return protocol::dump(json);
    };
    const auto ask = [this](const assist::SummaryInput& input, assist::Answer<assist::Draft> answer) {
        m_model->suggestReplies(input, this, std::move(answer));
    };
    draft(scope, handoff, draw, say, ask, answered);
}

void Assistant::closingNote(const Scope& scope, const Json& params, const QString&, const Answered& answered)
{
    Fields fields(params);
    const auto handoff = fields.id<domain::HandoffId>("handoffId");
    const QString done = fields.optionalText("done", longestRewrite);
    if (fields.error()) {
        answered(std::unexpected(*fields.error()));
        return;
    }
    const auto draw = [done](const assist::SummaryInput&, const domain::Summary& summary) {
        return QStringList{assist::closingNoteFor(summary, done)};
    };
    const auto say = [](const Drafted& drafted) {
        Json json = drafted.answer();
        json["note"] = utf8(drafted.draft.texts.value(0));
        return protocol::dump(json);
    };
    const auto ask = [this, done](const assist::SummaryInput& input, assist::Answer<assist::Draft> answer) {
        m_model->closingNote(input, done, this, std::move(answer));
    };
    draft(scope, handoff, draw, say, ask, answered);
}

void Assistant::rewrite(const Scope& scope, const Json& params, const QString&, const Answered& answered)
{
    Fields fields(params);
    std::string style;
    const Result<assist::RewriteRequest> request = rewriteRequest(fields, scope, m_hub, style);
    const Result<Answered> last =
        request ? admitted(scope, answered) : Result<Answered>(std::unexpected(request.error()));
    if (!last) {
        answered(std::unexpected(last.error()));
        return;
    }
    const auto say = [style, last = *last](const QString& text, const QString& engine) {
        last(protocol::dump(
            Json{{"text", utf8(text)}, {"style", style}, {"engine", utf8(engine)}, {"generated", true}}));
    };
    const auto byRule = [say, style, last = *last, request = *request, hasModel = m_model != nullptr] {
        if (const std::optional<QString> text = assist::rewriteByRule(request))
            say(*text, offline);
        else
            last(std::unexpected(cannotRewrite(style, hasModel)));
    };
    if (!m_model) {
        byRule();
        return;
    }
    m_model->rewrite(*request, this, [this, say, byRule](const Result<assist::Draft>& better) {
        if (better) {
            say(better->texts.value(0), better->engine);
            return;
        }
        logRefusal(u"The language model gave no draft", m_model->engine(), better.error());
        byRule();
    });
}

void Assistant::refreshSummary(const Scope& scope, const Json& params, const QString& key,
                               const Answered& answered)
{
    Fields fields(params);
    const auto handoff = fields.id<domain::HandoffId>("handoffId");
    if (fields.error()) {
        answered(std::unexpected(*fields.error()));
        return;
    }
    std::vector<CommandId> commandIds;
    if (!key.isEmpty())
        commandIds.push_back(
            {QStringLiteral("refresh:") + scope.actor.id + u'\n' + handoff.toString() + u'\n' + key});
    m_summarizer.refresh(scope.project, handoff, std::move(commandIds), answered);
}

} // namespace relevo::relay
