#include <assist/matter_text.h>

#include <algorithm>

namespace relevo::assist {
namespace {

constexpr std::size_t denies = 3;  ///< words after a "not"
constexpr std::size_t opening = 4; ///< words of a clause in which "how" makes it a question

} // namespace

MatterText::MatterText(const WishText& text) : m_text(text)
{
    for (const WishWord& word : words())
        m_marks.append({sensesOf(text.letters(word)), false, false});
    for (std::size_t from = 0; from < words().size();) {
        const std::size_t to = clauseEnd(from);
        bool asked = words()[to - 1].asks;
        for (std::size_t at = from; at < std::min(from + opening, to); ++at)
            asked = asked || (senses(at) & sense::How) != 0;
        std::size_t lastNot = words().size();
        for (std::size_t at = from; at < to; ++at) {
            Mark& mark = m_marks[static_cast<qsizetype>(at)];
            mark.asked = asked;
            mark.denied = lastNot < at && at - lastNot <= denies;
            if ((mark.senses & sense::Not) != 0)
                lastNot = at;
        }
        from = to;
    }
}

std::size_t MatterText::clauseEnd(std::size_t at) const
{
    std::size_t to = at + 1;
    while (to < words().size() && !words()[to].clauseBefore)
        ++to;
    return to;
}

} // namespace relevo::assist
