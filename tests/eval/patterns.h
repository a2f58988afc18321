#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <random>
#include <vector>

namespace relevo::eval {

/// Random numbers that are the same with every standard library: its distributions differ, its engine does
/// not.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_engine(seed) {}
    /// 0 … sides - 1
    [[nodiscard]] std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(m_engine() % sides); }
    [[nodiscard]] bool chance(unsigned percent) { return roll(100) < percent; }

private:
    std::mt19937_64 m_engine;
};

/// Sentences with alternatives, as wish_patterns_en.txt explains them.
class Patterns
{
public:
    explicit Patterns(const QStringList& lines);

    struct Pattern
    {
        QString text;
        bool wish = false;
    };
    [[nodiscard]] const std::vector<Pattern>& all() const { return m_patterns; }
    /// One of the sentences a pattern stands for.
    [[nodiscard]] QString sentence(const Pattern& pattern, Dice& dice) const;

private:
    QHash<QString, QStringList> m_alternatives;
    std::vector<Pattern> m_patterns;
};

/// The text as a hurried hand would have written it: a slip of the keyboard, a little word left out, no
/// punctuation.
[[nodiscard]] QString hurried(QString text, Dice& dice);

/// Two messages in one, as people write what happened and what they want in one go.
[[nodiscard]] QString joined(const QString& first, const QString& second, Dice& dice);

} // namespace relevo::eval
