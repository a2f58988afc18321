#pragma once

#include <bot/bot.h>
#include <bot/faq_bot.h>

namespace relevo::bot {

/// Answers turns from the FAQ and the project's opening hours.
class FaqTalker final : public Bot
{
public:
    FaqTalker(FaqBot faq, std::optional<domain::BusinessHours> hours)
        : m_faq(std::move(faq)), m_hours(std::move(hours))
    {
    }

    void answer(const Turn& turn, QObject*, Answered answered) override
    {
        const BotReply said = m_faq.answer(turn.text, turn.language, turn.failures, m_hours, turn.wishes);
        Reply reply;
        reply.messages = {said.text};
        reply.failed = said.failed;
        reply.answered = said.answered;
        answered(std::move(reply));
    }
    [[nodiscard]] const FaqBot& faq() const { return m_faq; }

private:
    FaqBot m_faq;
    std::optional<domain::BusinessHours> m_hours;
};

} // namespace relevo::bot
