#include "support/test_main.h"

#include <ui/theme/colors.h>
#include <ui/theme/icons.h>
#include <ui/theme/theme.h>
#include <ui/widgets/looks.h>
#include <ui/widgets/window_size.h>

#include <QtGui/QPainter>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyleOption>

using namespace relevo;

class tst_Theme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textsCanBeRead()
    {
        QFETCH(bool, dark);
        const ui::Colors c = dark ? ui::darkColors() : ui::lightColors();
        for (const QColor& ground : {c.window, c.surface, c.sunken, c.accentSoft, c.customerBubble}) {
            for (const QColor& ink : {c.text, c.muted, c.faint, c.accentText, c.danger, c.warning})
                QVERIFY2(ui::contrast(ink, ground) >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3")
                                                                          .arg(ink.name(), ground.name())
                                                                          .arg(ui::contrast(ink, ground))));
        }
        QVERIFY(ui::contrast(c.onAccent, c.accent) >= 4.5);
        QVERIFY(ui::contrast(c.onAccent, c.accentHover) >= 4.5);
        QVERIFY(ui::contrast(c.danger, c.dangerSoft) >= 4.5);
        QVERIFY(ui::contrast(c.warning, c.warningSoft) >= 4.5);
        QVERIFY(ui::contrast(c.strongBorder, c.surface) >= 3.0);
        QVERIFY(ui::contrast(c.surface, c.danger) >= 4.5);
        QVERIFY(ui::contrast(c.surface, c.dangerHover) >= 4.5);
    }

    void aHeaderThatIsTooLongSaysSo()
    {
        ui::Theme theme;
        const auto drawn = [](Qt::TextElideMode mode) {
            QStyleOptionHeaderV2 option;
            option.rect = QRect(0, 0, 60, 24);
            option.text = QStringLiteral("Resolved conversations today");
            option.textAlignment = Qt::AlignLeft | Qt::AlignVCenter;
            option.palette = QApplication::palette();
            option.state = QStyle::State_Enabled;
            option.textElideMode = mode;
            QImage image(option.rect.size(), QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            QApplication::style()->drawControl(QStyle::CE_HeaderLabel, &option, &painter);
            return image;
        };
        QVERIFY(drawn(Qt::ElideRight) != drawn(Qt::ElideNone));
    }

    void separatorsOfMenusAreSeen_data() { textsCanBeRead_data(); }

    void separatorsOfMenusAreSeen()
    {
        QFETCH(bool, dark);
        ui::Theme theme;
        theme.setChoice(dark ? ui::SchemeChoice::Dark : ui::SchemeChoice::Light);
        QMenu menu;
        menu.addAction(QStringLiteral("Transfer"));
        QAction* separator = menu.addSeparator();
        menu.addAction(QStringLiteral("Block"));
        menu.ensurePolished();
        menu.resize(menu.sizeHint());
        const QImage image = menu.grab().toImage();
        const QRect line = menu.actionGeometry(separator);
        double best = 1.0;
        for (int y = line.top(); y <= line.bottom(); ++y) {
            const QPointF at = QPointF(line.center().x(), y) * image.devicePixelRatio();
            best = std::max(best, ui::contrast(image.pixelColor(at.toPoint()), theme.colors().surface));
        }
        QVERIFY2(best >= 1.2, qPrintable(QString::number(best)));
    }

    void theListOfAChoiceHasRowsOfOneLine()
    {
        const ui::Theme theme;
        QComboBox choice;
        choice.addItems(
            {QStringLiteral("Same as the system"), QStringLiteral("Light"), QStringLiteral("Dark")});
        choice.resize(choice.sizeHint());
        choice.show();
        choice.showPopup();
        const QAbstractItemView* list = choice.view();
        QVERIFY(QTest::qWaitForWindowExposed(list->window()));
        for (int row = 0; row < choice.count(); ++row) {
            const QRect place = list->visualRect(list->model()->index(row, 0));
            QVERIFY2(place.height() < 2 * choice.height(), qPrintable(QString::number(place.height())));
        }
        choice.hidePopup();
    }

    void largeTextTakesLargerWindows()
    {
        const QSize usual(720, 480);
        const QSize screen(1920, 1040);
        QCOMPARE(ui::leastReadable(usual, 100, screen), usual);
        QCOMPARE(ui::leastReadable(usual, 150, screen), QSize(1080, 680));
        QCOMPARE(ui::leastReadable(usual, 200, screen), QSize(1280, 680));
        QCOMPARE(ui::leastReadable(usual, 200, QSize(1024, 560)), QSize(1024, 560));
        QCOMPARE(ui::leastReadable(usual, 200, QSize(640, 400)), usual);
        ui::Theme theme;
        QWidget window;
        ui::keepReadable(window, theme, usual);
        QCOMPARE(window.minimumSize(), usual);
        theme.setTextScale(150);
        QVERIFY(window.minimumHeight() > usual.height());
        theme.setTextScale(100);
        QCOMPARE(window.minimumSize(), usual);
    }

    void iconsGrowWithTheText()
    {
        ui::Theme theme;
        QPushButton usual;
        QPushButton small;
        small.setIconSize({theme.smallIconSize(), theme.smallIconSize()});
        const QSize usualBefore = usual.iconSize();
        const QSize smallBefore = small.iconSize();
        QVERIFY(smallBefore.width() < usualBefore.width());
        theme.setTextScale(200);
        QVERIFY(usual.iconSize().width() >= usualBefore.width() * 3 / 2);
        QVERIFY(small.iconSize().width() >= smallBefore.width() * 3 / 2);
        theme.setTextScale(100);
        QCOMPARE(usual.iconSize(), usualBefore);
        QCOMPARE(small.iconSize(), smallBefore);
    }

    void choiceChangesThePalette()
    {
        ui::Theme theme;
        theme.setChoice(ui::SchemeChoice::Light);
        const QColor light = QApplication::palette().color(QPalette::Base);
        QSignalSpy changed(&theme, &ui::Theme::changed);
        theme.setChoice(ui::SchemeChoice::Dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY(theme.isDark());
        QVERIFY(QApplication::palette().color(QPalette::Base).lightness() < light.lightness());
        theme.setChoice(ui::SchemeChoice::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Base), light);
    }

    void textSizeFollows()
    {
        const double system = QApplication::font().pointSizeF();
        {
            ui::Theme theme;
            const double body = theme.fonts().body.pointSizeF();
            const double title = theme.fonts().title.pointSizeF();
            QSignalSpy changed(&theme, &ui::Theme::changed);
            theme.setTextScale(150);
            QCOMPARE(changed.size(), 1);
            QVERIFY(qAbs(theme.fonts().body.pointSizeF() - 1.5 * body) < 0.01);
            QVERIFY(qAbs(theme.fonts().title.pointSizeF() - 1.5 * title) < 0.01);
            QVERIFY(qAbs(QApplication::font().pointSizeF() - 1.5 * body) < 0.01);
            theme.setTextScale(1000); // no more than is sensible
            QCOMPARE(theme.textScale(), ui::largestTextScale);
        }
        // Nothing of it is left when the theme is gone.
        QCOMPARE(QApplication::font().pointSizeF(), system);
    }

    void everyStateHasAShapeOfItsOwn()
    {
        QStringList shapes;
        for (const auto priority : {domain::Priority::Urgent, domain::Priority::High,
                                    domain::Priority::Normal, domain::Priority::Low})
            shapes << ui::lookOf(priority).icon;
        for (const auto availability :
             {domain::Availability::Available, domain::Availability::Busy, domain::Availability::Away})
            shapes << ui::lookOf(availability).icon;
        QCOMPARE(QSet<QString>(shapes.cbegin(), shapes.cend()).size(), shapes.size());
        for (const QString& shape : shapes)
            QVERIFY2(QFile::exists(QStringLiteral(":/relevo/icons/%1.svg").arg(shape)), qPrintable(shape));
    }

    void iconsAreSharpAndTinted()
    {
        const QPixmap pixmap = ui::tintedPixmap(QStringLiteral("dot"), {12, 12}, 2.0, Qt::red);
        QCOMPARE(pixmap.size(), QSize(24, 24));
        QCOMPARE(pixmap.toImage().pixelColor(12, 12), QColor(Qt::red));
    }
};

RELEVO_TEST(tst_Theme)
#include "tst_theme.moc"
