#include <ui/widgets/availability_button.h>

#include <models/names.h>
#include <ui/widgets/looks.h>

#include <QtGui/QHelpEvent>
#include <QtWidgets/QToolTip>

namespace relevo::ui {

AvailabilityButton::AvailabilityButton(const Theme& theme, QWidget* parent)
    : PopupButton(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("availability"));
    setAccessibleName(tr("Availability"));
    setFont(theme.fonts().captionStrong);
    setSign(theme.icon(QStringLiteral("chevron-down")));
    setAvailability(domain::Availability::Away);
}

void AvailabilityButton::setConnected(bool connected)
{
    m_connected = connected;
    refresh();
}

QString AvailabilityButton::offlineWords() const
{
    return tr("You are not connected. Unless you are signed in elsewhere, others see you as away, and your "
              "conversations go back to the queue after a while. Once reconnected, you are again: %1.")
        .arg(models::nameOf(m_availability));
}

void AvailabilityButton::refresh()
{
    const Look look =
        m_connected ? lookOf(m_availability) : Look{QStringLiteral("offline"), &Colors::warning};
    setText(m_connected ? models::nameOf(m_availability) : tr("Offline"));
    setIcon(m_theme.icon(look.icon, look.color));
    setAccessibleDescription(m_connected ? models::nameOf(m_availability) : offlineWords());
}

bool AvailabilityButton::event(QEvent* event)
{
    // Instead of the hint of its key.
    if (event->type() != QEvent::ToolTip || m_connected)
        return PopupButton::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), offlineWords(), this);
    return true;
}

void AvailabilityButton::setAvailability(domain::Availability availability)
{
    m_availability = availability;
    refresh();
    fillAvailabilityMenu(popup(), m_theme, availability,
                         [this](domain::Availability next) { Q_EMIT chosen(next); });
}

void fillAvailabilityMenu(QMenu& menu, const Theme& theme, domain::Availability current,
                          const std::function<void(domain::Availability)>& choose)
{
    menu.clear();
    for (const domain::Availability availability :
         {domain::Availability::Available, domain::Availability::Busy, domain::Availability::Away}) {
        const Look look = lookOf(availability);
        QAction* action = menu.addAction(theme.icon(look.icon, look.color), models::nameOf(availability));
        if (availability == current) {
            QFont font = action->font();
            font.setWeight(QFont::DemiBold);
            action->setFont(font);
        }
        QObject::connect(action, &QAction::triggered, &menu,
                         [choose, availability] { choose(availability); });
    }
}

} // namespace relevo::ui
