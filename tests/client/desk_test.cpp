#include "desk_test.h"

namespace relevo::client {

void DeskTest::init()
{
    m_undoWithin = milliseconds(0);
    m_retryFirst = milliseconds(1);
    m_directory = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<test::World>(1);
    m_relay = std::make_unique<test::FakeRelay>(*m_world);
    m_ids = std::make_unique<UuidV7Source>(m_clock);
    m_secrets = std::make_unique<SlowSecrets>();
    // As if somebody had signed in before: login over HTTP has its own test.
    QVERIFY(saveProfile(m_directory->path(), profile()));
    m_secrets->write(secretKey(profile()), m_relay->token, this, [](const Result<void>&) {});
    makeDesk();
}

void DeskTest::cleanup()
{
    m_desk.reset();
    m_relay.reset();
}

Profile DeskTest::profile() const
{
    Profile profile;
    profile.relay = m_relay->url();
    profile.email = QStringLiteral("agent0@example.com");
    profile.agent = m_world->agent(0);
    return profile;
}

void DeskTest::makeDesk()
{
    LinkTimes times;
    times.retry.first = m_retryFirst;
    times.retry.longest = 2 * m_retryFirst;
    m_desk = std::make_unique<Desk>(DeskOptions{m_directory->path(),
                                                1 << 30,
                                                milliseconds(1),
                                                {},
                                                times,
                                                m_clock,
                                                *m_ids,
                                                [] { return 0.0; },
                                                m_undoWithin},
                                    *m_secrets);
    // The retries' clock runs by itself as long as there is somebody to wait.
    connect(m_desk.get(), &Desk::linkStateChanged, this, [this](const LinkInfo& info) {
        if (info.state == LinkState::WaitingToRetry)
            m_clock.advance(info.retryIn);
    });
}

void DeskTest::signIn()
{
    m_desk->resume(QStringLiteral("default"));
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
}

void DeskTest::restartDesk()
{
    m_desk.reset();
    makeDesk();
}

domain::ConversationId DeskTest::held(const QString& name)
{
    const domain::ConversationId id = m_world->customer(name, QStringLiteral("Please help"), true);
    if (!m_world->claim(id, 0))
        qFatal("cannot claim");
    m_relay->publish();
    return id;
}

void DeskTest::hashesMatch()
{
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    m_desk.reset();
    auto mirror = Mirror::open(mirrorPath(m_directory->path(), profile()));
    QVERIFY(mirror);
    QCOMPARE((*mirror)->stateHash().value(), domain::stateHash(m_world->live()));
}

QString DeskTest::lastWord(const Transcript& transcript)
{
    return transcript.messages().empty() ? QString() : transcript.messages().back().content;
}

} // namespace relevo::client
