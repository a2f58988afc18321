#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace relevo::models {

/// Letters without case and, in Latin writing, without accents; one for one, so that a position in the result
/// is one in `text`.
[[nodiscard]] QString folded(QStringView text);

inline constexpr qsizetype longestFuzzyText = 128; ///< characters of a text that are looked at
inline constexpr qsizetype longestFuzzyWord = 32;  ///< characters of a word that is looked for

/// How well a word fits a text, both folded: its letters must come in order, anywhere. The more of them begin
/// words or stand together, the better, and the fewer letters lie before and between them. Nothing when it
/// does not fit. Any two scores of words of the same length compare.
[[nodiscard]] std::optional<int> fuzzyScore(QStringView word, QStringView text);

/// Where the letters of the best fit are, ascending; empty when it does not fit.
[[nodiscard]] QList<int> fuzzyPositions(QStringView word, QStringView text);

/// Which letters a folded text has, as bits; two letters may share one. What lacks a letter need not be read.
[[nodiscard]] quint64 lettersOf(QStringView text);

/// What somebody typed, to be looked for in a short text (a name) and a long one (a line).
///
/// Each word must fit somewhere: in the short text as above, in the long one only whole, and rather at the
/// beginning of a word; in a long text any letters are found in order somewhere.
class Needle
{
public:
    Needle() = default;
    explicit Needle(const QString& typed);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// Whatever this fits, `wider` fits, too: it is the beginning of this one.
    [[nodiscard]] bool isNarrowerThan(const Needle& wider) const;
    /// False when score() gives nothing, as far as the letters of both texts tell.
    [[nodiscard]] bool mayFit(quint64 shortLetters, quint64 longLetters) const;
    /// Both folded. Nothing when a word fits nowhere.
    [[nodiscard]] std::optional<int> score(QStringView shortText, QStringView longText) const;
    /// The letters to be shown as found; both folded.
    [[nodiscard]] QList<int> inShort(QStringView shortText, QStringView longText) const;
    [[nodiscard]] QList<int> inLong(QStringView shortText, QStringView longText) const;

private:
    QStringList m_words;
    QList<quint64> m_letters; ///< of the words
};

} // namespace relevo::models
