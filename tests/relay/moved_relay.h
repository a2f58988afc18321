#pragma once

#include "http_calls.h"
#include "relay_process.h"

#include <relay/admin.h>
#include <relay/relay_server.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <atomic>

namespace relevo::test {

/// Time that can be put forward while a relay runs, as a clock that is set, or a machine that slept.
class MovedClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override { return m_system.now() + later.load(); }
    [[nodiscard]] milliseconds monotonic() const override { return m_system.monotonic(); }
    std::atomic<milliseconds> later = milliseconds(0);

private:
    SystemClock m_system;
};

/// A relay in this process with such a clock, a project, and Root, its admin, who is signed in.
class MovedRelay
{
public:
    MovedRelay() : ids(clock) {}

    [[nodiscard]] bool start()
    {
        options.store.databasePath = m_directory.filePath(QStringLiteral("relay.db"));
        options.port = 0;
        auto admin = relay::Admin::open(options.store, clock, ids);
        const auto made = admin ? (*admin)->createProject(QStringLiteral("Shop"))
                                : Result<relay::NewProject>(std::unexpected(admin.error()));
        domain::Agent root;
        root.name = QStringLiteral("Root");
        root.email = QStringLiteral("root@example.com");
        root.role = domain::Role::Admin;
        if (!made || !(*admin)->createAgent(made->id, root, RelayProcess::password))
            return false;
        project = made->id;
        server = std::make_unique<relay::RelayServer>(clock, ids);
        if (!server->start(options))
            return false;
        m_root = std::make_unique<HttpCalls>(QUrl(server->url()));
        m_bot = std::make_unique<HttpCalls>(QUrl(server->url()), made->apiKey);
        return signIn();
    }
    /// No session lives for weeks.
    [[nodiscard]] bool signIn()
    {
        return m_root->login(QStringLiteral("root@example.com"), QString::fromLatin1(RelayProcess::password));
    }
    [[nodiscard]] bool stop()
    {
        QSignalSpy stopped(server.get(), &relay::RelayServer::stopped);
        server->drain();
        return stopped.wait();
    }
    [[nodiscard]] HttpCalls& root() { return *m_root; }
    [[nodiscard]] HttpCalls& bot() { return *m_bot; }
    [[nodiscard]] QString settings() const
    {
        return QStringLiteral("/api/projects/%1/handoff-settings").arg(project.toString());
    }
    [[nodiscard]] QString directory() const { return m_directory.path(); }

    MovedClock clock;
    UuidV7Source ids;
    relay::ServeOptions options;
    domain::ProjectId project;
    std::unique_ptr<relay::RelayServer> server;

private:
    QTemporaryDir m_directory;
    std::unique_ptr<HttpCalls> m_root;
    std::unique_ptr<HttpCalls> m_bot;
};

} // namespace relevo::test
