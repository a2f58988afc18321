#include <ui/shell/tray_people.h>

#include <domain/priority.h>
#include <models/names.h>

#include <algorithm>

namespace relevo::ui {

namespace {

using client::ConversationRow;
using models::InboxSection;

/// Among whom the first ones are. This is asked after every change, so it does not look at a hundred thousand
/// where the inbox has them in order.
std::vector<const ConversationRow*> candidates(const models::Inbox& inbox)
{
    std::vector<const ConversationRow*> found;
    const auto take = [&found](const ConversationRow* row) {
        const bool waits = row && client::isWaiting(*row) && !row->snoozedUntil;
        if (waits)
            found.push_back(row);
        return waits;
    };
    if (inbox.filter() != models::InboxFilter() || inbox.sort() != models::InboxSort::Urgency) {
        for (const ConversationRow& row : inbox.live().rows())
            take(&row);
        return found;
    }
    for (const auto& entry : inbox.section(InboxSection::Offered).entries())
        take(inbox.live().row(entry.conversation));
    for (const InboxSection section : {InboxSection::Waiting, InboxSection::Tickets}) {
        int taken = 0;
        for (const auto& entry : inbox.section(section).entries()) {
            if (taken == mostTrayPeople)
                break;
            if (take(inbox.live().row(entry.conversation)))
                ++taken;
        }
    }
    return found;
}

} // namespace

QList<TrayPerson> waitingPeople(const models::Inbox& inbox)
{
    struct Place
    {
        domain::Handoff handoff;
        const ConversationRow* row;
    };
    const Timestamp now = inbox.clock().now();
    std::vector<Place> waiting;
    for (const ConversationRow* row : candidates(inbox))
        waiting.push_back({client::queueHandoff(*row), row});
    const auto count = std::min<std::size_t>(waiting.size(), mostTrayPeople);
    std::partial_sort(
        waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(count), waiting.end(),
        [now](const Place& a, const Place& b) { return domain::queueBefore(a.handoff, b.handoff, now); });
    QList<TrayPerson> people;
    for (std::size_t i = 0; i < count; ++i) {
        const ConversationRow& row = *waiting[i].row;
        QString words = models::visibleName(row.contactName, row.id);
        if (row.priority == domain::Priority::Urgent || row.priority == domain::Priority::High)
            words += QStringLiteral(" · ") + models::nameOf(row.priority);
        people.push_back({row.handoffId, words});
    }
    return people;
}

} // namespace relevo::ui
