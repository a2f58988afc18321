#include "support/test_main.h"

#include <domain/email_address.h>

#include <QtTest/QtTest>

using namespace relevo;

class TestEmailAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void one_data();
    void one();
    void theLongest();
};

void TestEmailAddress::one_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("is");
    const auto row = [](const char* text, bool is) {
        QTest::newRow(text) << QString::fromUtf8(text) << is;
    };
    row("ana@shop.test", true);
    row("ana.o'neil+orders_1@mail.shop.co.uk", true);
    row("josé@correo.españa", true);
    row("Ana@SHOP.Test", true);
    row("", false);
    row("ana", false);
    row("@shop.test", false);
    row("ana@", false);
    row("ana@shop", false); // an order or a customer is not of our own network
    row("ana@.test", false);
    row("ana@shop.", false);
    row("ana@shop..test", false);
    row("a@b@c.test", false);
    row("a b@shop.test", false);
    row("ana@shop.test ", false);
    row("ana@shop.test\n", false);
    row("ana@shop\xe2\x80\x8b.test", false); // an unseen character
    row("Ana <ana@shop.test>", false);
    row("<ana@shop.test>", false);
    row("mailto:ana@shop.test", false);
    row("ana@shop.test,bo@shop.test", false);
    row("ana@shop.test;bo@shop.test", false);
}

void TestEmailAddress::one()
{
    QFETCH(const QString, text);
    QFETCH(const bool, is);
    QCOMPARE(domain::isEmailAddress(text), is);
}

void TestEmailAddress::theLongest()
{
    const QString host = QStringLiteral("@shop.test");
    const QString longest = QString(domain::longestEmailAddress - host.size(), u'a') + host;
    QVERIFY(domain::isEmailAddress(longest));
    QVERIFY(!domain::isEmailAddress(u'a' + longest));
}

RELEVO_TEST(TestEmailAddress)
#include "tst_email_address.moc"
