#include "desk_test.h"
#include "support/test_main.h"

#include <client/attachments.h>
#include <client/file_carrier.h>
#include <client/file_shelf.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

using namespace relevo;
using namespace relevo::client;
using std::chrono::seconds;
using Files = QList<OutgoingFile>;

/// Files that go with messages, and come with them: over a restart, a lost answer and a refusal.
class tst_DeskFiles final : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void aFileGoesBeforeItsMessage();
    void aFileAloneIsAMessage();
    void aNoteCarriesFiles();
    void theOriginalMayGoOnceItIsSent();
    void withoutAConnectionItWaitsOverARestart();
    void aLostAnswerMakesNoSecondFile();
    void whatBreaksOffGoesAgainAndSaysSo();
    void whatBreaksOffGoesOn();
    void whatIsThereAlreadyIsNotSentAgain();
    void whatBreaksOffHoldsUpItsOwnConversationAlone();
    void whatTheRelayForgotIsTakenThereAgain();
    void whatIsRefusedComesBackToTheDraft();
    void aFileThatIsGoneIsToldAtOnce();
    void whatIsHeldComesBackWithItsFiles();
    void draftsKeepTheirFiles();
    void whatWasNotDeliveredGoesAgainByItsId();
    void aFileComesAndStays();
    void halfAFileIsNone();
    void whatFailedIsTriedAgainWithTheConnection();
    void aFileIsSavedAndOpened();
    void erasureTakesTheFiles();
    void forgettingTheDeviceTakesTheFiles();

private:
    OutgoingFile write(const char* name, const QByteArray& bytes)
    {
        const QString path = m_directory->filePath(QString::fromUtf8(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        OutgoingFile made;
        made.path = path;
        made.what.id = m_ids->make<domain::AttachmentId>();
        made.what.name = QString::fromUtf8(name);
        made.what.mime = QStringLiteral("text/plain");
        made.what.size = bytes.size();
        return made;
    }
    [[nodiscard]] std::vector<domain::Message> said(const domain::ConversationId& id) const
    {
        std::vector<domain::Message> own;
        for (const domain::Message& message : m_world->messages(id)) {
            if (message.author == domain::Author::Agent)
                own.push_back(message);
        }
        return own;
    }
    [[nodiscard]] QString folder() const { return filesFolder(m_directory->path(), profile()); }
    void sync()
    {
        bool done = false;
        m_desk->ask("ping", protocol::Json::object(),
                    [&done](const Result<protocol::Json>&) { done = true; });
        QTRY_VERIFY(done);
    }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read");
    }
};

void tst_DeskFiles::aFileGoesBeforeItsMessage()
{
    const domain::ConversationId id = held();
    signIn();
    const Transcript* transcript = m_desk->openConversation(id);
    const OutgoingFile first = write("one ñ & 1.txt", "first");
    const OutgoingFile second = write("two.txt", QByteArray(300'000, 'x'));
    m_desk->send(id, QStringLiteral("See these"), {}, {first, second});
    QTRY_COMPARE(said(id).size(), 1U);
    const domain::Message message = said(id).front();
    QCOMPARE(message.content, QStringLiteral("See these"));
    QCOMPARE(message.attachments.size(), 2U);
    QCOMPARE(message.attachments[0].id, first.what.id);
    QCOMPARE(message.attachments[0].name, QStringLiteral("one ñ & 1.txt"));
    QCOMPARE(m_relay->files.bytes.at(second.what.id), QByteArray(300'000, 'x'));
    QTRY_VERIFY(transcript->waiting().empty());
    QTRY_VERIFY(!transcript->messages().empty() && transcript->messages().back().attachments.size() == 2);
    hashesMatch();
}

void tst_DeskFiles::aFileAloneIsAMessage()
{
    const domain::ConversationId id = held();
    signIn();
    m_desk->send(id, {}, {}, {write("a.txt", "alone")});
    QTRY_COMPARE(said(id).size(), 1U);
    QCOMPARE(said(id).front().content, QString());
    QTRY_COMPARE(m_desk->live().row(id)->lastLine, QStringLiteral("a.txt"));
    m_desk->send(id, QStringLiteral("  "), {});
    sync();
    QCOMPARE(said(id).size(), 1U);
}

void tst_DeskFiles::aNoteCarriesFiles()
{
    const domain::ConversationId id = held();
    signIn();
    m_desk->noteNaming(id, QStringLiteral("as she sent it"), {}, {write("a.txt", "noted")});
    QTRY_COMPARE(said(id).size(), 1U);
    QVERIFY(said(id).front().note);
    QCOMPARE(said(id).front().attachments.size(), 1U);
}

void tst_DeskFiles::theOriginalMayGoOnceItIsSent()
{
    const domain::ConversationId id = held();
    signIn();
    m_relay->goAway();
    QTRY_VERIFY(!isConnected(m_desk->link().state));
    const OutgoingFile file = write("a.txt", "as it was");
    m_desk->send(id, QStringLiteral("now"), {}, {file});
    QTRY_VERIFY(QDir(folder()).exists());
    const Transcript* transcript = m_desk->openConversation(id);
    QTRY_COMPARE(transcript->waiting().size(), 1U);
    QCOMPARE(transcript->waiting().front().attachments.front().name, QStringLiteral("a.txt"));
    QVERIFY(QFile::remove(file.path));
    m_relay->listenAgain();
    QTRY_COMPARE(said(id).size(), 1U);
    QCOMPARE(m_relay->files.bytes.at(file.what.id), QByteArray("as it was"));
}

void tst_DeskFiles::withoutAConnectionItWaitsOverARestart()
{
    const domain::ConversationId id = held();
    signIn();
    m_relay->goAway();
    QTRY_VERIFY(!isConnected(m_desk->link().state));
    const OutgoingFile file = write("a.txt", "kept");
    m_desk->send(id, QStringLiteral("later"), {}, {file});
    restartDesk();
    QVERIFY(QFile::remove(file.path));
    m_relay->listenAgain();
    signIn();
    QTRY_COMPARE(said(id).size(), 1U);
    QCOMPARE(said(id).front().attachments.size(), 1U);
    QCOMPARE(m_relay->files.bytes.at(file.what.id), QByteArray("kept"));
    QCOMPARE(m_relay->files.uploads, 1);
}

void tst_DeskFiles::aLostAnswerMakesNoSecondFile()
{
    const domain::ConversationId id = held();
    signIn();
    m_relay->files.loseUploads = 2;
    m_desk->send(id, QStringLiteral("once"), {}, {write("a.txt", "only once")});
    QTRY_COMPARE(said(id).size(), 1U);
    QCOMPARE(m_relay->files.uploads, 1);
    QCOMPARE(m_relay->files.loseUploads, 0);
}

void tst_DeskFiles::whatBreaksOffGoesAgainAndSaysSo()
{
    const domain::ConversationId id = held();
    signIn();
    m_relay->files.loseUploads = 2;
    const OutgoingFile file = write("a.txt", "some of it");
    const Attachments& attachments = m_desk->attachments();
    int brokenOff = 0;
    connect(&attachments, &Attachments::changed, this, [&](const domain::AttachmentId& changed) {
        const Attachments::Known& now = attachments.of(changed);
        if (changed != file.what.id || !now.brokenOff)
            return;
        ++brokenOff;
        QCOMPARE(now.done, 0);
        QCOMPARE(now.total, file.what.size);
    });
    m_desk->send(id, QStringLiteral("see"), {}, {file});
    QTRY_COMPARE(said(id).size(), 1U);
    QVERIFY(brokenOff > 0); // Qt tries once more by itself where a line had been used before
    QTRY_VERIFY(!attachments.of(file.what.id).brokenOff);
    QCOMPARE(attachments.of(file.what.id).done, file.what.size);
    disconnect(&attachments, nullptr, this, nullptr);
}

void tst_DeskFiles::whatBreaksOffGoesOn()
{
    const domain::ConversationId id = held();
    signIn();
    QByteArray bytes;
    for (int i = 0; bytes.size() < 3 * FileCarrier::worthAsking; ++i)
        bytes += QByteArray::number(i) + ' ';
    m_relay->files.cutUploads = 2;
    m_relay->files.cutAfter = 100'000;
    const OutgoingFile file = write("a.txt", bytes);
    const Attachments& attachments = m_desk->attachments();
    m_desk->send(id, QStringLiteral("see"), {}, {file});
    QTRY_COMPARE(said(id).size(), 1U);
    QCOMPARE(m_relay->files.bytes.at(file.what.id), bytes);
    QCOMPARE(m_relay->files.uploads, 1);
    // Qt tries once more by itself where a line had been used before: from where that attempt had begun.
    QVERIFY(m_relay->files.goesOn.back() >= 100'000);
    QTRY_COMPARE(attachments.of(file.what.id).done, file.what.size);
    QCOMPARE(attachments.of(file.what.id).total, file.what.size);
}

void tst_DeskFiles::whatIsThereAlreadyIsNotSentAgain()
{
    const domain::ConversationId id = held();
    signIn();
    // All of it has come, and each answer is lost, however often it is sent.
    m_relay->files.loseUploads = 1'000;
    m_desk->send(id, QStringLiteral("see"), {},
                 {write("a.txt", QByteArray(2 * FileCarrier::worthAsking, 'x'))});
    QTRY_COMPARE(said(id).size(), 1U);
    QCOMPARE(m_relay->files.uploads, 1);
    QVERIFY(m_relay->files.goesOn.size() <= 2); // Qt tries once more by itself
}

void tst_DeskFiles::whatBreaksOffHoldsUpItsOwnConversationAlone()
{
    const domain::ConversationId ada = held();
    const domain::ConversationId eve = held(QStringLiteral("Eve"));
    m_retryFirst = std::chrono::minutes(10); // longer than this test waits for anything
    restartDesk();
    signIn();
    m_relay->files.loseUploads = 1'000;
    const OutgoingFile file = write("a.txt", "not yet");
    bool brokenOff = false;
    const Attachments& attachments = m_desk->attachments();
    connect(&attachments, &Attachments::changed, this,
            [&] { brokenOff = brokenOff || attachments.of(file.what.id).brokenOff; });
    m_desk->send(ada, QStringLiteral("with a file"), {}, {file});
    m_desk->send(ada, QStringLiteral("after it"));
    QTRY_VERIFY(brokenOff);
    m_desk->send(eve, QStringLiteral("nothing to do with it"));
    QTRY_COMPARE(said(eve).size(), 1U);
    sync();
    QVERIFY(said(ada).empty()); // in order, however long it takes
    m_relay->files.loseUploads = 0;
    disconnect(&attachments, nullptr, this, nullptr);
    // With the next start it goes at once, and what waited behind it.
    restartDesk();
    signIn();
    QTRY_COMPARE(said(ada).size(), 2U);
    QCOMPARE(said(ada)[0].content, QStringLiteral("with a file"));
    QCOMPARE(said(ada)[1].content, QStringLiteral("after it"));
}

void tst_DeskFiles::whatTheRelayForgotIsTakenThereAgain()
{
    const domain::ConversationId id = held();
    signIn();
    // The file is there, and the message does not come through for longer than the relay keeps it.
    m_relay->failWith = Error{ErrorCode::RateLimited, QStringLiteral("later"), {}, {}};
    m_desk->send(id, QStringLiteral("late"), {}, {write("a.txt", "again")});
    QTRY_COMPARE(m_relay->files.uploads, 1);
    m_relay->files.known.clear();
    m_relay->files.bytes.clear();
    m_relay->failWith.reset();
    QTRY_COMPARE(said(id).size(), 1U);
    QCOMPARE(m_relay->files.uploads, 2);
    QCOMPARE(said(id).front().attachments.size(), 1U);
}

void tst_DeskFiles::whatIsRefusedComesBackToTheDraft()
{
    const domain::ConversationId id = held();
    signIn();
    m_relay->files.refuseWith = 413;
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    QSignalSpy text(m_desk.get(), &Desk::draftReturned);
    QSignalSpy files(m_desk.get(), &Desk::filesReturned);
    const OutgoingFile file = write("a.txt", "too much");
    m_desk->send(id, QStringLiteral("words"), {}, {file});
    QTRY_COMPARE(files.size(), 1);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][2].value<Error>().code, ErrorCode::TooLarge);
    QCOMPARE(failed[0][2].value<Error>().context.at(QStringLiteral("file")), QStringLiteral("a.txt"));
    QCOMPARE(text[0][1].toString(), QStringLiteral("words"));
    QCOMPARE(files[0][1].value<Files>().size(), 1);
    QCOMPARE(files[0][1].value<Files>().front().what.id, file.what.id);
    QVERIFY(!files[0][2].toBool());
    QVERIFY(said(id).empty());
    // A restart finds it there.
    QVERIFY(QFile::remove(file.path));
    m_relay->files.refuseWith = 0;
    restartDesk();
    QSignalSpy drafts(m_desk.get(), &Desk::draftsRead);
    signIn();
    const auto kept = drafts[0][0].value<QList<Draft>>();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.front().files.size(), 1U);
    m_desk->send(id, kept.front().message, {}, {kept.front().files.begin(), kept.front().files.end()});
    QTRY_COMPARE(said(id).size(), 1U);
}

void tst_DeskFiles::aFileThatIsGoneIsToldAtOnce()
{
    const domain::ConversationId id = held();
    signIn();
    const OutgoingFile gone = write("a.txt", "gone");
    QVERIFY(QFile::remove(gone.path));
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    QSignalSpy files(m_desk.get(), &Desk::filesReturned);
    m_desk->send(id, QStringLiteral("words"), {}, {gone, write("b.txt", "here")});
    QTRY_COMPARE(files.size(), 1);
    QCOMPARE(failed[0][2].value<Error>().code, ErrorCode::NotFound);
    QCOMPARE(files[0][1].value<Files>().size(), 2);
    sync();
    QVERIFY(said(id).empty());
}

void tst_DeskFiles::whatIsHeldComesBackWithItsFiles()
{
    const domain::ConversationId id = held();
    signIn();
    QSignalSpy files(m_desk.get(), &Desk::filesReturned);
    m_desk->send(id, QStringLiteral("wait"), seconds(60), {write("a.txt", "held")});
    m_desk->takeBackMessage(id);
    QTRY_COMPARE(files.size(), 1);
    QCOMPARE(m_relay->files.uploads, 0);
}

void tst_DeskFiles::draftsKeepTheirFiles()
{
    const domain::ConversationId id = held();
    signIn();
    Draft draft{id, QStringLiteral("unfinished"), {}, false, 3};
    draft.files = {write("a.txt", "1")};
    draft.noteFiles = {write("b.txt", "2"), write("c.txt", "3")};
    m_desk->keepDraft(draft);
    restartDesk();
    QSignalSpy drafts(m_desk.get(), &Desk::draftsRead);
    signIn();
    QCOMPARE(drafts[0][0].value<QList<Draft>>(), QList<Draft>{draft});
    // Files alone are worth keeping, and none is none.
    m_desk->keepDraft({id, {}, {}, false, 0, draft.files});
    restartDesk();
    QSignalSpy again(m_desk.get(), &Desk::draftsRead);
    signIn();
    QCOMPARE(again[0][0].value<QList<Draft>>().size(), 1);
}

void tst_DeskFiles::whatWasNotDeliveredGoesAgainByItsId()
{
    const domain::ConversationId id = held();
    signIn();
    const OutgoingFile file = write("a.txt", "twice");
    m_desk->send(id, QStringLiteral("once"), {}, {file});
    QTRY_COMPARE(said(id).size(), 1U);
    m_desk->send(id, QStringLiteral("once"), {}, {OutgoingFile{said(id).front().attachments.front(), {}}});
    QTRY_COMPARE(said(id).size(), 2U);
    QCOMPARE(said(id)[1].attachments, said(id)[0].attachments);
    QCOMPARE(m_relay->files.uploads, 1);
}

void tst_DeskFiles::aFileComesAndStays()
{
    const domain::ConversationId id = held();
    signIn();
    const domain::Attachment file =
        m_relay->files.add(QStringLiteral("a.txt"), QStringLiteral("text/plain"), QByteArray(200'000, 'y'));
    Attachments& attachments = m_desk->attachments();
    QCOMPARE(attachments.of(file.id).state, Attachments::State::Absent);
    attachments.want(id, file);
    QCOMPARE(attachments.of(file.id).state, Attachments::State::Coming);
    QTRY_COMPARE(attachments.of(file.id).state, Attachments::State::Here);
    QCOMPARE(read(attachments.of(file.id).path), QByteArray(200'000, 'y'));
    QCOMPARE(QFile::permissions(attachments.of(file.id).path) &
                 (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    // The next start has it without asking.
    restartDesk();
    signIn();
    m_desk->attachments().want(id, file);
    QTRY_COMPARE(m_desk->attachments().of(file.id).state, Attachments::State::Here);
    QCOMPARE(m_relay->files.downloads, 1);
}

void tst_DeskFiles::halfAFileIsNone()
{
    const domain::ConversationId id = held();
    signIn();
    domain::Attachment file =
        m_relay->files.add(QStringLiteral("a.txt"), QStringLiteral("text/plain"), "whole or not at all");
    m_relay->files.cutDownloads = true;
    Attachments& attachments = m_desk->attachments();
    attachments.want(id, file);
    QTRY_COMPARE(attachments.of(file.id).state, Attachments::State::Failed);
    m_relay->files.cutDownloads = false;
    attachments.want(id, file);
    QTRY_COMPARE(attachments.of(file.id).state, Attachments::State::Here);
    // Other bytes than were promised are not it, either.
    domain::Attachment other =
        m_relay->files.add(QStringLiteral("b.txt"), QStringLiteral("text/plain"), "abc");
    m_relay->files.bytes[other.id] = "xyz";
    attachments.want(id, other);
    QTRY_COMPARE(attachments.of(other.id).state, Attachments::State::Failed);
    // Nor is there one that was never sent.
    domain::Attachment none = other;
    none.id = m_ids->make<domain::AttachmentId>();
    attachments.want(id, none);
    QTRY_COMPARE(attachments.of(none.id).state, Attachments::State::Failed);
    QCOMPARE(attachments.of(none.id).error->code, ErrorCode::NotFound);
}

void tst_DeskFiles::whatFailedIsTriedAgainWithTheConnection()
{
    const domain::ConversationId id = held();
    signIn();
    const domain::Attachment file =
        m_relay->files.add(QStringLiteral("a.txt"), QStringLiteral("text/plain"), "later");
    m_relay->goAway();
    Attachments& attachments = m_desk->attachments();
    attachments.want(id, file);
    QTRY_COMPARE(attachments.of(file.id).state, Attachments::State::Failed);
    m_relay->listenAgain();
    QTRY_COMPARE(attachments.of(file.id).state, Attachments::State::Absent);
    attachments.want(id, file);
    QTRY_COMPARE(attachments.of(file.id).state, Attachments::State::Here);
}

void tst_DeskFiles::aFileIsSavedAndOpened()
{
    const domain::ConversationId id = held();
    signIn();
    const domain::Attachment file =
        m_relay->files.add(QStringLiteral("invoice.txt"), QStringLiteral("text/plain"), "to be paid");
    QString saved;
    const QString to = m_directory->filePath(QStringLiteral("mine.txt"));
    m_desk->attachments().saveAs(id, file, to, this,
                                 [&saved](const Result<QString>& path) { saved = path.value_or(QString()); });
    QTRY_COMPARE(saved, to);
    QCOMPARE(read(to), QByteArray("to be paid"));
    QString opened;
    m_desk->attachments().prepareToOpen(
        id, file, this, [&opened](const Result<QString>& path) { opened = path.value_or(QString()); });
    QTRY_VERIFY(opened.endsWith(QLatin1String("/invoice.txt")));
    QCOMPARE(read(opened), QByteArray("to be paid"));
    QCOMPARE(m_relay->files.downloads, 1);
}

void tst_DeskFiles::erasureTakesTheFiles()
{
    const domain::ConversationId id = held();
    signIn();
    const domain::Attachment file =
        m_relay->files.add(QStringLiteral("a.txt"), QStringLiteral("text/plain"), "forget me");
    m_desk->attachments().want(id, file);
    QTRY_COMPARE(m_desk->attachments().of(file.id).state, Attachments::State::Here);
    const QString path = m_desk->attachments().of(file.id).path;
    // A damaged replica that was set aside may know them as well.
    QFile aside(mirrorPath(m_directory->path(), m_desk->profile()) +
                QStringLiteral(".corrupt-2026-03-14T090000000Z"));
    QVERIFY(aside.open(QIODevice::WriteOnly));
    aside.close();
    QSignalSpy erased(m_desk.get(), &Desk::contactErased);
    QVERIFY(m_world->run(id, domain::EraseContact{m_world->conversation(id)->conversation.contact.id}));
    m_relay->publish();
    QTRY_COMPARE(erased.size(), 1);
    QTRY_VERIFY(!aside.exists());
    QTRY_VERIFY(!QFileInfo::exists(path));
    QCOMPARE(m_desk->attachments().of(file.id).state, Attachments::State::Absent);
}

void tst_DeskFiles::forgettingTheDeviceTakesTheFiles()
{
    const domain::ConversationId id = held();
    signIn();
    const domain::Attachment file =
        m_relay->files.add(QStringLiteral("a.txt"), QStringLiteral("text/plain"), QByteArray(5'000, 'z'));
    m_desk->attachments().want(id, file);
    QTRY_COMPARE(m_desk->attachments().of(file.id).state, Attachments::State::Here);
    QSignalSpy measured(m_desk.get(), &Desk::storageMeasured);
    m_desk->measureStorage();
    QTRY_COMPARE(measured.size(), 1);
    QVERIFY(measured[0][0].value<StorageInfo>().bytes >= FileShelf::bytesIn(folder()) + 4'096);
    QSignalSpy forgotten(m_desk.get(), &Desk::deviceForgotten);
    m_desk->forgetDevice();
    QTRY_COMPARE(forgotten.size(), 1);
    QVERIFY(!QDir(folder()).exists());
}

RELEVO_TEST(tst_DeskFiles)
#include "tst_desk_files.moc"
