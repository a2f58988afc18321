#include <ui/notify/process_player.h>

#include <base/log.h>

#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

#include <chrono>

namespace relevo::ui {

namespace {

/// The longest sound is shorter; a server that does not answer would hold the program.
constexpr std::chrono::seconds longestSound{5};

} // namespace

ProcessPlayer::ProcessPlayer(const QStringList& folders, QObject* parent)
    : QObject(parent), m_process(this), m_patience(this)
{
    for (const char* command : {"paplay", "pw-play", "aplay -q", "afplay"}) {
        QStringList words = QString::fromLatin1(command).split(u' ');
        const QString path = QStandardPaths::findExecutable(words.takeFirst(), folders);
        if (!path.isEmpty())
            m_programs.push_back({path, words});
    }
    m_patience.setSingleShot(true);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    connect(&m_patience, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        m_patience.stop();
        if (code != 0 || status != QProcess::NormalExit)
            failed();
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            failed();
    });
}

ProcessPlayer::~ProcessPlayer()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished(1'000);
}

QString ProcessPlayer::fileOf(Chime chime, int volume) const
{
    QString path = m_folder.filePath(QStringLiteral("%1-%2.wav").arg(static_cast<int>(chime)).arg(volume));
    if (QFile::exists(path))
        return path;
    QFile file(path);
    const QByteArray wav = chimeWav(chime, volume);
    if (!file.open(QIODevice::WriteOnly) || file.write(wav) != wav.size())
        return {};
    return path;
}

void ProcessPlayer::play(Chime chime, int volume)
{
    if (chime == Chime::None || volume <= 0 || !isThere() || m_process.state() != QProcess::NotRunning)
        return;
    m_file = fileOf(chime, volume);
    if (!m_file.isEmpty())
        start();
}

void ProcessPlayer::start()
{
    const Program& program = m_programs.front();
    m_process.start(program.path, program.arguments + QStringList{m_file});
    m_patience.start(longestSound);
}

void ProcessPlayer::failed()
{
    if (m_programs.isEmpty())
        return;
    qCInfo(logUi).noquote() << logLine(u"a program plays no sounds", {{u"program", m_programs.front().path}});
    m_programs.pop_front();
    // From the event loop: the process is still inside its own work.
    if (isThere())
        QMetaObject::invokeMethod(this, &ProcessPlayer::start, Qt::QueuedConnection);
}

} // namespace relevo::ui
