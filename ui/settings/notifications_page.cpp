#include <ui/settings/notifications_page.h>

#include <ui/settings/wheel_guard.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QTimeEdit>

namespace relevo::ui {

using metrics::grid;

NotificationsPage::NotificationsPage(const Theme& theme, Preferences& preferences)
    : SettingsPage(theme, tr("Notifications"),
                   tr("What you are told outside the window, while you look at something else.")),
      m_preferences(preferences), m_from(new QTimeEdit), m_to(new QTimeEdit)
{
    addSection(tr("Notify me when"));
    addKind(NoticeKind::NewHandoff, "noticeNewHandoff", tr("A customer waits for a human"));
    addKind(NoticeKind::Offer, "noticeOffer", tr("A customer is offered to me"),
            tr("You have some seconds to accept before the next agent is asked."));
    addKind(NoticeKind::TimeShort, "noticeTimeShort", tr("Time runs short for one of my customers"));
    addKind(NoticeKind::Reply, "noticeReply", tr("One of my customers writes"));
    addKind(NoticeKind::Posted, "noticePosted", tr("The relay or a program has news"),
            tr("Tickets, broken promises, the figures of the day, new orders."));

    addSection(tr("Privacy"));
    m_content = addSwitch("noticeContent", tr("Show names and messages"),
                          tr("Switched off, a notification says only that something has happened, so that "
                             "nobody else can read it on your screen."));

    addSection(tr("Do not disturb"));
    m_quiet = addSwitch("quiet", tr("Do not disturb"), tr("Until you switch it off."));
    m_hours = addSwitch("quietHours", tr("Do not disturb at these hours, every day"));
    auto* hours = new QWidget;
    auto* line = new QHBoxLayout(hours);
    line->setContentsMargins(3 * grid + 2, 0, 0, grid);
    line->setSpacing(grid);
    const auto addTime = [&](QTimeEdit* edit, const char* objectName, const QString& words) {
        edit->setObjectName(QString::fromLatin1(objectName));
        edit->setAccessibleName(words);
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
        edit->setDisplayFormat(clockFormat());
        new WheelGuard(*edit);
        line->addWidget(new Text(theme, &Fonts::body, &Colors::muted, words));
        line->addWidget(edit);
    };
    addTime(m_from, "quietFrom", tr("From"));
    addTime(m_to, "quietTo", tr("to"));
    line->addStretch();
    add(hours);
    m_offers = addSwitch("offersAnyway", tr("Offers come through all the same"));
    m_urgent = addSwitch("urgentAnyway", tr("Urgent customers come through all the same"));

    showRules(m_preferences.noticeRules());
    QList<QCheckBox*> boxes{m_content, m_quiet, m_hours, m_offers, m_urgent};
    for (const auto& [kind, box] : m_kinds)
        boxes << box;
    for (QCheckBox* box : boxes)
        connect(box, &QCheckBox::toggled, this, &NotificationsPage::save);
    for (QTimeEdit* edit : {m_from, m_to})
        connect(edit, &QTimeEdit::timeChanged, this, &NotificationsPage::save);
}

void NotificationsPage::addKind(NoticeKind kind, const char* objectName, const QString& words,
                                const QString& hint)
{
    m_kinds.emplace_back(kind, addSwitch(objectName, words, hint));
}

void NotificationsPage::showRules(const NoticeRules& rules)
{
    for (const auto& [kind, box] : m_kinds)
        box->setChecked(!rules.muted.contains(kind));
    m_content->setChecked(rules.content);
    m_quiet->setChecked(rules.quiet);
    m_hours->setChecked(rules.quietHours);
    m_offers->setChecked(rules.offersAnyway);
    m_urgent->setChecked(rules.urgentAnyway);
    m_from->setTime(rules.quietFrom);
    m_to->setTime(rules.quietTo);
    updateHours();
}

void NotificationsPage::save()
{
    NoticeRules rules;
    for (const auto& [kind, box] : m_kinds) {
        if (!box->isChecked())
            rules.muted.insert(kind);
    }
    rules.content = m_content->isChecked();
    rules.quiet = m_quiet->isChecked();
    rules.quietHours = m_hours->isChecked();
    rules.offersAnyway = m_offers->isChecked();
    rules.urgentAnyway = m_urgent->isChecked();
    rules.quietFrom = m_from->time();
    rules.quietTo = m_to->time();
    m_preferences.setNoticeRules(rules);
    updateHours();
}

void NotificationsPage::updateHours()
{
    for (QTimeEdit* edit : {m_from, m_to})
        edit->setEnabled(m_hours->isChecked());
}

} // namespace relevo::ui
