#include "base/fixed_clock.h"
#include "support/test_main.h"

#include <relay/visitor_book.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::relay;

/// What the web chat's door remembers: rates that outlive connections, and visitors not written down yet.
class TestVisitorBook final : public QObject
{
    Q_OBJECT

private:
    test::FixedClock m_clock;
    UuidV7Source m_ids{m_clock};
    const domain::ProjectId m_project{QUuid::createUuid()};
    const QHostAddress m_here{QStringLiteral("192.0.2.1")};

    static QByteArray token(int number) { return QByteArray::number(number); }
    static qint64 wait(const Result<void>& refused)
    {
        return refused.error().context.at(QStringLiteral("retryAfter")).toLongLong();
    }

private Q_SLOTS:
    void aVisitorHasOneRateWhereverTheyCome()
    {
        VisitorBook book(m_clock, m_ids);
        const Visitor visitor = book.begin(m_project, token(0));
        for (int i = 0; i < VisitorBook::messagesPerVisitor; ++i)
            QVERIFY(book.message(visitor, QHostAddress(static_cast<quint32>(i))));
        m_clock.at += std::chrono::milliseconds(2'500);
        const Result<void> refused = book.message(visitor, m_here);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::RateLimited);
        QCOMPARE(wait(refused), 8);
        m_clock.at += std::chrono::milliseconds(7'500);
        QVERIFY(book.message(visitor, m_here));
    }

    void newVisitorsOfOneAddressShareItsRate()
    {
        VisitorBook book(m_clock, m_ids);
        const auto refusedAfter = [&](const QHostAddress& peer) {
            int taken = 0;
            while (taken < 10'000 && book.message(book.begin(m_project, token(taken)), peer))
                ++taken;
            return taken;
        };
        QCOMPARE(refusedAfter(m_here), VisitorBook::messagesPerAddress);
        QCOMPARE(refusedAfter(QHostAddress(QStringLiteral("::ffff:192.0.2.1"))), 0);
        QCOMPARE(refusedAfter(QHostAddress(QStringLiteral("2001:db8::1"))), VisitorBook::messagesPerAddress);
        QCOMPARE(refusedAfter(QHostAddress(QStringLiteral("2001:db8::ffff:2"))), 0);
        QVERIFY(refusedAfter(QHostAddress(QStringLiteral("2001:db8:0:1::1"))) > 0);
    }

    void typingIsNewsWhenItChangesAndOnceASecond()
    {
        VisitorBook book(m_clock, m_ids);
        const Visitor visitor = book.begin(m_project, token(0));
        QVERIFY(!book.typing(visitor, false));
        QVERIFY(book.typing(visitor, true));
        QVERIFY(!book.typing(visitor, true));
        QVERIFY(book.typing(visitor, false));
        QVERIFY(!book.typing(visitor, true));
        QVERIFY(!book.typing(visitor, false));
        m_clock.at += VisitorBook::typingEvery;
        QVERIFY(book.typing(visitor, true));
        m_clock.at += VisitorBook::typingEvery;
        QVERIFY(book.typing(visitor, true));
    }

    void onlySoManyUnwrittenVisitorsAreKept()
    {
        VisitorBook book(m_clock, m_ids);
        const Visitor first = book.begin(m_project, token(0));
        QCOMPARE(book.unwritten(m_project, token(0))->conversation, first.conversation);
        QVERIFY(!book.unwritten(domain::ProjectId(QUuid::createUuid()), token(0)));
        (void)book.begin(m_project, token(1));
        book.written(token(1));
        QVERIFY(!book.unwritten(m_project, token(1)));
        for (int i = 2; i <= VisitorBook::remembered; ++i)
            (void)book.begin(m_project, token(i));
        QVERIFY(!book.unwritten(m_project, token(0)));
        QVERIFY(book.unwritten(m_project, token(2)));
    }
};

RELEVO_TEST(TestVisitorBook)

#include "tst_visitorbook.moc"
