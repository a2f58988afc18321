#include <client/row_set.h>

namespace relevo::client {

using domain::ConversationId;

const ConversationRow* RowSet::find(const ConversationId& id) const
{
    const std::optional<Place> place = m_byId.find(id, idAt());
    return place ? &m_rows[*place] : nullptr;
}

const ConversationRow* RowSet::findHandoff(const domain::HandoffId& id) const
{
    const std::optional<Place> place = m_byHandoff.find(id, handoffAt());
    return place ? &m_rows[*place] : nullptr;
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
    m_byId.reserve(rows, idAt());
    m_byHandoff.reserve(rows, handoffAt());
}

void RowSet::index(Place place)
{
    m_byId.insert(place, idAt());
    if (!m_rows[place].handoffId.isNull())
        m_byHandoff.insert(place, handoffAt());
}

void RowSet::unindex(Place place)
{
    const ConversationRow& row = m_rows[place];
    m_byId.remove(row.id, place, idAt());
    if (!row.handoffId.isNull())
        m_byHandoff.remove(row.handoffId, place, handoffAt());
}

void RowSet::put(ConversationRow row)
{
    const std::optional<Place> known = m_byId.find(row.id, idAt());
    if (!known) {
        m_rows.push_back(std::move(row));
        index(static_cast<Place>(m_rows.size() - 1));
        return;
    }
    if (m_rows[*known].handoffId == row.handoffId) {
        m_rows[*known] = std::move(row);
        return;
    }
    unindex(*known);
    m_rows[*known] = std::move(row);
    index(*known);
}

void RowSet::remove(const ConversationId& id)
{
    const std::optional<Place> place = m_byId.find(id, idAt());
    if (!place)
        return;
    unindex(*place);
    // The last one takes its place.
    const auto last = static_cast<Place>(m_rows.size() - 1);
    if (*place != last) {
        const ConversationRow& moved = m_rows[last];
        m_byId.move(moved.id, last, *place);
        if (!moved.handoffId.isNull())
            m_byHandoff.move(moved.handoffId, last, *place);
        m_rows[*place] = std::move(m_rows[last]);
    }
    m_rows.pop_back();
}

} // namespace relevo::client
