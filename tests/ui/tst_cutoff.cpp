#include "scenes.h"
#include "support/test_main.h"

#include <ui/shell/translations.h>

#include <QtTest/QtTest>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOptionComboBox>
#include <QtWidgets/QToolButton>

using namespace relevo;

namespace {

constexpr QSize screen(1366, 768);
constexpr QSize leastForLargeText(1280, 680); ///< window_size.h

QString withoutKeys(QString text)
{
    const QString kept(QChar(0x1));
    text.replace(QLatin1String("&&"), kept).remove(QLatin1Char('&')).replace(kept, QStringLiteral("&"));
    return text;
}

/// Measures every word of what it is shown against the room there is for it; in the smallest window, too.
class Ruler final : public Album
{
public:
    [[nodiscard]] const QStringList& faults() const { return m_faults; }
    [[nodiscard]] int measured() const { return m_measured; }
    [[nodiscard]] bool wants(const QString&) const override { return true; }

protected:
    void look(const QString& name, QWidget& widget) override
    {
        measure(name, widget);
        const QSize was = widget.size();
        // With larger text the windows ask for more. This screen is smaller than anybody's who has it so
        // large.
        widget.resize(DeskWorld::textScale == 100 ? QSize(1, 1) : leastForLargeText);
        measure(name + QStringLiteral(", smallest"), widget);
        if (widget.width() > screen.width() || widget.height() > screen.height())
            add(name, widget,
                QStringLiteral("does not fit a small screen: %1 x %2")
                    .arg(widget.width())
                    .arg(widget.height()));
        widget.resize(was);
        settle();
    }
    void lookOver(const QString& name, QWidget&, QWidget& dialog) override
    {
        measure(name, dialog);
        if (dialog.width() > screen.width() || dialog.height() > screen.height())
            add(name, dialog,
                QStringLiteral("does not fit a small screen: %1 x %2")
                    .arg(dialog.width())
                    .arg(dialog.height()));
    }

private:
    QStringList m_faults;
    int m_measured = 0;

    static void settle()
    {
        for (int turn = 0; turn < 6; ++turn) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }

    void add(const QString& where, const QWidget& widget, const QString& what)
    {
        const QString fault =
            QStringLiteral("%1: %2 \"%3\" %4")
                .arg(where, QString::fromLatin1(widget.metaObject()->className()), widget.objectName(), what);
        if (!m_faults.contains(fault))
            m_faults.push_back(fault);
    }

    void measure(const QString& where, QWidget& window)
    {
        settle();
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->window() != window.window() || widget->size().isEmpty())
                continue;
            const QString text = wordsOf(*widget);
            if (text.isEmpty())
                continue;
            ++m_measured;
            const QString trouble = troubleOf(*widget, text);
            if (!trouble.isEmpty())
                add(where, *widget, QStringLiteral("[%1] %2").arg(text.left(60), trouble));
            else if (isClipped(*widget, window))
                add(where, *widget,
                    QStringLiteral("[%1] stands outside of what holds it").arg(text.left(60)));
        }
    }

    static QString wordsOf(const QWidget& widget)
    {
        if (const auto* label = qobject_cast<const QLabel*>(&widget))
            return label->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
            return withoutKeys(button->text());
        if (const auto* combo = qobject_cast<const QComboBox*>(&widget))
            return combo->currentText();
        return {};
    }

    static bool isPlain(const QWidget& button)
    {
        const QMetaObject* kind = button.metaObject();
        return kind == &QPushButton::staticMetaObject || kind == &QToolButton::staticMetaObject ||
               kind == &QCheckBox::staticMetaObject || kind == &QRadioButton::staticMetaObject;
    }

    static QString troubleOf(const QWidget& widget, const QString& text)
    {
        if (const auto* label = qobject_cast<const QLabel*>(&widget))
            return troubleOfLabel(*label);
        if (const auto* tool = qobject_cast<const QToolButton*>(&widget);
            tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
            return {}; // its words are only spoken
        // Whoever paints themselves knows what they need, and cut long values on purpose.
        if (qobject_cast<const QAbstractButton*>(&widget) && !isPlain(widget)) {
            const QSize needed = widget.sizeHint();
            return widget.width() < needed.width() && widget.parentWidget()->width() >= needed.width()
                       ? QStringLiteral("needs %1 px of width, has %2")
                             .arg(needed.width())
                             .arg(widget.width())
                       : QString();
        }
        const int words = widget.fontMetrics().size(0, text).width();
        int room = widget.width();
        if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
            if (!button->icon().isNull())
                room -= button->iconSize().width();
            if (qobject_cast<const QCheckBox*>(button) || qobject_cast<const QRadioButton*>(button))
                room -= button->style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, button);
        } else if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) {
            QStyleOptionComboBox option;
            option.initFrom(combo);
            option.editable = combo->isEditable();
            room = combo->style()
                       ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo)
                       .width();
        }
        if (words > room)
            return QStringLiteral("needs %1 px of width, has %2").arg(words).arg(room);
        const int height = widget.fontMetrics().height();
        if (height > widget.height())
            return QStringLiteral("needs %1 px of height, has %2").arg(height).arg(widget.height());
        return {};
    }

    static QString troubleOfLabel(const QLabel& label)
    {
        // Cut on purpose, and the whole is in the tool tip.
        if (label.text().endsWith(QChar(0x2026)) && !label.toolTip().isEmpty())
            return {};
        const QRect room = label.contentsRect();
        if (label.wordWrap()) {
            const QRect needed = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), QWIDGETSIZE_MAX),
                                                                  Qt::TextWordWrap, label.text());
            if (needed.height() > room.height() + 1)
                return QStringLiteral("needs %1 px of height, has %2")
                    .arg(needed.height())
                    .arg(room.height());
            if (needed.width() > room.width() + 1)
                return QStringLiteral("a word needs %1 px, there are %2")
                    .arg(needed.width())
                    .arg(room.width());
            return {};
        }
        const QSize needed = label.fontMetrics().size(0, label.text());
        if (needed.width() > room.width() + 1)
            return QStringLiteral("needs %1 px of width, has %2").arg(needed.width()).arg(room.width());
        if (needed.height() > room.height() + 1)
            return QStringLiteral("needs %1 px of height, has %2").arg(needed.height()).arg(room.height());
        return {};
    }

    /// Some of it lies outside of an ancestor, and cannot be scrolled into sight.
    static bool isClipped(const QWidget& widget, const QWidget& window)
    {
        for (const QWidget* outer = widget.parentWidget(); outer; outer = outer->parentWidget()) {
            if (qobject_cast<const QAbstractScrollArea*>(outer->parentWidget()) ||
                qobject_cast<const QAbstractScrollArea*>(outer))
                return false;
            const QRect box(widget.mapTo(outer, QPoint()), widget.size());
            if (!outer->rect().intersects(box) || outer->rect().intersected(box).width() < box.width() - 1 ||
                outer->rect().intersected(box).height() < box.height() - 1)
                return true;
            if (outer == &window)
                break;
        }
        return false;
    }
};

} // namespace

/// No word of the desk is cut off: in each language, on a small screen with the text as it is and twice as
/// large, and in the smallest window.
class tst_CutOff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsCutOff_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("scale");
        for (const char* language : {"en_GB", "es", "pt_BR"}) {
            for (const int scale : {100, 200})
                QTest::addRow("%s %d %%", language, scale) << QString::fromLatin1(language) << scale;
        }
    }

    void nothingIsCutOff()
    {
        QFETCH(const QString, language);
        QFETCH(const int, scale);
        const QLocale before;
        QLocale::setDefault(QLocale(language));
        ui::OwnTranslator translator;
        if (translator.loadFor(QLocale()))
            QCoreApplication::installTranslator(&translator);
        DeskWorld::textScale = scale;
        Ruler ruler;
        for (const Scene& scene : scenes())
            scene.show(ruler, ui::SchemeChoice::Light, {});
        DeskWorld::textScale = 100;
        QCoreApplication::removeTranslator(&translator);
        QLocale::setDefault(before);
        qInfo("%d texts measured", ruler.measured());
        QVERIFY(ruler.measured() > 500); // or nothing was looked at
        if (!ruler.faults().isEmpty()) {
            for (const QString& fault : ruler.faults())
                qWarning("%s", qPrintable(fault));
            QFAIL(qPrintable(QStringLiteral("%1 texts are cut off").arg(ruler.faults().size())));
        }
    }
};

RELEVO_TEST(tst_CutOff)
#include "tst_cutoff.moc"
