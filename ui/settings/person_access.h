#pragma once

#include <ui/theme/theme.h>

#include <domain/agent.h>

#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class SettingRow;

/// What an admin does about somebody's way in. Each is asked about before it is done; what there is to do
/// depends on who it is.
class PersonAccess final : public QWidget
{
    Q_OBJECT
public:
    explicit PersonAccess(const Theme& theme);

    /// What can be done.
    enum class Act {
        Invite,        ///< another link; the one before does not hold any more
        ResetPassword, ///< they set another by a link
        ResetFactor,   ///< a lost phone
        EndSessions,   ///< out of all devices
        Disable,
        Enable,
    };
    /// `own`: it is oneself, about whom the account page is.
    void show(const domain::Agent& agent, bool own);
    /// Nothing can be done now.
    void setBusy(bool busy);

Q_SIGNALS:
    void wanted(relevo::ui::PersonAccess::Act act);

private:
    struct Row
    {
        Act act;
        QPushButton* button;
        SettingRow* row;
    };
    QList<Row> m_rows;
};

/// What is asked before it is done: what it does to them, and to whom they talk with.
struct AccessQuestion
{
    QString title;
    QString words;
    QString yes; ///< on the button
};
/// `held`: conversations they hold now. Enabling is not asked about.
[[nodiscard]] AccessQuestion questionOf(PersonAccess::Act act, const domain::Agent& agent, int held);

} // namespace relevo::ui
