#include "support/test_main.h"

#include <ui/shell/tray_icon.h>

#include <QtTest/QtTest>

using namespace relevo;

class tst_TrayIcon final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyChangesMakeOnePicture()
    {
        const ui::Theme theme;
        ui::TrayIcon tray(theme);
        const qint64 before = settled(tray);
        for (int count = 1; count <= 50; ++count)
            tray.setWaiting(count);
        QCOMPARE(tray.icon().icon().cacheKey(), before); // not while they come in
        QTRY_VERIFY(tray.icon().icon().cacheKey() != before);
        QVERIFY(tray.icon().toolTip().contains(QStringLiteral("50")));
    }

    void theSameNumberMakesNoNewPicture()
    {
        const ui::Theme theme;
        ui::TrayIcon tray(theme);
        tray.setWaiting(120);
        const qint64 before = settled(tray);
        tray.setWaiting(130); // "99+" as before; only the words are others
        QTRY_VERIFY(tray.icon().toolTip().contains(QStringLiteral("130")));
        QCOMPARE(tray.icon().icon().cacheKey(), before);
    }

    void isAskedForBeforeThereIsATray()
    {
        // The tray may start after the program; the icon comes to it then.
        const ui::Theme theme;
        ui::TrayIcon tray(theme);
        tray.show();
        QVERIFY(tray.icon().isVisible());
    }

    void theNumberIsOnThePicture()
    {
        const QImage without = ui::trayPixmap(32, 0).toImage();
        const QImage three = ui::trayPixmap(32, 3).toImage();
        QVERIFY(without != three);
        QCOMPARE(ui::trayPixmap(32, 3).toImage(),
                 three); // the kept picture without a number is not painted on
        QCOMPARE(ui::trayPixmap(32, 0).toImage(), without);
        // A small picture says for more than nine that they are more, and never a larger number for fewer.
        QCOMPARE(ui::trayPixmap(22, 20).toImage(), ui::trayPixmap(22, 120).toImage());
        QVERIFY(ui::trayPixmap(22, 9).toImage() != ui::trayPixmap(22, 10).toImage());
    }

    void theAvailabilityIsOnThePictureByItsShape()
    {
        using domain::Availability;
        QSet<QByteArray> shapes;
        for (const Availability state : {Availability::Available, Availability::Busy, Availability::Away}) {
            const QImage image = ui::trayPixmap(32, 3, state).toImage();
            QVERIFY(image != ui::trayPixmap(32, 3).toImage());
            // Without colours they still differ.
            QByteArray light;
            for (int y = 0; y < 13; ++y) {
                for (int x = 19; x < 32; ++x)
                    light += qGray(image.pixel(x, y)) > 200 || qAlpha(image.pixel(x, y)) < 40 ? 'o' : 'x';
            }
            shapes.insert(light);
        }
        QCOMPARE(shapes.size(), 3);
        const ui::Theme theme;
        ui::TrayIcon tray(theme);
        tray.setSignedIn(true);
        tray.setAvailability(Availability::Available);
        const qint64 available = settled(tray);
        tray.setAvailability(Availability::Busy);
        QTRY_VERIFY(tray.icon().icon().cacheKey() != available);
    }

    void withoutAConnectionNobodyIsAvailable()
    {
        const ui::Theme theme;
        ui::TrayIcon tray(theme);
        tray.setSignedIn(true);
        tray.setAvailability(domain::Availability::Away);
        tray.setWaiting(3);
        settled(tray);
        const QImage away = tray.icon().icon().pixmap(32).toImage();
        tray.setAvailability(domain::Availability::Available);
        settled(tray);
        QVERIFY(tray.icon().icon().pixmap(32).toImage() != away);
        tray.setConnected(false);
        settled(tray);
        QCOMPARE(tray.icon().icon().pixmap(32).toImage(), away);
        QCOMPARE(tray.icon().toolTip(), QStringLiteral("Relevo: offline"));
        tray.setConnected(true);
        settled(tray);
        QVERIFY(tray.icon().icon().pixmap(32).toImage() != away);
        QVERIFY(tray.icon().toolTip().contains(u'3'));
    }

    void theMenuHasWhoWaits()
    {
        const ui::Theme theme;
        ui::TrayIcon tray(theme);
        tray.setSignedIn(true);
        QList<ui::TrayPerson> people{{handoff(1), QStringLiteral("Ada & Co")},
                                     {handoff(2), QStringLiteral("Bo")}};
        tray.setPeople([&people] { return people; });
        QSignalSpy chosen(&tray, &ui::TrayIcon::handoffChosen);
        tray.setWaiting(2);
        QTRY_VERIFY(action(tray, "Bo"));
        QVERIFY(action(tray, "Ada && Co")); // shown as one "&", and no key
        action(tray, "Bo")->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<domain::HandoffId>(), handoff(2));
        people.removeFirst();
        tray.setWaiting(1);
        QTRY_VERIFY(!action(tray, "Ada && Co"));
        QVERIFY(action(tray, "Bo"));
        tray.setSignedIn(false);
        QTRY_VERIFY(!action(tray, "Bo"));
    }

    void doNotDisturbIsAskedAndTold()
    {
        const ui::Theme theme;
        ui::TrayIcon tray(theme);
        bool quiet = false;
        tray.setQuiet([&quiet] { return quiet; });
        QSignalSpy chosen(&tray, &ui::TrayIcon::quietChosen);
        QAction* box = action(tray, "Do not disturb");
        QVERIFY(box && !box->isChecked());
        box->trigger();
        QCOMPARE(chosen.value(0).value(0).toBool(), true);
        // Switched off again in the settings meanwhile.
        Q_EMIT tray.menu().aboutToShow();
        QVERIFY(!box->isChecked());
    }

private:
    static domain::HandoffId handoff(int number)
    {
        return *domain::HandoffId::parse(
            QStringLiteral("0190aaaa-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
    }
    static QAction* action(ui::TrayIcon& tray, const char* words)
    {
        for (QAction* one : tray.menu().actions()) {
            if (one->text() == QLatin1String(words))
                return one;
        }
        return nullptr;
    }
    /// After what waits for the event loop.
    static qint64 settled(ui::TrayIcon& tray)
    {
        QCoreApplication::processEvents();
        return tray.icon().icon().cacheKey();
    }
};

RELEVO_TEST(tst_TrayIcon)
#include "tst_trayicon.moc"
