#include "desk_test.h"
#include "support/test_main.h"

#include <client/people.h>
#include <protocol/codec.h>

#include <algorithm>

using namespace relevo;
using namespace relevo::client;
using protocol::Json;

/// What an agent knows of customers, writes down of them and decides about them.
class tst_DeskPeople final : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsCorrectedIsSeenEverywhere();
    void withoutAConnectionItIsSeenAtOnce();
    void aNoteIsThereOnce();
    void aBlockCanBeTakenBack();
    void lettingInIsDoneAtOnce();
    void twoAreOneUntilTheyAreNot();
    void aClosedOnesContactIsSeenToChange();
    void spamEndsItQuietly();
    void aTicketByHand();
    void whatIsRefusedIsAsItWas();
    void theWholePersonIsAskedFor();
    void contactsAreFound();
    void blockedStaysOverARestart();
    void whatIsReadBesideIsToldNobody();

private:
    [[nodiscard]] const domain::Contact& contact(const domain::ConversationId& id) const
    {
        return m_world->conversation(id)->conversation.contact;
    }
    [[nodiscard]] ContactKey key(const domain::ConversationId& id) const { return {id, contact(id).id}; }
    /// As the transcript shows it.
    [[nodiscard]] domain::Contact seen(const domain::ConversationId& id)
    {
        const Transcript* transcript = m_desk->openConversation(id);
        return transcript->state() ? transcript->state()->conversation.contact : domain::Contact();
    }
    [[nodiscard]] qsizetype called(const char* method) const
    {
        return std::count_if(m_relay->calls.begin(), m_relay->calls.end(),
                             [method](const auto& call) { return call.first == method; });
    }
    void signInThoughtfully()
    {
        m_undoWithin = std::chrono::seconds(5);
        restartDesk();
        signIn();
    }
    /// Lets the outbox look at the clock: any wish does.
    void pump() { m_desk->setAvailability(domain::Availability::Busy); }
};

void tst_DeskPeople::whatIsCorrectedIsSeenEverywhere()
{
    const domain::ConversationId id = held();
    signIn();
    QTRY_COMPARE(seen(id).name, QStringLiteral("Ada"));
    ContactChange change;
    change.name = QStringLiteral("Ada Lovelace");
    change.email = QStringLiteral("ada@example.com");
    change.attributes[QStringLiteral("Plan")] = QStringLiteral("Premium");
    change.tags = QStringList{QStringLiteral("wholesale"), QStringLiteral("VIP")};
    People people(*m_desk);
    QSignalSpy kept(m_desk.get(), &Desk::wishKept);
    people.update(key(id), change);
    QTRY_COMPARE(kept.size(), 1);
    QTRY_COMPARE(contact(id).name, QStringLiteral("Ada Lovelace"));
    QTRY_COMPARE(seen(id), contact(id));
    QCOMPARE(seen(id).tags, (QStringList{QStringLiteral("VIP"), QStringLiteral("wholesale")}));
    QTRY_COMPARE(m_desk->live().row(id)->contactName, QStringLiteral("Ada Lovelace"));
    QTRY_COMPARE(m_desk->live().row(id)->contactTags, contact(id).tags);
    change = {};
    change.attributes[QStringLiteral("Plan")] = QString();
    change.email = QString();
    people.update(key(id), change);
    QTRY_VERIFY(contact(id).attributes.empty());
    QTRY_VERIFY(seen(id).email.isEmpty());
    QCOMPARE(seen(id).name, QStringLiteral("Ada Lovelace"));
    hashesMatch();
}

void tst_DeskPeople::withoutAConnectionItIsSeenAtOnce()
{
    const domain::ConversationId id = held();
    signIn();
    QTRY_COMPARE(seen(id).name, QStringLiteral("Ada"));
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    People people(*m_desk);
    ContactChange change;
    change.name = QStringLiteral("Ada L.");
    change.tags = QStringList{QStringLiteral("new")};
    people.update(key(id), change);
    people.addNote(key(id), QStringLiteral("  calls on Mondays "));
    QTRY_COMPARE(seen(id).name, QStringLiteral("Ada L."));
    QTRY_COMPARE(seen(id).notes.size(), 1U);
    QVERIFY(seen(id).notes.front().id.isNull());
    QCOMPARE(seen(id).notes.front().text, QStringLiteral("calls on Mondays"));
    QCOMPARE(seen(id).notes.front().authorId, m_world->agent(0).id);
    QTRY_COMPARE(m_desk->live().row(id)->contactName, QStringLiteral("Ada L."));
    QCOMPARE(contact(id).name, QStringLiteral("Ada"));
    m_relay->listenAgain();
    QTRY_COMPARE(contact(id).name, QStringLiteral("Ada L."));
    QTRY_COMPARE(seen(id), contact(id));
    QCOMPARE(contact(id).notes.size(), 1U);
}

void tst_DeskPeople::aNoteIsThereOnce()
{
    const domain::ConversationId id = held();
    signIn();
    QTRY_COMPARE(seen(id).name, QStringLiteral("Ada"));
    m_relay->loseAnswers = 1;
    People people(*m_desk);
    people.addNote(key(id), QStringLiteral("careful with glass"));
    people.addNote(key(id), QStringLiteral("   "));
    QTRY_COMPARE(contact(id).notes.size(), 1U);
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QTRY_COMPARE(called("contact.note"), 2);
    QTRY_COMPARE(seen(id), contact(id));
    people.deleteNote(key(id), contact(id).notes.front().id);
    QTRY_VERIFY(contact(id).notes.empty());
    QTRY_VERIFY(seen(id).notes.empty());
}

void tst_DeskPeople::aBlockCanBeTakenBack()
{
    const domain::ConversationId id = held();
    signInThoughtfully();
    QTRY_COMPARE(seen(id).name, QStringLiteral("Ada"));
    People people(*m_desk);
    QSignalSpy wishes(m_desk.get(), &Desk::wishHeld);
    people.setBlocked(key(id), true);
    QTRY_COMPARE(wishes.size(), 1);
    const auto wish = wishes[0][0].value<HeldWish>();
    QCOMPARE(wish.wish, Wish::BlockContact);
    QTRY_VERIFY(m_desk->live().row(id)->blocked);
    QTRY_VERIFY(seen(id).blocked);
    QVERIFY(!contact(id).blocked);
    m_desk->takeBack(wish.id);
    QTRY_VERIFY(!m_desk->live().row(id)->blocked);
    QTRY_VERIFY(!seen(id).blocked);
    people.setBlocked(key(id), true);
    QTRY_COMPARE(wishes.size(), 2);
    m_clock.advance(std::chrono::seconds(6));
    pump();
    QTRY_VERIFY(contact(id).blocked);
    QCOMPARE(called("contact.update"), 1);
}

void tst_DeskPeople::lettingInIsDoneAtOnce()
{
    const domain::ConversationId id = held();
    domain::CorrectContact block;
    block.contact = contact(id).id;
    block.blocked = true;
    QVERIFY(m_world->run(id, block));
    signInThoughtfully();
    QTRY_VERIFY(m_desk->live().row(id));
    QVERIFY(m_desk->live().row(id)->blocked);
    People people(*m_desk);
    people.setBlocked(key(id), false);
    QTRY_VERIFY(!contact(id).blocked);
    QTRY_VERIFY(!m_desk->live().row(id)->blocked);
}

void tst_DeskPeople::twoAreOneUntilTheyAreNot()
{
    const domain::ConversationId first = held();
    const domain::ConversationId second = held(QStringLiteral("A. Lovelace"));
    signIn();
    QTRY_COMPARE(seen(second).name, QStringLiteral("A. Lovelace"));
    People people(*m_desk);
    QSignalSpy kept(m_desk.get(), &Desk::wishKept);
    // Wished where the first is looked at.
    people.merge({first, contact(second).id}, contact(first).id);
    QTRY_COMPARE(contact(second).mergedInto, contact(first).id);
    QTRY_COMPARE(seen(second).mergedInto, contact(first).id);
    QVERIFY(seen(first).mergedInto.isNull());
    QTRY_COMPARE(kept.size(), 1);
    QCOMPARE(kept[0][0].value<Wish>(), Wish::MergeContacts);
    people.split({first, contact(second).id});
    QTRY_VERIFY(contact(second).mergedInto.isNull());
    QTRY_VERIFY(seen(second).mergedInto.isNull());
    hashesMatch();
}

void tst_DeskPeople::aClosedOnesContactIsSeenToChange()
{
    const domain::ConversationId id = held();
    signIn();
    QTRY_COMPARE(seen(id).name, QStringLiteral("Ada"));
    domain::ResolveHandoff resolve;
    resolve.handoffId = m_world->conversation(id)->handoff->id;
    resolve.agent = m_world->agent(0).id;
    QVERIFY(m_world->run(id, resolve));
    m_relay->publish();
    QTRY_VERIFY(!m_desk->live().row(id));
    domain::CorrectContact correct;
    correct.contact = contact(id).id;
    correct.name = QStringLiteral("Ada the late");
    QVERIFY(m_world->run(id, correct));
    m_relay->publish();
    QTRY_COMPARE(seen(id).name, QStringLiteral("Ada the late"));
}

void tst_DeskPeople::spamEndsItQuietly()
{
    const domain::ConversationId id = held();
    signIn();
    QTRY_VERIFY(m_desk->live().row(id));
    const qsizetype before = static_cast<qsizetype>(m_world->messages(id).size());
    People people(*m_desk);
    people.markSpam(id, m_world->conversation(id)->handoff->id, true);
    QTRY_COMPARE(m_world->conversation(id)->handoff->status, domain::HandoffStatus::Resolved);
    QCOMPARE(m_world->conversation(id)->handoff->disposition, QStringLiteral("spam"));
    QVERIFY(contact(id).blocked);
    QCOMPARE(static_cast<qsizetype>(m_world->messages(id).size()), before);
}

void tst_DeskPeople::aTicketByHand()
{
    const domain::ConversationId id = held();
    signInThoughtfully();
    QTRY_VERIFY(m_desk->live().row(id));
    People people(*m_desk);
    QSignalSpy wishes(m_desk.get(), &Desk::wishHeld);
    people.convertToTicket(id, m_world->conversation(id)->handoff->id);
    QTRY_COMPARE(wishes.size(), 1);
    QTRY_VERIFY(m_desk->live().row(id)->leaving);
    m_clock.advance(std::chrono::seconds(6));
    pump();
    QTRY_COMPARE(m_world->conversation(id)->handoff->status, domain::HandoffStatus::ConvertedToTicket);
    QTRY_COMPARE(m_desk->live().row(id)->status, domain::HandoffStatus::ConvertedToTicket);
    QTRY_VERIFY(!m_desk->live().row(id)->leaving);
}

void tst_DeskPeople::whatIsRefusedIsAsItWas()
{
    const domain::ConversationId id = held();
    signIn();
    QTRY_COMPARE(seen(id).name, QStringLiteral("Ada"));
    m_relay->failWith = Error{ErrorCode::Invalid, QStringLiteral("No."), {}, {}};
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    QSignalSpy returned(m_desk.get(), &Desk::noteReturned);
    People people(*m_desk);
    ContactChange change;
    change.name = QStringLiteral("Eve");
    people.update(key(id), change);
    people.addNote(key(id), QStringLiteral("my words"));
    QTRY_COMPARE(failed.size(), 2);
    QTRY_COMPARE(returned.size(), 1);
    QCOMPARE(returned[0][1].toString(), QStringLiteral("my words"));
    QTRY_COMPARE(seen(id).name, QStringLiteral("Ada"));
    QTRY_VERIFY(seen(id).notes.empty());
    QTRY_COMPARE(m_desk->live().row(id)->contactName, QStringLiteral("Ada"));
}

void tst_DeskPeople::theWholePersonIsAskedFor()
{
    const domain::ConversationId first = held();
    const domain::ConversationId second = held(QStringLiteral("A. Lovelace"));
    Json answer = protocol::toJson(contact(first));
    answer["merged"] = Json::array({protocol::toJson(contact(second)), "nonsense"});
    answer["conversations"] = Json::array({protocol::toJson(m_world->conversation(second)->conversation),
                                           protocol::toJson(m_world->conversation(first)->conversation)});
    m_relay->says.insert_or_assign("contact.get", answer);
    signIn();
    People people(*m_desk);
    std::optional<Result<Person>> got;
    people.get(contact(first).id, this, [&got](const Result<Person>& person) { got = person; });
    QTRY_VERIFY(got);
    QVERIFY(*got);
    QCOMPARE((*got)->contact, contact(first));
    QCOMPARE((*got)->merged, std::vector{contact(second)});
    QCOMPARE((*got)->conversations.size(), 2U);
    QCOMPARE((*got)->conversations.front().id, second);
    QCOMPARE(m_relay->calls.back().second.at("contactId"), contact(first).id.text());
    m_relay->says.insert_or_assign("contact.get", Json::array());
    got.reset();
    people.get(contact(first).id, this, [&got](const Result<Person>& person) { got = person; });
    QTRY_VERIFY(got);
    QVERIFY(!*got);
}

void tst_DeskPeople::contactsAreFound()
{
    const domain::ConversationId id = held();
    m_relay->says.insert_or_assign("contact.find",
                                   Json{{"items", Json::array({protocol::toJson(contact(id)), 3})}});
    signIn();
    People people(*m_desk);
    std::optional<Result<std::vector<domain::Contact>>> found;
    const auto take = [&found](const Result<std::vector<domain::Contact>>& answer) {
        found = answer;
    };
    people.find(QStringLiteral("ada"), 10, this, take);
    QTRY_VERIFY(found);
    QCOMPARE(found->value(), std::vector{contact(id)});
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    found.reset();
    people.find(QStringLiteral("ada"), 10, this, take);
    QTRY_VERIFY(found);
    QCOMPARE(found->error().code, ErrorCode::Unavailable);
}

void tst_DeskPeople::blockedStaysOverARestart()
{
    const domain::ConversationId id = held();
    domain::CorrectContact correct;
    correct.contact = contact(id).id;
    correct.blocked = true;
    correct.tags = QStringList{QStringLiteral("late"), QStringLiteral("rude")};
    QVERIFY(m_world->run(id, correct));
    signIn();
    QTRY_VERIFY(m_desk->live().row(id));
    m_relay->goAway();
    restartDesk();
    QSignalSpy shown(m_desk.get(), &Desk::firstRowsShown);
    m_desk->resume(QStringLiteral("default"));
    QTRY_COMPARE(shown.size(), 1);
    QVERIFY(m_desk->live().row(id)->blocked);
    QCOMPARE(m_desk->live().row(id)->contactTags, correct.tags.value());
}

void tst_DeskPeople::whatIsReadBesideIsToldNobody()
{
    const domain::ConversationId looked = held();
    const domain::ConversationId beside = held(QStringLiteral("A. Lovelace"));
    signIn();
    Transcript* main = m_desk->openConversation(looked);
    QTRY_VERIFY(main->isLoaded());
    Transcript* other = m_desk->openBeside(beside);
    QTRY_VERIFY(other->isLoaded());
    QVERIFY(!other->messages().empty());
    m_desk->closeConversation(beside);
    pump();
    QTRY_VERIFY(called("availability.set") > 0);
    QCOMPARE(m_relay->viewed, std::vector{looked.text()});
    // Gone over to, it is told.
    QCOMPARE(m_desk->openBeside(beside), m_desk->openConversation(beside));
    QTRY_COMPARE(m_relay->viewed.size(), 2U);
}

RELEVO_TEST(tst_DeskPeople)
#include "tst_desk_people.moc"
