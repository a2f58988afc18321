#include "rows.h"
#include "support/test_main.h"

#include <models/inbox.h>
#include <models/system_texts.h>
#include <models/trigger_reasons.h>

#include <domain/notices.h>

#include <QtCore/QTranslator>
#include <QtTest/QtTest>

using namespace relevo;
using models::systemTextIn;

/// What the relay told customers is read by agents in their own language.
class tst_SystemTexts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindInEveryLanguage()
    {
        const domain::Settings builtIn;
        const QStringList languages{QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt")};
        const auto all = [&builtIn](const QString& language) {
            return QStringList{
                domain::handoffNotice(builtIn, language),
                domain::awayNotice(builtIn, {}, language),
                domain::askEmailNotice(language),
                domain::emailKeptNotice(QStringLiteral("ana+1@example.com"), language),
                domain::botAgainNotice(language),
                domain::leftNotice(language),
                domain::joinedNotice(QStringLiteral("Ana Torres"), language),
                domain::waitAgainNotice(language),
                domain::ticketNotice(domain::TicketAnswer::AskEmail, language),
                domain::ticketNotice(domain::TicketAnswer::Here, language),
                domain::idleNotice(1, language),
                domain::idleNotice(15, language),
                domain::botFailedNotice(language, true),
                domain::botFailedNotice(language, false),
                domain::resolvedNotice(builtIn, language),
                domain::csatNotice(builtIn, language),
                domain::csatThanksNotice(language),
            };
        };
        for (const QString& from : languages) {
            for (const QString& to : languages) {
                for (int i = 0; i < all(from).size(); ++i)
                    QCOMPARE(systemTextIn(to, all(from)[i]), all(to)[i]);
            }
        }
        QCOMPARE(systemTextIn(QStringLiteral("de"), all(QStringLiteral("es")).front()),
                 all(QStringLiteral("en")).front());
    }

    void whyAPersonWasCalledIsSaid_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char8_t* reason, const char8_t* said) {
            QTest::newRow(name) << QString::fromUtf8(reason) << QString::fromUtf8(said);
        };
        row("asked", u8"The customer asked for a human: \"quiero una persona\".",
            u8"EL CLIENTE PIDIÓ UNA PERSONA: “quiero una persona”");
        row("two of them",
            u8"The customer asked for a human: \"say \"no\". now\". The customer asked for a human: \"ya\".",
            u8"EL CLIENTE PIDIÓ UNA PERSONA: “say \"no\". now” · EL CLIENTE PIDIÓ UNA PERSONA: “ya”");
        row("unknown", u8"Somebody called them: \"x\".", u8"Somebody called them: \"x\".");
        row("a number", u8"The bot could not help 3 times in a row.", u8"THREE: 3");
        row("within another", u8"An important customer needs attention: the bot could not help.",
            u8"VIP: BOT");
        row("their own", u8"Llamó por teléfono", u8"Llamó por teléfono");
        row("nothing", u8"", u8"");
    }

    void whyAPersonWasCalledIsSaid()
    {
        struct Words final : QTranslator
        {
            [[nodiscard]] bool isEmpty() const override { return false; }
            QString translate(const char*, const char* source, const char*, int) const override
            {
                const QByteArray text(source);
                return text == "The customer asked for a human"
                           ? QString::fromUtf8(u8"EL CLIENTE PIDIÓ UNA PERSONA")
                       : text.startsWith("The bot could not help %1") ? QStringLiteral("THREE: %1")
                       : text.startsWith("An important")              ? QStringLiteral("VIP: %1")
                       : text == "the bot could not help."            ? QStringLiteral("BOT")
                                                                      : QString();
            }
        } words;
        QVERIFY(QCoreApplication::installTranslator(&words));
        QFETCH(QString, reason);
        QTEST(models::triggerReasonText(reason), "said");
        QCoreApplication::removeTranslator(&words);
    }

    void aScoreAndItsQuotesAreWrittenAsTheLanguageDoes()
    {
        struct Words final : QTranslator
        {
            [[nodiscard]] bool isEmpty() const override { return false; }
            QString translate(const char*, const char* source, const char*, int) const override
            {
                const QByteArray text(source);
                return text == QByteArray("%1: “%2”") ? QStringLiteral("%1: «%2»")
                       : text == QByteArray("“%1”")   ? QStringLiteral("«%1»")
                                                      : QString();
            }
        } words;
        const QLocale before;
        QLocale::setDefault(QLocale(QStringLiteral("es_ES")));
        QVERIFY(QCoreApplication::installTranslator(&words));
        const QString frustrated =
            models::triggerReasonText(QStringLiteral("The customer is frustrated (0.8 of 1)."));
        const QString order =
            models::triggerReasonText(QStringLiteral("The customer's order could not be found in 3 tries."));
        const QString asked =
            models::triggerReasonText(QStringLiteral("The customer asked for a human: \"a human\"."));
        const QString support = models::triggerReasonText(QStringLiteral("Support: order 4711. “It broke.”"));
        QCoreApplication::removeTranslator(&words);
        QLocale::setDefault(before);
        QCOMPARE(frustrated, QStringLiteral("The customer is frustrated (0,8 of 1)."));
        QCOMPARE(order, QStringLiteral("The customer's order could not be found in 3 tries."));
        QCOMPARE(asked, QStringLiteral("The customer asked for a human: «a human»"));
        QCOMPARE(support, QStringLiteral("Support: order 4711. «It broke.»"));
    }

    /// The desk's table repeats the sentences of the relay, which it must not link: whoever writes a new one
    /// there is told here that agents would read it in English.
    void everyReasonOfTheRelayIsKnown_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("behind");
        QTest::addColumn<int>("least");
        const auto row = [](const char* file, const char* pattern, const char* behind, int least) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(pattern)
                                << QString::fromLatin1(behind) << least;
        };
        // Behind each of the rules' stands what was seen: found() puts it there.
        row("assist/triggers_matters.cpp", "u\"([^\"]+)\"\\}", ": \"seen\".", 25);
        const char* saying = "Saying\\{\\w+, [0-9.]+,\\s*u\"([^\"]+)\"";
        row("assist/matter_sayings.cpp", saying, ": \"seen\".", 30);
        row("assist/matter_sayings_pressing.cpp", saying, ": \"seen\".", 15);
        row("assist/matters.cpp", "[?:n] u\"([^\"]+)\"", ": \"seen\".", 15);
        const char* literal = "QStringLiteral\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)\\)";
        row("assist/triggers.cpp", literal, "", 6);
        row("domain/decide_bot.cpp", "Trigger\\{[^;]*QStringLiteral\\((\"[^\"]+\")\\)", "", 1);
        row("bot/webhook_bot.cpp", "domain::Trigger\\{[^;]*QStringLiteral\\((\"[^\"]+\")\\)", "", 1);
        row("bot/order_bot.cpp", "handsOff\\([^;]*?QStringLiteral\\(\\s*((?:\"[^\"]*\"\\s*)+)\\)", "", 3);
        row("bot/triage_bot.cpp", "QStringLiteral\\((\"Support[^\"]*\")\\)", "", 2);
    }

    void everyReasonOfTheRelayIsKnown()
    {
        struct Known final : QTranslator
        {
            [[nodiscard]] bool isEmpty() const override { return false; }
            QString translate(const char* context, const char* source, const char*, int) const override
            {
                return QByteArray(context) == "relevo::models" ? u'!' + QString::fromUtf8(source) : QString();
            }
        } known;
        QFETCH(QString, file);
        QFETCH(QString, pattern);
        QFETCH(QString, behind);
        QFile source(QStringLiteral(RELEVO_SOURCE_DIR "/core/") + file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QString code = QString::fromUtf8(source.readAll());
        static const QRegularExpression seam(QStringLiteral("\"\\s*\""));
        QVERIFY(QCoreApplication::installTranslator(&known));
        int found = 0;
        QStringList unknown;
        for (auto it = QRegularExpression(pattern).globalMatch(code); it.hasNext();) {
            QString sentence = it.next().captured(1).trimmed();
            if (sentence.startsWith(u'"'))
                sentence = sentence.mid(1).chopped(1).replace(seam, QString());
            sentence.replace(QLatin1String("\\\""), QLatin1String("\""));
            if (sentence.contains(QLatin1String("%2")))
                sentence.replace(QLatin1String("%2"), QLatin1String("their words"));
            const QString reason = sentence.replace(QLatin1String("%1"), QLatin1String("3")) + behind;
            ++found;
            if (!models::triggerReasonText(reason).startsWith(u'!'))
                unknown.push_back(reason);
        }
        QCoreApplication::removeTranslator(&known);
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
        QFETCH(int, least);
        QVERIFY2(found >= least, qPrintable(QString::number(found))); // the pattern still finds them
    }

    void whatTheTriageBotFoundOutIsSaid()
    {
        struct Words final : QTranslator
        {
            [[nodiscard]] bool isEmpty() const override { return false; }
            QString translate(const char*, const char* source, const char*, int n) const override
            {
                const QByteArray text(source);
                return text == "Support: %1."            ? QStringLiteral("Soporte: %1.")
                       : text == "order %1"              ? QStringLiteral("pedido %1")
                       : text == "%n file(s)"            ? QStringLiteral("%1 archivos").arg(n)
                       : text == "nothing more is known" ? QStringLiteral("no se sabe más")
                                                         : QString();
            }
        } words;
        QVERIFY(QCoreApplication::installTranslator(&words));
        QCOMPARE(
            models::triggerReasonText(
                QStringLiteral("Support: order 4711, Ada, ada@shop.test, 2 files. “It broke. Help, 1 file”")),
            QStringLiteral("Soporte: pedido 4711, Ada, ada@shop.test, 2 archivos. “It broke. Help, 1 file”"));
        QCOMPARE(models::triggerReasonText(QStringLiteral("Support: nothing more is known.")),
                 QStringLiteral("Soporte: no se sabe más."));
        QCoreApplication::removeTranslator(&words);
    }

    void aProjectsOwnWordsStayAsTheyAre()
    {
        for (const char* text : {"", "Bienvenida a Casa Lumen", "Ana", "joined the conversation."})
            QCOMPARE(systemTextIn(QStringLiteral("es"), QString::fromLatin1(text)),
                     QString::fromLatin1(text));
    }

    void aHeldRowSaysItInTheDesksLanguage()
    {
        test::RowMaker maker(7);
        client::LiveView live;
        live.setMe(maker.agent(0));
        models::Inbox inbox(live, maker.clock);
        client::ConversationRow held = maker.waiting();
        maker.take(held, 0);
        held.lastAuthor = domain::Author::System;
        held.lastLine = QStringLiteral("Ana Torres entrou na conversa.");
        client::LiveBatch batch;
        batch.rows.push_back(held);
        live.apply(batch);
        const auto at = inbox.find(held.id);
        QVERIFY(at);
        const QModelIndex row = inbox.section(at->section).index(at->row, 0);
        const QLocale before;
        QLocale::setDefault(QLocale(QStringLiteral("es_ES")));
        const QString shown = row.data(models::SectionModel::LineRole).toString();
        QLocale::setDefault(before);
        QCOMPARE(shown, QStringLiteral("Ana Torres se ha unido a la conversación."));
    }
};

RELEVO_TEST(tst_SystemTexts)
#include "tst_systemtexts.moc"
