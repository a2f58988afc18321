#include "desk_fixture.h"
#include "support/test_main.h"

#include <relay/admin.h>
#include <relay/relay_server.h>
#include <store/verify.h>

#include <QtCore/QDirIterator>
#include <QtTest/QtTest>

#include <algorithm>
#include <atomic>

using namespace relevo;
using namespace relevo::test;

namespace {

/// Time that can be put forward.
class RetentionClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override { return m_system.now() + later.load(); }
    [[nodiscard]] milliseconds monotonic() const override { return m_system.monotonic(); }
    std::atomic<milliseconds> later = milliseconds(0);

private:
    SystemClock m_system;
};

QString words(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// What a relay whose clock is put forward keeps for how long: by the project's days and rules, and its
/// files.
class TestRelayRetention final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    RetentionClock m_clock;
    std::unique_ptr<UuidV7Source> m_ids;
    relay::ServeOptions m_options;
    std::unique_ptr<relay::RelayServer> m_server;
    domain::ProjectId m_project;
    std::unique_ptr<HttpCalls> m_desk;
    std::unique_ptr<HttpCalls> m_bot;

    struct Said
    {
        std::string conversation;
        QString handoff;
        std::string file;
    };

    [[nodiscard]] QString settings() const
    {
        return words("/api/projects/") + m_project.toString() + words("/handoff-settings");
    }
    [[nodiscard]] static QString fileOf(const std::string& id)
    {
        return words("/api/attachments/") + QString::fromStdString(id);
    }
    /// So many days later; no session lives so long.
    void forward(int days)
    {
        m_clock.later = m_clock.later.load() + std::chrono::days(days);
        QVERIFY(m_desk->login(words("root@example.com"), QString::fromLatin1(RelayProcess::password)));
    }
    /// Every change of the settings makes the relay look.
    void look()
    {
        static int minutes = 100;
        QCOMPARE(m_desk->put(settings(), {{"idleCloseMinutes", ++minutes}}).status, 200);
    }
    /// A customer with a file, whose conversation an agent has ended unless `open`.
    Said say(const char* session, const char* channel, bool open = false)
    {
        const Json uploaded = m_bot
                                  ->raw("POST", words("/api/attachments?name=zebra.txt"), "a zebra", {},
                                        "application/octet-stream")
                                  .json;
        Said said{{}, {}, uploaded.at("id")};
        said.conversation = m_bot
                                ->post(words("/api/conversations/") + words(session) + words("/messages"),
                                       {{"author", "customer"},
                                        {"content", "look"},
                                        {"channel", channel},
                                        {"attachments", {said.file}}})
                                .json.at("conversationId");
        said.handoff = words("/api/handoff/") +
                       QString::fromStdString(m_bot
                                                  ->post(words("/api/handoff/initiate"),
                                                         {{"sessionId", session}, {"triggerType", "manual"}})
                                                  .json.at("handoffId"));
        if (m_bot->post(said.handoff + words("/claim"), {{"agentName", "Crew"}}).status != 200)
            qFatal("nobody could claim");
        if (!open)
            end(said);
        return said;
    }
    void end(const Said& said)
    {
        if (m_bot->post(said.handoff + words("/resolve"), Json::object()).status != 200)
            qFatal("nobody could resolve");
    }
    [[nodiscard]] bool knows(const Said& said)
    {
        const Json listed = m_bot->get(words("/api/contacts?limit=200")).json;
        return std::ranges::any_of(listed.at("items"), [&said](const Json& one) {
            return one.at("conversationId") == said.conversation;
        });
    }
    [[nodiscard]] bool isOnDisk(const std::string& file) const
    {
        QDirIterator all(m_directory.path(), {QString::fromStdString(file)}, QDir::Files,
                         QDirIterator::Subdirectories);
        return all.hasNext();
    }
    [[nodiscard]] Json attachmentIn(const Said& said)
    {
        const Json handoff = m_bot->get(said.handoff).json;
        for (const Json& message : handoff.at("messages")) {
            if (message.contains("attachments"))
                return message.at("attachments").at(0);
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_ids = std::make_unique<UuidV7Source>(m_clock);
        m_options.store.databasePath = m_directory.filePath(words("relay.db"));
        m_options.port = 0;
        auto admin = relay::Admin::open(m_options.store, m_clock, *m_ids);
        QVERIFY(admin);
        const auto project = (*admin)->createProject(words("Shop"));
        QVERIFY(project);
        m_project = project->id;
        domain::Agent root;
        root.name = words("Root");
        root.email = words("root@example.com");
        root.role = domain::Role::Admin;
        QVERIFY((*admin)->createAgent(project->id, root, RelayProcess::password));
        m_server = std::make_unique<relay::RelayServer>(m_clock, *m_ids);
        QVERIFY(m_server->start(m_options));
        m_desk = std::make_unique<HttpCalls>(QUrl(m_server->url()));
        m_bot = std::make_unique<HttpCalls>(QUrl(m_server->url()), project->apiKey);
        forward(0);
    }

    void theSettingsAreChecked()
    {
        const Json wrong{{"retentionRules", {{{"days", 3}}}}, {"attachmentDays", -1}};
        const HttpAnswer refused = m_desk->put(settings(), wrong);
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.json.at("errors").size(), std::size_t{2});
        const Json rules{{{"channels", {"sms"}}, {"tags", Json::array()}, {"days", 10}}};
        QCOMPARE(m_desk->put(settings(), {{"retentionRules", rules}, {"attachmentDays", 5}}).status, 200);
        const Json kept = m_desk->get(settings()).json;
        QVERIFY(kept.at("retentionRules") == rules);
        QCOMPARE(kept.at("attachmentDays"), 5);
        // Who changed what stands in the audit.
        const Json entry =
            m_desk->get(words("/api/audit?type=settings.changed&limit=1")).json.at("items").at(0);
        const auto names = [&entry](const char* field) {
            return std::ranges::any_of(entry.at("changes"),
                                       [field](const Json& one) { return one.at("field") == field; });
        };
        QVERIFY2(names("retentionRules") && names("attachmentDays"), entry.dump().c_str());
        QCOMPARE(m_desk->put(settings(), {{"retentionRules", Json::array()}, {"attachmentDays", 0}}).status,
                 200);
    }

    void rulesByChannelAndTag()
    {
        const Said sms = say("sms-1", "sms");
        const Said web = say("web-1", "web");
        const Said legal = say("sms-2", "sms");
        const Json listed = m_bot->get(words("/api/contacts?limit=200")).json;
        for (const Json& one : listed.at("items")) {
            if (one.at("conversationId") != legal.conversation)
                continue;
            const QString contact =
                words("/api/contacts/") + QString::fromStdString(one.at("id").get<std::string>());
            QCOMPARE(m_desk->raw("PATCH", contact, R"({"tags":["Legal"]})").status, 200);
        }
        QCOMPARE(m_desk
                     ->put(settings(),
                           {{"retentionDays", 30},
                            {"retentionRules",
                             {{{"tags", {"legal"}}, {"days", 0}}, {{"channels", {"sms"}}, {"days", 10}}}}})
                     .status,
                 200);
        forward(11);
        look();
        QTRY_VERIFY(!knows(sms));
        QVERIFY(knows(web) && knows(legal));
        forward(20);
        look();
        QTRY_VERIFY(!knows(web));
        QVERIFY(knows(legal));
        QCOMPARE(m_bot->get(fileOf(legal.file)).body, QByteArray("a zebra"));
        QCOMPARE(m_desk->put(settings(), {{"retentionDays", 0}, {"retentionRules", Json::array()}}).status,
                 200);
    }

    void filesGoEarlier()
    {
        const Said ended = say("files-1", "web");
        const Said open = say("files-2", "web", true);
        QCOMPARE(m_desk->put(settings(), {{"retentionDays", 100}, {"attachmentDays", 7}}).status, 200);
        forward(6);
        look();
        QCOMPARE(m_bot->get(fileOf(ended.file)).status, 200);
        // The open one's time has not begun.
        forward(2);
        look();
        QTRY_COMPARE(m_bot->get(fileOf(ended.file)).status, 410);
        const HttpAnswer gone = m_bot->get(fileOf(ended.file));
        QCOMPARE(gone.code(), "not_found");
        QCOMPARE(gone.json.at("title"), "The file is no longer kept.");
        QTRY_VERIFY(!isOnDisk(ended.file));
        QVERIFY(knows(ended));
        const Json left = attachmentIn(ended);
        QCOMPARE(left.at("name"), "zebra.txt");
        QCOMPARE(left.at("size"), 7);
        QCOMPARE(left.at("gone"), true);
        QCOMPARE(m_bot->get(fileOf(open.file)).status, 200);
        QVERIFY(!attachmentIn(open).contains("gone"));
        // It cannot be sent again, not even in its own conversation.
        const HttpAnswer again =
            m_bot->post(words("/api/conversations/files-1/messages"),
                        {{"author", "customer"}, {"content", "once more"}, {"attachments", {ended.file}}});
        QCOMPARE(again.status, 422);
        QVERIFY2(again.body.contains("no longer kept"), again.body.constData());
        const Json entry = m_desk->get(words("/api/audit?type=attachments&limit=1")).json.at("items").at(0);
        QCOMPARE(entry.at("type"), "attachments.removed");
        QCOMPARE(entry.at("subject").at("type"), "conversation");
        QCOMPARE(entry.at("actor").at("type"), "system");
        end(open);
        forward(8);
        look();
        QTRY_COMPARE(m_bot->get(fileOf(open.file)).status, 410);
    }

    void exportsGoWithoutThem()
    {
        // What has been removed is not missing.
        const Json listed = m_bot->get(words("/api/contacts?limit=200")).json;
        const std::string id = listed.at("items").at(0).at("id");
        const HttpAnswer record =
            m_desk->get(words("/api/contacts/") + QString::fromStdString(id) + words("/export"));
        QCOMPARE(record.status, 200);
        QVERIFY(
            record.json.at("conversations").at(0).at("messages").at(0).at("attachments").at(0).at("gone"));
        // And who took it stands in the audit, with whom.
        const Json entry =
            m_desk->get(words("/api/audit?type=access.changed&limit=1")).json.at("items").at(0);
        QCOMPARE(entry.at("access").at("kind"), "contact_exported");
        QCOMPARE(entry.at("access").at("contactId"), id);
        QCOMPARE(entry.at("subject").at("type"), "contact");
        QCOMPARE(entry.at("subject").at("id"), id);
        QCOMPARE(entry.at("actor").at("name"), "Root");
        QCOMPARE(entry.at("text"), "Root exported all that is known of a contact.");
    }

    void theJournalIsSound()
    {
        QSignalSpy stopped(m_server.get(), &relay::RelayServer::stopped);
        m_server->drain();
        QVERIFY(stopped.wait());
        const auto report = store::verify(m_options.store);
        QVERIFY(report);
        QVERIFY2(report->ok, qPrintable(report->fault));
        QCOMPARE(report->erasedContacts, 2);
    }
};

RELEVO_TEST(TestRelayRetention)
#include "tst_relayretention.moc"
