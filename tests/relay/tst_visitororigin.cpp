#include "support/test_main.h"

#include <relay/visitor_origin.h>

#include <QtTest/QtTest>

using namespace relevo;

/// What is kept of where a visitor writes from.
class TestVisitorOrigin final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThePageAndNothingMore_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("kept");
        const auto row = [](const QString& given, const char* kept) {
            QTest::newRow(qPrintable(given.left(60))) << given << QString::fromLatin1(kept);
        };
        row(QStringLiteral("https://shop.test/lamps/1"), "https://shop.test/lamps/1");
        row(QStringLiteral("http://shop.test:8080/"), "http://shop.test:8080/");
        row(QStringLiteral("https://ana:pass@shop.test/pay?token=abc#access_token=d"),
            "https://shop.test/pay");
        row(QStringLiteral("https://shop.test/cart;jsessionid=1A2B/x"), "https://shop.test/cart");
        row(QStringLiteral("https://shop.test/l%C3%A1mparas"), "https://shop.test/l%C3%A1mparas");
        row(QStringLiteral("https://shop.test/") + QString(600, u'x'), "https://shop.test");
        row(QStringLiteral("https://shop.test/") + QString(200, QChar(0xE1)), "https://shop.test");
        row(QStringLiteral("javascript:alert(1)"), "");
        row(QStringLiteral("file:///home/ana/shop.html"), "");
        row(QStringLiteral("data:text/html,hi"), "");
        row(QStringLiteral("https://"), "");
        row(QStringLiteral("shop.test/lamps"), "");
        row(QStringLiteral("https://shop.test/a b\n"), "");
        row(QString(), "");
    }
    void namesThePageAndNothingMore()
    {
        QFETCH(const QString, given);
        QFETCH(const QString, kept);
        const domain::ContactPatch patch = relay::visitorOrigin(given, {});
        const auto found = patch.attributes.find(QStringLiteral("page"));
        QCOMPARE(found == patch.attributes.end() ? QString() : found->second, kept);
        QCOMPARE(patch.attributes.size(), kept.isEmpty() ? std::size_t{0} : std::size_t{1});
    }

    void aTimeZoneMustExist()
    {
        const auto zoneOf = [](const char16_t* name) {
            const domain::ContactPatch patch = relay::visitorOrigin({}, QStringView(name).toString());
            const auto found = patch.attributes.find(QStringLiteral("timezone"));
            return found == patch.attributes.end() ? QString() : found->second;
        };
        QCOMPARE(zoneOf(u"America/Sao_Paulo"), QStringLiteral("America/Sao_Paulo"));
        QCOMPARE(zoneOf(u"UTC"), QStringLiteral("UTC"));
        for (const char16_t* name :
             {u"", u"Moon/Tranquility", u"../../etc/passwd", u"/etc/localtime", u"Europe/Madrid\n"})
            QCOMPARE(zoneOf(name), QString());
    }
};

RELEVO_TEST(TestVisitorOrigin)
#include "tst_visitororigin.moc"
