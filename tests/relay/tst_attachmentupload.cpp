#include "support/test_main.h"

#include <relay/attachment_upload.h>

#include <QtCore/QDirIterator>
#include <QtTest/QtTest>

#include <sys/resource.h>

#include <csignal>

using namespace relevo;
using relay::AttachmentUpload;

/// A file on its way in, on a disk that has no room for it.
class TestAttachmentUpload final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    const store::AttachmentFiles m_files{m_directory.filePath(QStringLiteral("attachments"))};

    int onDisk() const
    {
        int count = 0;
        for (QDirIterator all(m_directory.path(), QDir::Files, QDirIterator::Subdirectories); all.hasNext();
             ++count)
            all.next();
        return count;
    }
    /// While it lives this process writes no file larger than that: what a full disk is like.
    class FullAt
    {
    public:
        explicit FullAt(rlim_t bytes)
        {
            std::signal(SIGXFSZ, SIG_IGN);
            getrlimit(RLIMIT_FSIZE, &m_before);
            rlimit lower = m_before;
            lower.rlim_cur = bytes;
            setrlimit(RLIMIT_FSIZE, &lower);
        }
        ~FullAt() { setrlimit(RLIMIT_FSIZE, &m_before); }
        Q_DISABLE_COPY_MOVE(FullAt)

    private:
        rlimit m_before{};
    };

private Q_SLOTS:
    void whatFitsIsKept()
    {
        auto upload = AttachmentUpload::begin(m_files, QUuid::createUuid(), 5);
        QVERIFY(upload);
        const std::string words = "hello";
        QVERIFY((*upload)->take(words));
        const domain::AttachmentId id(QUuid::createUuid());
        const auto attachment = (*upload)->finish(id, QStringLiteral("hello.txt"));
        QVERIFY(attachment);
        QCOMPARE(attachment->size, 5);
        QVERIFY(m_files.keep((*upload)->path(), id));
        upload->reset();
        QVERIFY(!m_files.faultOf(*attachment));
        QVERIFY(m_files.remove(id));
        QCOMPARE(onDisk(), 0);
    }

    void nothingBeginsWithoutRoom()
    {
        const auto upload = AttachmentUpload::begin(m_files, QUuid::createUuid(), qint64(1) << 60);
        QVERIFY(!upload);
        QCOMPARE(upload.error().code, ErrorCode::Unavailable);
        QCOMPARE(onDisk(), 0);
    }

    void whatFillsTheDiskIsRefusedAndGone()
    {
        auto upload = AttachmentUpload::begin(m_files, QUuid::createUuid(), -1);
        QVERIFY(upload);
        const std::string part(64 * 1024, 'x');
        Result<void> taken;
        {
            const FullAt full(100'000);
            QVERIFY((*upload)->take(part));
            taken = (*upload)->take(part);
        }
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::Unavailable);
        QCOMPARE(onDisk(), 1);
        upload->reset();
        QCOMPARE(onDisk(), 0);
    }
};

RELEVO_TEST(TestAttachmentUpload)
#include "tst_attachmentupload.moc"
