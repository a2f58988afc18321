#pragma once

#include <client/wish.h>

#include <optional>
#include <vector>

namespace relevo::models {

/// What can still be taken back, in the order of wishing. What was wanted of several conversations at once is
/// taken back at once.
class UndoList
{
public:
    struct Group
    {
        client::Wish wish = client::Wish::Resolve;
        std::vector<client::HeldWish> wishes; ///< of different conversations; never empty
    };

    void add(const client::HeldWish& wish);
    /// The newest group whose time is not over at `now`; null when there is none. Valid until the next
    /// change.
    [[nodiscard]] const Group* newest(Timestamp now);
    /// Takes that group out; nothing when there is none.
    [[nodiscard]] std::optional<Group> take(Timestamp now);
    void clear() { m_groups.clear(); }

private:
    std::vector<Group> m_groups;
};

} // namespace relevo::models
