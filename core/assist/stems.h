#pragma once

#include <QtCore/QSet>
#include <QtCore/QString>

#include <vector>

namespace relevo::assist {

/// A list of stems as beginsWithAny takes it, made ready to be asked often: a few comparisons a word, however
/// long the list.
class Stems
{
public:
    explicit Stems(const char16_t* list);

    [[nodiscard]] bool isEmpty() const { return m_whole.isEmpty() && m_prefixes.empty(); }
    [[nodiscard]] bool match(const QString& word) const;
    [[nodiscard]] bool matchAny(const std::vector<QString>& words) const;

private:
    QSet<QString> m_whole;
    std::vector<QString> m_prefixes; ///< sorted; none begins with another
    quint32 m_firsts = 0;            ///< a bit for each first letter, which most words are refused by
};

} // namespace relevo::assist
