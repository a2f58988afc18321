#include <ui/settings/account_page.h>

#include <ui/settings/password_form.h>
#include <ui/settings/second_factor.h>
#include <ui/settings/sessions_list.h>
#include <ui/widgets/text.h>

#include <models/people_records.h>

#include <QtWidgets/QPushButton>

namespace relevo::ui {

AccountPage::AccountPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api)
    : SettingsPage(theme, tr("Account")), m_live(live), m_name(new Text(theme, &Fonts::body, &Colors::text)),
      m_email(new Text(theme, &Fonts::body, &Colors::text)),
      m_project(new Text(theme, &Fonts::body, &Colors::text)),
      m_role(new Text(theme, &Fonts::body, &Colors::text)), m_password(new PasswordForm(theme, api)),
      m_factor(new SecondFactor(theme, api)), m_sessions(new SessionsList(theme, api))
{
    addSection(tr("You"), tr("An administrator can change these."));
    m_name->setObjectName(QStringLiteral("accountName"));
    m_role->setObjectName(QStringLiteral("accountRole"));
    for (Text* text : {m_name, m_email, m_project, m_role})
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addRow(tr("Name"), m_name);
    addRow(tr("E-mail"), m_email);
    addRow(tr("Project"), m_project);
    addRow(tr("Role"), m_role);
    addSection(tr("Password"));
    add(m_password);
    addSection(tr("Second factor"), tr("A code that changes every half minute, from an app on your phone, in "
                                       "addition to your password."));
    add(m_factor);
    addSection(tr("Signed in on"));
    add(m_sessions);
    auto* signOut = new QPushButton(tr("Sign out"));
    signOut->setObjectName(QStringLiteral("accountSignOut"));
    signOut->setAccessibleName(tr("Sign out of this device"));
    addSpace(24);
    add(atStart(signOut));
    connect(signOut, &QPushButton::clicked, this, &AccountPage::signOutRequested);
    connect(&live, &client::LiveView::meChanged, this, &AccountPage::showMe);
    connect(&live, &client::LiveView::projectChanged, this, &AccountPage::showMe);
    showMe();
}

void AccountPage::opened()
{
    m_factor->refresh();
    m_sessions->refresh();
}

void AccountPage::showMe()
{
    const domain::Agent& me = m_live.me();
    m_name->setWhole(me.name);
    m_email->setWhole(me.email);
    m_project->setWhole(m_live.project().name);
    m_role->setWhole(models::roleName(me.role));
}

} // namespace relevo::ui
