#pragma once

#include <ui/actions/action_dialog.h>

#include <base/clock.h>
#include <models/snooze_choices.h>

class QLineEdit;

namespace relevo::ui {

class ChoiceList;

/// Until when a conversation is put off: a time that is typed, or one of the usual ones.
class SnoozeDialog final : public ActionDialog
{
    Q_OBJECT
public:
    /// `clock` must outlive the dialog.
    SnoozeDialog(const Theme& theme, const QString& contactName, const Clock& clock,
                 QWidget* parent = nullptr);

    void confirm() override;

Q_SIGNALS:
    /// From now on.
    void snoozed(int minutes);

private:
    const Clock& m_clock;
    models::SnoozeChoices m_choices;
    ChoiceList* m_list;

    [[nodiscard]] QDateTime now() const;
};

} // namespace relevo::ui
