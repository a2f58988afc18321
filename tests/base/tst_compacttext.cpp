// CompactText against QString: whatever goes in comes out, copies share it, and equal is what is equal.
#include "support/test_main.h"

#include <base/compact_text.h>

#include <QtTest/QtTest>

#include <atomic>
#include <thread>

using namespace relevo;

class tst_CompactText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheTextItWasMadeOf_data();
    void isTheTextItWasMadeOf();
    void isEmptyUntilItIsSet();
    void outlivesWhatItWasCopiedFrom();
    void comparesWithItsKindAndWithTexts();
    void isSharedAmongThreads();
};

void tst_CompactText::isTheTextItWasMadeOf_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("plain") << QStringLiteral("Where is my order?");
    QTest::newRow("last narrow one") << QStringLiteral("\u00ff");
    QTest::newRow("first wide one") << QStringLiteral("\u0100");
    QTest::newRow("Portuguese") << QStringLiteral("Não consigo acessar a conta");
    QTest::newRow("one wide among narrow") << QStringLiteral("12 € too much");
    QTest::newRow("Arabic") << QStringLiteral("أين طلبي؟");
    QTest::newRow("beyond the first plane") << QStringLiteral("thanks \U0001F642");
    QTest::newRow("half a pair") << QString(QChar(0xd83d));
    QTest::newRow("a null in it") << QString::fromLatin1("a\0b", 3);
    QTest::newRow("long") << QString(10'000, QChar(u'x'));
}

void tst_CompactText::isTheTextItWasMadeOf()
{
    QFETCH(QString, text);
    const CompactText compact(text);
    QCOMPARE(compact.text(), text);
    const QString asAString = compact;
    QCOMPARE(asAString, text);
    QCOMPARE(compact.isEmpty(), text.isEmpty());
    QVERIFY(compact == text);
    QVERIFY(compact == CompactText(text));
    QVERIFY(compact != text + u'!');
}

void tst_CompactText::isEmptyUntilItIsSet()
{
    CompactText text;
    QVERIFY(text.isEmpty());
    QVERIFY(text == CompactText(u""));
    text = QStringLiteral("set");
    QCOMPARE(text.text(), QStringLiteral("set"));
    text = QStringLiteral("other");
    QCOMPARE(text.text(), QStringLiteral("other"));
    text.clear();
    QVERIFY(text.isEmpty());
}

void tst_CompactText::outlivesWhatItWasCopiedFrom()
{
    CompactText kept;
    {
        const CompactText first(u"first");
        const CompactText second = first;
        kept = second;
    }
    QCOMPARE(kept.text(), QStringLiteral("first"));
    CompactText& same = kept;
    kept = same;
    QCOMPARE(kept.text(), QStringLiteral("first"));
    const CompactText moved = std::move(kept);
    QCOMPARE(moved.text(), QStringLiteral("first"));
}

void tst_CompactText::comparesWithItsKindAndWithTexts()
{
    const CompactText plain(u"ab");
    QVERIFY(plain == CompactText(u"ab"));
    QVERIFY(plain != CompactText(u"abc"));
    QVERIFY(plain != CompactText());
    QVERIFY(CompactText() != plain);
    // Of one size in bytes, and still others.
    QVERIFY(CompactText(u"\u6161") != CompactText(u"aa"));
    QVERIFY(plain == QStringLiteral("ab"));
    QVERIFY(QStringLiteral("ba") != plain);
    QVERIFY(CompactText(u"\u0416") == QStringLiteral("\u0416"));
}

void tst_CompactText::isSharedAmongThreads()
{
    CompactText shared(u"shared by all");
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([copy = shared, &wrong] {
                for (int round = 0; round < 20'000; ++round) {
                    const CompactText again = copy;
                    if (again != copy)
                        ++wrong;
                }
            });
        }
        shared.clear();
    }
    QCOMPARE(wrong.load(), 0);
}

RELEVO_TEST(tst_CompactText)
#include "tst_compacttext.moc"
