#include "support/test_main.h"

#include <models/fuzzy.h>

#include <QtTest/QtTest>

#include <random>

using namespace relevo::models;

namespace {

/// The best score of all ways to place the word's letters, each counted by itself.
std::optional<int> slowScore(const QString& word, const QString& text)
{
    std::optional<int> best;
    std::vector<qsizetype> places;
    const auto worth = [&] {
        int score = -static_cast<int>(std::min<qsizetype>(places.front(), 3));
        for (std::size_t i = 0; i < places.size(); ++i) {
            const bool start = places[i] == 0 || !text[places[i] - 1].isLetterOrNumber();
            score += 4 + (start ? 9 : 0);
            if (i > 0)
                score +=
                    places[i] == places[i - 1] + 1 ? 8 : -static_cast<int>(places[i] - places[i - 1] - 1);
        }
        return score;
    };
    const auto place = [&](const auto& self, qsizetype from) -> void {
        if (places.size() == static_cast<std::size_t>(word.size())) {
            best = std::max(best.value_or(worth()), worth());
            return;
        }
        for (qsizetype at = from; at < text.size(); ++at) {
            if (text[at] != word[static_cast<qsizetype>(places.size())])
                continue;
            places.push_back(at);
            self(self, at + 1);
            places.pop_back();
        }
    };
    if (!word.isEmpty())
        place(place, 0);
    return best;
}

int scoreOf(const char* typed, const char* text)
{
    return Needle(QString::fromUtf8(typed)).score(folded(QString::fromUtf8(text)), {}).value_or(-1000);
}

} // namespace

class tst_Fuzzy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsCaseAndAccents_data();
    void foldsCaseAndAccents();
    void findsTheBestOfAllWays();
    void placesAreThoseOfTheBest();
    void ranksAsPeopleExpect();
    void allWordsMustFit();
    void longTextsAreFoundByWholeWords();
    void oddInputIsHarmless();
};

void tst_Fuzzy::foldsCaseAndAccents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("spanish") << QStringLiteral("Señor Ñandú") << QStringLiteral("senor nandu");
    QTest::newRow("portuguese") << QStringLiteral("Conceição") << QStringLiteral("conceicao");
    QTest::newRow("german") << QStringLiteral("Jürgen Groß") << QStringLiteral("jurgen gros");
    QTest::newRow("polish") << QStringLiteral("Łódź") << QStringLiteral("lodz");
    QTest::newRow("danish") << QStringLiteral("Søren Æbelø") << QStringLiteral("soren abelo");
    QTest::newRow("vietnamese") << QStringLiteral("Nguyễn") << QStringLiteral("nguyen");
    QTest::newRow("greek") << QStringLiteral("ΑΒΓ") << QStringLiteral("αβγ");
    QTest::newRow("arabic") << QStringLiteral("سارة") << QStringLiteral("سارة");
}

void tst_Fuzzy::foldsCaseAndAccents()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(folded(text), expected);
    QCOMPARE(folded(text).size(), text.size());
    QCOMPARE(folded(folded(text)), folded(text));
}

void tst_Fuzzy::findsTheBestOfAllWays()
{
    std::mt19937 random(11);
    const QString letters = QStringLiteral("aab c-");
    const auto any = [&](int most) {
        QString text;
        for (int n = static_cast<int>(random() % static_cast<unsigned>(most)) + 1; n > 0; --n)
            text += letters[static_cast<qsizetype>(random() % 6)];
        return text;
    };
    for (int round = 0; round < 20'000; ++round) {
        const QString text = any(12);
        const QString word = any(4);
        const std::optional<int> expected = slowScore(word, text);
        const std::optional<int> got = fuzzyScore(word, text);
        QVERIFY2(expected == got, qPrintable(QStringLiteral("'%1' in '%2': %3, not %4")
                                                 .arg(word, text)
                                                 .arg(got.value_or(-1000))
                                                 .arg(expected.value_or(-1000))));
    }
}

void tst_Fuzzy::placesAreThoseOfTheBest()
{
    std::mt19937 random(5);
    const QString letters = QStringLiteral("aab c");
    for (int round = 0; round < 5'000; ++round) {
        QString text;
        QString word;
        for (int i = 0; i < 14; ++i)
            text += letters[static_cast<qsizetype>(random() % 5)];
        for (int i = 0; i < 3; ++i)
            word += letters[static_cast<qsizetype>(random() % 5)];
        const QList<int> places = fuzzyPositions(word, text);
        QCOMPARE(places.isEmpty(), !fuzzyScore(word, text).has_value());
        QString found;
        for (qsizetype i = 0; i < places.size(); ++i) {
            QVERIFY(i == 0 || places[i] > places[i - 1]);
            found += text[places[i]];
        }
        if (!places.isEmpty())
            QCOMPARE(found, word);
    }
}

void tst_Fuzzy::ranksAsPeopleExpect()
{
    QVERIFY(scoreOf("mar", "Mariana Souza") > scoreOf("mar", "Tamara Lopez"));
    QVERIFY(scoreOf("ms", "Mariana Souza") > scoreOf("ms", "Thomas Okafor"));
    QVERIFY(scoreOf("sou", "Mariana Souza") > scoreOf("sou", "Simon Ouzo"));
    QVERIFY(scoreOf("resolve", "Resolve…") > scoreOf("resolve", "Reopen the solved conversation"));
    QVERIFY(scoreOf("jose", "José Álvarez") > 0);
    QCOMPARE(scoreOf("xyz", "Mariana Souza"), -1000);
    // The order of the words is nobody's business.
    QCOMPARE(scoreOf("souza mariana", "Mariana Souza"), scoreOf("mariana souza", "Mariana Souza"));
}

void tst_Fuzzy::allWordsMustFit()
{
    const QString name = folded(QStringLiteral("Mariana Souza"));
    const QString line = folded(QStringLiteral("Parcel marked as delivered"));
    QVERIFY(Needle(QStringLiteral("mariana parcel")).score(name, line));
    QVERIFY(!Needle(QStringLiteral("mariana refund")).score(name, line));
    QVERIFY(Needle().isEmpty());
    QVERIFY(Needle(QStringLiteral("  ")).isEmpty());
    const Needle needle(QStringLiteral("mar deliv"));
    QCOMPARE(needle.inShort(name, line), (QList<int>{0, 1, 2}));
    QCOMPARE(needle.inLong(name, line), (QList<int>{17, 18, 19, 20, 21}));
}

void tst_Fuzzy::longTextsAreFoundByWholeWords()
{
    const QString line = folded(QStringLiteral("The lamp burst when it was switched on"));
    QVERIFY(Needle(QStringLiteral("lamp")).score({}, line));
    QVERIFY(!Needle(QStringLiteral("tlb")).score({}, line)); // in order, but nobody means that
    QVERIFY(Needle(QStringLiteral("burst")).score({}, line) >
            Needle(QStringLiteral("witch")).score({}, line));
}

void tst_Fuzzy::oddInputIsHarmless()
{
    const QString huge(100'000, QLatin1Char('a'));
    QVERIFY(fuzzyScore(huge, huge)); // cut to what is looked at
    QCOMPARE(fuzzyPositions(huge, huge).size(), longestFuzzyWord);
    QVERIFY(!fuzzyScore({}, huge));
    QVERIFY(!fuzzyScore(QStringLiteral("a"), {}));
    QVERIFY(fuzzyPositions({}, {}).isEmpty());
    const QString lone(QChar(0xD800));
    QCOMPARE(folded(lone), lone);
}

RELEVO_TEST(tst_Fuzzy)
#include "tst_fuzzy.moc"
