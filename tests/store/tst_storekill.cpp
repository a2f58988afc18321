#include "commander.h"

#include <store/checkpointer.h>

#include <QtCore/QProcess>
#include <QtTest/QtTest>

#include <cstdio>

using namespace relevo;
using namespace relevo::test;

namespace {

/// What the killed process does: appends groups of messages with their command ids and says which it has
/// acknowledged, until it is killed.
int writeUntilKilled(const QStringList& arguments)
{
    store::StoreOptions options;
    options.databasePath = arguments.at(2);
    options.dialect = arguments.at(3);
    const domain::ProjectId project = *domain::ProjectId::parse(QStringView(arguments.at(4)));
    const auto journal = must(store::Journal::open(options));
    const store::Checkpointer checkpointer(options);
    const SystemClock clock;
    UuidV7Source ids(clock);
    domain::ProjectState state = must(must(store::Reader::open(options))->liveState(project));
    QRandomGenerator random(arguments.at(5).toUInt());
    while (true) {
        std::string acknowledged;
        must(journal->begin());
        for (int i = random.bounded(1, 30); i > 0; --i) {
            domain::ReceiveMessage message;
            message.conversationId = ids.make<domain::ConversationId>();
            message.sessionId = QStringLiteral("session-%1").arg(random.bounded(20));
            message.channel = QStringLiteral("web");
            message.content = QString(random.bounded(2'000), u'x');
            const auto conversation = must(journal->conversationBySession(project, message.sessionId));
            auto events = must(domain::decide(state, conversation ? &*conversation : nullptr, message,
                                              {clock.now(), {}, ids}));
            const auto committed = must(journal->append(project, std::move(events)));
            for (const store::CommittedEvent& event : committed)
                domain::apply(state, event.event);
            const std::string id = uuidText(ids.next());
            const std::string answer = std::to_string(committed.back().event.seq);
            must(journal->remember(project, {QString::fromStdString(id), answer, clock.now()}));
            acknowledged += answer + ' ' + id + '\n';
        }
        must(journal->commit());
        std::fwrite(acknowledged.data(), 1, acknowledged.size(), stdout);
        std::fflush(stdout);
    }
}

} // namespace

/// Every case runs on every dialect there is.
class tst_StoreKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void nothingAcknowledgedIsLost();
};

void tst_StoreKill::nothingAcknowledgedIsLost()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto project = fixture.ids.make<domain::ProjectId>();
    appendSettings(fixture, *fixture.journal(), project, 1);
    QRandomGenerator random(7);
    qint64 total = 0;
    for (int round = 0; round < 20; ++round) {
        QProcess writer;
        writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        writer.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--write"), fixture.options.databasePath, dialect, project.toString(),
                      QString::number(round)});
        // Killed somewhere in the work, which is wherever it is when so much has been said.
        const int lines = random.bounded(1, 400);
        QByteArray said;
        while (said.count('\n') < lines && writer.waitForReadyRead(60'000))
            said += writer.readAllStandardOutput();
        writer.kill();
        QVERIFY(writer.waitForFinished(60'000));
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        said += writer.readAllStandardOutput();
        said.truncate(said.lastIndexOf('\n') + 1);

        const auto journal = fixture.journal();
        qint64 last = 0;
        for (const QByteArray& line : said.split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words.size() != 2)
                continue;
            const auto answer = must(journal->answerOf(project, QString::fromLatin1(words[1])));
            QVERIFY2(answer, line.constData());
            QCOMPARE(QByteArray::fromStdString(*answer), words[0]);
            last = words[0].toLongLong();
            ++total;
        }
        QVERIFY(must(journal->head(project)).seq >= last);
        QCOMPARE(fixture.fault(), QString());
    }
    QVERIFY(total > 500);
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == QLatin1String("--write"))
        return writeUntilKilled(app.arguments());
    tst_StoreKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storekill.moc"
