#include "domain/world.h"
#include "support/test_main.h"

#include <domain/routing.h>
#include <domain/timers.h>

using namespace relevo;
using namespace relevo::test;

/// Agents as their admins see them: standing, teams, and what becomes of the work of somebody who is
/// disabled.
class TestPeople final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastAdminStays();
    void anInvitedAdminDoesNotCount();
    void sayingTheSameAgainChangesNothing();
    void whoIsDisabledHoldsNothing();
    void whoIsDisabledIsOfferedNothing();
    void teamsHaveNamesAndMembersOfTheirOwn();
    void onlyTheTeamIsAsked();
    void backToEverybody();
    void aTeamThatIsGoneIsEverybody();
    void acceptingAnInvitationJoins();
};

namespace {

UpdateAgent role(AgentId agent, Role role)
{
    UpdateAgent command;
    command.agent = agent;
    command.role = role;
    return command;
}

UpdateAgent disabled(AgentId agent, bool on = true)
{
    UpdateAgent command;
    command.agent = agent;
    command.disabled = on;
    return command;
}

void setRouting(World& world, Routing routing)
{
    Settings settings = world.live.settings;
    settings.routing = routing;
    world.must(ChangeSettings{settings});
}

TeamId addTeam(World& world, const QString& name, std::vector<AgentId> members)
{
    const TeamId id = world.ids.make<TeamId>();
    world.must(CreateTeam{{id, name, std::move(members)}});
    return id;
}

TransferHandoff toTeam(HandoffId handoff, TeamId team)
{
    TransferHandoff command;
    command.handoffId = handoff;
    command.mayMoveOthers = true;
    command.team = team;
    return command;
}

Fit fitOf(const World& world, ConversationId id, AgentId agent)
{
    for (const Consideration& one : consider(world.live, *world.conversation(id))) {
        if (one.agent == agent)
            return one.fit;
    }
    qFatal("nobody");
}

} // namespace

void TestPeople::theLastAdminStays()
{
    World world;
    const AgentId eva = world.addAgent(QStringLiteral("Eva"));
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    world.must(role(eva, Role::Admin));
    QVERIFY(world.run(role(eva, Role::Agent)).error().code == ErrorCode::Conflict);
    QVERIFY(world.run(disabled(eva)).error().code == ErrorCode::Conflict);
    world.must(role(ana, Role::Admin));
    world.must(disabled(eva));
    QVERIFY(world.run(role(ana, Role::Supervisor)).error().code == ErrorCode::Conflict);
    world.must(disabled(eva, false));
    world.must(role(ana, Role::Supervisor));
    // Where there is no admin at all, nobody is kept from leaving.
    World without;
    const AgentId luis = without.addAgent(QStringLiteral("Luis"));
    without.must(disabled(luis));
}

void TestPeople::anInvitedAdminDoesNotCount()
{
    World world;
    const AgentId eva = world.addAgent(QStringLiteral("Eva"));
    world.must(role(eva, Role::Admin));
    Agent bo;
    bo.id = world.ids.make<AgentId>();
    bo.email = QStringLiteral("bo@example.com");
    bo.role = Role::Admin;
    bo.invited = true;
    world.must(CreateAgent{bo});
    QVERIFY(world.run(disabled(eva)).error().code == ErrorCode::Conflict);
    world.must(RecordAccess{{AccessKind::InviteAccepted, bo.id, {}, {}, {}}});
    world.must(disabled(eva));
}

void TestPeople::sayingTheSameAgainChangesNothing()
{
    World world;
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    QVERIFY(typesOf(world.must(disabled(ana))) == std::vector{EventType::AgentDisabled});
    QVERIFY(world.must(disabled(ana)).empty());
    QVERIFY(typesOf(world.must(disabled(ana, false))) == std::vector{EventType::AgentEnabled});
    UpdateAgent rename;
    rename.agent = ana;
    rename.name = QStringLiteral("Ana Torres");
    QVERIFY(typesOf(world.must(rename)) == std::vector{EventType::AgentUpdated});
    QVERIFY(world.must(rename).empty());
    QVERIFY(world.live.agents.at(ana).availability == Availability::Away);
}

void TestPeople::whoIsDisabledHoldsNothing()
{
    World world;
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    const AgentId bo = world.addAgent(QStringLiteral("Bo"));
    const ConversationId id = world.say(QStringLiteral("hi"));
    const HandoffId handoff = world.ask(id);
    world.claim(id, handoff, ana);
    world.must(SendMessage{handoff, world.ref(ana), QStringLiteral("Hello"), {}, {}}, id);
    world.must(disabled(ana));
    // Due now, however long the project lets a customer wait for somebody who has only lost the connection.
    const std::optional<Timestamp> due = nextDue(world.live, *world.conversation(id));
    QVERIFY(due && *due <= world.now);
    world.must(Tick{}, id);
    QVERIFY(world.conversation(id)->handoff->status == HandoffStatus::Pending);
    QVERIFY(world.conversation(id)->control.holder == Holder::Nobody);
    QVERIFY(world.run(ClaimHandoff{handoff, world.ref(ana)}, id).error().code == ErrorCode::Forbidden);
    TransferHandoff back{handoff, {}, true, ana, false, {}};
    QVERIFY(world.run(back, id).error().code == ErrorCode::Forbidden);
    QVERIFY(world.run(SetAvailability{ana, Availability::Available}).error().code == ErrorCode::Forbidden);
    world.claim(id, handoff, bo);
}

void TestPeople::whoIsDisabledIsOfferedNothing()
{
    World world;
    setRouting(world, Routing::RoundRobin);
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    const AgentId bo = world.addAgent(QStringLiteral("Bo"));
    const ConversationId id = world.say(QStringLiteral("hi"));
    world.ask(id);
    const AgentId first = world.conversation(id)->handoff->offer->agent.id;
    world.must(disabled(first));
    world.must(Tick{}, id);
    QVERIFY(world.conversation(id)->handoff->offer->agent.id == (first == ana ? bo : ana));
    QVERIFY(fitOf(world, id, first) == Fit::Disabled);
}

void TestPeople::teamsHaveNamesAndMembersOfTheirOwn()
{
    World world;
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    const AgentId bo = world.addAgent(QStringLiteral("Bo"));
    const TeamId team = addTeam(world, QStringLiteral("Returns"), {bo, ana, bo});
    QVERIFY(world.live.teams.at(team).members == (std::vector{std::min(ana, bo), std::max(ana, bo)}));
    const auto same = world.run(CreateTeam{{world.ids.make<TeamId>(), QStringLiteral("RETURNS"), {}}});
    QVERIFY(same.error().code == ErrorCode::Conflict);
    const auto stranger = world.run(UpdateTeam{team, {}, std::vector{world.ids.make<AgentId>()}});
    QVERIFY(stranger.error().code == ErrorCode::NotFound);
    QVERIFY(world.must(UpdateTeam{team, QStringLiteral("Returns"), {}}).empty());
    world.must(UpdateTeam{team, QStringLiteral("returns"), std::vector{ana}});
    QCOMPARE(world.live.teams.at(team).name, QStringLiteral("returns"));
    world.must(DeleteTeam{team});
    QVERIFY(world.live.teams.empty());
    QVERIFY(world.run(DeleteTeam{team}).error().code == ErrorCode::NotFound);
}

void TestPeople::onlyTheTeamIsAsked()
{
    World world;
    setRouting(world, Routing::RoundRobin);
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    const AgentId bo = world.addAgent(QStringLiteral("Bo"));
    const TeamId team = addTeam(world, QStringLiteral("Returns"), {bo});
    const ConversationId id = world.say(QStringLiteral("hi"));
    const HandoffId handoff = world.ask(id);
    world.claim(id, handoff, ana);
    const qint64 epoch = world.conversation(id)->control.epoch;
    world.must(toTeam(handoff, team), id);
    const Handoff& waits = *world.conversation(id)->handoff;
    QVERIFY(waits.status == HandoffStatus::Pending && waits.team == team && !waits.assignedTo);
    QVERIFY(waits.knownBy == ana); // who would else be asked first
    QVERIFY(waits.offer && waits.offer->agent.id == bo);
    QVERIFY(fitOf(world, id, ana) == Fit::Team);
    QCOMPARE(world.conversation(id)->control.epoch, epoch + 1);
    // It came back by itself: it still waits for the team.
    world.claim(id, handoff, bo);
    world.must(disabled(bo));
    world.must(Tick{}, id);
    QVERIFY(world.conversation(id)->handoff->team == team);
    QVERIFY(!world.conversation(id)->handoff->offer);
    QVERIFY(world.run(toTeam(handoff, world.ids.make<TeamId>()), id).error().code == ErrorCode::NotFound);
    // Whoever holds nothing moves nothing.
    TransferHandoff byAna = toTeam(handoff, team);
    byAna.by = world.ref(ana);
    byAna.mayMoveOthers = false;
    QVERIFY(world.run(byAna, id).error().code == ErrorCode::Forbidden);
}

void TestPeople::backToEverybody()
{
    World world;
    const TeamId team = addTeam(world, QStringLiteral("Returns"), {});
    const ConversationId id = world.say(QStringLiteral("hi"));
    const HandoffId handoff = world.ask(id);
    world.must(MarkNotified{handoff}, id);
    const std::vector<Event> moved = world.must(toTeam(handoff, team), id);
    // It waited already: the customer is told nothing, and nobody's turn to speak is over.
    QVERIFY(typesOf(moved) == std::vector{EventType::HandoffTransferred});
    QVERIFY(world.conversation(id)->handoff->status == HandoffStatus::Pending);
    QVERIFY(world.must(toTeam(handoff, team), id).empty());
    TransferHandoff back{handoff, {}, true, {}, false, {}};
    world.must(back, id);
    QVERIFY(world.conversation(id)->handoff->team.isNull());
    QVERIFY(world.must(back, id).empty());
}

void TestPeople::aTeamThatIsGoneIsEverybody()
{
    World world;
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    const TeamId team = addTeam(world, QStringLiteral("Returns"), {});
    const ConversationId id = world.say(QStringLiteral("hi"));
    world.must(toTeam(world.ask(id), team), id);
    QVERIFY(fitOf(world, id, ana) == Fit::Team);
    world.must(DeleteTeam{team});
    QVERIFY(fitOf(world, id, ana) == Fit::Fits);
}

void TestPeople::acceptingAnInvitationJoins()
{
    World world;
    Agent bo;
    bo.id = world.ids.make<AgentId>();
    bo.email = QStringLiteral("bo@example.com");
    bo.invited = true;
    world.must(CreateAgent{bo});
    const std::vector<Event> events =
        world.must(RecordAccess{{AccessKind::InviteAccepted, bo.id, {}, {}, {}}});
    QVERIFY(typesOf(events) == (std::vector{EventType::AccessChanged, EventType::AgentUpdated}));
    QVERIFY(!world.live.agents.at(bo.id).invited);
    const AccessChange nobody{AccessKind::PasswordReset, world.ids.make<AgentId>(), {}, {}, {}};
    QVERIFY(world.run(RecordAccess{nobody}).error().code == ErrorCode::NotFound);
}

RELEVO_TEST(TestPeople)
#include "tst_people.moc"
