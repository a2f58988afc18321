#pragma once

#include <assist/summary.h>
#include <domain/bots.h>

#include <base/error.h>

#include <functional>

class QObject;

namespace relevo::assist {

/// Texts for an agent to choose from or to go on from, and who wrote them. Nothing sends them by itself.
struct Draft
{
    QStringList texts;
    QString engine; ///< "offline" or a model's name

    friend bool operator==(const Draft&, const Draft&) = default;
};

struct RewriteRequest
{
    enum class Manner { Shorter, Friendlier, Formal, Translated };

    QString text;
    Manner manner = Manner::Shorter;
    QString language = {};  ///< two-letter code to translate to; otherwise the draft's own stays
    QStringList names = {}; ///< people whose names must not leave
};

/// Where a message that no rule places may go.
struct LaneQuestion
{
    struct Choice
    {
        domain::Lane lane;
        QString bot; ///< that has it
    };

    SummaryInput talk; ///< the last message is the one that is asked about
    std::vector<Choice> lanes;
    std::optional<domain::Lane> present; ///< what a program holds now: an answer to it belongs there
};

template <typename T>
using Answer = std::function<void(Result<T>)>;

/// What a language model is asked about a conversation. An answer comes later, never from within the call, on
/// the thread of the caller, where `context` must live too; when `context` or the model is destroyed before,
/// it does not come at all. Nobody depends on it: without it the offline engine's (summary.h, suggest.h,
/// rewrite.h) stands, and the rules that choose a lane.
class Model
{
public:
    virtual ~Model() = default;

    virtual void summarize(const SummaryInput& input, QObject* context, Answer<domain::Summary> answer) = 0;
    /// Three replies.
    virtual void suggestReplies(const SummaryInput& input, QObject* context, Answer<Draft> answer) = 0;
    virtual void rewrite(const RewriteRequest& request, QObject* context, Answer<Draft> answer) = 0;
    /// What is noted when the conversation is closed; `done` is the agent's own words of what was done.
    virtual void closingNote(const SummaryInput& input, const QString& done, QObject* context,
                             Answer<Draft> answer) = 0;
    /// One of the lanes that were named; nothing when the model sees none that fits.
    virtual void chooseLane(const LaneQuestion& question, QObject* context,
                            Answer<std::optional<domain::Lane>> answer) = 0;

    /// The model's name.
    [[nodiscard]] virtual QString engine() const = 0;
};

} // namespace relevo::assist
