#pragma once

#include <assist/model.h>
#include <protocol/json.h>
#include <relay/hub.h>
#include <relay/query_thread.h>
#include <relay/scope.h>
#include <relay/summarizer.h>

namespace relevo::relay {

/// What agents may ask for while they hold a conversation, for the HTTP routes and the agents' socket alike:
/// suggested replies, a closing note, a draft in other words, the summary anew. Everything but the summary is
/// only answered, never written down and never sent. The language model is asked where one is configured;
/// when it does not answer well within ModelOptions::draftTimeout, the rules do. I/O thread.
class Assistant final : public QObject
{
    Q_OBJECT

public:
    /// `model` is null where none is configured.
    Assistant(Hub& hub, QueryThread& queries, Summarizer& summarizer, assist::Model* model,
              QObject* parent = nullptr);

    /// A JSON text, or why not; comes once, also from within the call.
    using Answered = std::function<void(const Result<std::string>&)>;
    /// `key` makes a repeat of the same request known; empty for none.
    using Request = void (Assistant::*)(const Scope& scope, const protocol::Json& params, const QString& key,
                                        const Answered& answered);

    /// {handoffId} → {suggestions: [text ×3], language, engine, generated, basedOnSeq}
    void suggest(const Scope& scope, const protocol::Json& params, const QString& key,
                 const Answered& answered);
    /// {handoffId, done?} → {note, language, engine, generated, basedOnSeq}
    void closingNote(const Scope& scope, const protocol::Json& params, const QString& key,
                     const Answered& answered);
    /// {text, style: shorter|friendlier|formal|translate, language?, handoffId?} → {text, style, engine,
    /// generated}. `unavailable` when the rules cannot do it and no model can.
    void rewrite(const Scope& scope, const protocol::Json& params, const QString& key,
                 const Answered& answered);
    /// {handoffId} → {summary, pending}
    void refreshSummary(const Scope& scope, const protocol::Json& params, const QString& key,
                        const Answered& answered);

    /// The one that a method of the agents' socket means; null for none.
    [[nodiscard]] static Request requestOf(std::string_view method);

    static constexpr int mostForOne = 4; ///< drafts that one caller may wait for; past it `rate_limited`

private:
    struct Drafted;
    using Draw = std::function<QStringList(const assist::SummaryInput&, const domain::Summary&)>;
    using Say = std::function<std::string(const Drafted&)>;
    using AskModel = std::function<void(const assist::SummaryInput&, assist::Answer<assist::Draft>)>;

    /// Draws by rule in the query thread, asks the model for better, answers with what there is.
    void draft(const Scope& scope, const domain::HandoffId& handoff, Draw draw, Say say, AskModel ask,
               const Answered& answered);
    /// Counts a caller's questions until the answer is given.
    [[nodiscard]] Result<Answered> admitted(const Scope& scope, Answered answered);

    Hub& m_hub;
    QueryThread& m_queries;
    Summarizer& m_summarizer;
    assist::Model* m_model;
    QHash<QString, int> m_waiting; // of each caller
};

} // namespace relevo::relay
