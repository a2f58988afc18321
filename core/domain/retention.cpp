#include <domain/retention.h>

#include <domain/sla_clock.h>

#include <algorithm>

namespace relevo::domain {

int daysKept(const Settings& settings, const Conversation& conversation)
{
    if (settings.retentionRules.empty())
        return settings.retentionDays;
    const QStringList tags = tagsOf(conversation);
    const auto applies = [&](const RetentionRule& rule) {
        const auto isNamed = [&rule](const QString& tag) {
            return rule.tags.contains(tag, Qt::CaseInsensitive);
        };
        return (rule.channels.isEmpty() ||
                rule.channels.contains(conversation.channel, Qt::CaseInsensitive)) &&
               (rule.tags.isEmpty() || std::ranges::any_of(tags, isNamed));
    };
    const auto found = std::ranges::find_if(settings.retentionRules, applies);
    return found == settings.retentionRules.end() ? settings.retentionDays : found->days;
}

bool forgetsAnything(const Settings& settings)
{
    return settings.retentionDays > 0 || settings.attachmentDays > 0 ||
           std::ranges::any_of(settings.retentionRules,
                               [](const RetentionRule& rule) { return rule.days > 0; });
}

} // namespace relevo::domain
