// MaybeTime against std::optional, which it stands for.
#include "support/test_main.h"

#include <base/maybe_time.h>

#include <QtTest/QtTest>

using namespace relevo;

class tst_MaybeTime final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isNoneOrAMoment();
    void isWhatAnOptionalIs();
    void comparesAsAnOptional();
};

void tst_MaybeTime::isNoneOrAMoment()
{
    MaybeTime at;
    QVERIFY(!at);
    QVERIFY(!at.has_value());
    const Timestamp beginning{};
    QVERIFY(at.value_or(beginning) == beginning);
    at = beginning; // 1970 is a moment
    QVERIFY(at);
    QVERIFY(*at == beginning);
    QVERIFY(at.value_or(beginning + milliseconds(1)) == beginning);
    at.reset();
    QVERIFY(!at);
}

void tst_MaybeTime::isWhatAnOptionalIs()
{
    const std::optional<Timestamp> some = Timestamp(milliseconds(-5));
    MaybeTime at = some;
    std::optional<Timestamp> back = at;
    QVERIFY(back == some);
    at = std::optional<Timestamp>();
    back = at;
    QVERIFY(!back);
    QVERIFY(sizeof(MaybeTime) < sizeof(std::optional<Timestamp>));
}

void tst_MaybeTime::comparesAsAnOptional()
{
    const MaybeTime none;
    const MaybeTime some = Timestamp(milliseconds(7));
    const std::optional<Timestamp> noOther;
    const std::optional<Timestamp> other = Timestamp(milliseconds(7));
    QVERIFY(none == noOther);
    QVERIFY(noOther == none);
    QVERIFY(none != other);
    QVERIFY(some == other);
    QVERIFY(other == some);
    QVERIFY(some != noOther);
    QVERIFY(none != some);
    QVERIFY(some == Timestamp(milliseconds(7)));
    QVERIFY(none != Timestamp(milliseconds(7)));
}

RELEVO_TEST(tst_MaybeTime)
#include "tst_maybetime.moc"
