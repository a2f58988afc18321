#pragma once

#include <QtCore/QStringView>
#include <QtCore/QVarLengthArray>

namespace relevo::assist {

/// A word as it is compared, and what stood about it in the text.
struct SpokenWord
{
    QStringView text;      ///< as words() gives it
    qsizetype begin = 0;   ///< in the folded text
    qsizetype source = 0;  ///< the first letter's place in what was written
    bool capitals = false; ///< two letters or more, all of them capitals, no digit
    bool digits = false;   ///< has a digit
    bool opens = false;    ///< the first after a comma or another mark that parts a sentence
    bool opensSentence = false;
};

/// The words of a text in one pass and without memory from the heap for messages of usual length. The folded
/// words stand side by side with one space between, so that a run of them is a view, too. Words beyond
/// `longest` letters of text are not read.
class SpokenWords
{
public:
    static constexpr qsizetype longest = 2'000;

    explicit SpokenWords(QStringView text);
    SpokenWords(const SpokenWords&) = delete;
    SpokenWords& operator=(const SpokenWords&) = delete;

    [[nodiscard]] qsizetype size() const { return m_words.size(); }
    [[nodiscard]] const SpokenWord& operator[](qsizetype at) const { return m_words[at]; }
    /// The words from `from` on, `count` of them, as one text.
    [[nodiscard]] QStringView run(qsizetype from, qsizetype count) const;

private:
    QVarLengthArray<char16_t, 512> m_folded;
    QVarLengthArray<SpokenWord, 96> m_words;
};

} // namespace relevo::assist
