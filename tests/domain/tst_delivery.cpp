#include "support/test_main.h"

#include <domain/message.h>

#include <QtTest/QtTest>

#include <array>
#include <set>

using namespace relevo::domain;

class TestDelivery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheStepsOfTheRule();
    void noWayLeadsBack();
};

namespace {

constexpr std::array all{Delivery::Queued, Delivery::Sent,   Delivery::Delivered,
                         Delivery::Read,   Delivery::Failed, Delivery::Unknown};

} // namespace

void TestDelivery::onlyTheStepsOfTheRule()
{
    using enum Delivery;
    const std::set<std::pair<Delivery, Delivery>> allowed{
        {Queued, Sent},    {Queued, Delivered}, {Queued, Read},       {Queued, Failed}, {Queued, Unknown},
        {Sent, Delivered}, {Sent, Read},        {Sent, Failed},       {Sent, Unknown},  {Delivered, Read},
        {Unknown, Sent},   {Unknown, Read},     {Unknown, Delivered},
    };
    for (const Delivery from : all) {
        for (const Delivery to : all)
            QCOMPARE(advances(from, to), allowed.contains({from, to}));
    }
}

void TestDelivery::noWayLeadsBack()
{
    // Whatever receipts come in whatever order, what was delivered stays so and nothing is queued again.
    std::set<std::pair<Delivery, Delivery>> reach;
    for (const Delivery from : all) {
        for (const Delivery to : all) {
            if (advances(from, to))
                reach.emplace(from, to);
        }
    }
    for (const Delivery via : all) {
        for (const Delivery from : all) {
            for (const Delivery to : all) {
                if (reach.contains({from, via}) && reach.contains({via, to}))
                    reach.emplace(from, to);
            }
        }
    }
    for (const Delivery state : all) {
        QVERIFY(!reach.contains({state, Delivery::Queued}));
        QVERIFY(state == Delivery::Read || !reach.contains({Delivery::Delivered, state}));
        QVERIFY(!reach.contains({Delivery::Read, state}));
        QVERIFY(!reach.contains({Delivery::Failed, state}));
    }
}

RELEVO_TEST(TestDelivery)
#include "tst_delivery.moc"
