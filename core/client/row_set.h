#pragma once

#include <client/conversation_row.h>

#include <QtCore/QList>

#include <deque>
#include <vector>

namespace relevo::client {

/// Rows by their conversations. A hundred thousand of them take little more than what stands in them: a hash
/// that holds the rows themselves keeps room for a third more. In no order that means anything. What is
/// pointed to is there until the next change. Not shared: a copy copies all rows.
class RowSet
{
public:
    [[nodiscard]] auto begin() const { return m_rows.cbegin(); }
    [[nodiscard]] auto end() const { return m_rows.cend(); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_rows.size()); }
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    /// Null when there is none.
    [[nodiscard]] const ConversationRow* find(const domain::ConversationId& id) const;
    [[nodiscard]] QList<domain::ConversationId> keys() const;

    void reserve(std::size_t rows);
    /// Adds it, or replaces the one of the same conversation.
    void put(ConversationRow row);
    void remove(const domain::ConversationId& id);

private:
    using Place = quint32; ///< in m_rows, and one more; 0: none
    std::deque<ConversationRow> m_rows;
    std::vector<Place> m_slots; ///< by the hash, else in the next that was free; a power of two, half of them

    [[nodiscard]] std::size_t home(const domain::ConversationId& id) const;
    /// Where its place is written, or would be.
    [[nodiscard]] std::size_t slotOf(const domain::ConversationId& id) const;
    [[nodiscard]] const domain::ConversationId& idIn(std::size_t slot) const;
    void close(std::size_t slot);
};

} // namespace relevo::client
