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
                domain::ticketNotice(domain::TicketAnswer::ByEmail, language),
                domain::ticketNotice(domain::TicketAnswer::AskEmail, language),
                domain::ticketNotice(domain::TicketAnswer::Here, language),
                domain::idleNotice(1, language),
                domain::idleNotice(15, language),
                domain::botFailedNotice(language),
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

    void aProjectsOwnWordsStayAsTheyAre()
    {
        for (const char* text : {"", "Bienvenida a Casa Lumen", "Ana", "joined the conversation."})
            QCOMPARE(systemTextIn(QStringLiteral("es"), QString::fromLatin1(text)),
                     QString::fromLatin1(text));
    }
};

QTEST_GUILESS_MAIN(tst_SystemTexts)
#include "tst_systemtexts.moc"
