#include "support/test_main.h"

#include <bot/triage_bot.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::bot;

namespace {

class Triage
{
public:
    explicit Triage(int questions = 3, const char* language = "en")
        : m_bot(questions), m_language(QString::fromLatin1(language))
    {
    }
    Reply say(const char16_t* text, std::size_t files = 0)
    {
        Turn turn;
        turn.attachments.resize(files);
        turn.text = QStringView(text).toString();
        turn.language = m_language;
        turn.contact = contact;
        turn.memory = m_memory;
        Reply reply = m_bot.reply(turn);
        m_memory = reply.memory;
        if (!reply.contact.name.isEmpty())
            contact.name = reply.contact.name;
        if (!reply.contact.email.isEmpty())
            contact.email = reply.contact.email;
        return reply;
    }
    domain::Contact contact;

private:
    TriageBot m_bot;
    QString m_language;
    QJsonObject m_memory;
};

} // namespace

class TestTriageBot final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForWhatIsMissing_data();
    void asksForWhatIsMissing();
    void asksNothingThatWasSaid();
    void asksNoMoreThanItMay();
    void noOrderIsAnAnswer();
    void filesAreTold();
    void everyWayEnds();
    void asksNothingForNobody();
    void anAnswerToTheQuestionBeforeCounts();
};

void TestTriageBot::filesAreTold()
{
    Triage chat(3);
    (void)chat.say(u"", 1);
    (void)chat.say(u"", 2);
    (void)chat.say(u"10021");
    const Reply last = chat.say(u"Ana Torres, ana@shop.test");
    QVERIFY(last.handoff);
    QVERIFY2(last.handoff->reason.contains(QStringLiteral("3 files")), qPrintable(last.handoff->reason));
}

void TestTriageBot::asksForWhatIsMissing_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QString>("name");
    QTest::newRow("en") << QStringLiteral("en")
                        << QStringList{QStringLiteral("it is broken"), QStringLiteral("the lamp flickers"),
                                       QStringLiteral("it is 10023"),
                                       QStringLiteral("Ana Torres, ana@shop.test")}
                        << QStringLiteral("Ana Torres");
    QTest::newRow("es") << QStringLiteral("es")
                        << QStringList{QStringLiteral("no funciona"), QStringLiteral("la lámpara parpadea"),
                                       QStringLiteral("pedido 10023"),
                                       QStringLiteral("me llamo Ana y mi correo es ana@shop.test")}
                        << QStringLiteral("Ana");
    QTest::newRow("pt") << QStringLiteral("pt")
                        << QStringList{QStringLiteral("está quebrado"), QStringLiteral("a lâmpada pisca"),
                                       QStringLiteral("o 10023"),
                                       QStringLiteral("Meu nome é João, ana@shop.test")}
                        << QStringLiteral("João");
}

void TestTriageBot::asksForWhatIsMissing()
{
    QFETCH(const QString, language);
    QFETCH(const QStringList, said);
    QFETCH(const QString, name);
    Triage chat(3, language.toLatin1().constData());
    QStringList questions;
    Reply reply;
    for (const QString& text : said) {
        reply = chat.say(text.toStdU16String().c_str());
        QCOMPARE(reply.asked, text != said.last());
        questions += reply.messages;
    }
    questions.removeDuplicates();
    QCOMPARE(questions.size(), said.size()); // each another one
    QVERIFY(reply.handoff);
    for (const QString& fact : {QStringLiteral("10023"), QStringLiteral("ana@shop.test"), name, said.at(1)})
        QVERIFY2(reply.handoff->reason.contains(fact), qPrintable(reply.handoff->reason));
    QCOMPARE(chat.contact.name, name);
    QCOMPARE(chat.contact.email, QStringLiteral("ana@shop.test"));
}

void TestTriageBot::asksNothingThatWasSaid()
{
    Triage chat;
    chat.contact.name = QStringLiteral("Ana");
    chat.contact.email = QStringLiteral("ana@shop.test");
    const Reply reply = chat.say(u"The kettle of order 10023 leaks all over the table");
    QVERIFY(reply.handoff);
    QVERIFY(reply.contact.isEmpty());
    Triage other;
    other.contact.name = QStringLiteral("Ana");
    QVERIFY(other.say(u"The kettle of order 10023 leaks all over")
                .messages.value(0)
                .contains(QLatin1String("e-mail")));
}

void TestTriageBot::asksNoMoreThanItMay()
{
    Triage chat(1);
    QVERIFY(chat.say(u"broken").asked);
    const Reply reply = chat.say(u"it just is");
    QVERIFY(reply.handoff);
    QVERIFY(reply.handoff->reason.contains(QLatin1String("it just is")));
}

void TestTriageBot::noOrderIsAnAnswer()
{
    Triage chat;
    (void)chat.say(u"I cannot log in to the shop");
    const Reply reply = chat.say(u"no");
    QVERIFY(reply.asked && reply.messages.value(0).contains(QLatin1String("name")));
    QVERIFY(chat.say(u"I would rather not say").handoff);
    QVERIFY(chat.contact.name.isEmpty());
}

void TestTriageBot::everyWayEnds()
{
    for (const char16_t* text :
         {u"", u"?", u"no", u"10023", u"a@b.test", u"👍", u"my name is", u"ok ok ok ok ok"}) {
        Triage chat(6);
        int turns = 0;
        while (!chat.say(text).handoff)
            QVERIFY(++turns < 7);
    }
}

void TestTriageBot::asksNothingForNobody()
{
    for (const char* language : {"en", "es", "pt"}) {
        Turn turn;
        turn.text = QStringLiteral("my lamp arrived broken, I am ana@shop.test");
        turn.language = QString::fromLatin1(language);
        turn.people = false;
        const Reply reply = TriageBot(3).reply(turn);
        QVERIFY(!reply.handoff && !reply.asked && reply.failed && reply.memory.isEmpty());
        QCOMPARE(reply.messages.size(), 1);
        QVERIFY(!reply.messages.front().contains(u'?'));
        QCOMPARE(reply.contact.email, QStringLiteral("ana@shop.test"));
    }
}

void TestTriageBot::anAnswerToTheQuestionBeforeCounts()
{
    for (const char16_t* number : {u"order 77", u"77"}) {
        QJsonObject memory;
        Reply reply;
        for (const QString& text : {QStringLiteral("my lamp arrived broken"),
                                    QStringLiteral("the glass is cracked"), QStringView(number).toString()}) {
            Turn turn;
            turn.text = text;
            turn.language = QStringLiteral("en");
            turn.memory = memory;
            reply = TriageBot(3).reply(turn);
            memory = reply.memory;
        }
        QVERIFY(reply.handoff.has_value());
        QVERIFY2(reply.handoff->reason.startsWith(QLatin1String("Support: order 77. ")),
                 qPrintable(reply.handoff->reason));
        QVERIFY(reply.contact.name.isEmpty());
    }
}

RELEVO_TEST(TestTriageBot)
#include "tst_triagebot.moc"
