#include "commander.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

#include <limits>

using namespace relevo;
using namespace relevo::test;

/// Contacts are found by their labels and by who is the same person, in this project only.
class TestContactTable final : public QObject
{
    Q_OBJECT

private:
    struct Shop
    {
        explicit Shop(const QString& dialect) : fixture(dialect), commander(fixture, 3) {}

        domain::ConversationState of(const char* session)
        {
            return *must(
                fixture.reader()->conversationBySession(commander.project(), QString::fromLatin1(session)));
        }
        domain::ContactId id(const char* session) { return of(session).conversation.contact.id; }
        void run(const domain::Command& command, const char* session)
        {
            const domain::ConversationState state = of(session);
            const auto journal = fixture.journal();
            must(journal->begin());
            commander.run(*journal, command, &state);
            must(journal->commit());
        }
        void merge(const char* one, const char* into)
        {
            const auto state = of(one);
            const domain::ContactId other = id(into);
            const auto journal = fixture.journal();
            must(journal->begin());
            auto person = must(journal->person(commander.project(), state.conversation.contact.id));
            std::erase_if(person, [&state](const auto& known) {
                return known.contact.id == state.conversation.contact.id;
            });
            commander.run(*journal,
                          domain::MergeContact{state.conversation.contact.id, other, person,
                                               must(journal->person(commander.project(), other))},
                          &state);
            must(journal->commit());
        }
        QStringList sessionsOf(const std::vector<domain::Conversation>& conversations)
        {
            QStringList sessions;
            for (const domain::Conversation& one : conversations)
                sessions.push_back(one.sessionId);
            sessions.sort();
            return sessions;
        }
        QStringList person(const char* session)
        {
            return sessionsOf(must(fixture.reader()->person(commander.project(), id(session))));
        }

        StoreFixture fixture;
        Commander commander;
    };

    std::unique_ptr<Shop> m_shop;

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init()
    {
        QFETCH_GLOBAL(QString, dialect);
        m_shop = std::make_unique<Shop>(dialect);
        const auto journal = m_shop->fixture.journal();
        must(journal->begin());
        m_shop->commander.create(*journal);
        for (const char* session : {"a", "b", "c"})
            m_shop->commander.say(*journal, QString::fromLatin1(session), QStringLiteral("hello"));
        must(journal->commit());
    }

    void aPersonIsWhoeverStandsBehindOne()
    {
        const auto list = [](std::initializer_list<const char*> names) {
            QStringList all;
            for (const char* name : names)
                all.push_back(QString::fromLatin1(name));
            return all;
        };
        QCOMPARE(m_shop->person("a"), list({"a"}));
        m_shop->merge("a", "b");
        m_shop->merge("b", "c");
        for (const char* any : {"a", "b", "c"})
            QCOMPARE(m_shop->person(any), list({"a", "b", "c"}));
        QCOMPARE(m_shop->of("a").conversation.contact.mergedInto, m_shop->id("c"));
        QCOMPARE(m_shop->fixture.fault(), QString());
        // Whom they stand behind is forgotten; they stay one person.
        const domain::ContactId a = m_shop->id("a");
        m_shop->run(domain::EraseContact{m_shop->id("c")}, "c");
        QCOMPARE(m_shop->person("a"), list({"a", "b"}));
        QCOMPARE(must(m_shop->fixture.reader()->personRecord(m_shop->commander.project(), a)).size(),
                 std::size_t{2});
        m_shop->run(domain::SplitContact{a}, "a");
        QCOMPARE(m_shop->person("a"), list({"a"}));
        QCOMPARE(m_shop->fixture.fault(), QString());
    }

    void areFoundByTheirTags()
    {
        domain::CorrectContact command;
        command.contact = m_shop->id("b");
        command.tags = QStringList{QStringLiteral("Ärger"), QStringLiteral("vip")};
        m_shop->run(command, "b");
        const auto found = [this](QStringView tag) {
            const auto page = must(m_shop->fixture.reader()->contacts(
                m_shop->commander.project(), std::numeric_limits<qint64>::max(), 10, tag.toString()));
            return page.size();
        };
        QCOMPARE(found(u"ÄRGER"), std::size_t{1});
        QCOMPARE(found(u"VIP"), std::size_t{1});
        QCOMPARE(found(u"vi"), std::size_t{0});
        QCOMPARE(found(u""), std::size_t{3});
        command.tags = QStringList{};
        m_shop->run(command, "b");
        QCOMPARE(found(u"vip"), std::size_t{0});
        QCOMPARE(m_shop->fixture.fault(), QString());
    }

    void strangersAreNobody()
    {
        QVERIFY(must(m_shop->fixture.reader()->person(m_shop->commander.project(),
                                                      m_shop->fixture.ids.make<domain::ContactId>()))
                    .empty());
    }
};

RELEVO_TEST(TestContactTable)
#include "tst_contacttable.moc"
