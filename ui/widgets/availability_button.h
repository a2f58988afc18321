#pragma once

#include <ui/theme/theme.h>
#include <ui/widgets/popup_button.h>

#include <domain/agent.h>

namespace relevo::ui {

/// The agent's availability, by shape, colour and word, with a menu to change it. Without a connection it
/// says that instead: whatever was chosen, nobody can reach them.
class AvailabilityButton final : public PopupButton
{
    Q_OBJECT
public:
    explicit AvailabilityButton(const Theme& theme, QWidget* parent = nullptr);

    void setAvailability(domain::Availability availability);
    void setConnected(bool connected);

Q_SIGNALS:
    void chosen(relevo::domain::Availability availability);

protected:
    bool event(QEvent* event) override;

private:
    const Theme& m_theme;
    domain::Availability m_availability = domain::Availability::Away;
    bool m_connected = false;

    void refresh();
    [[nodiscard]] QString offlineWords() const;
};

/// Fills `menu` with the three choices, `current` being ticked; `choose` is called with what was picked.
void fillAvailabilityMenu(QMenu& menu, const Theme& theme, domain::Availability current,
                          const std::function<void(domain::Availability)>& choose);

} // namespace relevo::ui
