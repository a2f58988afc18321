#include "support/test_main.h"
#include "trigger_rows.h"

#include <assist/triggers.h>

#include <QtTest/QtTest>

#include <QtCore/QFile>

using namespace relevo;
using namespace relevo::assist;

/// The kinds of trigger beside the wish for a human, and which of several is told.
class TestTriggerKinds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOneKindAlone();
    void sensitive_data();
    void sensitive();
    void ordinaryBusiness_data();
    void ordinaryBusiness();
    void urgent_data();
    void urgent();
    void complaintsOfTheBot();
    void noBotFailsBeforeItSpoke();
    void whatTheModelAloneSawMayBe();
    void writtenTexts_data();
    void writtenTexts();
    void frustration();
    void importantCustomers();
    void whoIsImportant();
    void theWishComesFirst();
};

void TestTriggerKinds::anyOneKindAlone()
{
    using S = domain::TriggerSwitches;
    const QString all =
        QStringLiteral("Get me a person! My lawyer will sue you, it is URGENT, you idiots, this is "
                       "ridiculous and I HATE it!!! acme");
    domain::Settings settings;
    settings.escalationKeywords << QStringLiteral("acme");
    settings.triggers = {false, false, false, false, false, false, false};
    QVERIFY(!Triggers(settings).find(all, {true, 2, 1.0}));
    settings.triggers.keywords = true;
    QCOMPARE(Triggers(settings).find(all)->reason, QStringLiteral("The customer wrote \"person\"."));
    QCOMPARE(Triggers(only(&S::wish)).find(all)->type, domain::TriggerType::Keyword);
    QCOMPARE(Triggers(only(&S::sensitive)).find(all)->type, domain::TriggerType::Sensitive);
    QCOMPARE(Triggers(only(&S::urgent)).find(all)->type, domain::TriggerType::Urgent);
    QCOMPARE(Triggers(only(&S::sentiment)).find(all, {false, 0, 0.9})->type, domain::TriggerType::Sentiment);
    QCOMPARE(Triggers(only(&S::vip)).find(all, {true, 0, std::nullopt})->type, domain::TriggerType::Vip);
    for (const QString& other : {QStringLiteral("my lawyer will sue you"), QStringLiteral("it is urgent"),
                                 QStringLiteral("acme"), QStringLiteral("help")})
        QVERIFY(!Triggers(only(&S::wish)).find(other, {true, 5, 1.0}));
}

void TestTriggerKinds::sensitive_data()
{
    rows({
        u"I will call my lawyer",
        u"get me a lawyer",
        u"quiero hablar con mi abogado",
        u"quero falar com meu advogado",
        u"I cancelled in spring and every month you are still charging me",
        u"cancelé en marzo y cada mes me siguen cobrando",
        u"cancelei em março e todo mês continuam debitando",
        u"a man claiming to be from your bank took my PIN",
        u"your driver slapped me",
        u"I'm going to sue you",
        u"we will take legal action",
        u"I'll see you in court",
        u"I am reporting you to the police",
        u"I burned my hand with your kettle",
        u"the charger caught fire",
        u"the battery exploded in my bag",
        u"my card was stolen",
        u"someone used my card",
        u"this is a scam, I have been scammed",
        u"there is an unauthorized charge",
        u"I don't recognize this payment",
        u"delete all my data, GDPR",
        u"my bank opened a chargeback for this payment",
        u"you refuse to give me my refund",
        u"I want to cancel my contract",
        u"I demand that you terminate my subscription",
        u"close my account immediately",
        u"I want to cancel my account",
        u"please cancel my account",
        u"I'd like to close my account",
        u"quiero cancelar mi cuenta",
        u"quisiera cerrar mi cuenta",
        u"quero cancelar minha conta",
        u"quero fechar minha conta",
        u"cancel my account",
        u"cancel account",
        u"cancelar mi cuenta",
        u"cerrar mi cuenta",
        u"cancelar minha conta",
        u"cancelar conta",
        u"they won't let me cancel",
        u"voy a demandar a la empresa",
        u"mi abogado se pondrá en contacto",
        u"iré a la Profeco",
        u"me quemé la mano con la plancha",
        u"el cargador explotó",
        u"me robaron la tarjeta",
        u"no reconozco este cargo",
        u"quiero rescindir mi contrato",
        u"se niegan a devolverme el dinero",
        u"vou processar vocês",
        u"meu advogado vai ligar",
        u"vou ao Procon",
        u"o celular pegou fogo",
        u"clonaram meu cartão",
        u"não reconheço essa compra",
        u"quero cancelar minha assinatura",
        u"recusaram meu reembolso",
        u"vazamento dos meus dados",
    });
}

void TestTriggerKinds::sensitive()
{
    QFETCH(const QString, text);
    const auto trigger = Triggers(only(&domain::TriggerSwitches::sensitive)).find(text);
    QVERIFY(trigger);
    QCOMPARE(trigger->type, domain::TriggerType::Sensitive);
    QVERIFY2(trigger->reason.contains(u": \""), qPrintable(trigger->reason));
}

void TestTriggerKinds::ordinaryBusiness_data()
{
    rows({
        u"how do I cancel my order",
        u"I want to cancel order 5512",
        u"what is the cancellation fee",
        u"how can I cancel my subscription?",
        u"I want to delete my account",
        u"how do I cancel my account",
        u"I don't want to cancel my account",
        u"¿cómo cancelo mi cuenta?",
        u"no quiero cancelar mi cuenta",
        u"como cancelo minha conta?",
        u"delete my account",
        u"borrar mi cuenta",
        u"excluir minha conta",
        u"I want to unsubscribe from your newsletter",
        u"close the account settings window",
        u"I cancelled on Monday, when does the refund arrive",
        u"the ice cream had melted",
        u"se derritió el helado",
        u"I want a refund",
        u"where is my refund",
        u"I paid with my card",
        u"I used my credit card",
        u"my card is not accepted",
        u"I don't need a lawyer",
        u"is it legal to import this?",
        u"do you have a fire pit?",
        u"a cut of meat",
        u"I want to change my data plan",
        u"cómo cancelo mi pedido",
        u"quiero cancelar mi pedido",
        u"quiero un reembolso",
        u"mi tarjeta no pasa",
        u"hay mucha demanda de este modelo?",
        u"quiero cambiar mis datos",
        u"como cancelo meu pedido",
        u"quero cancelar o pedido",
        u"quero um reembolso",
        u"como está o processo de devolução?",
        u"não reclame",
        u"police costume size?",
        u"venden luces de emergencia?",
        u"vem com detector de fumaça?",
        u"the vase is broken into pieces",
        u"qué pasa si cancelo mi suscripción",
    });
}

void TestTriggerKinds::ordinaryBusiness()
{
    QFETCH(const QString, text);
    const auto trigger = Triggers(only(&domain::TriggerSwitches::sensitive)).find(text);
    QVERIFY2(!trigger, trigger ? qPrintable(trigger->reason) : "");
}

void TestTriggerKinds::urgent_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char16_t* text, bool expected) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line << expected;
    };
    row(u"this is urgent", true);
    row(u"it's an emergency", true);
    row(u"I need it right now", true);
    row(u"my flight leaves in two hours", true);
    row(u"the wedding is today and the dress is not here", true);
    row(u"urgente, es para hoy", true);
    row(u"mi vuelo sale en dos horas", true);
    row(u"lo necesito ahora mismo", true);
    row(u"é urgente", true);
    row(u"meu voo sai em duas horas", true);
    row(u"preciso para hoje", true);
    row(u"I need a yes or a no before noon", true);
    row(u"necesito una respuesta clara antes del mediodía", true);
    row(u"preciso de uma resposta clara até meia-noite", true);
    row(u"the water is leaking into the flat below", true);
    row(u"do you deliver before noon", false);
    row(u"a qué hora cierra hoy", false);
    row(u"it is not urgent", false);
    row(u"no es urgente", false);
    row(u"não é urgente", false);
    row(u"emergency contact number", false);
    row(u"as soon as possible please", false);
    row(u"how long is the flight", false);
    row(u"delivered in two hours", false);
    row(u"what are your hours today", false);
    row(u"turn right", false);
}

void TestTriggerKinds::urgent()
{
    QFETCH(const QString, text);
    QFETCH(const bool, expected);
    const auto trigger = Triggers(only(&domain::TriggerSwitches::urgent)).find(text);
    QCOMPARE(trigger.has_value(), expected);
    QVERIFY(!trigger || trigger->type == domain::TriggerType::Urgent);
}

void TestTriggerKinds::complaintsOfTheBot()
{
    const Triggers triggers(only(&domain::TriggerSwitches::failure));
    for (const char16_t* text :
         {u"that's not what I asked", u"you already said that", u"you're repeating yourself",
          u"that doesn't answer my question", u"you keep sending me the same link",
          u"eso no es lo que pregunté", u"ya me dijiste eso", u"no me entiendes",
          u"não foi isso que perguntei", u"você já disse isso", u"you have sent me that page three times",
          u"your answer makes no sense", u"deja de repetir la misma frase", u"esse bot anda em círculos"}) {
        const auto found = triggers.find(QStringView(text).toString());
        QVERIFY2(found, qPrintable(QStringView(text).toString()));
        QCOMPARE(found->type, domain::TriggerType::Failure);
        QVERIFY(found->reason.contains(u": \""));
    }
    for (const char16_t* text : {u"help", u"can you say that again please", u"yes, that answers my question",
                                 u"I understand, thanks", u"can you repeat the price",
                                 u"no es lo que pedí, pedí azul", u"I have a different question now",
                                 u"puede repetir eso por favor", u"gracias, eso es lo que preguntaba",
                                 u"o mesmo da outra vez por favor", u"no estoy molesta, solo pregunto"})
        QVERIFY2(!triggers.find(QStringView(text).toString()), qPrintable(QStringView(text).toString()));
    // A hint counts once the bot has failed.
    const QString hint = QStringLiteral("that didn't help");
    QVERIFY(!triggers.find(hint));
    QVERIFY(triggers.find(hint, {false, 1, std::nullopt}));
    QVERIFY(!Triggers(only(&domain::TriggerSwitches::urgent)).find(QStringLiteral("you already said that")));
}

void TestTriggerKinds::writtenTexts_data()
{
    QTest::addColumn<QString>("split");
    QTest::addColumn<double>("recall");
    QTest::addColumn<double>("wronged");
    // A little below what is measured: all where the words were chosen by, nineteen in twenty of what came
    // after them, and two of its 34 of daily business told.
    QTest::newRow("tune") << QStringLiteral("tune") << 0.97 << 0.03;
    QTest::newRow("fresh") << QStringLiteral("fresh") << 0.85 << 0.09;
}

/// Texts of tests/eval/data: what is a matter for a human is told often enough, daily business hardly ever.
void TestTriggerKinds::writtenTexts()
{
    QFETCH(const QString, split);
    QFETCH(const double, recall);
    QFETCH(const double, wronged);
    domain::Settings settings;
    settings.triggers = {false, false, true, false, true, true, false};
    const Triggers triggers(settings);
    int meant = 0;
    int both = 0;
    int business = 0;
    int wrong = 0;
    for (const char* language : {"en", "es", "pt"}) {
        QFile file(QStringLiteral(RELEVO_EVAL_DATA "/matters_%1.tsv").arg(QLatin1String(language)));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList fields = line.split(u'\t');
            if (fields.size() != 3 || fields[0] != split)
                continue;
            const bool found = triggers.find(fields[2]).has_value();
            const bool daily = fields[1] == u"none";
            business += daily ? 1 : 0;
            wrong += daily && found ? 1 : 0;
            meant += daily ? 0 : 1;
            both += !daily && found ? 1 : 0;
        }
    }
    QVERIFY(meant >= 50 && business >= 30);
    QVERIFY2(both >= recall * meant, qPrintable(QStringLiteral("%1 of %2").arg(both).arg(meant)));
    QVERIFY2(wrong <= wronged * business,
             qPrintable(QStringLiteral("%1 of %2 wrong").arg(wrong).arg(business)));
}

void TestTriggerKinds::frustration()
{
    domain::Settings settings;
    settings.sentimentThreshold = 0.6;
    const Triggers triggers(settings);
    const QString calm = QStringLiteral("where is my order");
    QVERIFY(!triggers.find(calm));
    QVERIFY(!triggers.find(calm, {false, 0, 0.59}));
    const auto found = triggers.find(calm, {false, 0, 0.6});
    QVERIFY(found);
    QCOMPARE(found->type, domain::TriggerType::Sentiment);
    QCOMPARE(found->score, 0.6);
}

void TestTriggerKinds::importantCustomers()
{
    const Triggers triggers(domain::Settings{});
    const QString hurry = QStringLiteral("please send it asap");
    const QString calm = QStringLiteral("where is my order");
    QVERIFY(!triggers.find(hurry));
    QVERIFY(!triggers.find(calm, {true, 0, 0.0}));
    QVERIFY(!triggers.find(calm, {false, 2, 0.5}));
    for (const auto& [text, situation] : {std::pair(hurry, Situation{true, 0, 0.0}),
                                          {calm, Situation{true, 1, 0.0}},
                                          {calm, Situation{true, 0, 0.5}}}) {
        const auto found = triggers.find(text, situation);
        QVERIFY(found);
        QCOMPARE(found->type, domain::TriggerType::Vip);
    }
}

void TestTriggerKinds::whoIsImportant()
{
    const auto with = [](const char* name, const char* value) {
        domain::Contact contact;
        contact.attributes[QString::fromLatin1(name)] = QString::fromLatin1(value);
        return contact;
    };
    QVERIFY(isVip(with("vip", "true")));
    QVERIFY(isVip(with("vip", "Yes")));
    QVERIFY(isVip(with("vip", "1")));
    QVERIFY(isVip(with("tier", "VIP")));
    QVERIFY(isVip(with("plan", "vip")));
    QVERIFY(!isVip(with("vip", "false")));
    QVERIFY(!isVip(with("plan", "basic")));
    QVERIFY(!isVip({}));
}

void TestTriggerKinds::theWishComesFirst()
{
    const Triggers triggers(domain::Settings{});
    const auto found = triggers.find(
        QStringLiteral("My lawyer says it is urgent. I want to speak to a human."), {true, 3, 1.0});
    QVERIFY(found);
    QCOMPARE(found->type, domain::TriggerType::Keyword);
    QVERIFY2(found->reason.contains(u"speak to a human"), qPrintable(found->reason));
    const auto graver = triggers.find(QStringLiteral("My lawyer says it is urgent."), {true, 3, 1.0});
    QCOMPARE(graver->type, domain::TriggerType::Sensitive);
    QCOMPARE(graver->reason, QStringLiteral("The customer mentions a lawyer: \"lawyer\". The customer says "
                                            "that it is urgent: \"urgent\"."));
    domain::Settings calm;
    calm.triggers.urgent = false;
    QVERIFY(!Triggers(calm)
                 .find(QStringLiteral("My lawyer says it is urgent."), {})
                 ->reason.contains(u"is urgent:"));
}

void TestTriggerKinds::noBotFailsBeforeItSpoke()
{
    const Triggers triggers(domain::Settings{});
    Situation first;
    first.botMayHaveSpoken = false;
    for (const char16_t* text :
         {u"nothing came, also not in spam", u"it doesn't work", u"it keeps restarting",
          u"I didn't get the email", u"stop sending me sms", u"não está na caixa"}) {
        const auto found = triggers.find(QStringView(text).toString(), first);
        QVERIFY2(!found || found->type != domain::TriggerType::Failure,
                 found ? qPrintable(found->reason) : "");
    }
    const auto said = triggers.find(QStringLiteral("your bot does not understand me"), first);
    QVERIFY(said);
    QCOMPARE(said->type, domain::TriggerType::Failure);
}

void TestTriggerKinds::whatTheModelAloneSawMayBe()
{
    const Triggers triggers(domain::Settings{});
    for (const char16_t* text : {u"my account is locked", u"não consigo entrar na minha conta",
                                 u"I want to end the chat", u"me cobraron de más"}) {
        const auto found = triggers.find(QStringView(text).toString(), {});
        QVERIFY2(!found || found->reason.startsWith(u"It may be"), found ? qPrintable(found->reason) : "");
    }
}

RELEVO_TEST(TestTriggerKinds)
#include "tst_triggerkinds.moc"
