#include "desk_world.h"
#include "support/test_main.h"

#include <ui/shell/desk_page.h>

#include <QtCore/QFile>
#include <QtTest/QtTest>

#include <random>

using namespace relevo;

namespace {

/// Of this process, in MiB; 0 where it cannot be told.
double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

} // namespace

/// What a hundred thousand conversations cost the inbox. The figures are printed, not judged: how fast a
/// machine is that has others to serve says nothing about the program.
class tst_InboxMeasure final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHundredThousand();
};

void tst_InboxMeasure::aHundredThousand()
{
    constexpr int many = 100'000;
    DeskWorld world;
    world.signIn();
    world.window().resize(1366, 768);
    world.window().show();
    (void)world.window().grab();
    const double before = residentMiB();
    QElapsedTimer watch;
    watch.start();
    world.addWaiting(many);
    qInfo("%d rows into the live state and the inbox: %lld ms", many, watch.restart());
    (void)world.window().grab();
    qInfo("painted after: %lld ms", watch.elapsed());
    qInfo("memory: %.0f MiB more", residentMiB() - before);
    QCOMPARE(world.models().inbox.total(models::InboxSection::Waiting) +
                 world.models().inbox.total(models::InboxSection::Tickets),
             many);

    // A second of 200 events: what each frame's worth of them costs, painting included.
    std::mt19937 random(1);
    double longest = 0;
    double sum = 0;
    int frames = 0;
    for (int event = 0; event < 200; event += 4, ++frames) {
        client::LiveBatch batch;
        for (int i = 0; i < 4; ++i) {
            client::ConversationRow row = *world.live.row(world.waitingId(static_cast<int>(random() % many)));
            row.lastLine = QStringLiteral("event %1").arg(event + i);
            row.requestedAt -= std::chrono::seconds(random() % 600);
            if (i == 0)
                row.status = domain::HandoffStatus::ConvertedToTicket;
            batch.rows.push_back(row);
        }
        QElapsedTimer frame;
        frame.start();
        world.live.apply(batch);
        QCoreApplication::processEvents();
        const double took = static_cast<double>(frame.nsecsElapsed()) / 1e6;
        longest = std::max(longest, took);
        sum += took;
    }
    qInfo("200 events in %d frames: %.2f ms each, the longest %.2f ms", frames, sum / frames, longest);

    watch.restart();
    for (int i = 0; i < 20; ++i) {
        world.clock.advance(std::chrono::seconds(1));
        world.models().inbox.refresh();
    }
    qInfo("a tick: %.2f ms", static_cast<double>(watch.elapsed()) / 20);

    // A text over all of them: until it is through, and the longest time that nothing else could happen.
    QSignalSpy arranged(&world.models().inbox, &models::Inbox::arranged);
    watch.restart();
    world.models().inbox.arrange({.text = QStringLiteral("parcel")}, models::InboxSort::Urgency);
    double stall = static_cast<double>(watch.nsecsElapsed()) / 1e6;
    while (arranged.isEmpty()) {
        QElapsedTimer turn;
        turn.start();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        stall = std::max(stall, static_cast<double>(turn.nsecsElapsed()) / 1e6);
    }
    qInfo("a filter: through after %lld ms, the longest step %.2f ms", watch.elapsed(), stall);
    QVERIFY(world.models().inbox.hidden() > 0);
}

RELEVO_TEST(tst_InboxMeasure)
#include "tst_inboxmeasure.moc"
