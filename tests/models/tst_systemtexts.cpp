#include <models/system_texts.h>

#include <domain/notices.h>

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

    void aProjectsOwnWordsStayAsTheyAre()
    {
        for (const char* text : {"", "Bienvenida a Casa Lumen", "Ana", "joined the conversation."})
            QCOMPARE(systemTextIn(QStringLiteral("es"), QString::fromLatin1(text)),
                     QString::fromLatin1(text));
    }
};

QTEST_GUILESS_MAIN(tst_SystemTexts)
#include "tst_systemtexts.moc"
