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
    }

private:
    /// After what waits for the event loop.
    static qint64 settled(ui::TrayIcon& tray)
    {
        QCoreApplication::processEvents();
        return tray.icon().icon().cacheKey();
    }
};

QTEST_MAIN(tst_TrayIcon)
#include "tst_trayicon.moc"
