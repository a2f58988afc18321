#include "support/test_main.h"
#include "trigger_rows.h"

#include <assist/matters.h>
#include <assist/triggers.h>

#include <QtTest/QtTest>

#include <QtCore/QRandomGenerator>

#include <numeric>

using namespace relevo;
using namespace relevo::assist;

/// What the model tells of a message beside the rules (those: tst_triggerkinds).
class TestMatters final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weightsThatAreNone();
    void brokenWeights();
    void chancesAreChances();
    void longTextsAreJudgedInParts();
    void eachMatter_data();
    void eachMatter();
    void nothingToTell_data();
    void nothingToTell();
    void whatSwitchesTurnOff();
    void writersSetApart_data();
    void writersSetApart();
};

namespace {

QByteArray someWeights()
{
    const std::vector<double> biases(matterCount, -1.0);
    const std::vector<LinearModel::Row> rows{{1, {0.5, 0, 0, 0, 0, 0, 0, -9.0}},
                                             {2, std::vector<double>(matterCount, 0.001)},
                                             {3, {0, 0, 0, 0, 0, 0, 4.0, 0}}};
    return MatterModel::write(biases, rows);
}

MatterChances chancesOf(const MatterModel& model, const QString& text)
{
    const WishText read(text);
    return model.chances(MatterText(read));
}

bool areChances(const MatterChances& chances)
{
    return std::all_of(chances.begin(), chances.end(), [](double each) { return each >= 0.0; }) &&
           std::accumulate(chances.begin(), chances.end(), 0.0) <= 1.0 + 1e-9;
}

} // namespace

void TestMatters::weightsThatAreNone()
{
    QVERIFY(!MatterModel::read({}));
    QVERIFY(!MatterModel::read(QByteArray(64, 'x')));
    const QByteArray file = someWeights();
    const auto model = MatterModel::read(file);
    QVERIFY(model);
    QCOMPARE(model->size(), std::size_t(2)); // what weighs next to nothing is left out
    QVERIFY(!MatterModel::read(file.chopped(1)));
    QVERIFY(!MatterModel::read(file + 'x'));
    // As many bytes, but of a model with one class, and the other way round.
    QVERIFY(!LinearModel::read(file, 0x3154414d, 1));
    QVERIFY(!LinearModel::read(file, 0x31485357, matterCount));
    QByteArray endless = file;
    endless.replace(8, 4, QByteArray::fromHex("000080ff")); // the scale: minus infinity
    QVERIFY(!MatterModel::read(endless));
}

/// Bytes turned at random: it is read as none or answers with chances, and never reads beyond its end.
void TestMatters::brokenWeights()
{
    const QByteArray file = someWeights();
    QRandomGenerator random(7);
    for (int round = 0; round < 2'000; ++round) {
        QByteArray broken = file;
        for (int i = random.bounded(1, 4); i > 0; --i)
            broken[random.bounded(static_cast<int>(broken.size()))] = static_cast<char>(random.bounded(256));
        if (random.bounded(4) == 0)
            broken.truncate(random.bounded(static_cast<int>(broken.size())));
        if (const auto model = MatterModel::read(broken)) {
            const MatterChances chances = chancesOf(*model, QStringLiteral("my card was cloned"));
            QVERIFY(areChances(chances));
        }
    }
}

void TestMatters::chancesAreChances()
{
    for (const QString& text :
         {QString(), QStringLiteral("."), QStringLiteral("a"), QString(10'000, u'x'),
          QStringLiteral("not ").repeated(3'000), QStringLiteral("ação judicial URGENTE!!! ").repeated(100)})
        QVERIFY(areChances(chancesOf(builtInMatterModel(), text)));
}

/// What is said once among much else is heard.
void TestMatters::longTextsAreJudgedInParts()
{
    const QString much =
        QStringLiteral("I ordered the blue one and would like to know its size. ").repeated(12);
    const Triggers triggers(only(&domain::TriggerSwitches::sensitive));
    QVERIFY(!triggers.find(much));
    QVERIFY(
        triggers.find(much + QStringLiteral("My daughter was taken to hospital after eating it. ") + much));
}

void TestMatters::eachMatter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("matter");
    const auto row = [](const char16_t* text, Matter matter) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line << static_cast<int>(matter);
    };
    row(u"we will take you to court over this", Matter::Legal);
    row(u"voy a demandarlos y mi abogado ya lo sabe", Matter::Legal);
    row(u"vou processar vocês, meu advogado já sabe", Matter::Legal);
    row(u"my son had an allergic reaction and is in hospital", Matter::Injury);
    row(u"mi hijo se quemó la mano con su plancha", Matter::Injury);
    row(u"meu filho queimou a mão com o ferro de vocês", Matter::Injury);
    row(u"somebody hacked my account and bought things with my card", Matter::Fraud);
    row(u"alguien entró en mi cuenta y compró con mi tarjeta", Matter::Fraud);
    row(u"alguém invadiu minha conta e comprou com meu cartão", Matter::Fraud);
    row(u"erase all the personal data you have about me", Matter::Data);
    row(u"borren todos los datos personales que tienen de mí", Matter::Data);
    row(u"apaguem todos os dados pessoais que vocês têm sobre mim", Matter::Data);
    row(u"you promised the refund weeks ago and now you refuse to pay it", Matter::Refund);
    row(u"me prometieron el reembolso y ahora se niegan a pagarlo", Matter::Refund);
    row(u"prometeram o reembolso e agora se recusam a pagar", Matter::Refund);
    row(u"I am terminating my contract with you as of today", Matter::Ending);
    row(u"doy por terminado mi contrato con ustedes desde hoy", Matter::Ending);
    row(u"estou encerrando meu contrato com vocês a partir de hoje", Matter::Ending);
    row(u"this is urgent, my flight leaves in an hour", Matter::Urgent);
    row(u"es urgente, mi vuelo sale en una hora", Matter::Urgent);
    row(u"é urgente, meu voo sai em uma hora", Matter::Urgent);
    row(u"you keep giving me the same answer over and over", Matter::Failure);
    row(u"me sigues dando la misma respuesta una y otra vez", Matter::Failure);
    row(u"você continua me dando a mesma resposta toda hora", Matter::Failure);
}

void TestMatters::eachMatter()
{
    QFETCH(const QString, text);
    QFETCH(const int, matter);
    const MatterChances chances = chancesOf(builtInMatterModel(), text);
    QCOMPARE(static_cast<int>(std::max_element(chances.begin(), chances.end()) - chances.begin()), matter);
    const auto which = static_cast<Matter>(matter);
    domain::Settings settings;
    settings.triggers = {false, false, true, false, true, true, false};
    const auto found = Triggers(settings).find(text);
    QVERIFY(found);
    QCOMPARE(found->type, which < Matter::Urgent    ? domain::TriggerType::Sensitive
                          : which == Matter::Urgent ? domain::TriggerType::Urgent
                                                    : domain::TriggerType::Failure);
    QVERIFY(found->score >= certainMatter && found->score <= 1.0);
    // Its reason quotes what the customer wrote.
    const WishText read(text);
    const QString quote = builtInMatterModel().quote(MatterText(read), which);
    QVERIFY2(!quote.isEmpty() && text.contains(quote), qPrintable(quote));
}

void TestMatters::nothingToTell_data()
{
    rows({
        u"do you sell legal size paper?",
        u"how do I cancel my order",
        u"what is your cancellation policy?",
        u"how long does a refund take",
        u"no rush, whenever you can",
        u"could you repeat the price please",
        u"does the insurance cover fraud?",
        u"how do I delete a photo from my review?",
        u"¿tienen papel tamaño legal?",
        u"¿cómo cancelo mi pedido?",
        u"¿cuánto tarda un reembolso?",
        u"sin prisa, cuando puedan",
        u"¿me repite el precio por favor?",
        u"vocês têm papel tamanho ofício?",
        u"como cancelo meu pedido?",
        u"quanto tempo leva o reembolso?",
        u"sem pressa, quando puderem",
        u"pode repetir o preço por favor?",
        // Anger is none by itself, and neither is going on with the bot.
        u"I am furious, the pizza is cold",
        u"esta cerveza está caliente y estoy furioso",
        u"o bolo chegou amassado, tô muito bravo",
        u"no importa, prefiero seguir con el bot",
        // What was bought, received, or said to others.
        u"compré unas zapatillas y son preciosas",
        u"me llegó un sms de ustedes con el código",
        u"recebi um e-mail de confirmação",
        u"voy a hablarlo con mi marido",
        u"my account got locked",
        u"no está mal",
        u"ya se lo dije al repartidor",
        u"já falei com o entregador",
        u"otra vez el mismo pedido que en junio",
        u"the same order again please",
        u"¿puedo pedir lo mismo otra vez?",
        u"de novo o mesmo pedido de junho",
    });
}

void TestMatters::nothingToTell()
{
    QFETCH(const QString, text);
    domain::Settings settings;
    settings.triggers = {false, false, true, false, true, true, false};
    const auto found = Triggers(settings).find(text);
    QVERIFY2(!found, found ? qPrintable(found->reason) : "");
}

void TestMatters::whatSwitchesTurnOff()
{
    using S = domain::TriggerSwitches;
    const QString hurt = QStringLiteral("my son had an allergic reaction and is in hospital");
    const QString bot = QStringLiteral("you keep giving me the same answer over and over");
    QVERIFY(Triggers(only(&S::sensitive)).find(hurt));
    QVERIFY(!Triggers(only(&S::failure)).find(hurt));
    QVERIFY(Triggers(only(&S::failure)).find(bot));
    QVERIFY(!Triggers(only(&S::sensitive)).find(bot));
    QVERIFY(!Triggers(only(&S::wish)).find(hurt));
}

void TestMatters::writersSetApart_data()
{
    QTest::addColumn<QString>("language");
    for (const char* language : {"en", "es", "pt"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

/// Writers nothing was learned from: a little below what is measured of them.
void TestMatters::writersSetApart()
{
    QFETCH(const QString, language);
    QFile file(QStringLiteral(RELEVO_EVAL_DATA "/matters_blind_%1.tsv").arg(language));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    domain::Settings settings;
    settings.triggers = {false, false, true, false, true, true, false};
    const Triggers triggers(settings);
    int meant = 0;
    int heard = 0;
    int wrong = 0;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() != 4 || !fields[0].startsWith(QLatin1String("sealed")))
            continue;
        const bool found = triggers.find(fields[3]).has_value();
        const bool is = fields[2] != QLatin1String("none");
        meant += is ? 1 : 0;
        heard += is && found ? 1 : 0;
        wrong += !is && found ? 1 : 0;
    }
    QVERIFY(meant > 60);
    QVERIFY2(heard >= 0.74 * meant, qPrintable(QStringLiteral("%1 of %2").arg(heard).arg(meant)));
    QVERIFY2(wrong <= 0.1 * heard, qPrintable(QStringLiteral("%1 beside %2").arg(wrong).arg(heard)));
}

RELEVO_TEST(TestMatters)
#include "tst_matters.moc"
