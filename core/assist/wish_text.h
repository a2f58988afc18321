#pragma once

#include <assist/wish_words.h>

#include <QtCore/QString>
#include <QtCore/QVarLengthArray>

#include <span>

namespace relevo::assist {

/// One word as the wish's model sees it.
struct WishWord
{
    quint64 spelling = 0; ///< hash of its usual spelling
    WordClass wordClass = WordClass::Other;
    bool commaBefore = false;
    bool clauseBefore = false; ///< first of its clause
    bool asks = false;         ///< a question mark stands after it
    bool stressed = false;     ///< written with an accent on its last letter: "hablé"
    qsizetype begin = 0;       ///< where it stands in the text
    qsizetype end = 0;
    quint32 letters = 0; ///< where its letters begin in WishText::letters()
    quint32 length = 0;
};

/// A customer's text as words, and the stretches of it in which a wish is looked for. Letters are compared
/// small and without accents, one written three times or more counts once ("humannn"), any number is "#".
/// Of what is longer than 16,384 characters only the beginning and the end are read.
class WishText
{
public:
    explicit WishText(const QString& text);
    // The stretches point into the words.
    Q_DISABLE_COPY_MOVE(WishText)

    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] std::span<const WishWord> words() const
    {
        return {m_words.constData(), static_cast<std::size_t>(m_words.size())};
    }
    [[nodiscard]] std::span<const char16_t> letters(const WishWord& word) const
    {
        return {m_letters.constData() + word.letters, word.length};
    }

    /// Where to look: each clause that has anything to do with somebody, a part of the company, a machine or
    /// talking; of a long one only the neighbourhood of such words; and such parts between commas, in a long
    /// one also between "and"s. Where a person is named, also short parts that ask for another one ("quiero
    /// otro"). A short message is also read whole, whatever is in it: nobody can list all that people call
    /// one who would answer.
    [[nodiscard]] const QVarLengthArray<std::span<const WishWord>, 16>& stretches() const
    {
        return m_stretches;
    }

    /// Whether nothing in the message hints at somebody, so that its one stretch is read on trust.
    [[nodiscard]] bool hasNoHint() const { return m_noHint; }

private:
    void read(const QString& text, qsizetype from, qsizetype to);
    void finishWord(qsizetype begin, qsizetype end);
    void addClause(std::span<const WishWord> clause);
    void addPart(std::span<const WishWord> part);

    QString m_text;
    QVarLengthArray<char16_t, 512> m_letters;
    QVarLengthArray<WishWord, 96> m_words;
    QVarLengthArray<std::span<const WishWord>, 16> m_stretches;
    quint32 m_wordStart = 0;
    bool m_comma = false;
    bool m_clause = true;
    bool m_noHint = false;
    bool m_people = false; ///< whether a word for a person stands anywhere
};

} // namespace relevo::assist
