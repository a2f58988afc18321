#pragma once

#include <QtCore/QHashFunctions>

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>
#include <vector>

namespace relevo {

/// Which place of a list holds what has a key: a hash table of four-byte numbers, beside a list that holds
/// the keys. QHash keeps the keys once more, and room for a third more than there are: for a hundred thousand
/// ids it takes three to five megabytes, this one. `keyAt` gives the key of a place, wherever one is asked
/// for; two places may have equal keys, and any of them is found then.
template <typename Key>
class PlaceTable
{
public:
    using Place = quint32;

    template <typename KeyAt>
    [[nodiscard]] std::optional<Place> find(const Key& key, const KeyAt& keyAt) const
    {
        if (m_slots.empty())
            return std::nullopt;
        for (std::size_t slot = home(key); m_slots[slot] != 0; slot = next(slot)) {
            if (const Place place = m_slots[slot] - 1; keyAt(place) == key)
                return place;
        }
        return std::nullopt;
    }

    /// For so many in all.
    template <typename KeyAt>
    void reserve(std::size_t count, const KeyAt& keyAt)
    {
        constexpr std::size_t fewest = 16;
        const std::size_t wanted = std::bit_ceil(std::max(2 * count, fewest));
        if (wanted <= m_slots.size())
            return;
        const std::vector<Place> before = std::exchange(m_slots, std::vector<Place>(wanted, 0));
        for (const Place held : before) {
            if (held != 0)
                m_slots[freeSlot(keyAt(held - 1))] = held;
        }
    }

    /// The list holds it there already.
    template <typename KeyAt>
    void insert(Place place, const KeyAt& keyAt)
    {
        reserve(m_count + 1, keyAt);
        m_slots[freeSlot(keyAt(place))] = place + 1;
        ++m_count;
    }

    /// What stands at the place, which is inserted, is about to stand at another.
    void move(const Key& key, Place from, Place to) { m_slots[slotOf(key, from)] = to + 1; }

    /// The list holds it no more, or is about to; the keys of all others must be what they were.
    template <typename KeyAt>
    void remove(const Key& key, Place place, const KeyAt& keyAt)
    {
        std::size_t free = slotOf(key, place);
        m_slots[free] = 0;
        --m_count;
        // Those behind the free slot that stand where they do because it was not free move up.
        for (std::size_t slot = next(free); m_slots[slot] != 0; slot = next(slot)) {
            const std::size_t fromHome = (slot - home(keyAt(m_slots[slot] - 1))) & mask();
            if (fromHome < ((slot - free) & mask()))
                continue;
            m_slots[free] = std::exchange(m_slots[slot], 0);
            free = slot;
        }
    }

private:
    std::vector<Place> m_slots; ///< a place and one more, 0: none; a power of two, half of them at most
    std::size_t m_count = 0;

    [[nodiscard]] std::size_t mask() const { return m_slots.size() - 1; }
    [[nodiscard]] std::size_t next(std::size_t slot) const { return (slot + 1) & mask(); }
    [[nodiscard]] std::size_t home(const Key& key) const
    {
        // Ids of one moment begin alike: all their bits are to count.
        const quint64 mixed = quint64(qHash(key)) * 0x9e3779b97f4a7c15U;
        return static_cast<std::size_t>(mixed >> 32) & mask();
    }
    [[nodiscard]] std::size_t freeSlot(const Key& key) const
    {
        std::size_t slot = home(key);
        while (m_slots[slot] != 0)
            slot = next(slot);
        return slot;
    }
    [[nodiscard]] std::size_t slotOf(const Key& key, Place place) const
    {
        std::size_t slot = home(key);
        while (m_slots[slot] != place + 1)
            slot = next(slot);
        return slot;
    }
};

} // namespace relevo
