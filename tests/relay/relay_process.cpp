#include "relay_process.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>

#include <csignal>

namespace relevo::test {
namespace {

constexpr int patience = 30'000;

QString program()
{
    return QString::fromLocal8Bit(RELEVO_RELAY_PROGRAM);
}

} // namespace

RelayProcess::RelayProcess() = default;

RelayProcess::~RelayProcess()
{
    kill();
}

bool RelayProcess::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::SeparateChannels);
    m_process->setStandardErrorFile(m_directory.filePath(QStringLiteral("relay.log")), QIODevice::Append);
    QStringList arguments{QStringLiteral("serve"), QStringLiteral("--data"), m_directory.path(),
                          QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_port)};
    if (demo)
        arguments.push_back(QStringLiteral("--demo"));
    arguments += options;
    m_process->setEnvironment(QProcess::systemEnvironment() + environment);
    m_process->start(program(), arguments);
    QElapsedTimer timer;
    timer.start();
    QByteArray line;
    while (timer.elapsed() < patience && !line.contains('\n')) {
        if (!m_process->waitForReadyRead(100) && m_process->state() == QProcess::NotRunning)
            break;
        line += m_process->readAllStandardOutput();
    }
    const Json json = Json::parse(line.toStdString(), nullptr, false);
    if (json.is_discarded() || json.value("event", "") != "listening") {
        m_errors = log();
        return false;
    }
    m_url = QUrl(QString::fromStdString(json.value("url", "")));
    m_port = static_cast<quint16>(m_url.port());
    return true;
}

QByteArray RelayProcess::log() const
{
    QFile file(m_directory.filePath(QStringLiteral("relay.log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void RelayProcess::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished(patience);
    m_process.reset();
}

int RelayProcess::terminate()
{
    if (!m_process)
        return -1;
    m_process->terminate();
    const bool ended = m_process->waitForFinished(patience);
    const int code = ended && m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    m_process.reset();
    return code;
}

bool RelayProcess::isRunning() const
{
    return m_process && m_process->state() == QProcess::Running;
}

QUrl RelayProcess::socketUrl(const QString& path) const
{
    QUrl url = m_url;
    url.setScheme(QStringLiteral("ws"));
    url.setPath(path);
    return url;
}

RelayProcess::Ran RelayProcess::run(const QStringList& arguments) const
{
    QProcess process;
    process.start(program(), arguments + QStringList{QStringLiteral("--data"), m_directory.path()});
    Ran ran;
    if (!process.waitForFinished(patience * 4))
        return ran;
    ran.exitCode = process.exitCode();
    ran.json = Json::parse(process.readAllStandardOutput().toStdString(), nullptr, false);
    ran.errors = process.readAllStandardError();
    return ran;
}

bool RelayProcess::createProject()
{
    const Ran ran = run({QStringLiteral("project"), QStringLiteral("create"), QStringLiteral("--name"),
                         QStringLiteral("Test shop")});
    if (ran.exitCode != 0 || !ran.json.is_object())
        return false;
    projectId = QString::fromStdString(ran.json.value("projectId", ""));
    apiKey = QByteArray::fromStdString(ran.json.value("apiKey", ""));
    return !projectId.isEmpty() && !apiKey.isEmpty();
}

QString RelayProcess::createAgent(const QString& email, const QString& name, const QString& role)
{
    QFile file(m_directory.filePath(QStringLiteral("password")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(password);
    file.close();
    const Ran ran = run({QStringLiteral("agent"), QStringLiteral("create"), QStringLiteral("--project"),
                         projectId, QStringLiteral("--email"), email, QStringLiteral("--name"), name,
                         QStringLiteral("--role"), role, QStringLiteral("--password-file"), file.fileName()});
    return ran.exitCode == 0 && ran.json.is_object() ? QString::fromStdString(ran.json.value("agentId", ""))
                                                     : QString();
}

} // namespace relevo::test
