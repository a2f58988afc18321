#include "people_fixture.h"
#include "support/test_main.h"
#include "workplace.h"

#include <ui/conversation/composer.h>
#include <ui/conversation/conversation_page.h>
#include <ui/conversation/writer.h>
#include <ui/shell/desk_page.h>

#include <QtCore/QBuffer>
#include <QtGui/QImage>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTextEdit>

using namespace relevo;
using namespace relevo::test;

/// Files that go from the desktop's windows to a real relay, and come from it.
class TestFilesAtRelay final : public PeopleFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        start();
        QVERIFY(!addAgent("ida").empty());
        m_ida = callsOf("ida");
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_place.reset(); }

    void aFileGoesWithItsMessage()
    {
        hold("goes");
        const QByteArray bytes = QByteArray(300'000, 'x') + "end";
        attach({write(QStringLiteral("Rücksendung.txt"), bytes)});
        QTest::keyClicks(composer(), QStringLiteral("Your label"));
        QTest::keyClick(composer(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!filesIn("goes").empty(), 15'000);
        const Json file = filesIn("goes").front();
        QCOMPARE(QString::fromStdString(file.at("name")), QStringLiteral("Rücksendung.txt"));
        QCOMPARE(file.at("size").get<qint64>(), bytes.size());
        const HttpAnswer download = m_bot->get(QString::fromStdString(file.at("url")));
        QCOMPARE(download.status, 200);
        QCOMPARE(download.body, bytes);
        QTRY_VERIFY(!lastRow().data(models::MessagesModel::WaitingRole).toBool());
    }

    void aPictureComesAndIsSeen()
    {
        hold("comes");
        QImage image(320, 200, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG"));
        const HttpAnswer uploaded =
            m_bot->raw("POST", path("/api/attachments?name=door.png"), png, {}, "application/octet-stream");
        QCOMPARE(uploaded.status, 201);
        const HttpAnswer said =
            m_bot->post(path("/api/conversations/comes/messages"),
                        {{"author", "customer"},
                         {"content", "my door"},
                         {"attachments", Json::array({uploaded.json.at("id").get<std::string>()})}});
        QCOMPARE(said.status, 201);
        QTRY_COMPARE(attachments(lastRow()).size(), 1U);
        const domain::Attachment file = attachments(lastRow()).front();
        QCOMPARE(file.mime, QStringLiteral("image/png"));
        QCOMPARE(QSize(file.width, file.height), QSize(320, 200));
        (void)m_place->window.grab();
        QTRY_COMPARE(m_place->desk.attachments().of(file.id).state, client::Attachments::State::Here);
        QFile kept(m_place->desk.attachments().of(file.id).path);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), png);
    }

    void aFileAloneGoesWithANoteAndTheCustomerNeverSeesIt()
    {
        hold("noted");
        m_place->window.desk().conversation().writer().toggleNote();
        attach({write(QStringLiteral("internal.txt"), "for us")});
        composer()->setFocus();
        QTest::keyClick(composer(), Qt::Key_Return);
        QTRY_VERIFY(!attachments(lastRow()).empty() &&
                    !lastRow().data(models::MessagesModel::WaitingRole).toBool());
        QVERIFY(lastRow().data(models::MessagesModel::NoteRole).toBool());
        for (const Json& message : itemsOf(*m_bot, path("/api/conversations/noted/messages?limit=200")))
            QVERIFY(!message.contains("attachments"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<HttpCalls> m_ida;
    domain::HandoffId m_handoff;

    QTextEdit* composer() { return m_place->window.findChild<QTextEdit*>(QStringLiteral("message")); }
    QString write(const QString& name, const QByteArray& bytes)
    {
        const QString to = m_folder->filePath(name);
        QFile file(to);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return to;
    }
    void attach(const QStringList& paths)
    {
        Q_EMIT m_place->window.findChild<ui::Composer*>()->filesOffered(paths);
    }
    [[nodiscard]] QModelIndex lastRow()
    {
        return m_place->models.messages.index(m_place->models.messages.rowCount() - 1);
    }
    static std::vector<domain::Attachment> attachments(const QModelIndex& row)
    {
        return row.data(models::MessagesModel::AttachmentsRole).value<std::vector<domain::Attachment>>();
    }
    /// The files of the newest message that has some, as the bot's side reads it.
    Json filesIn(const char* session)
    {
        Json files = Json::array();
        const QString all =
            QStringLiteral("/api/conversations/%1/messages?limit=200").arg(QString::fromLatin1(session));
        for (const Json& message : itemsOf(*m_bot, all)) {
            if (message.contains("attachments"))
                files = message.at("attachments");
        }
        return files;
    }
    /// Ida holds a new conversation, and is about to write in it.
    void hold(const char* session)
    {
        m_handoff = *domain::HandoffId::parse(QString::fromStdString(handoffOf(session)));
        m_place = std::make_unique<Workplace>();
        m_place->start(m_relay.url().toString());
        m_place->window.resize(1366, 768);
        m_place->window.show();
        m_place->window.activateWindow();
        QTRY_VERIFY(m_place->window.findChild<QLineEdit*>(QStringLiteral("relayAddress"))->isVisible());
        m_place->window.findChild<QLineEdit*>(QStringLiteral("email"))
            ->setText(QStringLiteral("ida@shop.test"));
        auto* password = m_place->window.findChild<QLineEdit*>(QStringLiteral("password"));
        password->setText(QString::fromLatin1(goodPassword));
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_COMPARE(m_place->desk.link().state, client::LinkState::Online);
        QTRY_VERIFY(m_place->models.live.rowOfHandoff(m_handoff));
        m_place->desk.claim(m_handoff);
        QTRY_VERIFY(composer()->isVisible());
        QTRY_VERIFY(composer()->hasFocus());
    }
};

RELEVO_TEST(TestFilesAtRelay)
#include "tst_filesatrelay.moc"
