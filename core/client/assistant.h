#pragma once

#include <client/desk.h>

namespace relevo::client {

/// Answers that the relay proposes to a customer; for an agent to read, change and send.
struct Suggestions
{
    QStringList texts;
    QString engine; ///< "offline" or a model's name
};

/// How a text is to be put in other words.
enum class Rewording { Shorter, Friendlier, Formal, Translation };

struct Reworded
{
    QString text;
    QString engine;
};

/// What an agent may ask the relay's assistant for. Nothing of it is sent or kept by itself. Each question is
/// answered once, on the UI thread, unless the replica is left or `context` is gone by then.
class Assistant
{
public:
    /// `desk` must outlive the assistant.
    explicit Assistant(Desk& desk) : m_desk(desk) {}

    void suggestReplies(const domain::HandoffId& handoff, const QObject* context,
                        std::function<void(const Result<Suggestions>&)> done);
    /// `language`, a two-letter code, is for a translation. Fails with `unavailable` when neither the relay's
    /// rules nor a model of its can do it.
    void reword(const QString& text, Rewording how, const QString& language, const domain::HandoffId& handoff,
                const QObject* context, std::function<void(const Result<Reworded>&)> done);
    /// The summary anew; it comes as any change of the handoff does.
    void refreshSummary(const domain::HandoffId& handoff, const QObject* context,
                        std::function<void(const Result<void>&)> done);

private:
    Desk& m_desk;
};

} // namespace relevo::client
