#pragma once

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>

#include <nlohmann/json.hpp>

#include <memory>

namespace relevo::test {

using Json = nlohmann::json;

/// A real relay in a directory of its own: started, killed and started again on the same port by tests.
class RelayProcess
{
public:
    RelayProcess();
    ~RelayProcess();

    /// Starts `serve` and waits for its "listening" line. False when it ended instead; see errors().
    [[nodiscard]] bool start();
    /// SIGKILL, as a power cut would.
    void kill();
    /// SIGTERM; the exit code, or -1 when it did not end in time.
    [[nodiscard]] int terminate();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] qint64 pid() const { return m_process ? m_process->processId() : 0; }

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] QUrl socketUrl(const QString& path) const;
    [[nodiscard]] QString directory() const { return m_directory.path(); }
    [[nodiscard]] QByteArray errors() const { return m_errors; }

    struct Ran
    {
        int exitCode = -1;
        Json json;
        QByteArray errors;
    };
    /// Another subcommand on the same data directory.
    [[nodiscard]] Ran run(const QStringList& arguments) const;

    /// `project create`; fills projectId and apiKey.
    [[nodiscard]] bool createProject();
    /// `agent create` with the password below; its id, or empty.
    [[nodiscard]] QString createAgent(const QString& email, const QString& name,
                                      const QString& role = QStringLiteral("agent"));

    static constexpr const char* password = "correct horse";
    bool demo = false;                    ///< start with --demo
    QStringList options;                  ///< more of them, for `serve`
    QStringList environment;              ///< "NAME=value", for `serve`
    [[nodiscard]] QByteArray log() const; ///< all it has written so far
    QString projectId;
    QByteArray apiKey;

private:
    QTemporaryDir m_directory;
    std::unique_ptr<QProcess> m_process;
    QUrl m_url;
    quint16 m_port = 0;
    QByteArray m_errors;
};

} // namespace relevo::test
