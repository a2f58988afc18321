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

/// A keychain that asks its owner first: what is read is given when release() says so.
class SlowSecrets final : public Secrets
{
public:
    void read(const QString& key, QObject* context, ReadDone done) override
    {
        if (!slow) {
            m_secrets.read(key, context, std::move(done));
            return;
        }
        m_secrets.read(key, context, [this, done = std::move(done)](const Result<QString>& secret) {
            m_waiting.push_back([done, secret] { done(secret); });
        });
    }
    void write(const QString& key, const QString& secret, QObject* context, Done done) override
    {
        m_secrets.write(key, secret, context, std::move(done));
    }
    void remove(const QString& key, QObject* context, Done done) override
    {
        m_secrets.remove(key, context, std::move(done));
    }
    [[nodiscard]] bool isAsked() const { return !m_waiting.empty(); }
    void release()
    {
        for (const std::function<void()>& give : std::exchange(m_waiting, {}))
            give();
    }

    bool slow = false;

private:
    SessionSecrets m_secrets;
    std::vector<std::function<void()>> m_waiting;
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
    /// What the newest message says; empty while there is none, as for a moment in a rebuilt replica.
    [[nodiscard]] static QString lastWord(const Transcript& transcript);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<test::World> m_world;
    std::unique_ptr<test::FakeRelay> m_relay;
    SharedClock m_clock;
    std::unique_ptr<UuidV7Source> m_ids;
    std::unique_ptr<SlowSecrets> m_secrets;
    std::unique_ptr<Desk> m_desk;
    milliseconds m_undoWithin{0}; ///< of the next desk that is made
    milliseconds m_retryFirst{1}; ///< the same: before anything is tried a second time
};

} // namespace relevo::client
