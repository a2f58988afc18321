#pragma once

#include <assist/tokens.h>

#include <QtCore/QStringList>

#include <algorithm>

namespace relevo::bot {

/// Words to look for in a message. One pattern is some stems, all of which must begin one of the message's
/// words, in any order; a stem of up to three letters must be a whole word. Accents and case do not matter.
/// Pure.
class Patterns
{
public:
    Patterns() = default;
    explicit Patterns(const QStringList& written)
    {
        for (const QString& pattern : written) {
            const std::vector<QString> stems = assist::words(pattern);
            if (!stems.empty())
                m_patterns.push_back(stems);
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_patterns.empty(); }

    /// How many stems the longest pattern that fits has; 0 when none fits.
    [[nodiscard]] std::size_t best(const std::vector<QString>& words) const
    {
        std::size_t most = 0;
        for (const std::vector<QString>& stems : m_patterns) {
            if (stems.size() > most && meets(words, stems))
                most = stems.size();
        }
        return most;
    }

private:
    static bool meets(const std::vector<QString>& words, const std::vector<QString>& stems)
    {
        return std::all_of(stems.begin(), stems.end(), [&words](const QString& stem) {
            return std::any_of(words.begin(), words.end(), [&stem](const QString& word) {
                return stem.size() <= 3 ? word == stem : word.startsWith(stem);
            });
        });
    }

    std::vector<std::vector<QString>> m_patterns;
};

} // namespace relevo::bot
