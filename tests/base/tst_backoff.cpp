#include "support/test_main.h"

#include <base/backoff.h>

#include <QtTest/QtTest>

#include <random>
#include <set>

using namespace relevo;

class TestBackoff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesUpToTheLongest();
    void jitterStaysInItsShare();
    void neverOverflows();
    void resets();
};

void TestBackoff::doublesUpToTheLongest()
{
    RetryPolicy policy;
    policy.jitter = 0.0;
    Backoff backoff(policy, [] { return 0.9; });
    for (const int expected : {500, 1'000, 2'000, 4'000, 8'000, 16'000, 30'000, 30'000})
        QCOMPARE(backoff.next(), milliseconds(expected));
    QCOMPARE(backoff.failures(), 8);
}

void TestBackoff::jitterStaysInItsShare()
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> share(0.0, 1.0);
    for (const double jitter : {0.0, 0.25, 0.5, 1.0}) {
        RetryPolicy policy;
        policy.jitter = jitter;
        std::set<qint64> seen;
        for (int round = 0; round < 200; ++round) {
            Backoff backoff(policy, [&] { return share(random); });
            double full = 500.0;
            for (int i = 0; i < 10; ++i) {
                const auto wait = static_cast<double>(backoff.next().count());
                QVERIFY(wait >= full * (1.0 - jitter) - 1.0);
                QVERIFY(wait <= full);
                if (i == 0)
                    seen.insert(static_cast<qint64>(wait));
                full = std::min(30'000.0, full * 2.0);
            }
        }
        QCOMPARE(seen.size() > 50, jitter > 0.0);
    }
}

void TestBackoff::neverOverflows()
{
    Backoff backoff(RetryPolicy{}, [] { return 0.999; });
    for (int i = 0; i < 100'000; ++i) {
        const milliseconds wait = backoff.next();
        QVERIFY(wait > milliseconds(0) && wait <= milliseconds(30'000));
    }
}

void TestBackoff::resets()
{
    Backoff backoff(RetryPolicy{}, [] { return 0.0; });
    const milliseconds first = backoff.next();
    QVERIFY(backoff.next() > first);
    backoff.reset();
    QCOMPARE(backoff.failures(), 0);
    QCOMPARE(backoff.next(), first);
}

RELEVO_TEST(TestBackoff)
#include "tst_backoff.moc"
