#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <algorithm>
#include <vector>

namespace relevo::assist {

/// What is known of words, found without making a QString of each: open addressing, filled once from lists
/// that live as long as the program, since only views of them are kept.
template <typename Value>
class WordTable
{
public:
    /// The value of a word or of a phrase ("fed up"), made when there is none yet.
    Value& at(QStringView key)
    {
        if (m_used * 2 >= m_slots.size())
            grow();
        Slot& slot = m_slots[indexOf(key, hashOf(key))];
        if (slot.key.isEmpty()) {
            slot.key = key;
            ++m_used;
        }
        return slot.value;
    }

    [[nodiscard]] const Value* find(QStringView key) const
    {
        if (m_slots.empty() || key.isEmpty())
            return nullptr;
        const Slot& slot = m_slots[indexOf(key, hashOf(key))];
        return slot.key.isEmpty() ? nullptr : &slot.value;
    }

private:
    struct Slot
    {
        QStringView key;
        Value value{};
    };

    [[nodiscard]] static quint32 hashOf(QStringView key)
    {
        quint32 hash = 2166136261u;
        for (const QChar c : key)
            hash = (hash ^ c.unicode()) * 16777619u;
        return hash ^ (hash >> 15);
    }

    [[nodiscard]] std::size_t indexOf(QStringView key, quint32 hash) const
    {
        std::size_t at = hash & (m_slots.size() - 1);
        while (!m_slots[at].key.isEmpty() && m_slots[at].key != key)
            at = (at + 1) & (m_slots.size() - 1);
        return at;
    }

    void grow()
    {
        std::vector<Slot> old(std::max<std::size_t>(64, m_slots.size() * 2));
        old.swap(m_slots);
        for (Slot& slot : old) {
            if (!slot.key.isEmpty())
                m_slots[indexOf(slot.key, hashOf(slot.key))] = std::move(slot);
        }
    }

    std::vector<Slot> m_slots; ///< a power of two, at most half full
    std::size_t m_used = 0;
};

/// Calls `item` for each word of a list separated by `separator`; the views are of the list.
template <typename Item>
void eachOf(QStringView list, QChar separator, Item item)
{
    while (!list.isEmpty()) {
        const qsizetype end = list.indexOf(separator);
        const QStringView one = (end < 0 ? list : list.left(end)).trimmed();
        if (!one.isEmpty())
            item(one);
        list = end < 0 ? QStringView() : list.mid(end + 1);
    }
}

} // namespace relevo::assist
