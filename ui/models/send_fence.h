#pragma once

#include <domain/message.h>

#include <vector>

namespace relevo::models {

/// What somebody else has said after `basedOnSeq`: the customer, the bot, a colleague (a note, too). Not the
/// relay's own lines, and not what `me` wrote, at whatever desk. Ascending; pointers into `messages`.
[[nodiscard]] std::vector<const domain::Message*> saidSince(const std::vector<domain::Message>& messages,
                                                            qint64 basedOnSeq, const QString& me);

/// What a text answers to. A burst of typing answers to what was on screen when it began: what comes in while
/// the fingers run has not been read by anybody.
class DraftBasis
{
public:
    static constexpr std::chrono::seconds pause{3}; ///< without a key it ends a burst

    explicit DraftBasis(qint64 seq = 0) : m_seq(seq) {}

    [[nodiscard]] qint64 seq() const { return m_seq; }
    /// A key was pressed; `onScreen` is the newest message that is, or has been, seen.
    void typed(qint64 onScreen, milliseconds now);
    /// The agent has looked at everything up to `seq`, or does not mind it.
    void confirm(qint64 seq) { m_seq = std::max(m_seq, seq); }
    /// A text came back and has joined it; a burst goes on as it was.
    void answerTo(qint64 seq) { m_seq = seq; }

private:
    qint64 m_seq;
    milliseconds m_lastKey{-1};
};

} // namespace relevo::models
