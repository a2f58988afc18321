#include "support/test_main.h"

#include <base/metrics.h>

#include <QtTest/QtTest>

#include <thread>

using namespace relevo;

class TestMetrics final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBoundBelongsToItsRange()
    {
        Histogram histogram = sizeHistogram(); // 1, 2, 4 … 512
        for (const qint64 value : {0, 1, 2, 3, 4, 512, 513, 100'000})
            histogram.observe(value);
        const Histogram::Snapshot snapshot = histogram.snapshot();
        QCOMPARE(snapshot.bounds.size() + 1, snapshot.upTo.size());
        QCOMPARE(snapshot.upTo[0], 2U); // 0 and 1
        QCOMPARE(snapshot.upTo[1], 3U); // 2
        QCOMPARE(snapshot.upTo[2], 5U); // 3 and 4
        QCOMPARE(snapshot.upTo[9], 6U);
        QCOMPARE(snapshot.upTo[10], 8U);
        QCOMPARE(snapshot.sum, 0 + 1 + 2 + 3 + 4 + 512 + 513 + 100'000.0);
    }

    void latenciesAreShownInSeconds()
    {
        Histogram histogram = latencyHistogram();
        histogram.observe(std::chrono::milliseconds(3));
        const Histogram::Snapshot snapshot = histogram.snapshot();
        QCOMPARE(snapshot.sum, 0.003);
        QCOMPARE(snapshot.bounds.front(), 0.0001);
        QVERIFY(std::is_sorted(snapshot.bounds.begin(), snapshot.bounds.end()));
        for (std::size_t i = 0; i < snapshot.bounds.size(); ++i)
            QCOMPARE(snapshot.upTo[i], snapshot.bounds[i] >= 0.003 ? 1U : 0U);
    }

    void whatIsReadMeanwhileIsConsistent()
    {
        Histogram histogram = sizeHistogram();
        Counter counter;
        constexpr int each = 20'000;
        const auto work = [&] {
            for (int i = 0; i < each; ++i) {
                histogram.observe(qint64{i % 700});
                counter.add();
            }
        };
        std::thread first(work);
        std::thread second(work);
        quint64 before = 0;
        bool consistent = true;
        while (before < 2 * each) {
            const Histogram::Snapshot snapshot = histogram.snapshot();
            consistent = consistent && std::is_sorted(snapshot.upTo.begin(), snapshot.upTo.end()) &&
                         snapshot.upTo.back() >= before;
            before = snapshot.upTo.back();
        }
        first.join();
        second.join();
        QVERIFY(consistent);
        QCOMPARE(counter.value(), quint64{2 * each});
    }
};

RELEVO_TEST(TestMetrics)

#include "tst_metrics.moc"
