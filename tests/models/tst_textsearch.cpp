#include "support/test_main.h"

#include <models/text_search.h>

#include <QtTest/QtTest>

#include <random>

using namespace relevo::models;

class tst_TextSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void rangesAlwaysLieInTheText();
};

void tst_TextSearch::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char* name, const char16_t* text, const char16_t* needle,
                        const QStringList& found) {
        QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(needle) << found;
    };
    row("nothing", u"order R-48213", u"refund", {});
    row("empty needle", u"order", u"  ", {});
    row("case", u"Order order ORDER", u"order",
        {QStringLiteral("Order"), QStringLiteral("order"), QStringLiteral("ORDER")});
    row("no overlap", u"aaaa", u"aa", {QStringLiteral("aa"), QStringLiteral("aa")});
    row("accents in the text", u"a n\u00E3o b", u"NAO", {QString::fromUtf16(u"n\u00E3o")});
    row("accents in the needle", u"manana", u"ma\u00F1ana", {QStringLiteral("manana")});
    row("combining accents", u"cafe\u0301 solo", u"cafe", {QString::fromUtf16(u"cafe\u0301")});
    row("behind an emoji", u"\U0001F381 gift", u"gift", {QStringLiteral("gift")});
    row("an emoji", u"a \U0001F381 b", u"\U0001F381", {QString::fromUtf16(u"\U0001F381")});
    row("signs", u"a.b a*b", u"a.b", {QStringLiteral("a.b")});
}

void tst_TextSearch::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, needle);
    QFETCH(QStringList, found);
    QStringList here;
    for (const TextRange& range : findIn(text, needle))
        here.push_back(text.mid(range.start, range.length));
    QCOMPARE(here, found);
}

void tst_TextSearch::rangesAlwaysLieInTheText()
{
    std::mt19937 random(11);
    const QString letters =
        QString::fromUtf16(u"aAbB\u00E9e\u0301\u00DF\uFB01\u0130 \U0001F64F\u0644\u202E\n");
    const auto make = [&](int most) {
        QString text;
        for (unsigned i = 0, n = random() % static_cast<unsigned>(most); i < n; ++i)
            text.append(letters[static_cast<qsizetype>(random() % static_cast<unsigned>(letters.size()))]);
        return text; // halves of surrogate pairs, too
    };
    for (int round = 0; round < 3'000; ++round) {
        const QString text = make(40);
        qsizetype end = 0;
        for (const TextRange& range : findIn(text, make(4))) {
            QVERIFY(range.start >= end && range.length > 0);
            end = range.start + range.length;
            QVERIFY(end <= text.size());
        }
    }
}

RELEVO_TEST(tst_TextSearch)
#include "tst_textsearch.moc"
