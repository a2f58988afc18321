#include "desk_world.h"

#include <models/errors.h>
#include <ui/conversation/conversation_page.h>
#include <ui/login/login_page.h>
#include <ui/queue/left_column.h>
#include <ui/shell/desk_page.h>
#include <ui/shell/translations.h>
#include <ui/shell/tray_icon.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/link_bar.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtGui/QPainter>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>

#include <cstdio>

// Renders the desk's pages to PNG files, to be looked at: pictures OUTPUT [--language es] [--only NAME]
// With QT_SCALE_FACTOR=2 they are twice as sharp.
namespace {

using namespace relevo;

class Album
{
public:
    Album(QDir folder, QString suffix, QString only)
        : m_folder(std::move(folder)), m_suffix(std::move(suffix)), m_only(std::move(only))
    {
    }

    [[nodiscard]] bool wants(const QString& name) const { return m_only.isEmpty() || name == m_only; }

    void keep(const QString& name, QWidget& widget) { save(name, settled(widget)); }

    /// A dialog over its window, as it is seen.
    void keepOver(const QString& name, QWidget& window, QWidget& dialog)
    {
        (void)settled(dialog);
        QPixmap picture = settled(window);
        QPainter painter(&picture);
        painter.fillRect(QRect(QPoint(), window.size()), QColor(0, 0, 0, 60));
        const QPoint corner((window.width() - dialog.width()) / 2, (window.height() - dialog.height()) / 2);
        painter.drawPixmap(corner, dialog.grab());
        painter.end();
        save(name, picture);
    }

    void save(const QString& name, const QPixmap& picture) const
    {
        picture.save(m_folder.filePath(name + m_suffix + QStringLiteral(".png")));
    }

private:
    /// After everything that comes by the event loop: when two looks in a row see the same.
    static QPixmap settled(QWidget& widget)
    {
        QImage before;
        if (!QTest::qWaitFor([&widget, &before] {
                const QImage now = widget.grab().toImage();
                return std::exchange(before, now) == now;
            }))
            qFatal("the picture does not come to rest");
        return QPixmap::fromImage(before);
    }

    QDir m_folder;
    QString m_suffix;
    QString m_only;
};

void showDesk(Album& album, const QString& name, ui::SchemeChoice scheme, QSize size, bool mine)
{
    if (!album.wants(name))
        return;
    DeskWorld world;
    world.theme.setChoice(scheme);
    world.signIn();
    world.addWaiting(20);
    world.addMine(6);
    world.window().resize(size);
    world.window().show();
    world.window().desk().enter(mine ? world.mineId(0) : world.waitingId(0));
    album.keep(name, world.window());
}

/// By the menu: shortcuts need an active window, which a picture does not.
void openHelp(ui::MainWindow& window)
{
    const QString words = ui::MainWindow::tr("Keyboard shortcuts");
    const QList<QAction*> actions = window.desk().left().programMenu().actions();
    const auto found = std::find_if(actions.cbegin(), actions.cend(),
                                    [&words](const QAction* action) { return action->text() == words; });
    if (found != actions.cend())
        (*found)->trigger();
}

void showStates(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    const QSize size(1366, 768);
    {
        DeskWorld world;
        world.theme.setChoice(scheme);
        world.signIn();
        world.window().resize(size);
        world.window().show();
        album.keep(QStringLiteral("empty") + suffix, world.window());
    }
    {
        DeskWorld world;
        world.theme.setChoice(scheme);
        world.signIn();
        world.addWaiting(20);
        world.addMine(6);
        world.window().resize(size);
        world.window().show();
        world.window().desk().enter(world.mineId(4));
        world.window().desk().setConnected(false);
        world.window().desk().left().link().setLink(
            {client::LinkState::WaitingToRetry, milliseconds(5000), QStringLiteral("Nothing answers.")});
        world.window().desk().conversation().banner().tell(
            ui::Banner::Tone::Information,
            QStringLiteral("Luis Ferrer was faster and has this conversation."));
        album.keep(QStringLiteral("offline") + suffix, world.window());
    }
    {
        DeskWorld world;
        world.theme.setChoice(scheme);
        world.signIn();
        world.addWaiting(4);
        world.addMine(6);
        world.window().resize(size);
        world.window().show();
        world.window().desk().look(world.mineId(3));
        world.window().desk().conversation().setTyping(world.mineId(3), QString(), true);
        album.keep(QStringLiteral("rtl") + suffix, world.window());
        world.window().desk().conversation().resolve();
        album.keepOver(QStringLiteral("resolve") + suffix, world.window(),
                       *world.find<QDialog>("resolveDialog"));
        QTest::keyClick(world.find<QDialog>("resolveDialog"), Qt::Key_Escape);
        openHelp(world.window());
        album.keepOver(QStringLiteral("keys") + suffix, world.window(),
                       *world.find<QDialog>("shortcutsDialog"));
    }
    {
        DeskWorld world;
        world.theme.setChoice(scheme);
        world.signIn();
        world.addWaiting(4);
        world.addMine(6);
        world.window().resize(860, 640);
        world.window().show();
        world.window().desk().look(world.mineId(0));
        world.window().desk().toggleDetails();
        album.keep(QStringLiteral("narrow-details") + suffix, world.window());
        world.window().resize(size);
        world.window().desk().look(world.waitingId(0));
        ui::ConversationPage& page = world.window().desk().conversation();
        page.returnDraft(world.waitingId(0),
                         QStringLiteral("Good morning Mr Keller,\nI am looking into it."));
        page.standingBanner().tell(ui::Banner::Tone::Warning,
                                   QStringLiteral("The copy on this computer cannot be written."));
        page.banner().tell(ui::Banner::Tone::Problem, models::sentenceOf(ErrorCode::StaleControl));
        album.keep(QStringLiteral("unsent") + suffix, world.window());
    }
    {
        DeskWorld world;
        world.theme.setChoice(scheme);
        world.window().resize(size);
        world.window().showLogin();
        world.window().login().prefill(QStringLiteral("desk.example.com"), QStringLiteral("ana@demo.test"));
        world.window().show();
        world.window().login().takeFocus();
        album.keep(QStringLiteral("login") + suffix, world.window());
        Error error{ErrorCode::Unavailable,
                    QStringLiteral("Nothing answers at desk.example.com."),
                    QStringLiteral("Check the address, your network and whether the relay runs."),
                    {{QStringLiteral("reason"), QStringLiteral("unreachable")}}};
        world.window().login().showError(error);
        world.window().login().setKeychainMissing(true);
        album.keep(QStringLiteral("login-error") + suffix, world.window());
    }
}

void showTray(Album& album)
{
    QPixmap sheet(520, 90);
    sheet.fill(QColor(0x30, 0x30, 0x34));
    QPainter painter(&sheet);
    int x = 8;
    for (const int count : {0, 3, 20, 120}) {
        for (const int size : {16, 22, 32, 48}) {
            painter.drawPixmap(x, 16, ui::trayPixmap(size, count));
            x += size + 6;
        }
    }
    painter.end();
    album.save(QStringLiteral("tray"), sheet);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("language"), {}, QStringLiteral("code")},
                       {QStringLiteral("only"), {}, QStringLiteral("name")}});
    parser.addPositionalArgument(QStringLiteral("output"), {});
    parser.process(app);
    const QString language = parser.value(QStringLiteral("language"));
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language));
    ui::OwnTranslator translator;
    if (translator.loadFor(QLocale()))
        QCoreApplication::installTranslator(&translator);
    if (parser.positionalArguments().isEmpty() || !QDir().mkpath(parser.positionalArguments().front())) {
        std::fprintf(stderr, "usage: pictures OUTPUT\n");
        return 2;
    }
    const QString suffix = (language.isEmpty() ? QString() : QLatin1Char('-') + language) +
                           (app.devicePixelRatio() > 1 ? QStringLiteral("@2x") : QString());
    Album album(QDir(parser.positionalArguments().front()), suffix, parser.value(QStringLiteral("only")));
    showDesk(album, QStringLiteral("desk"), ui::SchemeChoice::Light, {1366, 768}, true);
    showDesk(album, QStringLiteral("desk-dark"), ui::SchemeChoice::Dark, {1366, 768}, true);
    showDesk(album, QStringLiteral("waiting"), ui::SchemeChoice::Light, {1440, 900}, false);
    showDesk(album, QStringLiteral("narrow"), ui::SchemeChoice::Light, {860, 640}, true);
    showDesk(album, QStringLiteral("wide"), ui::SchemeChoice::Dark, {1920, 1080}, true);
    if (parser.value(QStringLiteral("only")).isEmpty()) {
        showStates(album, ui::SchemeChoice::Light, {});
        showStates(album, ui::SchemeChoice::Dark, QStringLiteral("-dark"));
        showTray(album);
    }
    return 0;
}
