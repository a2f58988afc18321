#include "support/test_main.h"

#include <client/file_shelf.h>

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::client;

/// The files of messages on this device: whose they are, how long they stay, and what can be done with them.
class tst_FileShelf final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_shelf = FileShelf();
        m_shelf.open(m_directory->filePath(QStringLiteral("files")));
    }
    void whatIsTakenStaysAsItWas();
    void theOwnerAloneReadsThem();
    void whatIsNoFileIsNotTaken();
    void theOldestAreForgottenAndTheNeededStay();
    void aConversationIsForgotten();
    void whatIsOpenedHasItsNameAndGoesWithTheNextStart();
    void aCopyGoesWhereTheUserWants();
    void withoutAFolderNothingIsThere();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    FileShelf m_shelf;
    domain::ConversationId m_conversation{QUuid::createUuid()};

    QString write(const QString& name, const QByteArray& bytes)
    {
        const QString path = m_directory->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read");
    }
    static domain::AttachmentId newId() { return domain::AttachmentId(QUuid::createUuid()); }
    domain::AttachmentId put(const QByteArray& bytes, qint64 ageInDays = 0)
    {
        const domain::AttachmentId id = newId();
        if (!m_shelf.put(m_conversation, id, bytes))
            qFatal("cannot put");
        QFile file(m_shelf.pathOf(m_conversation, id));
        if (!file.open(QIODevice::ReadWrite) ||
            !file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-ageInDays),
                              QFileDevice::FileModificationTime))
            qFatal("cannot age");
        return id;
    }
    static Timestamp now() { return Timestamp(milliseconds(QDateTime::currentMSecsSinceEpoch())); }
    [[nodiscard]] bool holds(const domain::AttachmentId& id) const
    {
        return QFileInfo::exists(m_shelf.pathOf(m_conversation, id));
    }
};

void tst_FileShelf::whatIsTakenStaysAsItWas()
{
    OutgoingFile file;
    file.what.id = newId();
    file.path = write(QStringLiteral("a.txt"), "as it was");
    QVERIFY(m_shelf.take(m_conversation, file));
    QCOMPARE(file.path, m_shelf.pathOf(m_conversation, file.what.id));
    QCOMPARE(file.what.size, 9);
    write(QStringLiteral("a.txt"), "as it is");
    QCOMPARE(read(file.path), QByteArray("as it was"));
    // Taken again it is where it is.
    QVERIFY(m_shelf.take(m_conversation, file));
    QCOMPARE(m_shelf.find(m_conversation, file.what.id), file.path);
}

void tst_FileShelf::theOwnerAloneReadsThem()
{
    const QString path = m_shelf.pathOf(m_conversation, put("secret"));
    const QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    QCOMPARE(QFile::permissions(path) & others, QFileDevice::Permissions());
    QCOMPARE(QFile::permissions(QFileInfo(path).path()) & others, QFileDevice::Permissions());
}

void tst_FileShelf::whatIsNoFileIsNotTaken()
{
    OutgoingFile file;
    file.what.id = newId();
    file.path = m_directory->filePath(QStringLiteral("nowhere"));
    QCOMPARE(m_shelf.take(m_conversation, file).error().code, ErrorCode::NotFound);
    file.path = m_directory->path();
    QCOMPARE(m_shelf.take(m_conversation, file).error().code, ErrorCode::NotFound);
    QVERIFY(!holds(file.what.id));
}

void tst_FileShelf::theOldestAreForgottenAndTheNeededStay()
{
    const domain::AttachmentId ancient = put(QByteArray(1000, 'a'), 40);
    const domain::AttachmentId needed = put(QByteArray(1000, 'n'), 50);
    const domain::AttachmentId old = put(QByteArray(1000, 'o'), 3);
    const domain::AttachmentId middle = put(QByteArray(1000, 'm'), 2);
    const domain::AttachmentId fresh = put(QByteArray(1000, 'f'));
    m_shelf.prune({needed}, now());
    QVERIFY(!holds(ancient));
    QVERIFY(holds(needed) && holds(old) && holds(middle) && holds(fresh));
    // Whoever looks at it keeps it.
    QVERIFY(!m_shelf.find(m_conversation, old).isEmpty());
    m_shelf.prune({needed}, now(), 3'500);
    QVERIFY(holds(needed) && holds(old) && !holds(middle) && holds(fresh));
}

void tst_FileShelf::aConversationIsForgotten()
{
    const domain::AttachmentId id = put("gone");
    const domain::ConversationId other(QUuid::createUuid());
    QVERIFY(m_shelf.put(other, id, "stays"));
    m_shelf.forget(m_conversation);
    QVERIFY(!holds(id));
    QCOMPARE(read(m_shelf.pathOf(other, id)), QByteArray("stays"));
}

void tst_FileShelf::whatIsOpenedHasItsNameAndGoesWithTheNextStart()
{
    domain::Attachment file;
    file.id = put("%PDF");
    file.name = QStringLiteral("../../invoice.pdf");
    const Result<QString> copy = m_shelf.copyToOpen(m_conversation, file);
    QVERIFY(copy);
    QVERIFY(copy->startsWith(m_directory->filePath(QStringLiteral("files/opened/"))));
    QVERIFY(copy->endsWith(QLatin1String("invoice.pdf")));
    QVERIFY(!QFileInfo(*copy).isExecutable());
    const QString half = write(QStringLiteral("files/x.part"), "half");
    m_shelf.open(m_directory->filePath(QStringLiteral("files")));
    QVERIFY(!QFileInfo::exists(*copy));
    QVERIFY(!QFileInfo::exists(half));
    QVERIFY(holds(file.id));
}

void tst_FileShelf::aCopyGoesWhereTheUserWants()
{
    const domain::AttachmentId id = put("wanted");
    const QString to = write(QStringLiteral("there.txt"), "something older");
    QVERIFY(m_shelf.copyTo(m_conversation, id, to));
    QCOMPARE(read(to), QByteArray("wanted"));
    QVERIFY(!m_shelf.copyTo(m_conversation, newId(), to));
    QCOMPARE(read(to), QByteArray("wanted"));
}

void tst_FileShelf::withoutAFolderNothingIsThere()
{
    m_shelf.close();
    QVERIFY(m_shelf.find(m_conversation, newId()).isEmpty());
    QCOMPARE(m_shelf.put(m_conversation, newId(), "x").error().code, ErrorCode::Unavailable);
    m_shelf.prune({}, now());
    m_shelf.forget(m_conversation);
}

RELEVO_TEST(tst_FileShelf)
#include "tst_fileshelf.moc"
