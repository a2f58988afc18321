#include "support/test_main.h"

#include <assist/mask.h>

#include <QtCore/QRegularExpression>
#include <QtTest/QtTest>

#include <array>
#include <random>

using namespace relevo::assist;

class TestMask final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masks_data();
    void masks();
    void theSameIsTheSame();
    void strangers();
    void comesBackWhole();
    void hostileTextsAreQuick_data();
    void hostileTextsAreQuick();
};

void TestMask::masks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char16_t* text, const char16_t* masked) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line << QStringView(masked).toString();
    };
    row(u"write to eva@example.com.", u"write to <EMAIL_1>.");
    row(u"pay eva@okbank now", u"pay <EMAIL_1> now");
    row(u"call +34 600 123 456", u"call <NUMBER_1>");
    row(u"call (11) 98765-4321 or 555.123.4567", u"call <NUMBER_1> or <NUMBER_2>");
    row(u"card 4111 1111 1111 1111", u"card <NUMBER_1>");
    row(u"due 2026-11-03, $59.90", u"due 2026-11-03, $59.90");
    row(u"I am Eva Ruiz, EVA, not Evangelina", u"I am <NAME_1>, <NAME_2>, not Evangelina");
    row(u"see https://example.com/?u=7", u"see <LINK_1>");
    row(u"12 Garden Street, Springfield", u"<ADDRESS_1>");
    row(u"<EMAIL_1> and a@b.co", u"<TEXT_1> and <EMAIL_1>");
    row(u"nothing here", u"nothing here");
    row(u"", u"");
}

void TestMask::masks()
{
    QFETCH(const QString, text);
    QFETCH(const QString, masked);
    Mask mask({QStringLiteral("Eva Ruiz")});
    QCOMPARE(mask.mask(text), masked);
    QCOMPARE(mask.unmask(masked), text);
}

void TestMask::theSameIsTheSame()
{
    Mask mask;
    QCOMPARE(mask.mask(QStringLiteral("a@b.co")), QStringLiteral("<EMAIL_1>"));
    QCOMPARE(mask.mask(QStringLiteral("c@d.co, a@b.co")), QStringLiteral("<EMAIL_2>, <EMAIL_1>"));
}

void TestMask::strangers()
{
    Mask mask;
    const QString masked = mask.mask(QStringLiteral("a@b.co"));
    QVERIFY(!mask.hasStranger(masked));
    QVERIFY(mask.hasStranger(QStringLiteral("ask <EMAIL_2>")));
    QCOMPARE(mask.unmask(QStringLiteral("ask <EMAIL_2>")), QStringLiteral("ask <EMAIL_2>"));
}

/// Any text comes back as it was, and what left had nobody's address or number.
void TestMask::comesBackWhole()
{
    static constexpr std::array pieces{u"eva@example.com",
                                       u"x.y+z@mail.co.uk",
                                       u"@",
                                       u".",
                                       u"+34 600 123 456",
                                       u"9876543210",
                                       u"(415) 555-0132",
                                       u"4111-1111-1111-1111",
                                       u"4111111111111111",
                                       u"<EMAIL_1>",
                                       u"<NUMBER_1>",
                                       u"<NAME_1>",
                                       u"<",
                                       u">",
                                       u"_1>",
                                       u"Eva",
                                       u"Ruiz",
                                       u"eva",
                                       u"\n",
                                       u" ",
                                       u"-",
                                       u"12",
                                       u"2026-11-03",
                                       u"12 Garden Street",
                                       u"https://a.example/x",
                                       u"é",
                                       u"\U0001F600",
                                       u"order",
                                       u"(",
                                       u"'",
                                       u"\"",
                                       u","};
    static const QRegularExpression mail(QStringLiteral(R"([\w.+-]+@[\w-]+\.[a-z]{2,})"));
    static const QRegularExpression phone(QStringLiteral(
        R"(\+\d{1,3}[ -]?\d{3}[ -]?\d{3}[ -]?\d{3}|(?<!\d)\d{9,11}(?!\d)|\(\d{3}\) ?\d{3}-\d{4})"));
    static const QRegularExpression card(QStringLiteral(R"(\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4})"));
    std::mt19937 random(815);
    for (int round = 0; round < 1'000; ++round) {
        Mask mask({QStringLiteral("Eva Ruiz")});
        for (int texts = 0; texts < 2; ++texts) {
            QString text;
            for (unsigned left = random() % 16; left > 0; --left)
                text += QStringView(pieces[random() % pieces.size()]).toString() +
                        QString(random() % 2 ? 1 : 0, u' ');
            const QString masked = mask.mask(text);
            QCOMPARE(mask.unmask(masked), text);
            QVERIFY(!mask.hasStranger(masked));
            for (const QRegularExpression& pattern : {mail, phone, card})
                QVERIFY2(!pattern.match(masked).hasMatch(),
                         qPrintable(text + QStringLiteral(" -> ") + masked));
        }
    }
}

void TestMask::hostileTextsAreQuick_data()
{
    QTest::addColumn<QString>("text");
    for (const char* piece : {"1", "1 ", "a@", "@", "<", "12 a b c ", "www.", "(1"})
        QTest::newRow(piece) << QString::fromLatin1(piece).repeated(4'096 / static_cast<int>(qstrlen(piece)));
}

void TestMask::hostileTextsAreQuick()
{
    QFETCH(const QString, text);
    Mask mask({QStringLiteral("a b")});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(mask.unmask(mask.mask(text)), text);
    QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
}

RELEVO_TEST(TestMask)
#include "tst_mask.moc"
