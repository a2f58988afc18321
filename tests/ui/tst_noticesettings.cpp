#include "fake_player.h"
#include "support/test_main.h"

#include <ui/settings/notifications_page.h>
#include <ui/shell/autostart.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>

using namespace relevo;
using namespace relevo::ui;

/// How notices sound, when one is away, and whether the desk starts by itself: what is chosen is kept.
class tst_NoticeSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file =
            std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("desk.ini")), QSettings::IniFormat);
        m_preferences = std::make_unique<Preferences>(*m_file);
        m_autostart =
            std::make_unique<XdgAutostart>(m_folder->filePath(QStringLiteral("autostart")),
                                           QStringList{QStringLiteral("/opt/my apps/relevo"),
                                                       QStringLiteral("--profile"), QStringLiteral("50%")});
        m_player.played.clear();
        m_player.there = true;
        m_page = std::make_unique<NotificationsPage>(m_theme, *m_preferences,
                                                     SystemServices{m_player, *m_autostart});
        m_page->opened();
    }
    void cleanup() { m_page.reset(); }

    void soundsAreChosenAndHeard()
    {
        QCOMPARE(m_preferences->soundRules(), usualSounds());
        choose("noticeReplySound", static_cast<int>(Chime::Knock));
        QCOMPARE(m_player.played, QList<Chime>{Chime::Knock});
        choose("noticeOfferSound", static_cast<int>(Chime::None));
        find<QSlider>("volume")->setValue(35);
        find<QCheckBox>("repeatUrgent")->click();
        SoundRules wanted = usualSounds();
        wanted.chimes[NoticeKind::Reply] = Chime::Knock;
        wanted.chimes[NoticeKind::Offer] = Chime::None;
        wanted.volume = 35;
        wanted.repeatUrgent = false;
        QCOMPARE(m_preferences->soundRules(), wanted);
        QVERIFY(!find<QLabel>("noSound")->isVisibleTo(m_page.get()));
        find<QPushButton>("testSound")->click();
        QVERIFY(m_player.played.size() >= 2);
        // Without a program that plays, it is said.
        m_player.there = false;
        m_page->opened();
        QVERIFY(find<QLabel>("noSound")->isVisibleTo(m_page.get()));
        QVERIFY(!find<QPushButton>("testSound")->isEnabled());
    }

    void beingAwayAndTheStartAreChosen()
    {
        QCOMPARE(m_preferences->idleMinutes(), 10);
        choose("idleMinutes", 0);
        QCOMPARE(m_preferences->idleMinutes(), 0);
        QCOMPARE(m_preferences->remindMinutes(), 5);
        choose("remindMinutes", 15);
        QCOMPARE(m_preferences->remindMinutes(), 15);
        auto* box = find<QCheckBox>("autostart");
        QVERIFY(!box->isChecked());
        box->click();
        QVERIFY(box->isChecked() && m_autostart->isOn());
        QFile file(m_folder->filePath(QStringLiteral("autostart/relevo.desktop")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        // As GLib reads it: quoted words, and a "%" that is none of its codes.
        QVERIFY(file.readAll().contains("Exec=\"/opt/my apps/relevo\" \"--profile\" \"50%%\"\n"));
        file.close();
        // Switched off in the session's own settings.
        QVERIFY(file.open(QIODevice::Append));
        file.write("Hidden=true\n");
        file.close();
        QVERIFY(!m_autostart->isOn());
        box->click(); // on to the eye, off in truth: what is true is shown
        QCOMPARE(box->isChecked(), m_autostart->isOn());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_file;
    std::unique_ptr<Preferences> m_preferences;
    Theme m_theme;
    FakePlayer m_player;
    std::unique_ptr<Autostart> m_autostart;
    std::unique_ptr<NotificationsPage> m_page;

    template <typename Widget>
    Widget* find(const char* name)
    {
        auto* found = m_page->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no widget is named %s", name);
        return found;
    }
    /// As a user does: the choice is made and told.
    void choose(const char* name, const QVariant& data)
    {
        auto* box = find<QComboBox>(name);
        const int index = box->findData(data);
        QVERIFY(index >= 0);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
};

RELEVO_TEST(tst_NoticeSettings)
#include "tst_noticesettings.moc"
