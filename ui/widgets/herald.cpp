#include <ui/widgets/herald.h>

#include <QtWidgets/QAccessibleWidget>
#include <QtWidgets/QWidget>

namespace relevo::ui {

namespace {

const QString heraldName = QStringLiteral("herald");

/// Stands in its window without being seen; readers say its name whenever it appears.
class Herald final : public QWidget
{
public:
    explicit Herald(QWidget& window) : QWidget(&window)
    {
        setObjectName(heraldName);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        setGeometry(0, 0, 1, 1);
        lower();
        show();
    }
};

QAccessibleInterface* heraldInterface(const QString&, QObject* object)
{
    auto* herald = dynamic_cast<Herald*>(object);
    return herald ? new QAccessibleWidget(herald, QAccessible::Notification) : nullptr;
}

} // namespace

void announce(QWidget& from, const QString& words)
{
    if (words.isEmpty() || !from.isVisible())
        return;
    static const bool known = [] {
        QAccessible::installFactory(heraldInterface);
        return true;
    }();
    Q_UNUSED(known)
    QWidget& window = *from.window();
    auto* herald = window.findChild<QWidget*>(heraldName, Qt::FindDirectChildrenOnly);
    if (!herald)
        herald = new Herald(window);
    herald->setAccessibleName(words);
    // Alert events get nowhere on Linux in Qt 6.4; what appears does.
    for (const QAccessible::Event what : {QAccessible::ObjectHide, QAccessible::ObjectShow}) {
        QAccessibleEvent event(herald, what);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace relevo::ui
