#include "scenes.h"
#include "support/test_main.h"

#include <QtCore/QSet>
#include <QtGui/QAccessible>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QRadioButton>

using namespace relevo;

namespace {

constexpr int mostSteps = 400;

/// Looks at what it is shown as somebody does who sees nothing and has no mouse.
class Blind final : public Album
{
public:
    [[nodiscard]] const QStringList& faults() const { return m_faults; }
    [[nodiscard]] int controls() const { return m_controls; }
    [[nodiscard]] bool wants(const QString&) const override { return true; }

protected:
    void look(const QString& name, QWidget& widget) override { walk(name, widget); }
    void lookOver(const QString& name, QWidget&, QWidget& dialog) override { walk(name, dialog); }

private:
    QStringList m_faults;
    int m_controls = 0;

    void add(const QString& where, const QWidget& widget, const QString& what)
    {
        const QString fault =
            QStringLiteral("%1: %2 \"%3\" in %4 %5")
                .arg(where, QString::fromLatin1(widget.metaObject()->className()), widget.objectName(),
                     widget.parentWidget()
                         ? QString::fromLatin1(widget.parentWidget()->metaObject()->className())
                         : QString(),
                     what);
        if (!m_faults.contains(fault))
            m_faults.push_back(fault);
    }

    static bool isControl(const QWidget& widget)
    {
        return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isEnabled() && widget.isVisible() &&
               !widget.focusProxy() && !widget.size().isEmpty();
    }

    static bool isNamed(QWidget& widget)
    {
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&widget);
        return spoken && !spoken->text(QAccessible::Name).trimmed().isEmpty();
    }

    /// One of a group of which the keyboard goes to one, and within by the arrows.
    static QWidget* standsFor(QWidget* widget)
    {
        auto* button = qobject_cast<QAbstractButton*>(widget);
        const bool grouped = button && (button->group() || button->autoExclusive());
        return grouped && button->isCheckable() ? button->parentWidget() : widget;
    }

    void walk(const QString& where, QWidget& widget)
    {
        QWidget& window = *widget.window();
        if (!window.isVisible())
            window.show();
        // A dialog's native window counts as active already when its parent's is.
        const auto becomesActive = [&window] {
            if (QApplication::activeWindow() != &window)
                window.activateWindow();
            return QApplication::activeWindow() == &window;
        };
        if (!QTest::qWaitFor(becomesActive))
            qFatal("%s does not become active", qPrintable(where));
        QSet<QWidget*> wanted;
        for (QWidget* one : window.findChildren<QWidget*>()) {
            if (one->window() != &window || !isControl(*one))
                continue;
            ++m_controls;
            if (!isNamed(*one))
                add(where, *one, QStringLiteral("has no name"));
            wanted.insert(standsFor(one));
        }
        if (wanted.isEmpty())
            return;
        QWidget* keyboard = QApplication::focusWidget();
        if (!keyboard || keyboard->window() != &window)
            (window.focusWidget() ? window.focusWidget() : &window)->setFocus(Qt::ActiveWindowFocusReason);
        goAround(where, window, wanted);
    }

    /// By Tab until everything has had the keyboard; it must come past the beginning again.
    void goAround(const QString& where, QWidget& window, QSet<QWidget*> wanted)
    {
        QSet<QWidget*> met;
        int still = 0;
        for (int step = 0; step < mostSteps; ++step) {
            QWidget* before = QApplication::focusWidget();
            QTest::keyClick(before ? before : &window, Qt::Key_Tab);
            QWidget* now = QApplication::focusWidget();
            if (!now || now->window() != &window)
                break;
            still = now == before ? still + 1 : 0;
            // A time of day has parts of its own; whatever keeps it longer must let it go by Escape, as a
            // list of choices.
            if (still > 3 && wanted.size() > 1) {
                QTest::keyClick(now, Qt::Key_Escape);
                if (QApplication::focusWidget() == now)
                    add(where, *now, QStringLiteral("does not let the keyboard go"));
                return;
            }
            wanted.remove(standsFor(now));
            if (still == 0 && met.contains(now))
                break;
            met.insert(now);
        }
        for (QWidget* missed : std::as_const(wanted))
            add(where, *missed, QStringLiteral("is not reached by Tab"));
    }
};

} // namespace

/// Each control of each page has a name that is spoken, and the keyboard comes to it and leaves it again.
class tst_Reach final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsNamedAndReached()
    {
        Blind blind;
        for (const Scene& scene : scenes())
            scene.show(blind, ui::SchemeChoice::Light, {});
        qInfo("%d controls", blind.controls());
        QVERIFY(blind.controls() > 200); // or nothing was looked at
        if (!blind.faults().isEmpty()) {
            for (const QString& fault : blind.faults())
                qWarning("%s", qPrintable(fault));
            QFAIL(qPrintable(QStringLiteral("%1 faults").arg(blind.faults().size())));
        }
    }
};

RELEVO_TEST(tst_Reach)
#include "tst_reach.moc"
