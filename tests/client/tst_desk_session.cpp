#include "desk_test.h"
#include "support/test_main.h"

#include <sql/database.h>
#include <sql/transaction.h>

using namespace relevo;
using namespace relevo::client;

/// Signing in and out at the wrong moment, and a replica that will not be written.
class tst_DeskSession final : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void signsInByPassword();
    void aLateKeychainIsNotHeard();
    void aReplicaThatCannotBeOpenedStaysTold();
    void whatWasOnItsWayStaysOutAfterSigningOut();
    void aRebuiltReplicaIsStillLookedAt();
    void aReplicaInTroubleIsNoEndOfTheSession();

private:
    [[nodiscard]] std::unique_ptr<sql::Database> replica() const;
    void signInByPassword();
};

std::unique_ptr<sql::Database> tst_DeskSession::replica() const
{
    sql::DatabaseOptions options;
    options.path = mirrorPath(m_directory->path(), profile());
    return sql::Database::open(options).value_or(nullptr);
}

void tst_DeskSession::signInByPassword()
{
    m_desk->signIn(m_relay->url().toString(), {QStringLiteral("agent0@example.com"), m_relay->password, {}});
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
}

void tst_DeskSession::signsInByPassword()
{
    const domain::ConversationId id = held();
    QSignalSpy in(m_desk.get(), &Desk::signedIn);
    QSignalSpy failed(m_desk.get(), &Desk::signInFailed);
    m_desk->signIn(m_relay->url().toString(),
                   {QStringLiteral("agent0@example.com"), QStringLiteral("wrong"), {}});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::Unauthorized);
    signInByPassword();
    QTRY_VERIFY(m_desk->live().row(id));
    QCOMPARE(in.size(), 1);
    QVERIFY(in[0][0].value<Profile>() == profile());
}

void tst_DeskSession::aLateKeychainIsNotHeard()
{
    // The keychain's token has ended meanwhile, and asking for it takes longer than typing a password.
    m_secrets->slow = true;
    m_relay->token = QStringLiteral("fresh");
    m_desk->resume(QStringLiteral("default"));
    QTRY_VERIFY(m_secrets->isAsked());
    signInByPassword();
    QSignalSpy needed(m_desk.get(), &Desk::signInNeeded);
    m_secrets->release();
    const domain::ConversationId id = held();
    QTRY_VERIFY(m_desk->live().row(id));
    QCOMPARE(m_desk->link().state, LinkState::Online);
    QCOMPARE(m_relay->hellos.size(), 1U);
    QCOMPARE(needed.size(), 0);
    m_secrets->slow = false;
    QString kept;
    m_secrets->read(secretKey(profile()), this,
                    [&kept](const Result<QString>& token) { kept = token.value_or(QString()); });
    QTRY_COMPARE(kept, QStringLiteral("fresh"));
}

void tst_DeskSession::aReplicaThatCannotBeOpenedStaysTold()
{
    const auto other = Mirror::open(mirrorPath(m_directory->path(), profile()));
    QVERIFY(other);
    m_secrets->slow = true;
    QSignalSpy in(m_desk.get(), &Desk::signedIn);
    QSignalSpy failed(m_desk.get(), &Desk::signInFailed);
    m_desk->resume(QStringLiteral("default"));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::Conflict);
    QTRY_VERIFY(m_secrets->isAsked());
    m_secrets->release();
    QCOMPARE(in.size(), 0);
}

void tst_DeskSession::whatWasOnItsWayStaysOutAfterSigningOut()
{
    (void)held();
    // The relay's greeting tells who is signed in right after the state that this answers to.
    bool out = false;
    connect(m_desk.get(), &Desk::linkStateChanged, this, [this, &out](const LinkInfo& info) {
        if (info.state == LinkState::CatchingUp && !std::exchange(out, true))
            m_desk->signOut();
    });
    QSignalSpy needed(m_desk.get(), &Desk::signInNeeded);
    m_desk->resume(QStringLiteral("default"));
    QTRY_VERIFY(out);
    // Its answer comes after everything that was on its way.
    m_desk->resume(QStringLiteral("nobody"));
    QTRY_COMPARE(needed.size(), 1);
    QVERIFY(m_desk->live().me().id.isNull());
    QVERIFY(m_desk->live().rows().isEmpty());
    QCOMPARE(m_desk->link().state, LinkState::SignedOut);
}

void tst_DeskSession::aRebuiltReplicaIsStillLookedAt()
{
    const domain::ConversationId id = held();
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    QVERIFY(replica()->execute(QStringLiteral("DROP TABLE message")));
    QSignalSpy rebuilt(m_desk.get(), &Desk::replicaRebuilt);
    m_world->write(id, QStringLiteral("found by the fold"));
    m_relay->publish();
    QTRY_COMPARE(rebuilt.size(), 1);
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QTRY_COMPARE(lastWord(*transcript), QStringLiteral("found by the fold"));
    m_world->write(id, QStringLiteral("and after it"));
    m_relay->publish();
    QTRY_COMPARE(lastWord(*transcript), QStringLiteral("and after it"));
    hashesMatch();
}

void tst_DeskSession::aReplicaInTroubleIsNoEndOfTheSession()
{
    const domain::ConversationId id = held();
    signIn();
    QSignalSpy failed(m_desk.get(), &Desk::signInFailed);
    QSignalSpy troubled(m_desk.get(), &Desk::replicaTroubled);
    QSignalSpy mended(m_desk.get(), &Desk::replicaMended);
    const std::unique_ptr<sql::Database> other = replica();
    {
        // Nothing can be written while somebody else writes; a full disk answers the same.
        const auto writing = sql::Transaction::begin(*other, sql::Transaction::Kind::Write);
        QVERIFY(writing);
        m_world->write(id, QStringLiteral("kept for later"));
        m_relay->publish();
        QTRY_COMPARE(troubled.size(), 1);
        QCOMPARE(troubled[0][0].value<Error>().code, ErrorCode::Unavailable);
        QCOMPARE(failed.size(), 0);
        QVERIFY(m_desk->live().row(id));
    }
    QTRY_COMPARE(mended.size(), 1);
    QTRY_COMPARE(m_desk->live().row(id)->lastLine, QStringLiteral("kept for later"));
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(troubled.size(), 1);
    hashesMatch();
}

RELEVO_TEST(tst_DeskSession)
#include "tst_desk_session.moc"
