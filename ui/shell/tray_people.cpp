#include <ui/shell/tray_people.h>

#include <domain/priority.h>
#include <models/names.h>

#include <algorithm>

namespace relevo::ui {

QList<TrayPerson> waitingPeople(const client::LiveView& live, Timestamp now)
{
    std::vector<const client::ConversationRow*> waiting;
    for (const client::ConversationRow& row : live.rows()) {
        if (client::isWaiting(row) && !row.snoozedUntil)
            waiting.push_back(&row);
    }
    const auto count = std::min<std::size_t>(waiting.size(), mostTrayPeople);
    std::partial_sort(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(count), waiting.end(),
                      [now](const client::ConversationRow* a, const client::ConversationRow* b) {
                          return domain::queueBefore(client::queueHandoff(*a), client::queueHandoff(*b), now);
                      });
    QList<TrayPerson> people;
    for (std::size_t i = 0; i < count; ++i) {
        const client::ConversationRow& row = *waiting[i];
        QString words = models::visibleName(row.contactName, row.id);
        if (row.priority == domain::Priority::Urgent || row.priority == domain::Priority::High)
            words += QStringLiteral(" · ") + models::nameOf(row.priority);
        people.push_back({row.handoffId, words});
    }
    return people;
}

} // namespace relevo::ui
