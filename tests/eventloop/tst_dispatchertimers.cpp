#include "loop_fixture.h"

#include <eventloop/epoll_dispatcher.h>
#include <eventloop/timer_queue.h>

#include <functional>
#include <memory>

using relevo::eventloop::TimerQueue;

namespace {

class TimerCatcher : public QObject
{
public:
    std::function<void(int)> fired;

protected:
    void timerEvent(QTimerEvent* event) override { fired(event->timerId()); }
};

} // namespace

class tst_DispatcherTimers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timersFireInOrder();
    void zeroTimersDoNotStarve();
    void timerRestartedInItsSlot();
    void timerDeletedByAnother();
    void repeatingTimerSkipsWhatItMissed();
    void timerNeverFiresEarly();
    void timerIsNotReentered();
    void coarseTimersShareMoments();
    void remainingTimeAndList();
    void timersCanBeExcluded();
};

void tst_DispatcherTimers::timersFireInOrder()
{
    QList<int> fired;
    for (const int delay : {30, 10, 20, 0, 10}) {
        QTimer::singleShot(delay, Qt::PreciseTimer, this, [&fired, delay] { fired.append(delay); });
    }
    QTRY_COMPARE(fired.size(), 5);
    QCOMPARE(fired, (QList<int>{0, 10, 10, 20, 30}));
}

void tst_DispatcherTimers::zeroTimersDoNotStarve()
{
    int zeros = 0;
    bool delayed = false;
    Pair pair;
    bool read = false;
    QSocketNotifier notifier(pair.near, QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] { read = pair.take(); });
    QTimer zero;
    connect(&zero, &QTimer::timeout, this, [&] { ++zeros; });
    zero.start(0);
    QTimer::singleShot(5, Qt::PreciseTimer, this, [&] { delayed = true; });
    pair.send();
    QTRY_VERIFY(delayed && read);
    QVERIFY(zeros > 1);

    const int before = zeros;
    turn(1);
    QCOMPARE(zeros, before + 1); // once a turn
}

void tst_DispatcherTimers::timerRestartedInItsSlot()
{
    int fired = 0;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    connect(&timer, &QTimer::timeout, this, [&] {
        if (++fired < 3) {
            timer.start(fired);
        } else {
            timer.stop();
        }
    });
    timer.start(1);
    QTRY_COMPARE(fired, 3);
    turn();
    QCOMPARE(fired, 3);
}

void tst_DispatcherTimers::timerDeletedByAnother()
{
    auto victim = std::make_unique<QTimer>();
    QTimer killer;
    bool killed = false;
    bool victimFired = false;
    connect(&killer, &QTimer::timeout, this, [&] {
        victim.reset();
        killed = true;
    });
    connect(victim.get(), &QTimer::timeout, this, [&] { victimFired = true; });
    killer.setSingleShot(true);
    killer.start(0);
    victim->start(0);
    QTRY_VERIFY(killed);
    turn();
    QVERIFY(!victimFired);
}

void tst_DispatcherTimers::repeatingTimerSkipsWhatItMissed()
{
    TimerQueue queue;
    TimerCatcher catcher;
    int fired = 0;
    catcher.fired = [&](int) {
        ++fired;
    };
    const TimerQueue::Moment start{};
    queue.add(7, 10, Qt::PreciseTimer, &catcher, start);
    QCOMPARE(queue.fire(start + std::chrono::milliseconds(9)), 0);
    QCOMPARE(queue.fire(start + std::chrono::milliseconds(95)), 1);
    QCOMPARE(queue.fire(start + std::chrono::milliseconds(96)), 0);
    QCOMPARE(queue.remaining(7, start + std::chrono::milliseconds(96)), 9);
    QCOMPARE(fired, 1);
}

void tst_DispatcherTimers::timerNeverFiresEarly()
{
    for (const Qt::TimerType type : {Qt::PreciseTimer, Qt::CoarseTimer}) {
        QElapsedTimer clock;
        qint64 took = -1;
        QTimer::singleShot(60, type, this, [&] { took = clock.nsecsElapsed(); });
        clock.start();
        QTRY_VERIFY(took >= 0);
        QVERIFY2(took >= 59'900'000, qPrintable(QString::number(took)));
    }
}

void tst_DispatcherTimers::timerIsNotReentered()
{
    int depth = 0;
    int deepest = 0;
    int inner = 0;
    QTimer other;
    connect(&other, &QTimer::timeout, this, [&] { ++inner; });
    other.start(0);
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        deepest = qMax(deepest, ++depth);
        turn(5);
        timer.stop();
        --depth;
    });
    timer.start(0);
    QTRY_VERIFY(!timer.isActive());
    QCOMPARE(deepest, 1);
    QVERIFY(inner >= 4); // the others go on meanwhile
}

void tst_DispatcherTimers::coarseTimersShareMoments()
{
    TimerQueue queue;
    TimerCatcher catcher;
    catcher.fired = [](int) {
    };
    const TimerQueue::Moment start{};
    for (int id = 1; id <= 8; ++id) {
        queue.add(id, 1000, Qt::CoarseTimer, &catcher, start + std::chrono::milliseconds(id));
    }
    const std::optional<TimerQueue::Moment> first = queue.next();
    QVERIFY(first && *first >= start + std::chrono::milliseconds(1001));
    QVERIFY(*first <= start + std::chrono::milliseconds(1050));
    QCOMPARE(queue.fire(*first), 8);

    queue.add(9, 5000, Qt::VeryCoarseTimer, &catcher, start + std::chrono::milliseconds(1));
    QCOMPARE(queue.remaining(9, start), 6000);
}

void tst_DispatcherTimers::remainingTimeAndList()
{
    QAbstractEventDispatcher* const dispatcher = QCoreApplication::eventDispatcher();
    QObject object;
    const int id = object.startTimer(10'000, Qt::PreciseTimer);
    QVERIFY(id > 0);
    QVERIFY(dispatcher->remainingTime(id) > 9'000 && dispatcher->remainingTime(id) <= 10'000);
    const QList<QAbstractEventDispatcher::TimerInfo> list = dispatcher->registeredTimers(&object);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first().timerId, id);
    QCOMPARE(list.first().interval, 10'000);
    object.killTimer(id);
    QVERIFY(dispatcher->registeredTimers(&object).isEmpty());
    QCOMPARE(dispatcher->remainingTime(id), -1);
    QVERIFY(!dispatcher->unregisterTimer(id));
}

void tst_DispatcherTimers::timersCanBeExcluded()
{
    bool fired = false;
    QTimer::singleShot(1, Qt::PreciseTimer, this, [&] { fired = true; });
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 5) {
        turn(1, QEventLoop::X11ExcludeTimers);
    }
    QVERIFY(!fired);
    QTRY_VERIFY(fired);
}

int main(int argc, char** argv)
{
    QCoreApplication::setEventDispatcher(relevo::eventloop::makeDispatcher().release());
    const QCoreApplication app(argc, argv);
    tst_DispatcherTimers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_dispatchertimers.moc"
