#include "support/test_main.h"

#include <assist/bot_again.h>
#include <assist/facts.h>
#include <assist/triggers.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::assist;

/// Small things that a customer may say while they wait: the bot will do, or where to write to.
class TestBotAgain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wantsIt_data();
    void wantsIt();
    void doesNot_data();
    void doesNot();
    void emails_data();
    void emails();
};

namespace {

void rows(std::initializer_list<const char*> texts)
{
    QTest::addColumn<QString>("text");
    for (const char* text : texts)
        QTest::newRow(text) << QString::fromUtf8(text);
}

} // namespace

void TestBotAgain::wantsIt_data()
{
    rows({"never mind, the bot is fine",
          "Nevermind!",
          "never mind",
          "Oh, never mind, thanks",
          "nvm I found it",
          "forget it",
          "ok forget it, thanks anyway",
          "The bot is OK",
          "the virtual assistant is fine, thank you",
          "No, the bot is fine",
          "I'd like to go back to the bot",
          "take me back to the assistant please",
          "can I go back to the bot?",
          "Could you put me back with the virtual assistant?",
          "I don't need a human anymore",
          "I no longer need to talk to a person",
          "no need for an agent, thanks",
          "I'll ask the bot instead",
          "let me continue with the chatbot",
          "Olvídalo",
          "déjalo, gracias",
          "no importa, el bot está bien",
          "con el bot está bien",
          "prefiero seguir con el bot",
          "Quiero volver al asistente",
          "quiero volver a hablar con el bot",
          "¿puedo volver al bot?",
          "ya no necesito hablar con una persona",
          "ya no hace falta, gracias",
          "me basta el bot",
          "ya lo resolví",
          "deixa pra lá",
          "Esquece, obrigada",
          "deixa pra lá, o bot está bom",
          "quero voltar para o assistente",
          "quero voltar pro bot",
          "prefiro continuar com o robô",
          "não preciso mais de um atendente",
          "não quero mais falar com uma pessoa",
          "não precisa mais",
          "posso voltar ao bot?",
          "cancel the human please",
          "forget about the agent, the bot will do",
          "forget it, I'll talk to the bot",
          "let me talk to the bot again",
          "can I have the bot back please?",
          "bot again please",
          "mejor vuelvo con el bot",
          "olvídalo, hablo con el robot",
          "cancela lo del agente",
          "me quedo con el asistente",
          "quiero el bot de vuelta",
          "deixa pra lá, continuo com o robô",
          "esquece, fico com o bot",
          "esquece o atendente",
          "quero o robô de volta",
          "bot please",
          "bot, por favor",
          "never mind the agent",
          "I changed my mind, bot again please",
          "quiero hablar otra vez con el bot",
          "mejor el bot",
          "volta para o robô",
          "pode ser com o bot mesmo"});
}

void TestBotAgain::wantsIt()
{
    QFETCH(QString, text);
    QVERIFY(wantsBotAgain(text));
    QVERIFY(!wishTriggers().find(text)); // it is the contrary
}

void TestBotAgain::doesNot_data()
{
    rows({"",
          "hello?",
          "I want to talk to a person",
          "never mind the color, I need the size changed",
          "the bot is not fine",
          "the bot isn't good enough",
          "don't send me back to the bot",
          "I don't want to go back to the bot",
          "that useless bot is fine for nothing",
          "why am I back with the bot?",
          "is the bot fine?",
          "not the bot again",
          "I need a human, not the bot",
          "I don't need a bot, I need a human",
          "forget the bot, I want a person",
          "I don't want to wait, get me a human now",
          "forget it, this is ridiculous, I want my money back",
          "cancel my order",
          "I don't understand what the person said",
          "my assistant is fine but my boss is waiting",
          "no quiero volver al bot",
          "el bot no me sirve",
          "¿por qué volví al bot?",
          "olvidé mi contraseña",
          "no importa el precio, quiero el azul",
          "no quiero hablar con el bot",
          "quiero hablar con alguien, no con el bot",
          "I don't want this I want a person",
          "I don't want to talk to a virtual agent",
          "no quiero hablar con un agente virtual",
          "the bot is fine but now I want a person",
          "I do not need another bot answer get me a human",
          "não quero voltar para o bot",
          "o bot não resolve",
          "não precisa de nota fiscal, mas quero o reembolso",
          "esqueci minha senha",
          "não quero o robô, quero uma pessoa",
          "ya pasaron tres días",
          "the bot again?!",
          "I don't want the bot again",
          "I want the bot gone",
          "cancel my order please, human",
          "cancel the agent fee on my invoice",
          "cancela el pedido, agente",
          "otra vez hablo con el robot",
          "no quiero el bot de vuelta",
          "cancela o pedido, atendente",
          "esquece o desconto, quero um atendente",
          "de novo falo com o robô",
          "I had to talk to the bot for an hour",
          "why must I talk to the bot",
          "no bot",
          "falar com o robô não adianta",
          "mejor el azul que dijo el bot"});
}

void TestBotAgain::doesNot()
{
    QFETCH(QString, text);
    QVERIFY(!wantsBotAgain(text));
}

void TestBotAgain::emails_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("email");
    const auto row = [](const char* text, const char* email) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(email);
    };
    row("eva@example.com", "eva@example.com");
    row("Sure: Eva.Gómez+shop@mail.example.co.uk, thanks", "Eva.Gómez+shop@mail.example.co.uk");
    row("it's <eva@example.com>.", "eva@example.com");
    row("a@b.com or c@d.com", "a@b.com");
    row("it's pat.o'brien@example.com", "pat.o'brien@example.com");
    row("it’s pat.o’brien@example.com", "pat.o'brien@example.com");
    row("eva at example dot com", "");
    row("eva@localhost", "");
    row("@eva on the other site", "");
    row("eva@", "");
    row("pay me at eva@bank", "");
    row("no thanks", "");
}

void TestBotAgain::emails()
{
    QFETCH(QString, text);
    QFETCH(QString, email);
    QCOMPARE(emailIn(text), email);
}

RELEVO_TEST(TestBotAgain)
#include "tst_botagain.moc"
