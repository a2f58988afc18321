#pragma once

#include <ui/settings/settings_page.h>

#include <client/live_view.h>
#include <client/relay_api.h>

namespace relevo::ui {

class PasswordForm;
class SecondFactor;
class SessionsList;

/// Who is signed in here, their password, second factor and devices.
class AccountPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    AccountPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api);

    void opened() override;

Q_SIGNALS:
    void signOutRequested();

private:
    const client::LiveView& m_live;
    Text* m_name;
    Text* m_email;
    Text* m_project;
    Text* m_role;
    PasswordForm* m_password;
    SecondFactor* m_factor;
    SessionsList* m_sessions;

    void showMe();
};

} // namespace relevo::ui
