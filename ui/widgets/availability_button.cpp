#include <ui/widgets/availability_button.h>

#include <models/names.h>
#include <ui/widgets/looks.h>

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

void AvailabilityButton::setAvailability(domain::Availability availability)
{
    const Look look = lookOf(availability);
    setText(models::nameOf(availability));
    setIcon(m_theme.icon(look.icon, look.color));
    setAccessibleDescription(models::nameOf(availability));
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
        action->setIconVisibleInMenu(true);
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
