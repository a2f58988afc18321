#include "support/test_main.h"

#include <domain/frustration.h>

#include <QtTest/QtTest>

#include <algorithm>

using relevo::domain::smoothedFrustration;

class TestFrustration final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void risesFastAndDecaysSlowly();
    void staysInItsRange();
    void isInThousandths();
};

void TestFrustration::risesFastAndDecaysSlowly()
{
    QVERIFY(smoothedFrustration(0.0, 0.9) > 0.5);
    QVERIFY(smoothedFrustration(smoothedFrustration(0.0, 0.9), 0.9) > 0.7);
    // One calm word leaves most of it; a calm conversation in the end leaves nothing at all.
    double felt = smoothedFrustration(0.8, 0.0);
    QVERIFY(felt >= 0.55 && felt < 0.8);
    int messages = 0;
    for (; felt > 0.0; ++messages) {
        const double next = smoothedFrustration(felt, 0.0);
        QVERIFY(next < felt);
        felt = next;
    }
    QVERIFY(messages > 5 && messages < 15);
}

void TestFrustration::staysInItsRange()
{
    for (int i = 0; i <= 20; ++i) {
        for (int j = 0; j <= 20; ++j) {
            const double before = i / 20.0;
            const double message = j / 20.0;
            const double after = smoothedFrustration(before, message);
            // Between the two, and more for more of either.
            QVERIFY(after >= std::min(before, message) && after <= std::max(before, message));
            QVERIFY(smoothedFrustration(before, std::min(1.0, message + 0.05)) >= after);
            QVERIFY(smoothedFrustration(std::min(1.0, before + 0.05), message) >= after);
        }
    }
    QCOMPARE(smoothedFrustration(0.4, 0.4), 0.4);
    QCOMPARE(smoothedFrustration(2.0, 3.0), 1.0);
    QCOMPARE(smoothedFrustration(-1.0, -1.0), 0.0);
}

// The state's hash has every bit of it, on whatever machine it was computed.
void TestFrustration::isInThousandths()
{
    double felt = 0.0;
    for (int i = 0; i < 1'000; ++i) {
        felt = smoothedFrustration(felt, (i * 7'919 % 1'000) / 1'000.0);
        QVERIFY(felt == std::round(felt * 1'000.0) / 1'000.0);
    }
}

RELEVO_TEST(TestFrustration)
#include "tst_frustration.moc"
