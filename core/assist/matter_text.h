#pragma once

#include <assist/matter_words.h>
#include <assist/wish_text.h>

#include <QtCore/QVarLengthArray>

namespace relevo::assist {

/// A customer's text with what its words can stand for and how they are said. The text must outlive it.
class MatterText
{
public:
    explicit MatterText(const WishText& text);

    [[nodiscard]] const WishText& text() const { return m_text; }
    [[nodiscard]] std::span<const WishWord> words() const { return m_text.words(); }
    /// Of the word with this index (matter_words.h).
    [[nodiscard]] quint64 senses(std::size_t at) const { return m_marks[static_cast<qsizetype>(at)].senses; }
    /// Whether it is part of a question.
    [[nodiscard]] bool isAsked(std::size_t at) const { return m_marks[static_cast<qsizetype>(at)].asked; }
    /// Whether a "not" stands up to three words before it.
    [[nodiscard]] bool isDenied(std::size_t at) const { return m_marks[static_cast<qsizetype>(at)].denied; }
    /// Behind the last word of the clause in which this one stands.
    [[nodiscard]] std::size_t clauseEnd(std::size_t at) const;

private:
    struct Mark
    {
        quint64 senses = 0;
        bool asked = false;
        bool denied = false;
    };

    const WishText& m_text;
    QVarLengthArray<Mark, 96> m_marks;
};

} // namespace relevo::assist
