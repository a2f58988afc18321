#pragma once

#include <ui/theme/theme.h>
#include <ui/widgets/popup_button.h>

#include <domain/agent.h>

namespace relevo::ui {

/// The agent's availability, by shape, colour and word, with a menu to change it.
class AvailabilityButton final : public PopupButton
{
    Q_OBJECT
public:
    explicit AvailabilityButton(const Theme& theme, QWidget* parent = nullptr);

    void setAvailability(domain::Availability availability);

Q_SIGNALS:
    void chosen(relevo::domain::Availability availability);

private:
    const Theme& m_theme;
};

/// Fills `menu` with the three choices, `current` being ticked; `choose` is called with what was picked.
void fillAvailabilityMenu(QMenu& menu, const Theme& theme, domain::Availability current,
                          const std::function<void(domain::Availability)>& choose);

} // namespace relevo::ui
