#include <ui/settings/notifications_page.h>

#include <ui/notify/sound_player.h>
#include <ui/settings/wheel_guard.h>
#include <ui/shell/autostart.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QTimeEdit>

namespace relevo::ui {

using metrics::grid;

NotificationsPage::NotificationsPage(const Theme& theme, Preferences& preferences,
                                     const SystemServices& system)
    : SettingsPage(theme, tr("Notifications"),
                   tr("What you are notified of while you are looking at something else.")),
      m_preferences(preferences), m_system(system), m_volume(new QSlider(Qt::Horizontal)),
      m_test(new QPushButton(tr("Play a sound"))), m_noSound(new Text(theme, &Fonts::body, &Colors::muted)),
      m_idle(new QComboBox), m_remind(new QComboBox),
      m_autostartTrouble(new Text(theme, &Fonts::body, &Colors::danger)), m_from(new QTimeEdit),
      m_to(new QTimeEdit)
{
    addKinds();
    addSounds();
    addPrivacy();
    addQuiet();
    addPresence();

    showRules(m_preferences.noticeRules());
    showSounds(m_preferences.soundRules());
    QList<QCheckBox*> boxes{m_content, m_locked, m_quiet, m_hours, m_offers, m_urgent};
    for (const auto& [kind, box] : m_kinds)
        boxes << box;
    for (QCheckBox* box : boxes)
        connect(box, &QCheckBox::toggled, this, &NotificationsPage::saveRules);
    for (QTimeEdit* edit : {m_from, m_to})
        connect(edit, &QTimeEdit::timeChanged, this, &NotificationsPage::saveRules);
    for (const auto& [kind, combo] : m_sounds)
        connect(combo, &QComboBox::activated, this, &NotificationsPage::saveSounds);
    connect(m_volume, &QSlider::valueChanged, this, &NotificationsPage::saveSounds);
    connect(m_repeat, &QCheckBox::toggled, this, &NotificationsPage::saveSounds);
    connect(m_test, &QPushButton::clicked, this,
            [this] { m_system.sounds.play(Chime::Double, m_volume->value()); });
    connect(m_idle, &QComboBox::activated, this,
            [this] { m_preferences.setIdleMinutes(m_idle->currentData().toInt()); });
    connect(m_remind, &QComboBox::activated, this,
            [this] { m_preferences.setRemindMinutes(m_remind->currentData().toInt()); });
}

void NotificationsPage::opened()
{
    // The tray's menu and the session's own settings have some of these too.
    showRules(m_preferences.noticeRules());
    if (m_autostart)
        m_autostart->setChecked(m_system.autostart.isOn());
    const bool heard = m_system.sounds.isThere();
    m_noSound->setVisible(!heard);
    m_test->setEnabled(heard);
}

void NotificationsPage::addKinds()
{
    addSection(tr("Notify me when"));
    addKind(NoticeKind::NewHandoff, "noticeNewHandoff", tr("A customer is waiting for a human"));
    addKind(NoticeKind::Offer, "noticeOffer", tr("A customer is offered to me"),
            tr("You have a few seconds to accept before the next agent is asked."));
    addKind(NoticeKind::Transferred, "noticeTransferred", tr("Somebody assigns me a conversation"));
    addKind(NoticeKind::TimeShort, "noticeTimeShort", tr("Time is running out for one of my customers"));
    addKind(NoticeKind::Reply, "noticeReply", tr("One of my customers writes"));
    addKind(NoticeKind::Mention, "noticeMention", tr("A colleague mentions me in a note"));
    addKind(NoticeKind::Posted, "noticePosted", tr("The relay or a program has news"),
            tr("Tickets, broken promises, the day’s figures, new orders."));
    m_remind->setObjectName(QStringLiteral("remindMinutes"));
    fillMinutes(*m_remind, {1, 5, 10, 15, 30, 60}, m_preferences.remindMinutes());
    addRow(tr("Remind me again"), m_remind, tr("After “Remind me later”, if it still applies then."));
}

void NotificationsPage::fillMinutes(QComboBox& combo, std::initializer_list<int> choices, int kept)
{
    for (const int minutes : choices)
        combo.addItem(tr("After %n minute(s)", nullptr, minutes), minutes);
    if (combo.findData(kept) < 0) // set by hand in the file of preferences
        combo.addItem(tr("After %n minute(s)", nullptr, kept), kept);
    combo.setCurrentIndex(combo.findData(kept));
    new WheelGuard(combo);
}

void NotificationsPage::addSounds()
{
    addSection(tr("Sounds"));
    m_noSound->setObjectName(QStringLiteral("noSound"));
    m_noSound->setWordWrap(true);
    m_noSound->setWhole(
        tr("No program that plays sounds was found on this computer (paplay, pw-play or aplay), "
           "so nothing is heard."));
    m_noSound->setVisible(!m_system.sounds.isThere());
    add(m_noSound);
    for (const auto& [kind, box] : m_kinds) {
        auto* combo = new QComboBox;
        combo->setObjectName(box->objectName() + QStringLiteral("Sound"));
        combo->addItem(tr("No sound"), static_cast<int>(Chime::None));
        combo->addItem(tr("Bell"), static_cast<int>(Chime::Bell));
        combo->addItem(tr("Two tones"), static_cast<int>(Chime::Double));
        combo->addItem(tr("Knock"), static_cast<int>(Chime::Knock));
        combo->addItem(tr("Rising tones"), static_cast<int>(Chime::Rise));
        // The switch above has the same words.
        combo->setAccessibleName(tr("Sound: %1").arg(box->text()));
        m_sounds.emplace_back(kind, combo);
        addRow(box->text(), combo);
        new WheelGuard(*combo);
        // Whoever chooses a sound wants to know it.
        connect(combo, &QComboBox::activated, this, [this, combo] {
            m_system.sounds.play(static_cast<Chime>(combo->currentData().toInt()), m_volume->value());
        });
    }
    m_volume->setObjectName(QStringLiteral("volume"));
    m_volume->setRange(0, 100);
    m_volume->setPageStep(10);
    new WheelGuard(*m_volume);
    addRow(tr("Volume"), m_volume);
    m_test->setObjectName(QStringLiteral("testSound"));
    m_test->setAccessibleName(m_test->text());
    m_test->setEnabled(m_system.sounds.isThere());
    add(atStart(m_test));
    m_repeat =
        addSwitch("repeatUrgent", tr("Repeat the sound for urgent ones until I act"),
                  tr("Until you answer the notification or look at the window, for five minutes at most."));
}

void NotificationsPage::addPrivacy()
{
    addSection(tr("Privacy"));
    m_content = addSwitch("noticeContent", tr("Show names and messages"),
                          tr("When this is off, a notification only says that something has happened, so "
                             "that nobody else can read the rest on your screen."));
    m_locked = addSwitch("noticeContentLocked", tr("Also while the screen is locked"), {}, m_content);
}

void NotificationsPage::addQuiet()
{
    addSection(tr("Do not disturb"));
    m_quiet = addSwitch("quiet", tr("Do not disturb"), tr("Until you switch it off."));
    m_hours = addSwitch("quietHours", tr("Do not disturb during these hours, every day"));
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
        line->addWidget(new Text(theme(), &Fonts::body, &Colors::muted, words));
        line->addWidget(edit);
    };
    addTime(m_from, "quietFrom", tr("From"));
    addTime(m_to, "quietTo", tr("to"));
    line->addStretch();
    add(hours);
    m_offers = addSwitch("offersAnyway", tr("Offers still come through"));
    m_urgent = addSwitch("urgentAnyway", tr("Urgent customers still come through"));
}

void NotificationsPage::addPresence()
{
    addSection(tr("While you are away"));
    m_idle->setObjectName(QStringLiteral("idleMinutes"));
    m_idle->addItem(tr("Never"), 0);
    fillMinutes(*m_idle, {5, 10, 15, 30, 60}, m_preferences.idleMinutes());
    addRow(tr("Set me to away"), m_idle,
           tr("When nobody has used the computer for this long, and at once when the screen is locked or it "
              "goes to sleep. You are available again when you are back; busy stays busy."));
    m_autostartTrouble->setObjectName(QStringLiteral("autostartTrouble"));
    m_autostartTrouble->setWordWrap(true);
    m_autostartTrouble->hide();
    add(m_autostartTrouble);
    if (!m_system.autostart.isThere())
        return;
    m_autostart = addSwitch("autostart", tr("Start Relevo with the computer"),
                            tr("When you sign in to this computer, so that no customer is missed."));
    m_autostart->setChecked(m_system.autostart.isOn());
    connect(m_autostart, &QCheckBox::clicked, this, &NotificationsPage::setAutostart);
}

void NotificationsPage::setAutostart(bool on)
{
    const Result<void> kept = m_system.autostart.setOn(on);
    m_autostartTrouble->setVisible(!kept);
    if (!kept)
        m_autostartTrouble->setWhole(tr("This cannot be changed: %1").arg(kept.error().message));
    m_autostart->setChecked(m_system.autostart.isOn());
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
    m_locked->setChecked(rules.contentWhenLocked);
    m_quiet->setChecked(rules.quiet);
    m_hours->setChecked(rules.quietHours);
    m_offers->setChecked(rules.offersAnyway);
    m_urgent->setChecked(rules.urgentAnyway);
    m_from->setTime(rules.quietFrom);
    m_to->setTime(rules.quietTo);
    updateHours();
}

void NotificationsPage::saveRules()
{
    NoticeRules rules;
    for (const auto& [kind, box] : m_kinds) {
        if (!box->isChecked())
            rules.muted.insert(kind);
    }
    rules.content = m_content->isChecked();
    rules.contentWhenLocked = m_locked->isChecked();
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
    m_locked->setEnabled(m_content->isChecked());
}

void NotificationsPage::showSounds(const SoundRules& rules)
{
    for (const auto& [kind, combo] : m_sounds)
        combo->setCurrentIndex(combo->findData(static_cast<int>(rules.chimes.value(kind, Chime::None))));
    m_volume->setValue(rules.volume);
    m_repeat->setChecked(rules.repeatUrgent);
}

void NotificationsPage::saveSounds()
{
    SoundRules rules;
    for (const auto& [kind, combo] : m_sounds)
        rules.chimes.insert(kind, static_cast<Chime>(combo->currentData().toInt()));
    rules.volume = m_volume->value();
    rules.repeatUrgent = m_repeat->isChecked();
    m_preferences.setSoundRules(rules);
}

} // namespace relevo::ui
