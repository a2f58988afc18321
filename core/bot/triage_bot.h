#pragma once

#include <bot/bot.h>

namespace relevo::bot {

/// Learns what a human will need before they come: what happened, the order's number, the customer's name and
/// e-mail address. Asks only for what it does not know, at most `questions` times (1 … 6), two things at once
/// where people tell them together, and then asks for a human with all of it in the reason. Where none
/// comes it says that it cannot help. Speaks English, Spanish and Portuguese. Pure.
class TriageBot final : public Bot
{
public:
    explicit TriageBot(int questions) : m_questions(questions) {}
    void answer(const Turn& turn, QObject* context, Answered answered) override;
    [[nodiscard]] Reply reply(const Turn& turn) const;

private:
    int m_questions;
};

} // namespace relevo::bot
