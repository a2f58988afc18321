#include <ui/shell/autostart.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>

namespace relevo::ui {

namespace {

constexpr qint64 largestEntry = 64 * 1024;

/// A word of an Exec line: quoted, for it may have spaces, and "%" begins a field code.
QString execWord(QString word)
{
    for (const char16_t special : {u'\\', u'"', u'`', u'$'})
        word.replace(QChar(special), QStringLiteral("\\") + QChar(special));
    // The file's own escaping comes on top of that of the quotes.
    word.replace(u'\\', QStringLiteral("\\\\"));
    word.replace(u'%', QStringLiteral("%%"));
    return u'"' + word + u'"';
}

} // namespace

XdgAutostart::XdgAutostart(QString folder, QStringList command)
    : m_folder(std::move(folder)), m_command(std::move(command))
{
}

QString XdgAutostart::path() const
{
    return m_folder + QStringLiteral("/relevo.desktop");
}

bool XdgAutostart::isOn() const
{
    QFile file(path());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    // The session's own settings switch it off by this line.
    const QByteArray text = file.read(largestEntry);
    return !text.contains("Hidden=true") && !text.contains("X-GNOME-Autostart-enabled=false");
}

Result<void> XdgAutostart::setOn(bool on)
{
    if (!on) {
        QFile file(path());
        if (file.exists() && !file.remove())
            return failure(ErrorCode::Unavailable, file.errorString());
        return {};
    }
    QStringList words;
    for (const QString& word : m_command)
        words << execWord(word);
    const QString text =
        QStringLiteral("[Desktop Entry]\nType=Application\nName=Relevo\nExec=%1\nIcon=relevo\n"
                       "Terminal=false\nStartupNotify=false\n")
            .arg(words.join(u' '));
    if (!QDir().mkpath(m_folder))
        return failure(ErrorCode::Unavailable, m_folder);
    QSaveFile file(path());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return failure(ErrorCode::Unavailable, file.errorString());
    return {};
}

Result<void> NoAutostart::setOn(bool)
{
    return failure(ErrorCode::Unavailable, QStringLiteral("There is no autostart here."));
}

std::unique_ptr<Autostart> makeAutostart([[maybe_unused]] const QString& profile)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return std::make_unique<XdgAutostart>(
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
            QStringLiteral("/autostart"),
        QStringList{QCoreApplication::applicationFilePath(), QStringLiteral("--profile"), profile});
#else
    return std::make_unique<NoAutostart>();
#endif
}

} // namespace relevo::ui
