#include "scenes.h"

#include <ui/shell/translations.h>
#include <ui/shell/tray_icon.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryFile>
#include <QtGui/QPainter>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cstdio>
#include <utility>

// Renders the desk's pages to PNG files, to be looked at: pictures OUTPUT [--language es] [--text 200]
// [--only NAME]… Each is made twice as sharp, too.
namespace {

using namespace relevo;

constexpr const char* platformName = "QT_QPA_PLATFORM";
const QByteArray plainPlatform = QByteArrayLiteral("offscreen");

/// Keeps what it is shown as PNG files.
class PictureFolder final : public Album
{
public:
    PictureFolder(QDir folder, QString suffix, QStringList only)
        : m_folder(std::move(folder)), m_suffix(std::move(suffix)), m_only(std::move(only))
    {
    }

    [[nodiscard]] bool wants(const QString& name) const override
    {
        return m_only.isEmpty() || m_only.contains(name);
    }
    [[nodiscard]] int count() const { return m_count; }

    void save(const QString& name, const QPixmap& picture)
    {
        picture.save(m_folder.filePath(name + m_suffix + QStringLiteral(".png")));
        ++m_count;
    }

protected:
    void look(const QString& name, QWidget& widget) override { save(name, settled(widget)); }
    void lookOver(const QString& name, QWidget& window, QWidget& dialog) override
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

    void lookAtPopup(const QString& name, QWidget& window, QWidget& popup) override
    {
        QPixmap picture = settled(window);
        QPainter painter(&picture);
        painter.drawPixmap(window.mapFromGlobal(popup.pos()), settled(popup));
        painter.end();
        save(name, picture);
    }

private:
    QDir m_folder;
    QString m_suffix;
    QStringList m_only;
    int m_count = 0;

    /// After everything that comes by the event loop: when three looks in a row see the same. A word that
    /// needs another line moves what is around it only a turn later.
    static QPixmap settled(QWidget& widget)
    {
        // Where others use the processor, too, three looks may take long; who never rests is still found out.
        constexpr int patience = 120'000; // ms
        QImage before;
        int same = 0;
        if (!QTest::qWaitFor(
                [&widget, &before, &same] {
                    const QImage now = widget.grab().toImage();
                    same = std::exchange(before, now) == now ? same + 1 : 0;
                    return same == 2;
                },
                patience))
            qFatal("the picture does not come to rest");
        return QPixmap::fromImage(before);
    }
};

void showTray(PictureFolder& album)
{
    QPixmap sheet(584, 80);
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
    if (album.wants(QStringLiteral("tray")))
        album.save(QStringLiteral("tray"), sheet);
}

/// The platform without a screen has a small square one, which windows and lists are then fitted to: it gets
/// one as an office's computer has. Settled before there is an application.
void giveScreen(QTemporaryFile& description)
{
    if (qgetenv(platformName) != plainPlatform || !description.open())
        return;
    const int sharp = std::max(1, qEnvironmentVariableIntValue("QT_SCALE_FACTOR"));
    const QJsonObject screen{{QStringLiteral("name"), QStringLiteral("office")},
                             {QStringLiteral("x"), 0},
                             {QStringLiteral("y"), 0},
                             {QStringLiteral("width"), 1366 * sharp},
                             {QStringLiteral("height"), 768 * sharp},
                             {QStringLiteral("logicalDpi"), 96},
                             {QStringLiteral("logicalBaseDpi"), 96},
                             {QStringLiteral("dpr"), 1}};
    description.write(QJsonDocument(QJsonObject{{QStringLiteral("synchronousWindowSystemEvents"), false},
                                                {QStringLiteral("windowFrameMargins"), true},
                                                {QStringLiteral("screens"), QJsonArray{screen}}})
                          .toJson());
    description.flush();
    qputenv(platformName,
            plainPlatform + QByteArrayLiteral(":configfile=") + QFile::encodeName(description.fileName()));
}

/// The scale is settled before there is an application: another run of this program makes them.
bool makeTwiceAsSharp(const QString& output, const QString& language, int text)
{
    QStringList arguments{output, QStringLiteral("--text"), QString::number(text)};
    if (!language.isEmpty())
        arguments << QStringLiteral("--language") << language;
    QProcess twin;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    if (qgetenv(platformName).startsWith(plainPlatform)) // with a screen of its own
        environment.insert(QLatin1String(platformName), QString::fromLatin1(plainPlatform));
    twin.setProcessEnvironment(environment);
    twin.setProcessChannelMode(QProcess::ForwardedChannels);
    twin.start(QCoreApplication::applicationFilePath(), arguments);
    return twin.waitForFinished(-1) && twin.exitStatus() == QProcess::NormalExit && twin.exitCode() == 0;
}

} // namespace

int main(int argc, char** argv)
{
    QTemporaryFile screen;
    giveScreen(screen);
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("language"), {}, QStringLiteral("code")},
                       {QStringLiteral("text"), {}, QStringLiteral("percent"), QStringLiteral("100")},
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
    DeskWorld::textScale = parser.value(QStringLiteral("text")).toInt();
    const QString suffix =
        (language.isEmpty() ? QString() : QLatin1Char('-') + language) +
        (DeskWorld::textScale != 100 ? QStringLiteral("-%1").arg(DeskWorld::textScale) : QString()) +
        (app.devicePixelRatio() > 1 ? QStringLiteral("@2x") : QString());
    const QString output = parser.positionalArguments().front();
    const QStringList only = parser.values(QStringLiteral("only"));
    PictureFolder album(QDir(output), suffix, only);
    QElapsedTimer timer;
    timer.start();
    for (const Scene& scene : scenes()) {
        scene.show(album, ui::SchemeChoice::Light, {});
        scene.show(album, ui::SchemeChoice::Dark, QStringLiteral("-dark"));
    }
    showTray(album);
    std::printf("%d pictures%s in %.1f s\n", album.count(), qPrintable(suffix),
                static_cast<double>(timer.elapsed()) / 1'000);
    if (only.isEmpty() && app.devicePixelRatio() == 1 &&
        !makeTwiceAsSharp(output, language, DeskWorld::textScale)) {
        std::fprintf(stderr, "the sharp pictures could not be made\n");
        return 1;
    }
    return 0;
}
