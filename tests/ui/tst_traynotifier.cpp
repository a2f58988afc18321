#include "support/test_main.h"

#include <ui/notify/tray_notifier.h>

#include <QtTest/QtTest>

using namespace relevo;
using ui::Notice;
using ui::NoticeKind;

/// Balloons of the tray, where there is no notification service: one at a time, and none can be taken back.
class tst_TrayNotifier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shown.clear();
        m_notifier = std::make_unique<ui::TrayNotifier>(
            [this](const QString& title, const QString& body, bool urgent) {
                m_shown.push_back({title, body, urgent});
            });
    }

    void aClickOpensWhatIsShown()
    {
        QSignalSpy opened(m_notifier.get(), &ui::Notifier::opened);
        m_notifier->clicked();
        QVERIFY(opened.isEmpty()); // nothing was
        m_notifier->show(notice("a", "Ana waits", true));
        m_notifier->show(notice("b", "Bo has written", false));
        QCOMPARE(m_shown.size(), 2);
        QCOMPARE(m_shown[0].title, QStringLiteral("Ana waits"));
        QCOMPARE(m_shown[0].body, QStringLiteral("1 < 2 & <b>"));
        QVERIFY(m_shown[0].urgent && !m_shown[1].urgent);
        m_notifier->clicked();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toString(), QStringLiteral("b")); // the other's place is taken
    }

    void whatNoLongerHoldsOpensNothing()
    {
        QSignalSpy opened(m_notifier.get(), &ui::Notifier::opened);
        m_notifier->show(notice("a", "Ana waits", true));
        m_notifier->withdraw(QStringLiteral("other"));
        m_notifier->clicked();
        QCOMPARE(opened.size(), 1);
        m_notifier->withdraw(QStringLiteral("a"));
        m_notifier->clicked();
        QCOMPARE(opened.size(), 1);
    }

    void otherWordsComeOnlyToHideNames()
    {
        m_notifier->show(notice("a", "Ana waits", false));
        m_notifier->show(notice("b", "Bo waits", false));
        Notice again = notice("b", "Bo waits, two minutes", false);
        again.again = true;
        m_notifier->show(again); // a second balloon about the same would be a second alarm
        QCOMPARE(m_shown.size(), 2);
        Notice bare = notice("b", "Somebody waits", false);
        bare.again = bare.bare = true;
        m_notifier->show(bare); // it takes the name's place
        QCOMPARE(m_shown.size(), 3);
        Notice gone = notice("a", "Somebody waits", false);
        gone.again = gone.bare = true;
        m_notifier->show(gone); // that one is not seen any more
        QCOMPARE(m_shown.size(), 3);
    }

    void theTraysOwnClickArrives()
    {
        QSystemTrayIcon tray;
        ui::TrayNotifier notifier(tray);
        QSignalSpy opened(&notifier, &ui::Notifier::opened);
        notifier.show(notice("a", "Ana waits", true));
        Q_EMIT tray.messageClicked();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toString(), QStringLiteral("a"));
    }

private:
    struct Shown
    {
        QString title;
        QString body;
        bool urgent;
    };
    QList<Shown> m_shown;
    std::unique_ptr<ui::TrayNotifier> m_notifier;

    static Notice notice(const char* key, const char* title, bool urgent)
    {
        return {QString::fromLatin1(key), QString::fromLatin1(title), QStringLiteral("1 < 2 & <b>"), urgent,
                NoticeKind::NewHandoff};
    }
};

RELEVO_TEST(tst_TrayNotifier)
#include "tst_traynotifier.moc"
