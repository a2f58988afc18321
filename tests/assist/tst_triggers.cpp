#include "support/test_main.h"
#include "trigger_rows.h"

#include <assist/excerpt.h>
#include <assist/triggers.h>

#include <assist/wish.h>

#include <QtTest/QtTest>

#include <QtCore/QFile>

using namespace relevo;
using namespace relevo::assist;

class TestTriggers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wishes_data();
    void wishes();
    void noWishes_data();
    void noWishes();
    void projectsOwnKeywords();
    void usualKeywordsAloneAreNoWish();
    void usualKeywordsCountWithoutTheWish();
    void longAndStrangeTexts();
    void quotesWholeWords();
    void evidenceExplains();
    void weightsThatAreNone();
    void heldOutSentences_data();
    void heldOutSentences();
    void isCheap();
};

void TestTriggers::wishes_data()
{
    rows({
        u"agent please",
        u"human!",
        u"let me talk to someone",
        u"I want to speak to a real person",
        u"can I talk to a human?",
        u"please connect me with an agent",
        u"transfer me to a representative now",
        u"I need a human",
        u"get me a supervisor",
        u"is there anybody I can talk to?",
        u"could you put me through to an operator",
        u"My order never came. I want to talk to a person.",
        u"I would rather chat with a live agent than with you",
        u"quiero hablar con una persona",
        u"pásame con un agente",
        u"necesito hablar con alguien de verdad",
        u"¿puedo hablar con un asesor?",
        u"un humano por favor",
        u"comuníqueme con un representante",
        u"quero falar com um atendente",
        u"me transfere para uma pessoa",
        u"posso falar com alguém?",
        u"atendente por favor",
        u"preciso de um humano",
        u"QUERO FALAR COM UMA PESSOA",
        u"AGENT",
        u"I want to speak to a human",
        u"representative",
        u"Can I talk to a real person?",
        u"could you transfer me to somebody who can help",
        u"put me through to a representative",
        u"I need someone to call me",
        u"I need an agent to cancel my order",
        u"I need an agent to cancel my order 7781",
        u"necesito un agente para cambiar mi dirección",
        u"preciso de um atendente para cancelar meu pedido",
        u"can someone call me back",
        u"I don't want to talk to a bot",
        u"not a bot please",
        u"I am tired of talking to a machine",
        u"let me talk to a manager now",
        u"I'd like to chat with a live agent about my opening hours question",
        u"is there a human I can talk to",
        u"is there anyone I can speak to?",
        u"Are you human? I want a human.",
        u"real person",
        u"give me a person",
        u"I need human help",
        u"Is it possible to speak with somebody",
        u"I want to talk to someone else",
        u"escalate this to a human",
        u"operator",
        u"this is useless, I want to speak with a person who understands",
        u"how do I reach a human being",
        u"hablar con alguien",
        u"necesito hablar con un asesor",
        u"páseme con un agente por favor",
        u"me puede comunicar con un operador",
        u"¿me pasas con una persona real?",
        u"quiero un agente",
        u"agente",
        u"no quiero hablar con un robot",
        u"quiero que me atienda una persona",
        u"necesito que alguien me llame",
        u"¿puedo hablar con alguien de atención al cliente?",
        u"prefiero hablar con un humano sobre mi número de pedido",
        u"¿hay alguna persona con la que pueda hablar?",
        u"quisiera contactar con un asesor",
        u"transfiéreme con un supervisor",
        u"quero falar com uma pessoa",
        u"falar com atendente",
        u"atendente",
        u"preciso falar com alguém",
        u"me transfere para um atendente",
        u"pode me passar para um humano?",
        u"quero um atendente humano",
        u"não quero falar com robô",
        u"gostaria de conversar com um operador",
        u"chama um atendente",
        u"atendimento humano por favor",
        u"posso falar com uma pessoa de verdade?",
        u"me coloca em contato com um atendente",
        u"can someone real look at this",
        u"stop giving me canned answers, get me a person",
        u"quiero que me atienda alguien",
        u"me passa pra um atendente",
        u"i cant reach a human",
        u"pls transfr me to a humn",
        u"kiero ablar con una persona",
        u"vc pode me passar pra um atendente?",
        u"Podían ponerme con una persona, por favor",
        u"¿me derivás con alguien?",
        u"no eso no es lo que pregunté quiero hablar con una persona",
        u"HUMAN HUMAN HUMAN",
        u"can I speak to an agnet",
        u"quiero ablar con un ajente",
        u"presizo de um atendenti",
        u"pónganme con alguien",
        u"The agent left the chat. Get me another one",
        u"el asesor fue grosero, quiero otro",
        u"O atendente foi grosso, me traz outro",
        u"¿quién de ustedes me puede ayudar?",
        u"could one of you explain this to me please",
        u"¿Sería posible que me telefonearan?",
        u"queria que me transferissem para alguém",
        u"i told you about the lamp and the cable and the wrong box and honestly i would rather talk to "
        u"someone",
    });
}

void TestTriggers::wishes()
{
    QFETCH(const QString, text);
    const auto trigger = Triggers(domain::Settings{}).find(text);
    QVERIFY(trigger);
    QVERIFY(trigger->type == domain::TriggerType::Keyword);
    QVERIFY(!trigger->reason.isEmpty());
    QVERIFY(trigger->score >= 0.5 && trigger->score <= 1.0);
}

void TestTriggers::noWishes_data()
{
    rows({
        u"",
        u"hello",
        u"what is your human resources email",
        u"the support article does not help",
        u"do you have real people working there?",
        u"I don't need a person",
        u"how do I become an agent",
        u"el agente me dijo que llegaba hoy",
        u"representante de ventas en mi ciudad?",
        u"I talked to an agent yesterday and the order is still missing",
        u"quién habla",
        u"não preciso de atendente, só do código",
        u"👍",
        u"are you a human?",
        u"am I talking to a bot?",
        u"customer service hours?",
        u"the agent gave me a wrong invoice",
        u"your agent told me it would be here yesterday",
        u"help me track my order",
        u"I need help with my order",
        u"how do I become an agent",
        u"where is my order",
        u"the delivery person left it at the wrong door",
        u"I ordered for one person",
        u"I want to buy a gift for someone",
        u"this is not humane",
        u"I want to cancel my order",
        u"¿eres una persona?",
        u"el agente me dio una factura equivocada",
        u"ayúdame con mi pedido",
        u"es un regalo para una persona especial",
        u"¿cuál es el horario de atención?",
        u"você é um robô?",
        u"o atendente me mandou a nota errada",
        u"ajuda com meu pedido",
        u"é um presente para uma pessoa querida",
        u"are you a bot",
        u"am I talking to a person?",
        u"is this a real person?",
        u"I want to become an agent",
        u"help",
        u"support",
        u"I need help",
        u"I want to give someone a gift card",
        u"can I use someone else's card",
        u"transfer my account to another person",
        u"I need to pass my subscription to another person",
        u"I was talking to an agent yesterday and the line dropped",
        u"I spoke with an agent last week",
        u"can I cancel without talking to an agent",
        u"I don't want to talk to an agent, just cancel it",
        u"I am not a robot",
        u"the delivery agent was rude",
        u"I want to contact the delivery person",
        u"someone stole my package",
        u"somebody else opened my parcel",
        u"who is the contact person for invoices?",
        u"an agent told me to send the order back",
        u"what time do your agents start",
        u"how many people can use one account",
        u"this bot does not find my order",
        u"my order was delivered to another person",
        u"the person who called me was rude",
        u"cleaning agent for the sofa",
        u"I need a gift for a person who likes tea",
        u"I want to talk about my refund",
        u"can you send me the invoice",
        u"put it in the basket",
        u"call me when it arrives",
        u"price per person",
        u"human error happened in my invoice",
        u"¿eres un bot?",
        u"alguien robó mi paquete",
        u"quiero pasar mi cuenta a otra persona",
        u"ayuda",
        u"quiero enviar un regalo a alguien",
        u"la persona que entregó el pedido fue grosera",
        u"no quiero hablar con nadie, solo cancelar",
        u"estuve hablando con un agente y se cortó",
        u"¿cómo puedo ser agente?",
        u"hablé con un asesor ayer",
        u"quiero cambiar la persona de contacto",
        u"estou falando com uma pessoa?",
        u"a atendente me deu a nota errada",
        u"quero transferir minha conta para outra pessoa",
        u"alguém roubou meu pacote",
        u"qual o horário de atendimento?",
        u"quero dar um presente para alguém",
        u"falei com um atendente ontem",
        u"como faço para ser atendente?",
        u"onde está meu pedido",
        u"ajuda",
        u"entregaram meu pedido para outra pessoa",
        u"one of you charged me twice",
        u"este salió malo, quiero otro",
        u"ya me transfirieron ayer y quedó resuelto",
    });
}

void TestTriggers::noWishes()
{
    QFETCH(const QString, text);
    QVERIFY(!Triggers(only(&domain::TriggerSwitches::wish)).find(text));
}

void TestTriggers::projectsOwnKeywords()
{
    domain::Settings settings;
    settings.escalationKeywords << QStringLiteral("Ombudsman") << QStringLiteral("defensor del cliente")
                                << QStringLiteral("Reclamação") << QStringLiteral("queja formal")
                                << QStringLiteral("  ");
    const Triggers triggers(settings);
    QCOMPARE(triggers.find(QStringLiteral("I will write to the ombudsman."))->reason,
             QStringLiteral("The customer wrote \"Ombudsman\"."));
    QVERIFY(triggers.find(QStringLiteral("I will write to the ombudsman.")));
    QVERIFY(triggers.find(QStringLiteral("el Defensor  del cliente lo sabrá")));
    QVERIFY(triggers.find(QStringLiteral("Quero registrar uma RECLAMACAO!")));
    QVERIFY(triggers.find(QStringLiteral("esto es una QUEJA, fórmal")));
    QVERIFY(!triggers.find(QStringLiteral("quejas formales")));
    QVERIFY(!triggers.find(QStringLiteral("ombudsmanship")));
    QVERIFY(!triggers.find(QStringLiteral("el defensor de su cliente")));
    // Signs and digits are part of a keyword, those of sentences are not.
    settings = only(&domain::TriggerSwitches::keywords);
    settings.escalationKeywords = {QStringLiteral("C++"),     QStringLiteral("🚨"),
                                   QStringLiteral("911"),     QStringLiteral("24/7"),
                                   QStringLiteral("¡Queja!"), QStringLiteral("artículo 5")};
    const Triggers exact(settings);
    for (const char16_t* text : {u"my c++ book", u"🚨", u"please 🚨🚨 now", u"dial 911.", u"is it 24/7?",
                                 u"el Articulo\n 5", u"una queja"})
        QVERIFY2(exact.find(QStringView(text).toString()), qPrintable(QStringView(text).toString()));
    for (const char16_t* text : {u"my C book", u"order 4711", u"order 9112", u"12/5", u"quejas", u"😀"})
        QVERIFY2(!exact.find(QStringView(text).toString()), qPrintable(QStringView(text).toString()));
    QVERIFY(!triggers.find(QStringLiteral("where is my order")));
}

void TestTriggers::usualKeywordsAloneAreNoWish()
{
    const Triggers triggers(domain::Settings{});
    QVERIFY(!triggers.find(QStringLiteral("help")));
    QVERIFY(!triggers.find(QStringLiteral("I need support for my router")));
    // A project that has taken the usual ones out still hears a clear wish.
    domain::Settings none;
    none.escalationKeywords.clear();
    QVERIFY(Triggers(none).find(QStringLiteral("let me talk to a human")));
}

void TestTriggers::usualKeywordsCountWithoutTheWish()
{
    domain::Settings settings = only(&domain::TriggerSwitches::keywords);
    const Triggers keywords(settings);
    const auto found = keywords.find(QStringLiteral("let me talk to a human"));
    QVERIFY(found);
    QCOMPARE(found->type, domain::TriggerType::Keyword);
    QCOMPARE(found->reason, QStringLiteral("The customer wrote \"human\"."));
    QVERIFY(keywords.find(QStringLiteral("agent please")));
    QVERIFY(keywords.find(QStringLiteral("I want to speak with a PERSON, now")));
    // A wish in other words is not theirs, and a word without a wish drowns nobody.
    QVERIFY(!keywords.find(QStringLiteral("quiero hablar con alguien de carne y hueso")));
    for (const char* calm : {"help", "I need support for my router", "help me track my order",
                             "are you a human?", "the agent gave me a wrong invoice"})
        QVERIFY2(!keywords.find(QString::fromLatin1(calm)), calm);
    // Taken out of the list it counts no more.
    settings.escalationKeywords.removeAll(QStringLiteral("human"));
    QVERIFY(!Triggers(settings).find(QStringLiteral("let me talk to a human")));
    settings.escalationKeywords.clear();
    QVERIFY(!Triggers(settings).find(QStringLiteral("agent please")));
    // With all but the wish off the words weigh nothing, and with all off nothing does.
    QVERIFY(!Triggers(only(&domain::TriggerSwitches::failure)).find(QStringLiteral("agent please")));
}

void TestTriggers::longAndStrangeTexts()
{
    const Triggers triggers(domain::Settings{});
    const QString filler =
        QStringLiteral("The lamp came with a scratch on its base and no bulb. ").repeated(2'000);
    QVERIFY(!triggers.find(filler));
    QVERIFY(triggers.find(QStringLiteral("I want to talk to a human. ") + filler));
    QVERIFY(triggers.find(filler + QStringLiteral("I want to talk to a human.")));
    // Wherever it stands in a message of sixteen thousand letters, or near the ends of a longer one, also
    // among much that is said of persons.
    const QString others = QStringLiteral("The agent called, and a person of the team wrote to me. ");
    QVERIFY(!triggers.find(others.repeated(250)));
    const auto isFoundIn = [&triggers](const QString& story, qsizetype at) {
        const qsizetype stop = story.lastIndexOf(u". ", at) + 2;
        return triggers.find(story.left(stop) + QStringLiteral("I want to talk to a human. ") +
                             story.mid(stop)) != std::nullopt;
    };
    for (const qsizetype at : {100, 4'000, 8'000, 24'000, 28'000, 31'900})
        QVERIFY2(isFoundIn(filler.left(32'000), at), qPrintable(QString::number(at)));
    for (const qsizetype at : {5'000, 8'000, 11'000})
        QVERIFY2(isFoundIn(filler.left(16'000), at), qPrintable(QString::number(at)));
    QVERIFY(isFoundIn(others.repeated(540), 100));
    QVERIFY(isFoundIn(others.repeated(540), 30'500));
    QVERIFY(!triggers.find(QString(100'000, u'a')));
    QVERIFY(!triggers.find(QString(10'000, QChar(0xD800))));
    (void)triggers.find(QStringLiteral("agent ").repeated(20'000));
    // Accents as marks of their own, and letters that are repeated.
    QVERIFY(triggers.find(QStringLiteral("pa\u0301same con un agente")));
    QVERIFY(triggers.find(QStringLiteral("humannnn pleaseeee")));
}

void TestTriggers::quotesWholeWords()
{
    const Triggers triggers{domain::Settings{}};
    const auto reason = [&triggers](const char16_t* text) {
        const auto found = triggers.find(QStringView(text).toString());
        return found ? found->reason : QString();
    };
    // An address is quoted whole or not at all.
    const QString address = QStringLiteral(" https://evil.example/x?y=1");
    QCOMPARE(reason(u"can I talk to an agent please https://evil.example/x?y=1").remove(address),
             QStringLiteral("The customer asked for a human: \"can I talk to an agent please\"."));
    const QString text = QStringLiteral("see https://evil.example/x?y=1 and more");
    QCOMPARE(excerptOf(text, 0, 16, 80), QStringLiteral("see"));
    QCOMPARE(excerptOf(text, 12, 34, 80), QStringLiteral("and"));
    QCOMPARE(excerptOf(text, 12, 16, 80), QStringLiteral("https://evil.example/x?y=1"));
    QCOMPARE(excerptOf(text, 0, text.size(), 80), text);
    QCOMPARE(shortened(QStringLiteral("a lawyer and a judge"), 15), QStringLiteral("a lawyer and a…"));
    QCOMPARE(shortened(QString(100, u'x'), 20).size(), qsizetype(20));
}

void TestTriggers::evidenceExplains()
{
    const auto evidence =
        builtInWishModel().evidence(QStringLiteral("Where is it? I want to talk to a human"));
    QVERIFY(!evidence.empty() && evidence.size() <= 8);
    for (std::size_t i = 1; i < evidence.size(); ++i)
        QVERIFY(std::abs(evidence[i].weight) <= std::abs(evidence[i - 1].weight));
    QVERIFY(std::any_of(evidence.begin(), evidence.end(), [](const WishEvidence& each) {
        return each.weight > 0.0 && each.seen.contains(u"human");
    }));
    QVERIFY(builtInWishModel().evidence(QStringLiteral("... !")).empty());
}

void TestTriggers::weightsThatAreNone()
{
    QVERIFY(!WishModel::read({}));
    QVERIFY(!WishModel::read(QByteArray(64, 'x')));
    const std::vector<std::pair<quint32, double>> weights{{1, 0.5}, {2, -9.0}, {3, 0.0}};
    const QByteArray file = WishModel::write(weights, -1.0);
    const auto model = WishModel::read(file);
    QVERIFY(model);
    QCOMPARE(model->size(), std::size_t(2));
    QVERIFY(!WishModel::read(file.chopped(1)));
    QVERIFY(!WishModel::read(file + 'x'));
}

void TestTriggers::heldOutSentences_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("split");
    for (const char* language : {"en", "es", "pt"}) {
        for (const char* split :
             {"held", "fresh", "fresh2", "fresh3", "fresh4", "fresh5", "fresh6", "fresh8"})
            QTest::addRow("%s, %s", language, split)
                << QString::fromLatin1(language) << QString::fromLatin1(split);
    }
}

/// Sentences in manners of writing that the weights were never learned from.
void TestTriggers::heldOutSentences()
{
    QFETCH(const QString, language);
    QFETCH(const QString, split);
    QFile file(QStringLiteral(RELEVO_EVAL_DATA "/wish_%1.tsv").arg(language));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    // Writers nobody tuned for write what is hardest to tell apart; a little below what is measured of them.
    const double least = split == u"held" || split == u"fresh3" || split == u"fresh8" ? 0.92 : 0.82;
    const Triggers triggers(only(&domain::TriggerSwitches::wish));
    int hits = 0;
    int missed = 0;
    int wrong = 0;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() != 4 || fields[0] != split)
            continue;
        const bool wish = fields[2] == u"wish";
        const bool found = triggers.find(fields[3]).has_value();
        hits += wish && found ? 1 : 0;
        missed += wish && !found ? 1 : 0;
        wrong += !wish && found ? 1 : 0;
        // What is told wrong of the fresh ones stays unread: they must not choose words.
        if (wish != found && split == u"held")
            qInfo("%s: %s", wish ? "missed" : "wrong", qPrintable(fields[3]));
    }
    QVERIFY(hits >= 20);
    QVERIFY2(hits >= least * (hits + missed),
             qPrintable(QStringLiteral("missed %1 of %2").arg(missed).arg(hits + missed)));
    QVERIFY2(hits >= least * (hits + wrong),
             qPrintable(QStringLiteral("%1 wrong beside %2").arg(wrong).arg(hits)));
}

void TestTriggers::isCheap()
{
    const QString text = QStringLiteral("Hello, I ordered a lamp last week and it has still not arrived; the "
                                        "number is AB-1234. Where is it?");
    QElapsedTimer timer;
    timer.start();
    constexpr int rounds = 2'000;
    for (int i = 0; i < rounds; ++i)
        QVERIFY(!Triggers(domain::Settings{}).find(text));
    // Made anew each time, as the relay does it. Some 20 µs; far more is allowed for busy machines and
    // sanitizers.
    QVERIFY(timer.nsecsElapsed() / rounds < 600'000);
}

RELEVO_TEST(TestTriggers)
#include "tst_triggers.moc"
