#include "support/test_main.h"

#include <assist/language.h>

#include <QtTest/QtTest>

using namespace relevo::assist;

class TestLanguage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knows_data();
    void knows();
    void saysNothingOfWhatDoesNotTell_data();
    void saysNothingOfWhatDoesNotTell();
    void severalWordsTell();
    void isCheap();
};

void TestLanguage::knows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    const auto row = [](const char16_t* text, const char* language) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line << QString::fromLatin1(language);
    };
    row(u"Where is my parcel?", "en");
    row(u"I would like to know when you are open", "en");
    row(u"it was broken when I got it", "en");
    row(u"¿Dónde está mi paquete?", "es");
    row(u"hola, quiero saber cuándo llega mi pedido", "es");
    row(u"necesito hablar con alguien", "es");
    row(u"no me llega el correo y ya pagué", "es");
    row(u"Onde está o meu pacote?", "pt");
    row(u"oi, quero saber quando chega o meu pedido", "pt");
    row(u"preciso falar com um atendente", "pt");
    row(u"não recebi a nota, vocês podem enviar?", "pt");
    row(u"QUERO HABLAR CON UNA PERSONA", "es");
    row(u"QUERO FALAR COM UMA PESSOA", "pt");
    // Few words, as they come in a chat.
    row(u"where is it", "en");
    row(u"hi", "en");
    row(u"not working", "en");
    row(u"refund pls", "en");
    row(u"any update?", "en");
    row(u"thx", "en");
    row(u"no funciona", "es");
    row(u"buen dia", "es");
    row(u"no sirve", "es");
    row(u"no me llega", "es");
    row(u"gracias", "es");
    row(u"cuanto tarda", "es");
    row(u"donde esta mi pedido", "es");
    row(u"un asesor por favor", "es");
    row(u"xq no llega", "es");
    row(u"nao funciona", "pt");
    row(u"la app se cierra sola", "es");
    row(u"se rompió la pantalla", "es");
    row(u"vuelo cancelado", "es");
    row(u"cobro duplicado", "es");
    row(u"o aplicativo trava", "pt");
    row(u"o app fecha sozinho", "pt");
    row(u"pedido errado", "pt");
    row(u"quero devolver", "pt");
    row(u"app keeps crashing", "en");
    row(u"card declined", "en");
    row(u"quero falar com alguem", "pt");
    row(u"falta um item", "pt");
    row(u"onde esta", "pt");
    row(u"cade meu pedido", "pt");
    row(u"obrigada", "pt");
    row(u"vcs demoram", "pt");
    row(u"boa tarde", "pt");
    row(u"tudo bem?", "pt");
    // Names of products and places among them.
    row(u"my Galaxy S23 Ultra arrived broken", "en");
    row(u"el iPhone 15 Pro Max no enciende", "es");
    row(u"o Samsung Galaxy Watch não liga", "pt");
    row(u"is São Paulo on the delivery list?", "en");
    row(u"la PlayStation 5 Slim llegó rota", "es");
    // Words nobody listed, told by their ends.
    row(u"reclamación", "es");
    row(u"reclamação", "pt");
    row(u"indemnizaciones", "es");
    row(u"indenizacoes", "pt");
}

void TestLanguage::knows()
{
    QFETCH(const QString, text);
    QFETCH(const QString, language);
    QCOMPARE(detectLanguage(text), language);
}

void TestLanguage::saysNothingOfWhatDoesNotTell_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t* text : {u"", u"12345", u"👍", u"???", u"我的订单", u"AB-1234 x", u"ok", u"no",
                                 u"pedido", u"Galaxy S23 Ultra", u"où est ma commande",
                                 u"bonjour je voudrais un remboursement", u"wo ist meine Bestellung",
                                 u"dove è il mio ordine", u"где мой заказ", u"waar is mijn bestelling"}) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line;
    }
}

void TestLanguage::saysNothingOfWhatDoesNotTell()
{
    QFETCH(const QString, text);
    QCOMPARE(detectLanguage(text), QString());
}

void TestLanguage::severalWordsTell()
{
    QVERIFY(tellsLanguage(QStringLiteral("mi pedido 5512 no ha llegado")));
    QVERIFY(tellsLanguage(QStringLiteral("¿Dónde está mi pedido?")));
    for (const char16_t* text :
         {u"hi", u"ok thanks", u"eva.com@example.com", u"https://example.com/the/order/of/mine",
          u"4711 4712 4713", u"order 4711 4712", u""})
        QVERIFY2(!tellsLanguage(QStringView(text).toString()), qPrintable(QStringView(text).toString()));
}

void TestLanguage::isCheap()
{
    const QString text =
        QStringLiteral("Hello, I ordered a lamp last week and it has still not arrived, where is it?");
    QElapsedTimer timer;
    timer.start();
    constexpr int rounds = 2'000;
    for (int i = 0; i < rounds; ++i)
        QCOMPARE(detectLanguage(text).size(), 2);
    // Far above what it takes, so that a busy machine and sanitizers do not matter; a table rebuilt for each
    // message would not pass.
    QVERIFY(timer.nsecsElapsed() / rounds < 400'000);
}

RELEVO_TEST(TestLanguage)
#include "tst_language.moc"
