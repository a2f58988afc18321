#include "scenes.h"

#include <ui/shell/translations.h>
#include <ui/shell/tray_icon.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtGui/QPainter>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <cstdio>
#include <utility>

// Renders the desk's pages to PNG files, to be looked at: pictures OUTPUT [--language es] [--text 200]
// [--only NAME]… Each is made twice as sharp, too.
namespace {

using namespace relevo;

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
    if (album.wants(QStringLiteral("tray")))
        album.save(QStringLiteral("tray"), sheet);
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
    twin.setProcessEnvironment(environment);
    twin.setProcessChannelMode(QProcess::ForwardedChannels);
    twin.start(QCoreApplication::applicationFilePath(), arguments);
    return twin.waitForFinished(-1) && twin.exitStatus() == QProcess::NormalExit && twin.exitCode() == 0;
}

} // namespace

int main(int argc, char** argv)
{
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
