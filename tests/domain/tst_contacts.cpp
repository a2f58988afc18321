#include "support/test_main.h"
#include "world.h"

#include <domain/redaction.h>
#include <domain/timers.h>

#include <algorithm>
#include <random>
#include <set>

using namespace relevo;
using namespace relevo::test;
using enum EventType;
using Types = std::vector<EventType>;

/// What is said about contacts: labels, notes, who is blocked, and who is the same person.
class TestContacts final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<World> m_world;
    ConversationId m_id;
    AgentId m_ana;

    const ConversationState& state(ConversationId id) const { return *m_world->conversation(id); }
    const ConversationState& state() const { return state(m_id); }
    const Contact& contact(ConversationId id) const { return state(id).conversation.contact; }
    /// As a store finds them.
    std::vector<KnownContact> personOf(const ContactId& id) const
    {
        std::vector<KnownContact> all;
        ContactId root;
        for (const auto& [conversation, state] : m_world->all) {
            if (state.conversation.erased)
                continue;
            all.push_back({conversation, state.conversation.contact});
            if (state.conversation.contact.id == id)
                root = rootOf(state.conversation.contact);
        }
        std::erase_if(all, [&root](const KnownContact& one) { return rootOf(one.contact) != root; });
        return all;
    }
    std::vector<KnownContact> othersOf(const ContactId& id) const
    {
        std::vector<KnownContact> person = personOf(id);
        std::erase_if(person, [&id](const KnownContact& one) { return one.contact.id == id; });
        return person;
    }
    Result<std::vector<Event>> merge(ConversationId one, ContactId into)
    {
        const ContactId id = contact(one).id;
        return m_world->run(MergeContact{id, into, othersOf(id), personOf(into)}, one);
    }
    Result<std::vector<Event>> block(bool on, ConversationId id)
    {
        CorrectContact command;
        command.contact = contact(id).id;
        command.blocked = on;
        command.person = othersOf(command.contact);
        return m_world->run(command, id);
    }
    Result<std::vector<Event>> tag(const QStringList& tags)
    {
        CorrectContact command;
        command.contact = contact(m_id).id;
        command.tags = tags;
        return m_world->run(command, m_id);
    }
    static ErrorCode codeOf(const Result<std::vector<Event>>& events)
    {
        return events ? ErrorCode::Internal : events.error().code;
    }
    static bool told(const std::vector<Event>& events)
    {
        return std::ranges::any_of(events, [](const Event& event) {
            return event.type == MessageSent || event.type == NotificationPosted;
        });
    }
    ReceiveMessage cry(ConversationId id)
    {
        ReceiveMessage message = m_world->message(QStringLiteral("A human, now!"), id);
        message.trigger = Trigger{TriggerType::Keyword, QStringLiteral("human"), 1.0};
        return message;
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>();
        m_ana = m_world->addAgent(QStringLiteral("Ana"));
        m_id = m_world->say(QStringLiteral("hello"));
    }

    void tagsAreTidy()
    {
        const auto events = tag({QStringLiteral(" vip "), QStringLiteral("Refund"), QStringLiteral("VIP"),
                                 QStringLiteral("a  b"), QString()});
        QVERIFY(typesOf(*events) == Types({ContactUpdated}));
        QCOMPARE(contact(m_id).tags,
                 QStringList({QStringLiteral("a b"), QStringLiteral("Refund"), QStringLiteral("vip")}));
        QVERIFY(tag(contact(m_id).tags)->empty()); // the same again
        QVERIFY(codeOf(tag({QString(51, u'x')})) == ErrorCode::Invalid);
        QStringList many;
        for (int i = 0; i < 31; ++i)
            many.push_back(QString::number(i));
        QVERIFY(codeOf(tag(many)) == ErrorCode::Invalid);
        many.removeLast();
        QVERIFY(tag(many));
        QVERIFY(tag({}) && contact(m_id).tags.isEmpty());
    }

    void notesAreTheirAuthors()
    {
        const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
        const ContactId id = contact(m_id).id;
        m_world->must(AddContactNote{id, m_ana, QStringLiteral("Ana"), QStringLiteral(" calls back ")}, m_id);
        const ContactNote note = contact(m_id).notes.at(0);
        QCOMPARE(note.text, QStringLiteral("calls back"));
        QCOMPARE(note.at, m_world->now);
        QVERIFY(codeOf(m_world->run(DeleteContactNote{id, note.id, bo, false}, m_id)) ==
                ErrorCode::Forbidden);
        QVERIFY(m_world->run(DeleteContactNote{id, note.id, bo, true}, m_id));
        QVERIFY(contact(m_id).notes.empty());
        QVERIFY(codeOf(m_world->run(DeleteContactNote{id, note.id, m_ana, true}, m_id)) ==
                ErrorCode::NotFound);
        const auto write = [&](const QString& text) {
            return m_world->run(AddContactNote{id, m_ana, QStringLiteral("Ana"), text}, m_id);
        };
        QVERIFY(codeOf(write(QStringLiteral("  "))) == ErrorCode::Invalid);
        QVERIFY(codeOf(write(QString(4'001, u'x'))) == ErrorCode::Invalid);
        for (std::size_t i = 0; i < maxContactNotes; ++i)
            QVERIFY(write(QStringLiteral("seen")));
        QVERIFY(codeOf(write(QStringLiteral("seen"))) == ErrorCode::Conflict);
    }

    void manyLongNotesAreRefused()
    {
        const ContactId id = contact(m_id).id;
        int kept = 0;
        while (m_world->run(AddContactNote{id, {}, {}, QString(4'000, u'x')}, m_id))
            ++kept;
        QCOMPARE(kept, 7);
    }

    void nothingComesOfTheBlocked()
    {
        QVERIFY(typesOf(*block(true, m_id)) == Types({ContactUpdated}));
        const auto heard = m_world->must(cry(m_id), m_id);
        QVERIFY(typesOf(heard) == Types({MessageReceived})); // kept, and that is all
        QVERIFY(codeOf(m_world->run(InitiateHandoff{}, m_id)) == ErrorCode::Conflict);
        QVERIFY(codeOf(m_world->run(m_world->message(QStringLiteral("hi"), m_id, Author::Bot), m_id)) ==
                ErrorCode::StaleControl);
        AnswerTurn turn;
        turn.epoch = state().control.epoch;
        turn.messages = QStringList{QStringLiteral("hi")};
        QVERIFY(codeOf(m_world->run(turn, m_id)) == ErrorCode::StaleControl);
        QVERIFY(block(false, m_id));
        turn.answered = true;
        QVERIFY(m_world->run(turn, m_id));
        const Types types = typesOf(m_world->must(cry(m_id), m_id));
        QVERIFY(std::ranges::find(types, HandoffRequested) != types.end());
    }

    void aClosedConversationOpensForTheBlocked()
    {
        m_world->now += sessionEndsAfter;
        m_world->must(Tick{}, m_id);
        QVERIFY(state().conversation.status == ConversationStatus::Closed);
        QVERIFY(block(true, m_id));
        const auto heard = m_world->must(cry(m_id), m_id);
        QVERIFY(typesOf(heard) == Types({ConversationOpened, ControlChanged, MessageReceived}));
        QVERIFY(contact(m_id).blocked);
    }

    void whatWaitsLeavesTheQueue()
    {
        m_world->ask(m_id);
        const auto events = block(true, m_id);
        QVERIFY(events && !told(*events));
        QVERIFY(state().handoff->status == HandoffStatus::Abandoned);
        QCOMPARE(state().handoff->disposition, QStringLiteral("blocked"));
    }

    void whatIsHeldStaysAndComesBackToNobody()
    {
        m_world->claim(m_id, m_world->ask(m_id), m_ana);
        QVERIFY(block(true, m_id));
        QVERIFY(state().handoff->status == HandoffStatus::Claimed);
        TransferHandoff back;
        back.handoffId = state().handoff->id;
        back.by = m_world->ref(m_ana);
        m_world->must(back, m_id);
        QVERIFY(nextDue(m_world->live, state()) <= m_world->now);
        QVERIFY(!told(m_world->must(Tick{}, m_id)));
        QVERIFY(state().handoff->status == HandoffStatus::Abandoned);
    }

    void spamIsEndedWithoutAWord_data()
    {
        QTest::addColumn<bool>("held");
        QTest::newRow("waiting") << false;
        QTest::newRow("held") << true;
    }
    void spamIsEndedWithoutAWord()
    {
        QFETCH(const bool, held);
        Settings settings;
        settings.csatEnabled = true;
        m_world->must(ChangeSettings{settings});
        const ConversationId twin = m_world->say(QStringLiteral("hello"));
        QVERIFY(merge(twin, contact(m_id).id));
        const HandoffId handoff = m_world->ask(m_id);
        if (held)
            m_world->claim(m_id, handoff, m_ana);
        const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
        SpamHandoff spam{handoff, bo, false, true, othersOf(contact(m_id).id)};
        if (held)
            QVERIFY(codeOf(m_world->run(spam, m_id)) == ErrorCode::Forbidden);
        spam.agent = m_ana;
        const auto events = m_world->must(spam, m_id);
        QVERIFY(!told(events));
        QVERIFY(state().handoff->status == (held ? HandoffStatus::Resolved : HandoffStatus::Abandoned));
        QCOMPARE(state().handoff->disposition, QStringLiteral("spam"));
        QVERIFY(!state().handoff->ratingAskedAt);
        QVERIFY(state().conversation.status == ConversationStatus::Closed);
        QVERIFY(contact(m_id).blocked && contact(twin).blocked);
        QVERIFY(codeOf(m_world->run(spam, m_id)) == ErrorCode::Conflict);
    }

    void aTicketByHandTellsTheCustomerAndNotTheOwner()
    {
        const HandoffId handoff = m_world->ask(m_id);
        m_world->claim(m_id, handoff, m_ana);
        const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
        QVERIFY(codeOf(m_world->run(ConvertHandoff{handoff, bo, false}, m_id)) == ErrorCode::Forbidden);
        m_world->actor = {ActorType::Agent, m_ana.toString(), QStringLiteral("Ana")};
        const auto events = m_world->must(ConvertHandoff{handoff, m_ana, false}, m_id);
        const Types types = typesOf(events);
        QVERIFY(types == Types({HandoffConverted, ControlChanged, MessageSent}));
        QVERIFY(state().handoff->status == HandoffStatus::ConvertedToTicket);
        QVERIFY(!state().handoff->assignedTo);
        QCOMPARE(state().handoff->passedBy.at(0).agent, m_ana);
        QVERIFY(codeOf(m_world->run(ConvertHandoff{handoff, m_ana, false}, m_id)) == ErrorCode::Conflict);
    }

    void mergingTakesTheOthersAlong()
    {
        const ConversationId b = m_world->say(QStringLiteral("b"));
        const ConversationId c = m_world->say(QStringLiteral("c"));
        QVERIFY(typesOf(*merge(b, contact(m_id).id)) == Types({ContactMerged}));
        QCOMPARE(contact(b).mergedInto, contact(m_id).id);
        // b stands for a now: naming b is naming a, and a goes along to c.
        const auto moved = merge(b, contact(c).id);
        QVERIFY(typesOf(*moved) == Types({ContactMerged, ContactMerged}));
        QCOMPARE(contact(b).mergedInto, contact(c).id);
        QCOMPARE(contact(m_id).mergedInto, contact(c).id);
        QVERIFY(merge(m_id, contact(b).id)->empty()); // one person already
        QVERIFY(merge(b, contact(b).id)->empty());
        QVERIFY(codeOf(merge(b, m_world->ids.make<ContactId>())) == ErrorCode::NotFound);
        QVERIFY(codeOf(m_world->run(SplitContact{contact(c).id}, c)) == ErrorCode::Conflict);
        QVERIFY(typesOf(m_world->must(SplitContact{contact(b).id}, b)) == Types({ContactSplit}));
        QVERIFY(contact(b).mergedInto.isNull());
        QCOMPARE(personOf(contact(m_id).id).size(), std::size_t{2});
    }

    void anyOrderKeepsPeopleApart_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed)
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }
    void anyOrderKeepsPeopleApart()
    {
        QFETCH(const quint32, seed);
        std::mt19937 random(seed);
        std::vector<ConversationId> ids{m_id};
        for (int i = 0; i < 11; ++i)
            ids.push_back(m_world->say(QStringLiteral("hello")));
        const auto any = [&] {
            return ids[random() % ids.size()];
        };
        for (int step = 0; step < 200; ++step) {
            const ConversationId one = any();
            const ContactId id = contact(one).id;
            switch (random() % 8) {
            case 0:
                (void)m_world->run(SplitContact{id}, one);
                break;
            case 1:
                (void)block(random() % 2 == 0, one);
                break;
            case 2:
                m_world->now += sessionEndsAfter;
                (void)m_world->run(Tick{}, one);
                break;
            case 3:
                (void)m_world->run(cry(one), one);
                break;
            case 4:
                if (random() % 8 == 0)
                    (void)m_world->run(EraseContact{id}, one);
                break;
            default:
                (void)merge(one, contact(any()).id);
            }
            // Everybody belongs to one person, and nobody is merged into somebody who is merged.
            std::set<ContactId> roots;
            std::size_t alive = 0;
            std::size_t belong = 0;
            for (const ConversationId& each : ids) {
                if (state(each).conversation.erased)
                    continue;
                ++alive;
                QVERIFY(contact(each).mergedInto != contact(each).id);
                const ContactId root = rootOf(contact(each));
                const std::vector<KnownContact> person = personOf(contact(each).id);
                QVERIFY(std::ranges::all_of(person, [&root](const KnownContact& other) {
                    return other.contact.id != root || other.contact.mergedInto.isNull();
                }));
                if (roots.insert(root).second)
                    belong += person.size();
            }
            QCOMPARE(belong, alive);
        }
        // What the events say is what there is.
        ProjectState live;
        std::map<ConversationId, ConversationState> folded;
        for (const Event& event : m_world->log) {
            apply(live, event);
            if (!event.conversationId.isNull())
                applyTo(folded[event.conversationId], event);
        }
        QVERIFY(live == m_world->live);
        QVERIFY(folded == m_world->all);
        QCOMPARE(stateHash(live), stateHash(m_world->live));
    }

    void erasureLeavesOnlyTheBlock()
    {
        QVERIFY(tag({QStringLiteral("vip")}));
        m_world->must(AddContactNote{contact(m_id).id, m_ana, QStringLiteral("Ana"), QStringLiteral("x")},
                      m_id);
        QVERIFY(block(true, m_id));
        m_world->must(EraseContact{contact(m_id).id}, m_id);
        QVERIFY(contact(m_id).tags.isEmpty() && contact(m_id).notes.empty() && contact(m_id).blocked);
    }
};

RELEVO_TEST(TestContacts)
#include "tst_contacts.moc"
