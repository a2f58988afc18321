#include <ui/settings/person_access.h>

#include <ui/settings/setting_row.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

PersonAccess::PersonAccess(const Theme& theme)
{
    auto* heading = new Text(theme, &Fonts::heading, &Colors::text, tr("Access"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4 * grid, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(heading);
    layout->addSpacing(grid);
    const auto row = [&](Act act, const char* objectName, const QString& name, const QString& words,
                         const QString& hint) {
        auto* button = new QPushButton(words);
        button->setObjectName(QString::fromLatin1(objectName));
        button->setAccessibleName(words);
        auto* made = new SettingRow(theme, name, button, hint);
        layout->addWidget(made);
        m_rows.push_back({act, button, made});
        connect(button, &QPushButton::clicked, this, [this, act] { Q_EMIT wanted(act); });
    };
    row(Act::Invite, "personInvite", tr("Invitation"), tr("Make a new link…"),
        tr("They have not set a password yet. The link they have stops working."));
    row(Act::ResetPassword, "personPassword", tr("Password"), tr("Reset the password…"),
        tr("For whoever forgot it: they set another by a link that you give them."));
    row(Act::ResetFactor, "personResetFactor", tr("Second factor"), tr("Take it away…"),
        tr("For whoever lost their phone: their password alone lets them in until they set up another."));
    row(Act::EndSessions, "personSessions", tr("Signed-in devices"), tr("Sign out everywhere…"),
        tr("For a device that was lost. Their password stays."));
    row(Act::Disable, "personDisable", tr("Account"), tr("Disable the account…"),
        tr("For whoever left. What they wrote stays, and the account can be enabled again."));
    row(Act::Enable, "personEnable", tr("Account"), tr("Enable the account"),
        tr("They can sign in again with the password they had."));
    setButtonKind(*m_rows.back().button, ButtonKind::Primary);
}

void PersonAccess::show(const domain::Agent& agent, bool own)
{
    for (const Row& row : std::as_const(m_rows)) {
        bool there = !agent.disabled;
        switch (row.act) {
        case Act::Invite:
            there = there && agent.invited;
            break;
        case Act::ResetPassword:
        case Act::ResetFactor:
        case Act::EndSessions:
            there = there && !agent.invited;
            break;
        case Act::Disable:
            break;
        case Act::Enable:
            there = agent.disabled;
            break;
        }
        row.row->setVisible(there);
    }
    setVisible(!own);
}

void PersonAccess::setBusy(bool busy)
{
    for (const Row& row : std::as_const(m_rows))
        row.button->setEnabled(!busy);
}

AccessQuestion questionOf(PersonAccess::Act act, const domain::Agent& agent, int held)
{
    using Act = PersonAccess::Act;
    const QString name = isolated(agent.name);
    switch (act) {
    case Act::Invite:
        return {PersonAccess::tr("Make a new link for %1?").arg(name),
                PersonAccess::tr("The link they have stops working. The new one holds for seven days."),
                PersonAccess::tr("Make the link")};
    case Act::ResetPassword:
        return {
            PersonAccess::tr("Reset the password of %1?").arg(name),
            PersonAccess::tr("They are signed out everywhere, and their password stops working. You get a "
                             "link with which they set another within a day."),
            PersonAccess::tr("Reset the password")};
    case Act::ResetFactor:
        return {PersonAccess::tr("Take the second factor of %1 away?").arg(name),
                agent.totpRequired
                    ? PersonAccess::tr(
                          "Their password alone lets them in, and they have to set up another at once.")
                    : PersonAccess::tr("Their password alone lets them in until they set up another."),
                PersonAccess::tr("Take it away")};
    case Act::EndSessions:
        return {
            PersonAccess::tr("Sign %1 out everywhere?").arg(name),
            PersonAccess::tr("Every desktop of theirs asks for their password again. What they hold stays "
                             "theirs for the moment."),
            PersonAccess::tr("Sign out")};
    case Act::Disable: {
        const QStringList sentences{
            PersonAccess::tr("They are signed out everywhere at once and cannot sign in any more."),
            held > 0 ? PersonAccess::tr("%n conversation(s) of theirs go back to the queue for others.",
                                        nullptr, held)
                     : PersonAccess::tr("They hold no conversations now."),
            PersonAccess::tr("What they wrote stays, and you can enable the account again.")};
        return {PersonAccess::tr("Disable the account of %1?").arg(name), sentences.join(u' '),
                PersonAccess::tr("Disable the account")};
    }
    case Act::Enable:
        break;
    }
    return {};
}

} // namespace relevo::ui
