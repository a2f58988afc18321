#include <client/row_set.h>

#include <bit>

namespace relevo::client {

using domain::ConversationId;

std::size_t RowSet::home(const ConversationId& id) const
{
    // Ids of one moment begin alike: all their bits are to count.
    const quint64 mixed = quint64(qHash(id)) * 0x9e3779b97f4a7c15U;
    return static_cast<std::size_t>(mixed >> 32) & (m_slots.size() - 1);
}

const ConversationId& RowSet::idIn(std::size_t slot) const
{
    return m_rows[m_slots[slot] - 1].id;
}

std::size_t RowSet::slotOf(const ConversationId& id) const
{
    std::size_t slot = home(id);
    while (m_slots[slot] != 0 && idIn(slot) != id)
        slot = (slot + 1) & (m_slots.size() - 1);
    return slot;
}

const ConversationRow* RowSet::find(const ConversationId& id) const
{
    if (m_rows.empty())
        return nullptr;
    const Place place = m_slots[slotOf(id)];
    return place == 0 ? nullptr : &m_rows[place - 1];
}

QList<ConversationId> RowSet::keys() const
{
    QList<ConversationId> keys;
    keys.reserve(size());
    for (const ConversationRow& row : m_rows)
        keys.push_back(row.id);
    return keys;
}

void RowSet::reserve(std::size_t rows)
{
    constexpr std::size_t fewest = 16;
    const std::size_t wanted = std::bit_ceil(std::max(2 * rows, fewest));
    if (wanted <= m_slots.size())
        return;
    m_slots.assign(wanted, 0);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_slots[slotOf(m_rows[i].id)] = static_cast<Place>(i + 1);
}

void RowSet::put(ConversationRow row)
{
    reserve(m_rows.size() + 1);
    Place& place = m_slots[slotOf(row.id)];
    if (place != 0) {
        m_rows[place - 1] = std::move(row);
        return;
    }
    m_rows.push_back(std::move(row));
    place = static_cast<Place>(m_rows.size());
}

void RowSet::remove(const ConversationId& id)
{
    if (m_rows.empty())
        return;
    const std::size_t slot = slotOf(id);
    const Place place = m_slots[slot];
    if (place == 0)
        return;
    // The last one takes its place.
    if (place != m_rows.size()) {
        m_slots[slotOf(m_rows.back().id)] = place;
        std::swap(m_rows[place - 1], m_rows.back());
    }
    m_slots[slot] = 0;
    m_rows.pop_back();
    close(slot);
}

/// Those behind a free slot that stand where they do because it was not free move up.
void RowSet::close(std::size_t slot)
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t next = (slot + 1) & mask; m_slots[next] != 0; next = (next + 1) & mask) {
        const std::size_t fromHome = (next - home(idIn(next))) & mask;
        if (fromHome < ((next - slot) & mask))
            continue;
        m_slots[slot] = std::exchange(m_slots[next], 0);
        slot = next;
    }
}

} // namespace relevo::client
