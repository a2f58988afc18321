#include "store_fixture.h"
#include "support/test_main.h"

#include <store/checkpointer.h>

#include <QtCore/QFileInfo>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

class tst_Checkpointer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void gateKeepsGroupsOut();
    void gateWaitsForTheGroupUnderWay();
    void gateLetsGoWhenStopped();
    void logIsBegunAnewUnderLoad();
    void endsWhileNothingIsWritten();
};

void tst_Checkpointer::gateKeepsGroupsOut()
{
    store::WriteGate gate;
    QVERIFY(gate.close({}));
    std::atomic<bool> waiting{false}, opened{false}, enteredAfterwards{false};
    std::jthread writer([&] {
        waiting = true;
        gate.enter();
        enteredAfterwards = opened.load();
        gate.leave();
    });
    QTRY_VERIFY(waiting);
    opened = true;
    gate.open();
    writer.join();
    QVERIFY(enteredAfterwards);
    QVERIFY(gate.awaitGroups({}));
}

void tst_Checkpointer::gateWaitsForTheGroupUnderWay()
{
    store::WriteGate gate;
    gate.enter();
    std::atomic<bool> waiting{false}, done{false}, closedAfterwards{false};
    std::jthread checkpointer([&] {
        waiting = true;
        const bool closed = gate.close({});
        closedAfterwards = closed && done;
        gate.open();
    });
    QTRY_VERIFY(waiting);
    done = true;
    gate.leave();
    checkpointer.join();
    QVERIFY(closedAfterwards);
}

void tst_Checkpointer::gateLetsGoWhenStopped()
{
    store::WriteGate gate;
    gate.enter();
    std::stop_source source;
    std::atomic<int> refused{0};
    std::jthread closing([&] { refused += gate.close(source.get_token()) ? 0 : 1; });
    std::jthread waiting([&] { refused += gate.awaitGroups(source.get_token()) ? 0 : 1; });
    source.request_stop();
    closing.join();
    waiting.join();
    QCOMPARE(refused.load(), 2);
    gate.leave();
    gate.enter(); // and it is open
    gate.leave();
}

void tst_Checkpointer::logIsBegunAnewUnderLoad()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    if (sql::SqliteDialect().name() != dialect)
        QSKIP("no log of its own");
    const store::Checkpointer checkpointer(fixture.options);
    const auto project = fixture.ids.make<domain::ProjectId>();
    const std::string big(100'000, 'x');
    const auto write = [&] {
        must(journal->begin());
        for (int i = 0; i < 20; ++i)
            must(journal->remember(project, {QUuid::createUuid().toString(), big, fixture.clock.now()}));
        must(journal->commit());
    };
    const QFileInfo log(fixture.options.databasePath + QStringLiteral("-wal"));
    const auto size = [&] {
        QFileInfo now = log;
        now.refresh();
        return now.size();
    };
    // The file never shrinks; when it has stopped growing, it is written from its start again.
    QElapsedTimer timer;
    timer.start();
    bool anew = false;
    while (!anew && !timer.hasExpired(60'000)) {
        const qint64 before = size();
        write();
        anew = before > qint64{4'096} * store::Checkpointer::longLog && size() == before;
    }
    QVERIFY(anew);
    QVERIFY(QFileInfo(fixture.options.databasePath).size() > 1'000'000);
}

void tst_Checkpointer::endsWhileNothingIsWritten()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    {
        const store::Checkpointer checkpointer(fixture.options);
    }
    {
        const store::Checkpointer checkpointer(fixture.options);
        appendSettings(fixture, *journal, fixture.ids.make<domain::ProjectId>(), 1);
    }
}

RELEVO_TEST(tst_Checkpointer)
#include "tst_checkpointer.moc"
