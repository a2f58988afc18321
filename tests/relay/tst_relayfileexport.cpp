#include "desk_fixture.h"
#include "support/test_main.h"

#include <QtCore/QDirIterator>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

/// The files of a contact's messages go out with what else is known of them.
class TestRelayFileExport final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;

    static QString path(const char* text) { return QString::fromUtf8(text); }
    static QString text(const std::string& utf8) { return QString::fromStdString(utf8); }
    std::string uploaded(const QString& name, const QByteArray& bytes)
    {
        const QString door = path("/api/attachments?name=") + name;
        return m_desk.bot().raw("POST", door, bytes, {}, "application/octet-stream").json.value("id", "");
    }
    HttpAnswer say(const Json& attachments)
    {
        return m_desk.bot().post(m_desk.messagesOf(path("export")), {{"author", "customer"},
                                                                     {"content", "see this"},
                                                                     {"contact", {{"name", "Zoë"}}},
                                                                     {"attachments", attachments}});
    }
    QString contact()
    {
        const Json items = m_desk.admin().get(path("/api/contacts")).json.at("items");
        return text(items.at(0).at("id"));
    }
    QString stored(const std::string& id) const
    {
        QDirIterator all(m_desk.relay.directory() + path("/attachments"), {text(id)}, QDir::Files,
                         QDirIterator::Subdirectories);
        return all.hasNext() ? all.next() : QString();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_desk.startWithAdmin(0), m_desk.relay.errors().constData()); }

    void areWrittenBesideTheDocument()
    {
        const std::string dot = uploaded(path("dot.png"), QByteArray("dots"));
        const std::string plain = uploaded(path("bill.txt"), "the first");
        const std::string same = uploaded(path("bill.txt"), "the second");
        const std::string hidden = uploaded(path(".profile"), "x");
        const std::string longest = uploaded(QString(300, QChar(0x4e2d)) + path(".txt"), "y");
        QCOMPARE(say({dot, plain}).status, 201);
        QCOMPARE(say({plain, same, hidden, longest}).status, 201);
        const QTemporaryDir place;
        const QString folder = place.filePath(path("files"));
        const QString document = place.filePath(path("record.json"));
        const QStringList command{path("export"), path("--contact"), contact(),
                                  path("--out"),  document,          path("--attachments")};
        const RelayProcess::Ran ran = m_desk.relay.run(command + QStringList{folder});
        QVERIFY2(ran.exitCode == 0, ran.errors.constData());
        QCOMPARE(ran.json.at("attachments"), 5);
        QFile file(document);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Json record = Json::parse(file.readAll().toStdString());
        std::map<std::string, QString> names;
        for (const Json& message : record.at("conversations").at(0).at("messages")) {
            for (const Json& one : message.value("attachments", Json::array()))
                names[one.at("id")] = text(one.at("file"));
        }
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden),
                 (QStringList{names[dot], names[plain], names[same], names[hidden], names[longest]}));
        const auto bytesOf = [&](const std::string& id) {
            QFile one(QDir(folder).filePath(names[id]));
            return one.open(QIODevice::ReadOnly) ? one.readAll() : QByteArray();
        };
        QCOMPARE(names[dot], path("001-dot.png"));
        QCOMPARE(bytesOf(dot), QByteArray("dots"));
        QCOMPARE(bytesOf(plain), QByteArray("the first"));
        QCOMPARE(bytesOf(same), QByteArray("the second"));
        QCOMPARE(names[hidden], path("004-.profile"));
        QVERIFY(names[longest].endsWith(path(".txt")) && names[longest].toUtf8().size() < 255);
        for (const QString& one : {folder, QDir(folder).filePath(names[dot])})
            QCOMPARE(QFileInfo(one).permissions() &
                         (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                     QFile::Permissions());
        // Never among what is there, and then nothing is written.
        QVERIFY(QFile::remove(document));
        const RelayProcess::Ran again = m_desk.relay.run(command + QStringList{folder});
        QCOMPARE(again.exitCode, 1);
        QVERIFY2(again.errors.contains("not an empty directory"), again.errors.constData());
        QVERIFY(!QFile::exists(document));
        // What is lost is said, and the rest is there.
        const QString lost = stored(same);
        const QString aside = place.filePath(path("aside"));
        QVERIFY(QFile::rename(lost, aside));
        const QString second = place.filePath(path("second"));
        const RelayProcess::Ran partly = m_desk.relay.run(command + QStringList{second});
        QCOMPARE(partly.exitCode, 1);
        QVERIFY2(partly.errors.contains(QByteArray::fromStdString(same)), partly.errors.constData());
        QCOMPARE(QDir(second).entryList(QDir::Files | QDir::Hidden).size(), 4);
        QVERIFY(QFile::exists(document));
    }
};

RELEVO_TEST(TestRelayFileExport)
#include "tst_relayfileexport.moc"
