#include "support/test_main.h"

#include <relay/secrets.h>
#include <relay/totp.h>

#include <QtTest/QtTest>

#include <set>

using namespace relevo;
using namespace relevo::relay;

class TestTotp final : public QObject
{
    Q_OBJECT

    const QByteArray m_secret = "12345678901234567890";

    static Timestamp at(qint64 seconds) { return Timestamp(std::chrono::seconds(seconds)); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(initSecrets()); }

    /// RFC 6238, appendix B, the last six of its eight digits.
    void isTheStandards_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("code");
        const auto row = [](qint64 seconds, const char* code) {
            QTest::newRow(code) << seconds << QString::fromLatin1(code);
        };
        row(59, "287082");
        row(1111111109, "081804");
        row(1111111111, "050471");
        row(1234567890, "005924");
        row(2000000000, "279037");
        row(20000000000, "353130");
    }
    void isTheStandards()
    {
        QFETCH(const qint64, seconds);
        QFETCH(const QString, code);
        QCOMPARE(totp::codeOf(m_secret, seconds / 30), code);
        QVERIFY(totp::stepOf(m_secret, code, at(seconds), 0) == seconds / 30);
    }

    void oneStepEitherWay()
    {
        const qint64 step = 40'000'000;
        const QString code = totp::codeOf(m_secret, step);
        for (const qint64 seconds : {step * 30 - 30, step * 30, step * 30 + 29, step * 30 + 59})
            QVERIFY(totp::stepOf(m_secret, code, at(seconds), 0) == step);
        QVERIFY(!totp::stepOf(m_secret, code, at(step * 30 - 31), 0));
        QVERIFY(!totp::stepOf(m_secret, code, at(step * 30 + 60), 0));
    }

    void aCodeCountsOnce()
    {
        const qint64 step = 40'000'000;
        const QString code = totp::codeOf(m_secret, step);
        QVERIFY(!totp::stepOf(m_secret, code, at(step * 30), step));
        QVERIFY(totp::stepOf(m_secret, code, at(step * 30), step - 1) == step);
    }

    void whatIsNoCode()
    {
        const Timestamp now = at(1'200'000'000);
        const QString code = totp::codeOf(m_secret, 40'000'000);
        QVERIFY(totp::stepOf(m_secret, code.left(3) + u' ' + code.mid(3), now, 0));
        for (const QString& wrong :
             {QString(), code.left(5), code + u'0', QStringLiteral("١٢٣٤٥٦"), QString(100'000, u'1')})
            QVERIFY(!totp::stepOf(m_secret, wrong, now, 0));
    }

    /// RFC 4648, section 10, without padding.
    void base32()
    {
        QCOMPARE(totp::base32(""), QString());
        QCOMPARE(totp::base32("f"), QStringLiteral("MY"));
        QCOMPARE(totp::base32("fo"), QStringLiteral("MZXQ"));
        QCOMPARE(totp::base32("foo"), QStringLiteral("MZXW6"));
        QCOMPARE(totp::base32("foob"), QStringLiteral("MZXW6YQ"));
        QCOMPARE(totp::base32("fooba"), QStringLiteral("MZXW6YTB"));
        QCOMPARE(totp::base32("foobar"), QStringLiteral("MZXW6YTBOI"));
        QCOMPARE(totp::base32(totp::newSecret()).size(), 32);
    }

    void whatAppsRead()
    {
        const QString uri =
            totp::uri("foobar", QStringLiteral("ana+1@shop.test"), QStringLiteral("Café & Co"));
        QCOMPARE(uri,
                 QStringLiteral("otpauth://totp/Caf%C3%A9%20%26%20Co:ana%2B1%40shop.test?secret="
                                "MZXW6YTBOI&issuer=Caf%C3%A9%20%26%20Co&algorithm=SHA1&digits=6&period=30"));
    }

    void recoveryCodes()
    {
        std::set<QByteArray> codes;
        for (int i = 0; i < 100; ++i) {
            const QString code = totp::newRecoveryCode();
            QCOMPARE(code.size(), 19);
            codes.insert(totp::plainRecoveryCode(code));
            QCOMPARE(totp::plainRecoveryCode(code.toUpper().replace(u'-', u' ')),
                     totp::plainRecoveryCode(code));
        }
        QCOMPARE(codes.size(), std::size_t{100});
    }
};

RELEVO_TEST(TestTotp)

#include "tst_totp.moc"
