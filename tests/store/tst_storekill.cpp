#include "commander.h"

#include <store/attachment_files.h>
#include <store/backup.h>
#include <store/checkpointer.h>
#include <store/restore.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QProcess>
#include <QtTest/QtTest>

#include <cstdio>
#include <cstdlib>

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

constexpr int ended = 9;

/// What the killed process does: restores, until it has come to that step.
int restoreUntil(const QStringList& arguments)
{
    store::StoreOptions options;
    options.databasePath = arguments.at(2);
    options.dialect = arguments.at(3);
    store::RestoreManner manner;
    // As a signal would end it: nothing is cleaned up, nothing is closed.
    manner.reached = [last = arguments.at(5).toInt()](store::RestoreStep step) {
        if (static_cast<int>(step) == last)
            std::_Exit(ended);
    };
    must(store::restore(options, arguments.at(4), SystemClock().now(), manner));
    return 0;
}

/// A customer's message with a file.
domain::AttachmentId sendFile(StoreFixture& fixture, store::Journal& journal, Commander& commander,
                              const QByteArray& bytes)
{
    const store::AttachmentFiles files(fixture.options);
    store::StoredAttachment stored;
    stored.attachment = {
        fixture.ids.make<domain::AttachmentId>(),
        QStringLiteral("a.txt"),
        QStringLiteral("text/plain"),
        bytes.size(),
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()),
        0,
        0};
    const QString part = must(files.incoming(stored.attachment.id.uuid()));
    QFile file(part);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a file could not be written");
    file.close();
    must(files.keep(part, stored.attachment.id));
    stored.owner = QStringLiteral("program");
    stored.at = fixture.clock.now();
    domain::ReceiveMessage command;
    command.conversationId = fixture.ids.make<domain::ConversationId>();
    command.sessionId = command.conversationId.toString();
    command.channel = QStringLiteral("web");
    command.attachments = {stored.attachment};
    must(journal.begin());
    must(journal.attachments().add(commander.project(), stored));
    (void)commander.run(journal, command, nullptr);
    must(journal.commit());
    return stored.attachment.id;
}

} // namespace

/// Every case runs on every dialect there is.
class tst_StoreKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void nothingAcknowledgedIsLost();
    void aRestoreEndsAsTheOldOrTheNew();
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

void tst_StoreKill::aRestoreEndsAsTheOldOrTheNew()
{
    QFETCH_GLOBAL(QString, dialect);
    for (int step = static_cast<int>(store::RestoreStep::Prepared);
         step <= static_cast<int>(store::RestoreStep::Replaced); ++step) {
        const auto where = QByteArray::number(step);
        StoreFixture fixture(dialect);
        Commander commander(fixture, 3);
        const QString backup = fixture.options.dataDirectory + QStringLiteral("/relay.backup");
        domain::AttachmentId early;
        domain::AttachmentId late;
        qint64 headThen = 0;
        qint64 headNow = 0;
        {
            const auto journal = fixture.journal();
            must(journal->begin());
            commander.create(*journal);
            must(journal->commit());
            early = sendFile(fixture, *journal, commander, "early");
            headThen = must(journal->head(commander.project())).seq;
            must(store::backUp(fixture.options, backup, false));
            late = sendFile(fixture, *journal, commander, "late");
            headNow = must(journal->head(commander.project())).seq;
        }
        const QString epoch = must(fixture.reader()->journalEpoch());
        QProcess restorer;
        restorer.setProcessChannelMode(QProcess::ForwardedChannels);
        restorer.start(QCoreApplication::applicationFilePath(),
                       {QStringLiteral("--restore"), fixture.options.databasePath, dialect, backup,
                        QString::fromLatin1(where)});
        QVERIFY(restorer.waitForFinished(60'000));
        QCOMPARE(restorer.exitStatus(), QProcess::NormalExit);
        QCOMPARE(restorer.exitCode(), ended);
        // Readers find a whole database at once; whoever writes finds one or the other.
        QVERIFY2(fixture.reader()->head(commander.project()), where.constData());
        const bool isNew = step >= static_cast<int>(store::RestoreStep::Decided);
        {
            const auto journal = fixture.journal();
            QCOMPARE(must(journal->head(commander.project())).seq, isNew ? headThen : headNow);
        }
        QCOMPARE(must(fixture.reader()->journalEpoch()) != epoch, isNew);
        const store::AttachmentFiles files(fixture.options);
        QVERIFY2(QFile::exists(files.pathOf(early)), where.constData());
        QCOMPARE(QFile::exists(files.pathOf(late)), !isNew);
        QCOMPARE(fixture.fault(), QString());
        const QDir directory(fixture.options.dataDirectory);
        const QStringList kept = directory.entryList({QStringLiteral("*.before-*")});
        QVERIFY2(kept.isEmpty() == !isNew, qPrintable(kept.join(u' ')));
        // Nothing of it is in the way of the next one, nor left by that.
        const store::RestoreReport again = must(store::restore(fixture.options, backup, fixture.clock.now()));
        store::StoreOptions aside = fixture.otherOptions();
        aside.databasePath = again.keptAside;
        aside.attachmentsPath = files.directory() + again.keptAside.mid(fixture.options.databasePath.size());
        aside.keyPath = fixture.options.databasePath + QStringLiteral(".key");
        QCOMPARE(must(store::verify(aside)).fault, QString());
        QCOMPARE(fixture.fault(), QString());
        const QStringList left = directory.entryList({QStringLiteral("*.part*"), QStringLiteral("*.next*")});
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
    }
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == QLatin1String("--write"))
        return writeUntilKilled(app.arguments());
    if (app.arguments().value(1) == QLatin1String("--restore"))
        return restoreUntil(app.arguments());
    tst_StoreKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storekill.moc"
