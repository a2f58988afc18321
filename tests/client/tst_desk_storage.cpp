#include "desk_test.h"
#include "support/test_main.h"

#include <QtCore/QDir>

using namespace relevo;
using namespace relevo::client;

/// What a desk keeps on this device, and how it forgets it.
class tst_DeskStorage final : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatItKeeps()
    {
        signIn();
        QSignalSpy measured(m_desk.get(), &Desk::storageMeasured);
        m_desk->measureStorage();
        QTRY_COMPARE(measured.size(), 1);
        const auto info = measured[0][0].value<StorageInfo>();
        QVERIFY(info.bytes > 0);
        QCOMPARE(info.bound, qint64(1) << 30);
        QCOMPARE(info.unsent, 0);
    }

    void aNewBoundCountsAtOnce()
    {
        signIn();
        QSignalSpy measured(m_desk.get(), &Desk::storageMeasured);
        m_desk->setHistoryBytes(64 * 1024);
        QTRY_COMPARE(measured.size(), 1);
        QCOMPARE(measured[0][0].value<StorageInfo>().bound, qint64(64 * 1024));
    }

    void whatIsNotSentIsCounted()
    {
        signIn();
        const domain::ConversationId conversation = held();
        QTRY_VERIFY(m_desk->live().row(conversation));
        m_relay->goAway();
        QTRY_VERIFY(!isConnected(m_desk->link().state));
        m_desk->send(conversation, QStringLiteral("Still here"));
        QSignalSpy measured(m_desk.get(), &Desk::storageMeasured);
        m_desk->measureStorage();
        QTRY_COMPARE(measured.size(), 1);
        QCOMPARE(measured[0][0].value<StorageInfo>().unsent, 1);
    }

    void forgettingLeavesNothingBehind()
    {
        signIn();
        const Profile whose = m_desk->profile();
        // What was set aside once belongs to it, too; another account's does not.
        const QString mirror = mirrorPath(m_directory->path(), whose);
        QFile aside(mirror + QStringLiteral(".corrupt-2026"));
        QVERIFY(aside.open(QIODevice::WriteOnly));
        aside.close();
        QFile other(m_directory->filePath(QStringLiteral("mirror-0123456789abcdef.db")));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.close();
        QSignalSpy signedOut(m_desk.get(), &Desk::signedOut);
        QSignalSpy forgotten(m_desk.get(), &Desk::deviceForgotten);
        m_desk->forgetDevice();
        QCOMPARE(signedOut.size(), 1);
        QVERIFY(!m_desk->api().isReady());
        QTRY_COMPARE(forgotten.size(), 1);
        QVERIFY(forgotten[0][0].value<Result<void>>().has_value());
        QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QFileInfo(other).fileName()});
        QVERIFY(m_desk->profile().relay.isEmpty());
        bool gone = false;
        m_secrets->read(secretKey(whose), this, [&gone](const Result<QString>& token) { gone = !token; });
        QTRY_VERIFY(gone);

        // Whoever starts here next is nobody.
        restartDesk();
        QSignalSpy needed(m_desk.get(), &Desk::signInNeeded);
        m_desk->resume(QStringLiteral("default"));
        QTRY_VERIFY(!needed.isEmpty());
    }
};

RELEVO_TEST(tst_DeskStorage)
#include "tst_desk_storage.moc"
