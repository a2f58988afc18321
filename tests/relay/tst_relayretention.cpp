#include "moved_relay.h"
#include "support/test_main.h"

#include <store/verify.h>

#include <QtCore/QDirIterator>
#include <QtTest/QtTest>

#include <algorithm>

using namespace relevo;
using namespace relevo::test;
using Json = nlohmann::json;

namespace {

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
    MovedRelay m_relay;

    struct Said
    {
        std::string conversation;
        QString handoff;
        std::string file;
    };

    [[nodiscard]] static QString fileOf(const std::string& id)
    {
        return words("/api/attachments/") + QString::fromStdString(id);
    }
    /// So many days later; no session lives so long.
    void forward(int days)
    {
        m_relay.clock.later = m_relay.clock.later.load() + std::chrono::days(days);
        QVERIFY(m_relay.signIn());
    }
    /// Every change of the settings makes the relay look.
    void look()
    {
        static int minutes = 100;
        QCOMPARE(m_relay.root().put(m_relay.settings(), {{"idleCloseMinutes", ++minutes}}).status, 200);
    }
    /// A customer with a file, whose conversation an agent has ended unless `open`.
    Said say(const char* session, const char* channel, bool open = false)
    {
        const Json uploaded = m_relay.bot()
                                  .raw("POST", words("/api/attachments?name=zebra.txt"), "a zebra", {},
                                       "application/octet-stream")
                                  .json;
        Said said{{}, {}, uploaded.at("id")};
        said.conversation = m_relay.bot()
                                .post(words("/api/conversations/") + words(session) + words("/messages"),
                                      {{"author", "customer"},
                                       {"content", "look"},
                                       {"channel", channel},
                                       {"attachments", {said.file}}})
                                .json.at("conversationId");
        said.handoff = words("/api/handoff/") +
                       QString::fromStdString(m_relay.bot()
                                                  .post(words("/api/handoff/initiate"),
                                                        {{"sessionId", session}, {"triggerType", "manual"}})
                                                  .json.at("handoffId"));
        if (m_relay.bot().post(said.handoff + words("/claim"), {{"agentName", "Crew"}}).status != 200)
            qFatal("nobody could claim");
        if (!open)
            end(said);
        return said;
    }
    /// Whatever became of it meanwhile: what nobody answers becomes a ticket.
    void end(const Said& said)
    {
        (void)m_relay.bot().post(said.handoff + words("/claim"), {{"agentName", "Crew"}});
        if (m_relay.bot().post(said.handoff + words("/resolve"), Json::object()).status != 200)
            qFatal("nobody could resolve");
    }
    [[nodiscard]] bool knows(const Said& said)
    {
        const Json listed = m_relay.bot().get(words("/api/contacts?limit=200")).json;
        return std::ranges::any_of(listed.at("items"), [&said](const Json& one) {
            return one.at("conversationId") == said.conversation;
        });
    }
    [[nodiscard]] bool isOnDisk(const std::string& file) const
    {
        QDirIterator all(m_relay.directory(), {QString::fromStdString(file)}, QDir::Files,
                         QDirIterator::Subdirectories);
        return all.hasNext();
    }
    [[nodiscard]] Json attachmentIn(const Said& said)
    {
        const Json handoff = m_relay.bot().get(said.handoff).json;
        for (const Json& message : handoff.at("messages")) {
            if (message.contains("attachments"))
                return message.at("attachments").at(0);
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_relay.start()); }

    void theSettingsAreChecked()
    {
        const Json wrong{{"retentionRules", {{{"days", 3}}}}, {"attachmentDays", -1}};
        const HttpAnswer refused = m_relay.root().put(m_relay.settings(), wrong);
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.json.at("errors").size(), std::size_t{2});
        const Json rules = Json::array({{{"channels", {"whatsapp"}}, {"tags", Json::array()}, {"days", 10}}});
        QCOMPARE(
            m_relay.root().put(m_relay.settings(), {{"retentionRules", rules}, {"attachmentDays", 5}}).status,
            200);
        const Json kept = m_relay.root().get(m_relay.settings()).json;
        QVERIFY(kept.at("retentionRules") == rules);
        QCOMPARE(kept.at("attachmentDays"), 5);
        // Who changed what stands in the audit.
        const Json entry =
            m_relay.root().get(words("/api/audit?type=settings.changed&limit=1")).json.at("items").at(0);
        const auto names = [&entry](const char* field) {
            return std::ranges::any_of(entry.at("changes"),
                                       [field](const Json& one) { return one.at("field") == field; });
        };
        QVERIFY2(names("retentionRules") && names("attachmentDays"), entry.dump().c_str());
        QCOMPARE(m_relay.root()
                     .put(m_relay.settings(), {{"retentionRules", Json::array()}, {"attachmentDays", 0}})
                     .status,
                 200);
    }

    void rulesByChannelAndTag()
    {
        const Said sms = say("sms-1", "whatsapp");
        const Said web = say("web-1", "http");
        const Said legal = say("sms-2", "whatsapp");
        const Json listed = m_relay.bot().get(words("/api/contacts?limit=200")).json;
        for (const Json& one : listed.at("items")) {
            if (one.at("conversationId") != legal.conversation)
                continue;
            const QString contact =
                words("/api/contacts/") + QString::fromStdString(one.at("id").get<std::string>());
            QCOMPARE(m_relay.root().raw("PATCH", contact, R"({"tags":["Legal"]})").status, 200);
        }
        QCOMPARE(m_relay.root()
                     .put(m_relay.settings(), {{"retentionDays", 30},
                                               {"retentionRules",
                                                {{{"tags", {"legal"}}, {"days", 0}},
                                                 {{"channels", {"whatsapp"}}, {"days", 10}}}}})
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
        QCOMPARE(m_relay.bot().get(fileOf(legal.file)).body, QByteArray("a zebra"));
        QCOMPARE(m_relay.root()
                     .put(m_relay.settings(), {{"retentionDays", 0}, {"retentionRules", Json::array()}})
                     .status,
                 200);
    }

    void filesGoEarlier()
    {
        const Said ended = say("files-1", "http");
        const Said open = say("files-2", "http", true);
        QCOMPARE(
            m_relay.root().put(m_relay.settings(), {{"retentionDays", 100}, {"attachmentDays", 7}}).status,
            200);
        forward(6);
        look();
        QCOMPARE(m_relay.bot().get(fileOf(ended.file)).status, 200);
        // The open one's time has not begun.
        forward(2);
        look();
        QTRY_COMPARE(m_relay.bot().get(fileOf(ended.file)).status, 410);
        const HttpAnswer gone = m_relay.bot().get(fileOf(ended.file));
        QCOMPARE(gone.code(), "not_found");
        QCOMPARE(gone.json.at("title"), "The file is no longer kept.");
        QTRY_VERIFY(!isOnDisk(ended.file));
        QVERIFY(knows(ended));
        const Json left = attachmentIn(ended);
        QCOMPARE(left.at("name"), "zebra.txt");
        QCOMPARE(left.at("size"), 7);
        QCOMPARE(left.at("gone"), true);
        QCOMPARE(m_relay.bot().get(fileOf(open.file)).status, 200);
        QVERIFY(!attachmentIn(open).contains("gone"));
        // It cannot be sent again, not even in its own conversation.
        const HttpAnswer again = m_relay.bot().post(
            words("/api/conversations/files-1/messages"),
            {{"author", "customer"}, {"content", "once more"}, {"attachments", {ended.file}}});
        QCOMPARE(again.status, 422);
        QVERIFY2(again.body.contains("no longer kept"), again.body.constData());
        const Json entry =
            m_relay.root().get(words("/api/audit?type=attachments&limit=1")).json.at("items").at(0);
        QCOMPARE(entry.at("type"), "attachments.removed");
        QCOMPARE(entry.at("subject").at("type"), "conversation");
        QCOMPARE(entry.at("actor").at("type"), "system");
        end(open);
        forward(8);
        look();
        QTRY_COMPARE(m_relay.bot().get(fileOf(open.file)).status, 410);
    }

    void exportsGoWithoutThem()
    {
        // What has been removed is not missing.
        const Json listed = m_relay.bot().get(words("/api/contacts?limit=200")).json;
        const std::string id = listed.at("items").at(0).at("id");
        const HttpAnswer record =
            m_relay.root().get(words("/api/contacts/") + QString::fromStdString(id) + words("/export"));
        QCOMPARE(record.status, 200);
        QVERIFY(
            record.json.at("conversations").at(0).at("messages").at(0).at("attachments").at(0).at("gone"));
        // And who took it stands in the audit, with whom.
        const Json entry =
            m_relay.root().get(words("/api/audit?type=access.changed&limit=1")).json.at("items").at(0);
        QCOMPARE(entry.at("access").at("kind"), "contact_exported");
        QCOMPARE(entry.at("access").at("contactId"), id);
        QCOMPARE(entry.at("subject").at("type"), "contact");
        QCOMPARE(entry.at("subject").at("id"), id);
        QCOMPARE(entry.at("actor").at("name"), "Root");
        QCOMPARE(entry.at("text"), "Root exported all that is known of a contact.");
    }

    void theJournalIsSound()
    {
        QVERIFY(m_relay.stop());
        const auto report = store::verify(m_relay.options.store);
        QVERIFY(report);
        QVERIFY2(report->ok, qPrintable(report->fault));
        QCOMPARE(report->erasedContacts, 2);
    }
};

RELEVO_TEST(TestRelayRetention)
#include "tst_relayretention.moc"
