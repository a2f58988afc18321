#include <models/undo_list.h>

#include <algorithm>

namespace relevo::models {

namespace {

// Nobody asks for the same of two conversations one after the other so quickly: it was one wish.
constexpr milliseconds atOnce{300};

} // namespace

void UndoList::add(const client::HeldWish& wish)
{
    if (!m_groups.empty()) {
        Group& last = m_groups.back();
        const bool other =
            std::none_of(last.wishes.begin(), last.wishes.end(), [&wish](const client::HeldWish& known) {
                return known.conversation == wish.conversation;
            });
        if (last.wish == wish.wish && other && wish.madeAt - last.wishes.front().madeAt <= atOnce) {
            last.wishes.push_back(wish);
            return;
        }
    }
    m_groups.push_back({wish.wish, {wish}});
}

const UndoList::Group* UndoList::newest(Timestamp now)
{
    // A group ends with its first wish: half of it cannot be taken back.
    std::erase_if(m_groups, [now](const Group& group) { return group.wishes.front().until <= now; });
    return m_groups.empty() ? nullptr : &m_groups.back();
}

std::optional<UndoList::Group> UndoList::take(Timestamp now)
{
    if (!newest(now))
        return std::nullopt;
    Group group = std::move(m_groups.back());
    m_groups.pop_back();
    return group;
}

} // namespace relevo::models
