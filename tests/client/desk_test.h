#pragma once

#include "fake_relay.h"

#include <client/desk.h>
#include <client/mirror.h>

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <atomic>

namespace relevo::client {

/// Hands can push it while the mirror thread reads it.
class SharedClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override { return Timestamp(monotonic()); }
    [[nodiscard]] milliseconds monotonic() const override { return milliseconds(m_millis.load()); }
    void advance(milliseconds by) { m_millis += by.count(); }

private:
    std::atomic<qint64> m_millis{1'773'478'800'000};
};

/// A whole desk, threads and disk and sockets, against a fake relay: what its tests begin with.
class DeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

protected:
    void makeDesk();
    void signIn();
    void restartDesk();
    [[nodiscard]] Profile profile() const;
    [[nodiscard]] domain::ConversationId held(const QString& name = QStringLiteral("Ada"));
    void hashesMatch();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<test::World> m_world;
    std::unique_ptr<test::FakeRelay> m_relay;
    SharedClock m_clock;
    std::unique_ptr<UuidV7Source> m_ids;
    std::unique_ptr<SessionSecrets> m_secrets;
    std::unique_ptr<Desk> m_desk;
};

} // namespace relevo::client
