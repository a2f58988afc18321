#include "support/test_main.h"

#include <domain/priority.h>

#include <QtTest/QtTest>

#include <algorithm>
#include <random>

using namespace relevo;
using namespace relevo::domain;

class TestPriority final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsByTrigger();
    void risesAtHalfAndAtFourFifths();
    void risesWithoutDueTime();
    void neverFalls();
    void tellsWhenItRises();
    void orderIsStrictWeakAndTotal();
    void orderDoesNotDependOnTheList();
};

namespace {

constexpr Timestamp start{milliseconds(1'795'253'400'000)};

Handoff handoff(Priority priority, std::optional<milliseconds> due)
{
    Handoff result;
    result.id = HandoffId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    result.priority = priority;
    result.createdAt = start;
    if (due)
        result.responseDueAt = start + *due;
    return result;
}

std::vector<Handoff> manyHandoffs(std::mt19937& random, int count)
{
    std::vector<Handoff> result;
    for (int i = 0; i < count; ++i) {
        Handoff one = handoff(static_cast<Priority>(random() % 4), std::nullopt);
        one.id =
            HandoffId(QUuid(static_cast<uint>(i), static_cast<ushort>(random()), 0, 0, 0, 0, 0, 0, 0, 0, 0));
        one.createdAt = start - std::chrono::seconds(random() % 5); // many of the same age
        if (random() % 2 == 0)
            one.responseDueAt = one.createdAt + std::chrono::minutes(random() % 10);
        result.push_back(one);
    }
    return result;
}

} // namespace

void TestPriority::startsByTrigger()
{
    QCOMPARE(basePriority(TriggerType::Keyword), Priority::Urgent);
    for (const TriggerType type :
         {TriggerType::Failure, TriggerType::Sentiment, TriggerType::Sensitive, TriggerType::Manual})
        QCOMPARE(basePriority(type), Priority::High);
    QCOMPARE(basePriority(TriggerType::Vip), Priority::Normal);
    QCOMPARE(basePriority(TriggerType::Urgent), Priority::Normal);
}

void TestPriority::risesAtHalfAndAtFourFifths()
{
    const Handoff low = handoff(Priority::Low, std::chrono::minutes(10));
    QCOMPARE(priorityAt(low, start - std::chrono::hours(1)), Priority::Low);
    QCOMPARE(priorityAt(low, start + milliseconds(299'999)), Priority::Low);
    QCOMPARE(priorityAt(low, start + milliseconds(300'000)), Priority::Normal);
    QCOMPARE(priorityAt(low, start + milliseconds(480'000)), Priority::Normal);
    QCOMPARE(priorityAt(low, start + milliseconds(480'001)), Priority::Urgent);
    QCOMPARE(priorityAt(low, start + std::chrono::days(3)), Priority::Urgent);
}

void TestPriority::risesWithoutDueTime()
{
    const Handoff low = handoff(Priority::Low, std::nullopt);
    QCOMPARE(priorityAt(low, start + milliseconds(599'999)), Priority::Low);
    QCOMPARE(priorityAt(low, start + milliseconds(600'000)), Priority::Normal);
    QCOMPARE(priorityAt(low, start + std::chrono::minutes(20)), Priority::High);
    QCOMPARE(priorityAt(low, start + std::chrono::minutes(30)), Priority::Urgent);
    QCOMPARE(priorityAt(low, start + std::chrono::days(10'000)), Priority::Urgent);
}

void TestPriority::neverFalls()
{
    std::mt19937 random(11);
    for (const Handoff& one : manyHandoffs(random, 500)) {
        Priority last = priorityAt(one, one.createdAt);
        QVERIFY(last <= one.priority);
        for (Timestamp at = one.createdAt; at < one.createdAt + std::chrono::hours(1);
             at += milliseconds(random() % 90'000)) {
            const Priority now = priorityAt(one, at);
            QVERIFY(now <= last); // urgent is the smallest
            last = now;
        }
    }
}

void TestPriority::tellsWhenItRises()
{
    std::mt19937 random(7);
    for (const Handoff& one : manyHandoffs(random, 400)) {
        Timestamp now = one.createdAt + milliseconds(random() % 700'000);
        int steps = 0;
        while (const std::optional<Timestamp> rises = priorityRisesAt(one, now)) {
            QVERIFY(*rises > now);
            QCOMPARE(priorityAt(one, *rises - milliseconds(1)), priorityAt(one, now));
            QVERIFY(priorityAt(one, *rises) < priorityAt(one, now));
            now = *rises;
            QVERIFY(++steps <= 3);
        }
        QCOMPARE(priorityAt(one, now), Priority::Urgent);
    }
}

void TestPriority::orderIsStrictWeakAndTotal()
{
    std::mt19937 random(12);
    const std::vector<Handoff> some = manyHandoffs(random, 60);
    const Timestamp now = start + std::chrono::minutes(4);
    for (const Handoff& a : some) {
        QVERIFY(!queueBefore(a, a, now));
        for (const Handoff& b : some) {
            if (a.id == b.id)
                continue;
            QVERIFY(queueBefore(a, b, now) != queueBefore(b, a, now));
            for (const Handoff& c : some) {
                if (queueBefore(a, b, now) && queueBefore(b, c, now))
                    QVERIFY(queueBefore(a, c, now));
            }
        }
    }
}

void TestPriority::orderDoesNotDependOnTheList()
{
    std::mt19937 random(13);
    std::vector<Handoff> some = manyHandoffs(random, 200);
    for (int minute = 0; minute < 30; minute += 3) {
        const Timestamp now = start + std::chrono::minutes(minute);
        const auto before = [now](const Handoff& a, const Handoff& b) {
            return queueBefore(a, b, now);
        };
        std::sort(some.begin(), some.end(), before);
        std::vector<Handoff> other = some;
        std::shuffle(other.begin(), other.end(), random);
        std::sort(other.begin(), other.end(), before);
        QVERIFY(some == other);
    }
}

RELEVO_TEST(TestPriority)
#include "tst_priority.moc"
