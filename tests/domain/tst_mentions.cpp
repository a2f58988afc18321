#include "support/test_main.h"

#include <domain/mentions.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::domain;

/// Who is told that a note names them.
class tst_Mentions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhomTheNoteNames_data();
    void onlyWhomTheNoteNames();
    void eachOnceAndNeverItsAuthor();
    void inTheirOwnLanguage();

private:
    static Agent agent(const char* name)
    {
        Agent agent;
        agent.id = AgentId(QUuid::createUuid());
        agent.name = QString::fromUtf8(name);
        return agent;
    }
};

void tst_Mentions::onlyWhomTheNoteNames_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<bool>("told");
    QTest::newRow("alone") << QStringLiteral("@Ana Torres") << true;
    QTest::newRow("in a sentence") << QStringLiteral("Ask @ana torres, please") << true;
    QTest::newRow("twice") << QStringLiteral("x@Ana Torres y @Ana Torres!") << true;
    QTest::newRow("without the sign") << QStringLiteral("Ana Torres knows") << false;
    QTest::newRow("part of a longer name") << QStringLiteral("@Ana Torresan") << false;
    QTest::newRow("part of an address") << QStringLiteral("mail@Ana Torres") << false;
    QTest::newRow("half a name") << QStringLiteral("@Ana") << false;
    QTest::newRow("nothing") << QString() << false;
}

void tst_Mentions::onlyWhomTheNoteNames()
{
    QFETCH(QString, note);
    QFETCH(bool, told);
    ProjectState project;
    const Agent ana = agent("Ana Torres");
    project.agents[ana.id] = ana;
    QCOMPARE(mentionedIn(note, {ana.id}, {}, project).size(), told ? 1U : 0U);
    QVERIFY(mentionedIn(note, {}, {}, project).empty()); // a name by itself is only a name
}

void tst_Mentions::eachOnceAndNeverItsAuthor()
{
    ProjectState project;
    const Agent ana = agent("Ana");
    const Agent luis = agent("Luis");
    Agent gone = agent("Eva");
    gone.disabled = true;
    for (const Agent& one : {ana, luis, gone})
        project.agents[one.id] = one;
    const std::vector<AgentId> wanted{luis.id, ana.id, luis.id, gone.id, AgentId(QUuid::createUuid())};
    QCOMPARE(mentionedIn(QStringLiteral("@Luis @Ana @Eva @Luis"), wanted, ana.id, project),
             std::vector{luis.id});
}

void tst_Mentions::inTheirOwnLanguage()
{
    Agent ana = agent("Ana");
    ana.languages = {QStringLiteral("es"), QStringLiteral("en")};
    Contact contact;
    contact.name = QStringLiteral("Mariana Souza");
    const HandoffId handoff(QUuid::createUuid());
    const Notification told = mentionNotification({AgentId(QUuid::createUuid()), QStringLiteral("Luis")},
                                                  QString(1'000, QLatin1Char('x')), contact, handoff, ana);
    QCOMPARE(told.title, QStringLiteral("Luis te ha mencionado · Mariana Souza"));
    QCOMPARE(told.body.size(), 300);
    QCOMPARE(told.url, QStringLiteral("handoff://") + handoff.toString());
    QVERIFY(isFor(told, ana));
    QVERIFY(!isFor(told, agent("Eva")));
}

RELEVO_TEST(tst_Mentions)
#include "tst_mentions.moc"
