#include "bots_fixture.h"
#include "support/test_main.h"

using namespace relevo;
using namespace relevo::test;

/// What the relay understands of a customer who greets in one language and goes on in another, and of a yes
/// to the bot's offer of a person; against the real relay.
class TestRelayLanguage final : public BotsFixture
{
    Q_OBJECT

private:
    std::string language(const Customer& customer)
    {
        return conversation(customer.session).value("language", "");
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DeskFixture>();
        QVERIFY2(m_desk->start(1), m_desk->relay.errors().constData());
    }
    void cleanup()
    {
        QByteArray why;
        QVERIFY2(m_desk->verified(why), why.constData());
        m_desk.reset();
    }

    void aGreetingDoesNotDecideTheLanguage()
    {
        Customer ana = customer();
        ana.say("hi");
        QTRY_COMPARE(language(ana), std::string("en"));
        ana.say("mi pedido 5512 no ha llegado todavía");
        QTRY_COMPARE(language(ana), std::string("es"));
        // One word more or less in another language changes nothing.
        ana.say("ok thanks");
        ana.say("eva.gomez@example.com");
        ana.say("https://www.example.com/the/order/of/mine");
        ana.say("quiero hablar con una persona por favor");
        QTRY_VERIFY(conversation(ana.session).value("handoff", Json()).is_object());
        QCOMPARE(language(ana), std::string("es"));
    }

    void aYesToAnOfferedPersonIsAWish_data()
    {
        QTest::addColumn<QByteArray>("offer");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("en") << QByteArray("Would you like me to connect you with a human agent?")
                            << QByteArray("yes please");
        QTest::newRow("es") << QByteArray("¿Quieres que te pase con un agente?")
                            << QByteArray("sí, por favor");
        QTest::newRow("pt") << QByteArray("Gostaria de falar com um atendente?") << QByteArray("sim");
    }

    void aYesToAnOfferedPersonIsAWish()
    {
        QFETCH(QByteArray, offer);
        QFETCH(QByteArray, answer);
        Customer ana = customer();
        ana.say("4711");
        const QString messages = QStringLiteral("/api/conversations/%1/messages").arg(ana.session);
        QTRY_VERIFY(!ana.heard().empty()); // the bot has had its turn
        QCOMPARE(program().post(messages, {{"author", "bot"}, {"content", offer.toStdString()}}).status, 201);
        ana.say(answer.toStdString());
        QTRY_VERIFY(conversation(ana.session).value("handoff", Json()).is_object());
        QCOMPARE(conversation(ana.session).at("handoff").at("trigger").at("reason").get<std::string>(),
                 "The customer accepted the offer of a person: \"" + answer.toStdString() + "\".");
    }
};

RELEVO_TEST(TestRelayLanguage)
#include "tst_relaylanguage.moc"
