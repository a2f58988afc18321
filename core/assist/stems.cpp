#include <assist/stems.h>

#include <algorithm>

namespace relevo::assist {
namespace {

quint32 bitOf(const QString& word)
{
    return 1u << (word.at(0).unicode() & 31u);
}

} // namespace

Stems::Stems(const char16_t* list)
{
    std::vector<QString> prefixes;
    for (QString stem : QStringView(list).toString().split(u' ', Qt::SkipEmptyParts)) {
        const bool whole = stem.size() <= 3 || stem.endsWith(u'.');
        if (stem.endsWith(u'.'))
            stem.chop(1);
        m_firsts |= bitOf(stem);
        if (whole)
            m_whole.insert(stem);
        else
            prefixes.push_back(stem);
    }
    std::sort(prefixes.begin(), prefixes.end());
    for (QString& prefix : prefixes) {
        // Where a shorter one does, the longer one is not needed.
        if (m_prefixes.empty() || !prefix.startsWith(m_prefixes.back()))
            m_prefixes.push_back(std::move(prefix));
    }
}

bool Stems::match(const QString& word) const
{
    if (word.isEmpty() || !(m_firsts & bitOf(word)))
        return false;
    if (m_whole.contains(word))
        return true;
    // What a word begins with sorts right before it, as no other of them can stand between.
    const auto next = std::upper_bound(m_prefixes.begin(), m_prefixes.end(), word);
    return next != m_prefixes.begin() && word.startsWith(*std::prev(next));
}

bool Stems::matchAny(const std::vector<QString>& words) const
{
    return std::any_of(words.begin(), words.end(), [this](const QString& word) { return match(word); });
}

} // namespace relevo::assist
