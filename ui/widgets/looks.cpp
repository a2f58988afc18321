#include <ui/widgets/looks.h>

namespace relevo::ui {

Look lookOf(domain::Priority priority)
{
    switch (priority) {
    case domain::Priority::Urgent:
        return {QStringLiteral("priority-urgent"), &Colors::danger};
    case domain::Priority::High:
        return {QStringLiteral("priority-high"), &Colors::warning};
    case domain::Priority::Normal:
        return {QStringLiteral("priority-normal"), &Colors::muted};
    case domain::Priority::Low:
        return {QStringLiteral("priority-low"), &Colors::faint};
    }
    return {};
}

Look lookOf(domain::Availability availability)
{
    switch (availability) {
    case domain::Availability::Available:
        return {QStringLiteral("state-available"), &Colors::good};
    case domain::Availability::Busy:
        return {QStringLiteral("state-busy"), &Colors::danger};
    case domain::Availability::Away:
        return {QStringLiteral("state-away"), &Colors::faint};
    }
    return {};
}

Look lookOf(domain::Delivery delivery)
{
    switch (delivery) {
    case domain::Delivery::Queued:
        return {QStringLiteral("clock"), &Colors::faint};
    case domain::Delivery::Sent:
        return {QStringLiteral("check"), &Colors::faint};
    case domain::Delivery::Delivered:
        return {QStringLiteral("check-double"), &Colors::faint};
    case domain::Delivery::Read:
        return {QStringLiteral("check-double"), &Colors::accentText};
    case domain::Delivery::Failed:
        return {QStringLiteral("alert"), &Colors::danger};
    case domain::Delivery::Unknown:
        return {QStringLiteral("info"), &Colors::warning};
    }
    return {};
}

QColor Colors::*urgencyColor(double spent)
{
    // The thresholds of domain::priorityAt.
    return spent > 0.8 ? &Colors::danger : spent >= 0.5 ? &Colors::warning : &Colors::good;
}

QString channelIcon(const QString& channel)
{
    if (channel == QLatin1String("http"))
        return QStringLiteral("code");
    if (channel == QLatin1String("email"))
        return QStringLiteral("mail");
    if (channel == QLatin1String("whatsapp"))
        return QStringLiteral("phone");
    return channel == QLatin1String("slack") ? QStringLiteral("hash") : QStringLiteral("chat");
}

} // namespace relevo::ui
