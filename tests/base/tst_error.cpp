#include "support/test_main.h"

#include <base/error.h>

#include <QtTest/QtTest>

#include <set>

using namespace relevo;

class TestError final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAndStatuses_data();
    void namesAndStatuses();
    void namesAreAllDifferent();
    void failureCarriesEverything();
};

void TestError::namesAndStatuses_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");
    const auto row = [](ErrorCode code, const char* name, int status) {
        QTest::newRow(name) << static_cast<int>(code) << QString::fromLatin1(name) << status;
    };
    row(ErrorCode::Invalid, "invalid", 422);
    row(ErrorCode::Unauthorized, "unauthorized", 401);
    row(ErrorCode::Forbidden, "forbidden", 403);
    row(ErrorCode::NotFound, "not_found", 404);
    row(ErrorCode::AlreadyClaimed, "already_claimed", 409);
    row(ErrorCode::StaleControl, "stale_control", 409);
    row(ErrorCode::Conflict, "conflict", 409);
    row(ErrorCode::WindowClosed, "window_closed", 409);
    row(ErrorCode::RateLimited, "rate_limited", 429);
    row(ErrorCode::TooLarge, "too_large", 413);
    row(ErrorCode::Unavailable, "unavailable", 503);
    row(ErrorCode::Internal, "internal", 500);
}

void TestError::namesAndStatuses()
{
    QFETCH(const int, code);
    QFETCH(const QString, name);
    QFETCH(const int, status);
    const auto value = static_cast<ErrorCode>(code);
    QCOMPARE(wireName(value), name);
    QVERIFY(errorCodeFromWire(name) == value);
    QCOMPARE(httpStatus(value), status);
}

void TestError::namesAreAllDifferent()
{
    std::set<QString> names;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
        names.insert(wireName(static_cast<ErrorCode>(code)));
    QCOMPARE(names.size(), static_cast<std::size_t>(ErrorCode::Internal) + 1);
    QVERIFY(!errorCodeFromWire(u""));
    QVERIFY(!errorCodeFromWire(u"Invalid"));
    QVERIFY(!errorCodeFromWire(u"teapot"));
}

void TestError::failureCarriesEverything()
{
    const Result<int> result = failure(ErrorCode::Conflict, QStringLiteral("No."), QStringLiteral("Wait."),
                                       {{QStringLiteral("status"), QStringLiteral("pending")}});
    QVERIFY(!result);
    const Error expected{ErrorCode::Conflict,
                         QStringLiteral("No."),
                         QStringLiteral("Wait."),
                         {{QStringLiteral("status"), QStringLiteral("pending")}}};
    QVERIFY(result.error() == expected);
}

RELEVO_TEST(TestError)
#include "tst_error.moc"
