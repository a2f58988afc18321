#include "support/test_main.h"

#include <assist/evidence.h>
#include <assist/number_words.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::assist;
using namespace relevo::domain;

namespace {

/// "c:" a customer's, "b:" a bot's, "n:" a note.
SummaryInput dialogue(const QStringList& lines, const QString& language = QStringLiteral("en"))
{
    SummaryInput input;
    input.conversation.language = language;
    input.conversation.channel = QStringLiteral("whatsapp");
    input.conversation.contact.name = QStringLiteral("Ana Prado");
    for (const QString& line : lines) {
        Message message;
        message.author = line.startsWith(u'b') ? Author::Bot : Author::Customer;
        message.note = line.startsWith(u'n');
        message.content = line.mid(2);
        input.messages.push_back(message);
    }
    return input;
}

const QStringList lamp{
    QStringLiteral("c:My Lumina lamp came broken, order 4711. I paid twenty dollars. When do I "
                   "get a new one?"),
    QStringLiteral("b:I am sorry. I have not cancelled your order yet. I can offer a refund of "
                   "$20.00, or would you like a replacement?"),
    QStringLiteral("b:I reset your password. What is your address?"),
    QStringLiteral("n:Peter from Paris says 333333")};

const QStringList silla{
    QStringLiteral("c:Mi silla Norden llegó rota y pagué doscientos cincuenta euros. ¿Cuándo me la cambian?"),
    QStringLiteral("b:Lo siento, Ana. Se ha cancelado tu pedido y he tramitado el reembolso de 250 €.")};

} // namespace

/// What a model's sentence is held against: nothing that nobody said may reach an agent as said.
class TestEvidence final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreWordsToo_data();
    void numbersAreWordsToo();
    void holdsWhatWasSaid_data();
    void holdsWhatWasSaid();
    void questionsWereAsked_data();
    void questionsWereAsked();
    void deedsWereDone_data();
    void deedsWereDone();
    void anIssueIsOfTheConversation_data();
    void anIssueIsOfTheConversation();
    void aDraftMayBeTranslated();
};

void TestEvidence::numbersAreWordsToo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("numbers");
    const auto row = [](const char16_t* text, const char* numbers) {
        const QString said = QStringView(text).toString();
        QTest::newRow(qPrintable(said))
            << said << QString::fromLatin1(numbers).split(u' ', Qt::SkipEmptyParts);
    };
    row(u"twenty thousand dollars", "20000");
    row(u"20 thousand dollars", "20000");
    row(u"a hundred and five euros", "105");
    row(u"two thousand five hundred, and fifteen days", "2500 15");
    row(u"veinte mil pesos", "20000");
    row(u"doscientos cincuenta y tres", "253");
    row(u"treinta y cinco mil", "35000");
    row(u"vinte e dois dias", "22");
    row(u"dois mil e quinhentos reais", "2500");
    row(u"um milhão", "1000000");
    row(u"two weeks, five six seven", "");
    row(u"mil gracias por todo, el diez por ciento", "");
    row(u"once more, thanks a million", "");
    row(u"I paid and y e and", "");
}

void TestEvidence::numbersAreWordsToo()
{
    QFETCH(QString, text);
    QFETCH(QStringList, numbers);
    QCOMPARE(numberWordsIn(text), numbers);
}

void TestEvidence::holdsWhatWasSaid_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("held");
    const auto row = [](const char* language, const char16_t* sentence, bool held) {
        const QString said = QStringView(sentence).toString();
        QTest::newRow(qPrintable(said)) << QString::fromLatin1(language) << said << held;
    };
    row("en", u"The customer's Lumina lamp came broken.", true);
    row("en", u"Refund the $20 to Ana.", true);
    row("en", u"Refund the twenty dollars.", true);
    row("en", u"Order 4711 arrived broken. Send a new one, I think.", true);
    row("en", u"Ask on WhatsApp for a photo (PDF or not).", true);
    row("en", u"Refund twenty thousand dollars.", false);
    row("en", u"The customer is called Peter Smith.", false);
    row("en", u"The customer lives in Paris.", false); // only a note says so
    row("en", u"They bought a Philips lamp.", false);
    row("en", u"Refund it by Monday.", false);
    row("en", u"Call 555 0199.", false);
    row("en", u"See lamps.example.com/help", false);
    row("es", u"La silla Norden de Ana llegó rota; pagó 250 euros.", true);
    row("es", u"Pagó trescientos euros.", false);
    row("es", u"El cliente vive en Sevilla.", false);
}

void TestEvidence::holdsWhatWasSaid()
{
    QFETCH(QString, language);
    QFETCH(QString, sentence);
    QFETCH(bool, held);
    const SummaryInput input = dialogue(language == u"es" ? silla : lamp, language);
    QCOMPARE(Evidence(input).holds(sentence), held);
}

void TestEvidence::questionsWereAsked_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<bool>("asked");
    const auto row = [](const char16_t* question, bool asked) {
        const QString said = QStringView(question).toString();
        QTest::newRow(qPrintable(said)) << said << asked;
    };
    row(u"When do I get a new one?", true);
    row(u"When do I get a new lamp?", true);
    row(u"What is your password?", false);
    row(u"What is your address?", false); // the bot's
    row(u"?", false);
}

void TestEvidence::questionsWereAsked()
{
    QFETCH(QString, question);
    QFETCH(bool, asked);
    const SummaryInput input = dialogue(lamp);
    QCOMPARE(Evidence(input).wasAsked(question), asked);
}

void TestEvidence::deedsWereDone_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("act");
    QTest::addColumn<bool>("done");
    const auto row = [](const char* language, const char16_t* act, bool done) {
        const QString said = QStringView(act).toString();
        QTest::newRow(qPrintable(said)) << QString::fromLatin1(language) << said << done;
    };
    row("en", u"offered a refund", true);
    row("en", u"offered a replacement", true);
    row("en", u"reset the password", true);
    row("en", u"asked for the address", true);
    row("en", u"did not cancel the order", true);
    row("en", u"cancelled the order", false);
    row("en", u"refunded the order", false);
    row("en", u"replaced the lamp", false);
    row("en", u"sent a coupon", false);
    row("en", u"explained the warranty conditions", false);
    row("es", u"canceló el pedido", true);
    row("es", u"tramitó el reembolso", true);
    row("es", u"ofreció un descuento", false);
    row("es", u"cambió la silla", false);
}

void TestEvidence::deedsWereDone()
{
    QFETCH(QString, language);
    QFETCH(QString, act);
    QFETCH(bool, done);
    const SummaryInput input = dialogue(language == u"es" ? silla : lamp, language);
    QCOMPARE(Evidence(input).wasDone(act), done);
}

void TestEvidence::anIssueIsOfTheConversation_data()
{
    QTest::addColumn<QString>("issue");
    QTest::addColumn<bool>("about");
    const auto row = [](const char16_t* issue, bool about) {
        const QString said = QStringView(issue).toString();
        QTest::newRow(qPrintable(said)) << said << about;
    };
    row(u"The lamp arrived broken.", true);
    row(u"The customer received a broken lamp and asks for a new one.", true);
    row(u"The customer wants to close the account and move to another supplier.", false);
    row(u"The flight was late and the luggage is missing.", false);
}

void TestEvidence::anIssueIsOfTheConversation()
{
    QFETCH(QString, issue);
    QFETCH(bool, about);
    const SummaryInput input = dialogue(lamp);
    QCOMPARE(Evidence(input).isAbout(issue), about);
}

void TestEvidence::aDraftMayBeTranslated()
{
    const Evidence draft(QStringLiteral("Te llamamos el lunes, pedido 4711, 250 euros."));
    QVERIFY(draft.holds(QStringLiteral("We will call you on Monday, order 4711, 250 euros."), 3));
    QVERIFY(draft.holds(QStringLiteral("We call on Monday; two hundred and fifty euros."), 3));
    QVERIFY(!draft.holds(QStringLiteral("We call on Monday about order 4712."), 3));
    QVERIFY(!draft.holds(QStringLiteral("We pay three hundred euros."), 3));
}

RELEVO_TEST(TestEvidence)

#include "tst_evidence.moc"
