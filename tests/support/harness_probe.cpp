// The smallest program that uses everything the test desktop offers, so that a broken desktop is not mistaken
// for a broken product: a tray icon, a notification, the keyring, and widgets with accessible names.
#include <QtCore/QEventLoop>
#include <QtDBus/QDBusInterface>
#include <QtDBus/QDBusReply>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSystemTrayIcon>
#include <QtWidgets/QVBoxLayout>

#include <qt6keychain/keychain.h>

namespace {

QString keyringRoundTrip()
{
    QKeychain::WritePasswordJob write(QStringLiteral("relevo-harness"));
    write.setAutoDelete(false);
    write.setKey(QStringLiteral("key"));
    write.setTextData(QStringLiteral("kept"));
    QEventLoop loop;
    QObject::connect(&write, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    write.start();
    loop.exec();
    QKeychain::ReadPasswordJob read(QStringLiteral("relevo-harness"));
    read.setAutoDelete(false);
    read.setKey(QStringLiteral("key"));
    QObject::connect(&read, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    read.start();
    loop.exec();
    return write.error() ? write.errorString() : read.error() ? read.errorString() : read.textData();
}

QString notify()
{
    QDBusInterface server(QStringLiteral("org.freedesktop.Notifications"),
                          QStringLiteral("/org/freedesktop/Notifications"),
                          QStringLiteral("org.freedesktop.Notifications"));
    const QDBusReply<uint> reply =
        server.call(QStringLiteral("Notify"), QStringLiteral("harness"), 0U, QString(),
                    QStringLiteral("A probe"), QStringLiteral("with a body"),
                    QStringList{QStringLiteral("default"), QStringLiteral("Open")}, QVariantMap(), 5000);
    return reply.isValid() ? QStringLiteral("notified %1").arg(reply.value()) : reply.error().message();
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("harness-probe"));
    QWidget window;
    window.setWindowTitle(QStringLiteral("Harness probe"));
    auto* layout = new QVBoxLayout(&window);
    auto* field = new QLineEdit;
    field->setAccessibleName(QStringLiteral("Entry"));
    auto* list = new QListWidget;
    list->setAccessibleName(QStringLiteral("Entries"));
    auto* add = new QPushButton(QStringLiteral("Add"));
    auto* say = new QPushButton(QStringLiteral("Notify"));
    auto* keep = new QPushButton(QStringLiteral("Keep"));
    for (QWidget* widget :
         {static_cast<QWidget*>(field), static_cast<QWidget*>(list), static_cast<QWidget*>(add),
          static_cast<QWidget*>(say), static_cast<QWidget*>(keep)})
        layout->addWidget(widget);
    QObject::connect(add, &QPushButton::clicked, list, [list, field] { list->addItem(field->text()); });
    QObject::connect(say, &QPushButton::clicked, list, [list] { list->addItem(notify()); });
    QObject::connect(keep, &QPushButton::clicked, list, [list] { list->addItem(keyringRoundTrip()); });

    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::red);
    QSystemTrayIcon tray{QIcon(pixmap)};
    tray.show();
    list->addItem(QSystemTrayIcon::isSystemTrayAvailable() ? QStringLiteral("tray")
                                                           : QStringLiteral("no tray"));
    window.show();
    return QApplication::exec();
}
