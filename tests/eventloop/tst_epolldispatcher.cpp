#include "loop_fixture.h"

#include <eventloop/epoll_dispatcher.h>

#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

#include <array>
#include <memory>
#include <mutex>
#include <thread>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using relevo::eventloop::EpollDispatcher;

class tst_EpollDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isInstalled();
    void fallsBackToQt();

    void notifierReads();
    void readAndWriteOnOneDescriptor();
    void hangUpReachesTheReader();
    void notifierDisabledWithinActivation();
    void notifierDeletedWithinActivation();
    void notifierEnabledAgainWithinActivation();
    void descriptorClosedAndReused();
    void duplicateOutlivesItsNotifier();
    void regularFileIsAlwaysReady();
    void socketsCanBeExcluded();
    void manySockets();
    void nestedLoopTakesPendingActivations();

    void wakeUpFromThreads();
    void waitsWithoutSpinning();
    void quitFromThread();
    void quitBeforeWaiting();
    void postedEventsInOrder();
    void processEventsReportsPosts();
    void inAThreadOfItsOwn();
    void tcpEcho();
};

void tst_EpollDispatcher::isInstalled()
{
    QVERIFY(qobject_cast<EpollDispatcher*>(QCoreApplication::eventDispatcher()) != nullptr);
}

void tst_EpollDispatcher::fallsBackToQt()
{
    qputenv("RELEVO_QT_EVENT_LOOP", "1");
    QVERIFY(relevo::eventloop::makeDispatcher() == nullptr);
    qunsetenv("RELEVO_QT_EVENT_LOOP");
    QVERIFY(relevo::eventloop::makeDispatcher() != nullptr);
}

void tst_EpollDispatcher::notifierReads()
{
    Pair pair;
    int got = 0;
    QSocketNotifier notifier(pair.near, QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] { got += pair.take() ? 1 : 0; });
    turn();
    QCOMPARE(got, 0);
    pair.send();
    pair.send();
    QTRY_COMPARE(got, 2); // level-triggered: what is left comes again
    notifier.setEnabled(false);
    pair.send();
    turn();
    QCOMPARE(got, 2);
    notifier.setEnabled(true);
    QTRY_COMPARE(got, 3);
}

void tst_EpollDispatcher::readAndWriteOnOneDescriptor()
{
    Pair pair;
    QList<char> order;
    QSocketNotifier writer(pair.near, QSocketNotifier::Write);
    QSocketNotifier reader(pair.near, QSocketNotifier::Read);
    connect(&reader, &QSocketNotifier::activated, this, [&] { order.append(pair.take() ? 'r' : '?'); });
    connect(&writer, &QSocketNotifier::activated, this, [&] {
        order.append('w');
        writer.setEnabled(false);
    });
    pair.send();
    QTRY_COMPARE(order.size(), 2);
    QCOMPARE(order, (QList<char>{'r', 'w'}));
    pair.send();
    QTRY_COMPARE(order.size(), 3);
}

void tst_EpollDispatcher::hangUpReachesTheReader()
{
    Pair pair;
    bool ended = false;
    QSocketNotifier reader(pair.near, QSocketNotifier::Read);
    connect(&reader, &QSocketNotifier::activated, this, [&] {
        char byte = 0;
        ended = ::read(pair.near, &byte, 1) == 0;
        reader.setEnabled(false);
    });
    ::close(pair.far);
    pair.far = -1;
    QTRY_VERIFY(ended);
}

void tst_EpollDispatcher::notifierDisabledWithinActivation()
{
    Pair first;
    Pair second;
    QSocketNotifier a(first.near, QSocketNotifier::Read);
    QSocketNotifier b(second.near, QSocketNotifier::Read);
    int activations = 0;
    const auto only = [&](QSocketNotifier& other) {
        return [&activations, &other] {
            ++activations;
            other.setEnabled(false);
        };
    };
    connect(&a, &QSocketNotifier::activated, this, only(b));
    connect(&b, &QSocketNotifier::activated, this, only(a));
    first.send();
    second.send();
    turn(1);
    QCOMPARE(activations, 1);
    a.setEnabled(false);
    b.setEnabled(false);
}

void tst_EpollDispatcher::notifierDeletedWithinActivation()
{
    std::vector<std::unique_ptr<Pair>> pairs;
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    int activations = 0;
    for (int i = 0; i < 20; ++i) {
        pairs.push_back(std::make_unique<Pair>());
        notifiers.push_back(std::make_unique<QSocketNotifier>(pairs.back()->near, QSocketNotifier::Read));
        connect(notifiers.back().get(), &QSocketNotifier::activated, this, [&] {
            ++activations;
            for (auto& notifier : notifiers) {
                if (notifier && notifier.get() != sender()) {
                    notifier.reset();
                }
            }
        });
        pairs.back()->send();
    }
    turn(1);
    QCOMPARE(activations, 1);
}

void tst_EpollDispatcher::notifierEnabledAgainWithinActivation()
{
    Pair pair;
    int got = 0;
    QSocketNotifier notifier(pair.near, QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        notifier.setEnabled(false);
        got += pair.take() ? 1 : 0;
        notifier.setEnabled(true);
    });
    for (int i = 1; i <= 3; ++i) {
        pair.send();
        QTRY_COMPARE(got, i);
    }
}

void tst_EpollDispatcher::descriptorClosedAndReused()
{
    // Within one turn a descriptor is closed and its number given to a new one, with a new notifier.
    auto pair = std::make_unique<Pair>();
    auto notifier = std::make_unique<QSocketNotifier>(pair->near, QSocketNotifier::Read);
    turn();
    for (int round = 0; round < 50; ++round) {
        const int number = pair->near;
        notifier.reset();
        pair->close();
        pair = std::make_unique<Pair>();
        QCOMPARE(pair->near, number);
        notifier = std::make_unique<QSocketNotifier>(pair->near, QSocketNotifier::Read);
        bool got = false;
        connect(notifier.get(), &QSocketNotifier::activated, this, [&] { got = pair->take(); });
        pair->send();
        QTRY_VERIFY(got);
        notifier->disconnect(this);
    }
}

void tst_EpollDispatcher::duplicateOutlivesItsNotifier()
{
    // The kernel goes on reporting a descriptor that was closed while a duplicate lives; that must not make
    // the loop spin.
    Pair pair;
    auto notifier = std::make_unique<QSocketNotifier>(pair.near, QSocketNotifier::Read);
    turn();
    const int copy = ::dup(pair.near);
    notifier.reset();
    ::close(pair.near);
    pair.near = -1;
    pair.send();
    turn();
    int turns = 0;
    const auto counter = connect(QCoreApplication::eventDispatcher(), &QAbstractEventDispatcher::awake, this,
                                 [&] { ++turns; });
    bool done = false;
    QTimer::singleShot(50, Qt::PreciseTimer, this, [&] { done = true; });
    while (!done) {
        QCoreApplication::eventDispatcher()->processEvents(QEventLoop::WaitForMoreEvents);
    }
    disconnect(counter);
    QVERIFY2(turns < 10, qPrintable(QString::number(turns)));
    ::close(copy);
}

void tst_EpollDispatcher::regularFileIsAlwaysReady()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    int activated = 0;
    QSocketNotifier notifier(file.handle(), QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        if (++activated == 3) {
            notifier.setEnabled(false);
        }
    });
    QTRY_COMPARE(activated, 3);
    turn();
    QCOMPARE(activated, 3);
}

void tst_EpollDispatcher::socketsCanBeExcluded()
{
    Pair pair;
    bool got = false;
    QSocketNotifier notifier(pair.near, QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] { got = pair.take(); });
    pair.send();
    turn(3, QEventLoop::ExcludeSocketNotifiers);
    QVERIFY(!got);

    // Waiting without sockets must neither see them nor spin on them.
    bool fired = false;
    QTimer::singleShot(20, Qt::PreciseTimer, this, [&] { fired = true; });
    int turns = 0;
    while (!fired) {
        turn(1, QEventLoop::ExcludeSocketNotifiers | QEventLoop::WaitForMoreEvents);
        ++turns;
    }
    QVERIFY(turns < 10);
    QVERIFY(!got);
    QTRY_VERIFY(got);
}

void tst_EpollDispatcher::manySockets()
{
    constexpr size_t count = 1'500; // more than one wait returns
    std::vector<std::unique_ptr<Pair>> pairs;
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    std::vector<int> got(count, 0);
    size_t total = 0;
    for (size_t i = 0; i < count; ++i) {
        pairs.push_back(std::make_unique<Pair>());
        Pair* const pair = pairs.back().get();
        QVERIFY(pair->near >= 0);
        notifiers.push_back(std::make_unique<QSocketNotifier>(pair->near, QSocketNotifier::Read));
        connect(notifiers.back().get(), &QSocketNotifier::activated, this, [&got, &total, pair, i] {
            if (pair->take()) {
                ++got[i];
                ++total;
            }
        });
    }
    for (int round = 0; round < 3; ++round) {
        for (const auto& pair : pairs) {
            pair->send();
        }
    }
    QTRY_COMPARE(total, count * 3);
    QVERIFY(std::all_of(got.begin(), got.end(), [](int n) { return n == 3; }));
}

void tst_EpollDispatcher::nestedLoopTakesPendingActivations()
{
    Pair first;
    Pair second;
    int firstGot = 0;
    int secondGot = 0;
    bool nested = false;
    QSocketNotifier a(first.near, QSocketNotifier::Read);
    QSocketNotifier b(second.near, QSocketNotifier::Read);
    const auto body = [&](const Pair& mine, int& count) {
        // A second activation for what a nested loop has already read would find nothing.
        QVERIFY(mine.take());
        ++count;
        if (!nested) {
            nested = true;
            turn(2);
        }
    };
    connect(&a, &QSocketNotifier::activated, this, [&] { body(first, firstGot); });
    connect(&b, &QSocketNotifier::activated, this, [&] { body(second, secondGot); });
    first.send();
    second.send();
    turn();
    QCOMPARE(firstGot, 1);
    QCOMPARE(secondGot, 1);
}

void tst_EpollDispatcher::wakeUpFromThreads()
{
    constexpr int threads = 4;
    constexpr int each = 5'000;
    // A queue of our own, so that the hand-over is visible to ThreadSanitizer, which cannot look into Qt's.
    std::mutex mutex;
    int waiting = 0;
    int received = 0;
    QAbstractEventDispatcher* const dispatcher = QCoreApplication::eventDispatcher();
    std::vector<std::thread> senders;
    for (int t = 0; t < threads; ++t) {
        senders.emplace_back([&] {
            for (int i = 0; i < each; ++i) {
                {
                    const std::lock_guard lock(mutex);
                    ++waiting;
                }
                dispatcher->wakeUp();
            }
        });
    }
    // Blocking turns only: a lost wake-up would hang here.
    while (received < threads * each) {
        dispatcher->processEvents(QEventLoop::WaitForMoreEvents);
        const std::lock_guard lock(mutex);
        received += std::exchange(waiting, 0);
    }
    for (std::thread& sender : senders) {
        sender.join();
    }
    QCOMPARE(received, threads * each);
}

void tst_EpollDispatcher::waitsWithoutSpinning()
{
    turn();
    int turns = 0;
    const auto counter = connect(QCoreApplication::eventDispatcher(), &QAbstractEventDispatcher::awake, this,
                                 [&] { ++turns; });
    // Each wake-up from a thread is followed by rest, however it interleaves with the loop's own clearing.
    for (int i = 0; i < 50; ++i) {
        std::thread waker([] { QAbstractEventDispatcher::instance(qApp->thread())->wakeUp(); });
        QCoreApplication::eventDispatcher()->processEvents(QEventLoop::WaitForMoreEvents);
        waker.join();
    }
    turn(2);
    turns = 0;
    bool done = false;
    QTimer::singleShot(60, Qt::PreciseTimer, this, [&] { done = true; });
    while (!done) {
        QCoreApplication::eventDispatcher()->processEvents(QEventLoop::WaitForMoreEvents);
    }
    disconnect(counter);
    QVERIFY2(turns < 10, qPrintable(QString::number(turns)));
}

void tst_EpollDispatcher::quitFromThread()
{
    for (int i = 0; i < 200; ++i) {
        QEventLoop loop;
        std::atomic<bool> running = false; // an exit before exec() would rightly be without effect
        QMetaObject::invokeMethod(
            &loop, [&] { running = true; }, Qt::QueuedConnection);
        std::thread other([&] {
            while (!running) {
                std::this_thread::yield();
            }
            loop.exit(i);
        });
        QCOMPARE(loop.exec(), i);
        other.join();
    }
}

void tst_EpollDispatcher::quitBeforeWaiting()
{
    // An interrupt between two turns must not be lost in the next, blocking one.
    QCoreApplication::eventDispatcher()->interrupt();
    QCoreApplication::eventDispatcher()->processEvents(QEventLoop::WaitForMoreEvents);

    bool interrupted = false;
    QMetaObject::invokeMethod(
        this,
        [&] {
            interrupted = true;
            QCoreApplication::eventDispatcher()->interrupt();
        },
        Qt::QueuedConnection);
    QCoreApplication::eventDispatcher()->processEvents(QEventLoop::WaitForMoreEvents);
    QVERIFY(interrupted);
}

void tst_EpollDispatcher::postedEventsInOrder()
{
    QList<int> order;
    for (int i = 0; i < 5; ++i) {
        QMetaObject::invokeMethod(
            this, [&order, i] { order.append(i); }, Qt::QueuedConnection);
    }
    QTRY_COMPARE(order, (QList<int>{0, 1, 2, 3, 4}));
}

void tst_EpollDispatcher::processEventsReportsPosts()
{
    turn();
    bool second = false;
    QTimer::singleShot(0, this, [&] {
        QMetaObject::invokeMethod(
            this, [&] { second = true; }, Qt::QueuedConnection);
    });
    while (QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents)) {
    }
    QVERIFY(second);
}

void tst_EpollDispatcher::inAThreadOfItsOwn()
{
    QThread thread;
    thread.setEventDispatcher(relevo::eventloop::makeDispatcher().release());
    QObject worker;
    worker.moveToThread(&thread);
    thread.start();
    std::atomic<int> fired = 0;
    QMetaObject::invokeMethod(
        &worker,
        [&] {
            auto* const timer = new QTimer(&worker);
            QObject::connect(timer, &QTimer::timeout, &worker, [&, timer] {
                if (++fired == 3) {
                    delete timer;
                }
            });
            timer->start(2);
        },
        Qt::QueuedConnection);
    QTRY_COMPARE(fired.load(), 3);
    thread.quit();
    QVERIFY(thread.wait(5'000));
}

void tst_EpollDispatcher::tcpEcho()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket* const socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
    const QByteArray big(3 * 1024 * 1024, 'z');
    QTcpSocket client;
    QByteArray got;
    connect(&client, &QTcpSocket::readyRead, this, [&] { got += client.readAll(); });
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    client.write(big);
    QTRY_COMPARE_WITH_TIMEOUT(got.size(), big.size(), 10'000);
    QSignalSpy gone(&client, &QTcpSocket::disconnected);
    client.disconnectFromHost();
    QTRY_COMPARE(gone.count(), 1);
}

int main(int argc, char** argv)
{
    QCoreApplication::setEventDispatcher(relevo::eventloop::makeDispatcher().release());
    const QCoreApplication app(argc, argv);
    tst_EpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_epolldispatcher.moc"
