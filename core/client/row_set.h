#pragma once

#include <base/place_table.h>
#include <client/conversation_row.h>

#include <QtCore/QList>

#include <deque>

namespace relevo::client {

/// Rows by their conversations and by their newest handoffs. A hundred thousand of them take little more than
/// what stands in them (PlaceTable). In no order that means anything. What is pointed to is there until the
/// next change. Not shared: a copy copies all rows.
class RowSet
{
public:
    [[nodiscard]] auto begin() const { return m_rows.cbegin(); }
    [[nodiscard]] auto end() const { return m_rows.cend(); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_rows.size()); }
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    /// Null when there is none.
    [[nodiscard]] const ConversationRow* find(const domain::ConversationId& id) const;
    [[nodiscard]] const ConversationRow* findHandoff(const domain::HandoffId& id) const;
    [[nodiscard]] QList<domain::ConversationId> keys() const;

    void reserve(std::size_t rows);
    /// Adds it, or replaces the one of the same conversation.
    void put(ConversationRow row);
    void remove(const domain::ConversationId& id);

private:
    using Place = quint32; ///< in m_rows
    std::deque<ConversationRow> m_rows;
    PlaceTable<domain::ConversationId> m_byId;
    PlaceTable<domain::HandoffId> m_byHandoff; ///< of those that have one

    [[nodiscard]] auto idAt() const
    {
        return [this](Place place) -> const domain::ConversationId& {
            return m_rows[place].id;
        };
    }
    [[nodiscard]] auto handoffAt() const
    {
        return [this](Place place) -> const domain::HandoffId& {
            return m_rows[place].handoffId;
        };
    }
    void index(Place place);
    void unindex(Place place);
};

} // namespace relevo::client
