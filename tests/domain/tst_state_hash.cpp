#include "domain/world.h"
#include "support/test_main.h"

using namespace relevo;
using namespace relevo::test;

class TestStateHash final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKnown();
    void equalStatesHaveEqualHashes();
    void nullAndEmptyTextsAreEqual();
    void sequenceIsNoPart();
    void everyFieldCounts();
};

namespace {

ConversationId conversationId()
{
    return ConversationId(QUuid(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9));
}

/// A state in which every field has a value.
ProjectState fullState()
{
    CountingIds ids;
    const Timestamp at{milliseconds(1'795'253'400'125)};
    const QString text = QStringLiteral("text");
    ProjectState state;
    state.project = {ids.make<ProjectId>(), text};
    Agent agent{ids.make<AgentId>(),
                text,
                text,
                Role::Agent,
                Availability::Busy,
                {text},
                {text},
                3,
                true,
                at,
                at,
                true,
                true,
                true};
    state.agents[agent.id] = agent;
    const Team team{ids.make<TeamId>(), text, {agent.id}};
    state.teams[team.id] = team;
    ConversationState one;
    one.conversation = {conversationId(),
                        text,
                        text,
                        {ids.make<ContactId>(), text, text, text, {{text, text}}},
                        ConversationStatus::Open,
                        text,
                        at,
                        at,
                        agent.id,
                        at,
                        at,
                        {text}};
    one.control = {Holder::Agent, agent.id, 2};
    Message message;
    message.id = ids.make<MessageId>();
    message.conversationId = conversationId();
    message.seq = 4;
    message.deliveryError = DeliveryError{text, text};
    message.at = at;
    one.lastMessage = message;
    Handoff handoff;
    handoff.id = ids.make<HandoffId>();
    handoff.conversationId = conversationId();
    handoff.assignedTo = AgentRef{agent.id, text};
    handoff.summary.emplace();
    handoff.summary->botTried = QStringList{text};
    handoff.summary->facts.push_back({text, text, message.id});
    handoff.responseDueAt = handoff.notifiedAt = handoff.claimedAt = handoff.activatedAt =
        handoff.resolvedAt = at;
    handoff.createdAt = at;
    handoff.offer = Offer{{agent.id, text}, at};
    handoff.passedBy = {{agent.id, text}};
    handoff.skills = QStringList{text};
    handoff.knownBy = agent.id;
    handoff.snoozedUntil = handoff.remindedAt = at;
    handoff.team = team.id;
    const Promise promise{PromiseState::Running, at, at, at, milliseconds(7)};
    handoff.sla = SlaPromises{{text, 1, 2, 3, 80, true}, promise, promise, promise, false};
    handoff.ratingAskedAt = at;
    handoff.rating = Rating{4, text, at};
    one.handoff = handoff;
    state.conversations.put(conversationId(), one);
    return state;
}

/// The conversation, to be changed in place: the indexes over it are no part of what is hashed.
ConversationState& one(ProjectState& state)
{
    return const_cast<ConversationState&>(state.conversations.at(conversationId()));
}

Agent& agentOf(ProjectState& state)
{
    return state.agents.begin()->second;
}

using Change = std::function<void(ProjectState&)>;

template <typename Get>
Change longer(Get get)
{
    return [get](ProjectState& state) {
        get(state) += QLatin1Char('x');
    };
}

template <typename Get>
Change other(Get get)
{
    return [get](ProjectState& state) {
        get(state) = std::remove_reference_t<decltype(get(state))>(QUuid::createUuid());
    };
}

template <typename Get>
Change later(Get get)
{
    return [get](ProjectState& state) {
        get(state) = Timestamp{milliseconds(1)};
    };
}

template <typename Get>
Change gone(Get get)
{
    return [get](ProjectState& state) {
        get(state).reset();
    };
}

std::vector<Change> projectChanges()
{
    return {
        other([](ProjectState & s) -> auto& { return s.project.id; }),
        longer([](ProjectState & s) -> auto& { return s.project.name; }),
        [](ProjectState& s) { s.settings.enabled = false; },
        [](ProjectState& s) { s.settings.notificationChannel = NotificationChannel::Email; },
        [](ProjectState& s) { s.settings.businessHours.emplace(); },
        [](ProjectState& s) {
            s.settings.businessHours.emplace().timezone = QStringLiteral("Europe/Madrid");
        },
        [](ProjectState& s) {
            s.settings.businessHours.emplace().days[3] = {{1, 2}};
        },
        [](ProjectState& s) { s.settings.businessHours.emplace().holidays = {QStringLiteral("12-25")}; },
        [](ProjectState& s) { s.settings.triggers.wish = false; },
        [](ProjectState& s) { s.settings.triggers.vip = false; },
        [](ProjectState& s) { s.settings.sentimentThreshold = 0.5; },
        [](ProjectState& s) { s.settings.graceMinutes = 6; },
        [](ProjectState& s) { s.settings.idleCloseMinutes = 6; },
        [](ProjectState& s) { s.settings.routing = Routing::LeastBusy; },
        [](ProjectState& s) { s.settings.acceptSeconds = 6; },
        [](ProjectState& s) { s.settings.sla.warnPercent = 6; },
        [](ProjectState& s) { s.settings.sla.policies.emplace_back(); },
        [](ProjectState& s) { s.settings.sla.policies.emplace_back().priorities = {Priority::Low}; },
        [](ProjectState& s) { s.settings.dailySummaryAt = 0; },
        [](ProjectState& s) { ++s.settings.retentionDays; },
        [](ProjectState& s) { ++s.settings.attachmentDays; },
        [](ProjectState& s) { s.settings.retentionRules.emplace_back(); },
        [](ProjectState& s) { s.settings.retentionRules.emplace_back().days = 1; },
        [](ProjectState& s) { s.settings.retentionRules.emplace_back().tags = {QStringLiteral("x")}; },
        [](ProjectState& s) { s.settings.retentionRules.emplace_back().channels = {QStringLiteral("x")}; },
        [](ProjectState& s) { s.settings.escalationKeywords.append(QString()); },
        [](ProjectState& s) { s.settings.escalationKeywords.swapItemsAt(0, 1); },
        [](ProjectState& s) { ++s.settings.failureCountThreshold; },
        [](ProjectState& s) { ++s.settings.responseTimeoutMinutes; },
        longer([](ProjectState & s) -> auto& { return s.settings.handoffMessage; }),
        longer([](ProjectState & s) -> auto& { return s.settings.awayMessage; }),
        longer([](ProjectState & s) -> auto& { return s.settings.resolvedMessage; }),
        [](ProjectState& s) { s.settings.csatEnabled = true; },
        [](ProjectState& s) { s.settings.typingPreview = true; },
        longer([](ProjectState & s) -> auto& { return s.settings.csatMessage; }),
        other([](ProjectState & s) -> auto& { return agentOf(s).id; }),
        longer([](ProjectState & s) -> auto& { return agentOf(s).name; }),
        longer([](ProjectState & s) -> auto& { return agentOf(s).email; }),
        [](ProjectState& s) { agentOf(s).role = Role::Admin; },
        [](ProjectState& s) { agentOf(s).availability = Availability::Away; },
        [](ProjectState& s) { agentOf(s).skills.append(QStringLiteral("x")); },
        [](ProjectState& s) { agentOf(s).languages.clear(); },
        [](ProjectState& s) { ++agentOf(s).capacity; },
        [](ProjectState& s) { agentOf(s).online = false; },
        gone([](ProjectState & s) -> auto& { return agentOf(s).goneAt; }),
        later([](ProjectState & s) -> auto& { return *agentOf(s).lastAssignedAt; }),
        [](ProjectState& s) { agentOf(s).disabled = false; },
        [](ProjectState& s) { agentOf(s).invited = false; },
        [](ProjectState& s) { agentOf(s).totpRequired = false; },
        other([](ProjectState & s) -> auto& { return s.teams.begin()->second.id; }),
        longer([](ProjectState & s) -> auto& { return s.teams.begin()->second.name; }),
        [](ProjectState& s) { s.teams.begin()->second.members.clear(); },
        [](ProjectState& s) { s.teams.clear(); },
        [](ProjectState& s) { s.agents.clear(); },
        [](ProjectState& s) { s.conversations.clear(); },
        [](ProjectState& s) { s.conversations.put(ConversationId(QUuid::createUuid()), {}); },
    };
}

std::vector<Change> conversationChanges()
{
    return {
        other([](ProjectState & s) -> auto& { return one(s).conversation.id; }),
        longer([](ProjectState & s) -> auto& { return one(s).conversation.sessionId; }),
        longer([](ProjectState & s) -> auto& { return one(s).conversation.channel; }),
        other([](ProjectState & s) -> auto& { return one(s).conversation.contact.id; }),
        longer([](ProjectState & s) -> auto& { return one(s).conversation.contact.name; }),
        longer([](ProjectState & s) -> auto& { return one(s).conversation.contact.email; }),
        longer([](ProjectState & s) -> auto& { return one(s).conversation.contact.phone; }),
        [](ProjectState& s) { one(s).conversation.contact.tags.push_back(QStringLiteral("vip")); },
        [](ProjectState& s) { one(s).conversation.contact.blocked = true; },
        other([](ProjectState & s) -> auto& { return one(s).conversation.contact.mergedInto; }),
        [](ProjectState& s) { one(s).conversation.contact.notes.emplace_back(); },
        [](ProjectState& s) { one(s).conversation.contact.attributes[QStringLiteral("y")] = QString(); },
        longer(
            [](ProjectState & s) -> auto& { return one(s).conversation.contact.attributes.begin()->second; }),
        [](ProjectState& s) { one(s).conversation.status = ConversationStatus::Closed; },
        longer([](ProjectState & s) -> auto& { return one(s).conversation.language; }),
        later([](ProjectState & s) -> auto& { return one(s).conversation.openedAt; }),
        later([](ProjectState & s) -> auto& { return *one(s).conversation.closedAt; }),
        gone([](ProjectState & s) -> auto& { return one(s).conversation.closedAt; }),
        [](ProjectState& s) { one(s).control.holder = Holder::Nobody; },
        other([](ProjectState & s) -> auto& { return one(s).control.agent; }),
        [](ProjectState& s) { ++one(s).control.epoch; },
        [](ProjectState& s) { ++one(s).botFailures; },
        [](ProjectState& s) { one(s).frustration = 0.5; },
        gone([](ProjectState & s) -> auto& { return one(s).conversation.customerGoneAt; }),
        other([](ProjectState & s) -> auto& { return one(s).conversation.lastAgent; }),
        gone([](ProjectState & s) -> auto& { return one(s).conversation.idleWarnedAt; }),
        [](ProjectState& s) { one(s).customerWroteAt = Timestamp{}; },
        [](ProjectState& s) { one(s).unansweredSince = Timestamp{}; },
        [](ProjectState& s) { one(s).lastMessage->madeFrom = TemplateUse{}; },
        [](ProjectState& s) { one(s).conversation.botOff = true; },
        [](ProjectState& s) { one(s).conversation.tags.clear(); },
        gone([](ProjectState & s) -> auto& { return one(s).lastMessage; }),
        gone([](ProjectState & s) -> auto& { return one(s).handoff; }),
    };
}

std::vector<Change> messageChanges()
{
    return {
        other([](ProjectState & s) -> auto& { return one(s).lastMessage->id; }),
        other([](ProjectState & s) -> auto& { return one(s).lastMessage->conversationId; }),
        [](ProjectState& s) { ++one(s).lastMessage->seq; },
        [](ProjectState& s) { one(s).lastMessage->author = Author::System; },
        longer([](ProjectState & s) -> auto& { return one(s).lastMessage->authorId; }),
        longer([](ProjectState & s) -> auto& { return one(s).lastMessage->authorName; }),
        longer([](ProjectState & s) -> auto& { return one(s).lastMessage->kind; }),
        longer([](ProjectState & s) -> auto& { return one(s).lastMessage->content; }),
        [](ProjectState& s) { one(s).lastMessage->note = true; },
        [](ProjectState& s) { one(s).lastMessage->botFailed = true; },
        [](ProjectState& s) { one(s).lastMessage->frustration = 0.5; },
        [](ProjectState& s) { ++one(s).lastMessage->repeats; },
        longer([](ProjectState & s) -> auto& { return one(s).lastMessage->clientId; }),
        longer([](ProjectState & s) -> auto& { return one(s).lastMessage->externalId; }),
        [](ProjectState& s) { one(s).lastMessage->delivery = Delivery::Failed; },
        longer([](ProjectState & s) -> auto& { return one(s).lastMessage->deliveryError->code; }),
        longer([](ProjectState & s) -> auto& { return one(s).lastMessage->deliveryError->message; }),
        gone([](ProjectState & s) -> auto& { return one(s).lastMessage->deliveryError; }),
        later([](ProjectState & s) -> auto& { return one(s).lastMessage->at; }),
        [](ProjectState& s) { one(s).lastMessage->attachments.emplace_back(); },
        [](ProjectState& s) { one(s).lastMessage->attachments.emplace_back().size = 1; },
        [](ProjectState& s) { one(s).lastMessage->attachments.emplace_back().name = QStringLiteral("x"); },
        [](ProjectState& s) { one(s).lastMessage->attachments.emplace_back().sha256 = QStringLiteral("x"); },
    };
}

std::vector<Change> handoffChanges()
{
    return {
        other([](ProjectState & s) -> auto& { return one(s).handoff->id; }),
        other([](ProjectState & s) -> auto& { return one(s).handoff->conversationId; }),
        longer([](ProjectState & s) -> auto& { return one(s).handoff->sessionId; }),
        [](ProjectState& s) { one(s).handoff->status = HandoffStatus::Active; },
        [](ProjectState& s) { one(s).handoff->trigger.type = TriggerType::Vip; },
        longer([](ProjectState & s) -> auto& { return one(s).handoff->trigger.reason; }),
        [](ProjectState& s) { one(s).handoff->trigger.score = 0.5; },
        [](ProjectState& s) { one(s).handoff->priority = Priority::Low; },
        [](ProjectState& s) { one(s).handoff->mode = HandoffMode::Async; },
        other([](ProjectState & s) -> auto& { return one(s).handoff->assignedTo->id; }),
        longer([](ProjectState & s) -> auto& { return one(s).handoff->assignedTo->name; }),
        gone([](ProjectState & s) -> auto& { return one(s).handoff->assignedTo; }),
        [](ProjectState& s) { ++one(s).handoff->epoch; },
        gone([](ProjectState & s) -> auto& { return one(s).handoff->summary; }),
        later([](ProjectState & s) -> auto& { return *one(s).handoff->responseDueAt; }),
        later([](ProjectState & s) -> auto& { return one(s).handoff->createdAt; }),
        later([](ProjectState & s) -> auto& { return *one(s).handoff->notifiedAt; }),
        later([](ProjectState & s) -> auto& { return *one(s).handoff->claimedAt; }),
        later([](ProjectState & s) -> auto& { return *one(s).handoff->activatedAt; }),
        gone([](ProjectState & s) -> auto& { return one(s).handoff->resolvedAt; }),
        longer([](ProjectState & s) -> auto& { return one(s).handoff->resolutionNotes; }),
        longer([](ProjectState & s) -> auto& { return one(s).handoff->disposition; }),
        gone([](ProjectState & s) -> auto& { return one(s).handoff->offer; }),
        later([](ProjectState & s) -> auto& { return one(s).handoff->offer->expiresAt; }),
        longer([](ProjectState & s) -> auto& { return one(s).handoff->passedBy[0].reason; }),
        [](ProjectState& s) { one(s).handoff->skills.clear(); },
        other([](ProjectState & s) -> auto& { return one(s).handoff->knownBy; }),
        gone([](ProjectState & s) -> auto& { return one(s).handoff->snoozedUntil; }),
        later([](ProjectState & s) -> auto& { return *one(s).handoff->remindedAt; }),
        [](ProjectState& s) { one(s).handoff->handedBackToBot = true; },
        other([](ProjectState & s) -> auto& { return one(s).handoff->team; }),
        [](ProjectState& s) { one(s).handoff->awaited = true; },
        [](ProjectState& s) { one(s).handoff->wokenAt = Timestamp{}; },
        gone([](ProjectState & s) -> auto& { return one(s).handoff->ratingAskedAt; }),
        gone([](ProjectState & s) -> auto& { return one(s).handoff->rating; }),
        [](ProjectState& s) { ++one(s).handoff->rating->score; },
        longer([](ProjectState & s) -> auto& { return one(s).handoff->rating->comment; }),
        later([](ProjectState & s) -> auto& { return one(s).handoff->rating->at; }),
    };
}

SlaPromises& slaOf(ProjectState& state)
{
    return *one(state).handoff->sla;
}

std::vector<Change> slaChanges()
{
    return {
        gone([](ProjectState & s) -> auto& { return one(s).handoff->sla; }),
        longer([](ProjectState & s) -> auto& { return slaOf(s).terms.policy; }),
        [](ProjectState& s) { ++slaOf(s).terms.firstResponseMinutes; },
        [](ProjectState& s) { ++slaOf(s).terms.nextResponseMinutes; },
        [](ProjectState& s) { ++slaOf(s).terms.resolutionMinutes; },
        [](ProjectState& s) { ++slaOf(s).terms.warnPercent; },
        [](ProjectState& s) { slaOf(s).terms.businessTime = false; },
        gone([](ProjectState & s) -> auto& { return slaOf(s).firstResponse; }),
        gone([](ProjectState & s) -> auto& { return slaOf(s).nextResponse; }),
        gone([](ProjectState & s) -> auto& { return slaOf(s).resolution; }),
        [](ProjectState& s) { slaOf(s).resolution->state = PromiseState::Met; },
        gone([](ProjectState & s) -> auto& { return slaOf(s).resolution->dueAt; }),
        gone([](ProjectState & s) -> auto& { return slaOf(s).resolution->warnAt; }),
        later([](ProjectState & s) -> auto& { return *slaOf(s).resolution->doneAt; }),
        [](ProjectState& s) { slaOf(s).resolution->left = {}; },
        [](ProjectState& s) { slaOf(s).answered = true; },
    };
}

Summary& summaryOf(ProjectState& state)
{
    return *one(state).handoff->summary;
}

std::vector<Change> summaryChanges()
{
    return {
        longer([](ProjectState & s) -> auto& { return summaryOf(s).customerName; }),
        longer([](ProjectState & s) -> auto& { return summaryOf(s).customerEmail; }),
        longer([](ProjectState & s) -> auto& { return summaryOf(s).customerPhone; }),
        [](ProjectState& s) { ++summaryOf(s).durationSeconds; },
        [](ProjectState& s) { ++summaryOf(s).messageCount; },
        longer([](ProjectState & s) -> auto& { return summaryOf(s).mainIssue; }),
        [](ProjectState& s) { summaryOf(s).botTried.append(QStringLiteral("x")); },
        longer([](ProjectState & s) -> auto& { return summaryOf(s).whyEscalated; }),
        longer([](ProjectState & s) -> auto& { return summaryOf(s).sentimentLabel; }),
        [](ProjectState& s) { summaryOf(s).sentimentScore = 0.25; },
        longer([](ProjectState & s) -> auto& { return summaryOf(s).suggestedAction; }),
        longer([](ProjectState & s) -> auto& { return summaryOf(s).facts[0].kind; }),
        longer([](ProjectState & s) -> auto& { return summaryOf(s).facts[0].value; }),
        other([](ProjectState & s) -> auto& { return summaryOf(s).facts[0].messageId; }),
        [](ProjectState& s) { summaryOf(s).facts.clear(); },
        longer([](ProjectState & s) -> auto& { return summaryOf(s).openQuestion; }),
        longer([](ProjectState & s) -> auto& { return summaryOf(s).language; }),
        longer([](ProjectState & s) -> auto& { return summaryOf(s).engine; }),
        [](ProjectState& s) { ++summaryOf(s).basedOnSeq; },
    };
}

} // namespace

void TestStateHash::isKnown()
{
    const QString hash = stateHash(fullState());
    QCOMPARE(hash.size(), 64);
    // Relay and desktop may be built apart: the value for a given state must not change by accident.
    QCOMPARE(hash, QStringLiteral("682ef306686b5678d14658084a0ca49412ae5fe7dd0f2c03931720cab7efeb9b"));
}

void TestStateHash::equalStatesHaveEqualHashes()
{
    QVERIFY(fullState() == fullState());
    QCOMPARE(stateHash(fullState()), stateHash(fullState()));
}

void TestStateHash::nullAndEmptyTextsAreEqual()
{
    ProjectState empty = fullState();
    empty.project.name = QLatin1String("");
    ProjectState null = fullState();
    null.project.name = QString();
    QVERIFY(empty == null);
    QCOMPARE(stateHash(empty), stateHash(null));
}

void TestStateHash::sequenceIsNoPart()
{
    ProjectState state = fullState();
    state.seq = 77;
    QCOMPARE(stateHash(state), stateHash(fullState()));
}

void TestStateHash::everyFieldCounts()
{
    const ProjectState original = fullState();
    std::map<QString, int> seen{{stateHash(original), -1}};
    int number = 0;
    for (const auto& changes : {projectChanges(), conversationChanges(), messageChanges(), handoffChanges(),
                                slaChanges(), summaryChanges()}) {
        for (const Change& change : changes) {
            ProjectState state = original;
            change(state);
            QVERIFY2(state != original, qPrintable(QString::number(number)));
            const auto [known, isNew] = seen.emplace(stateHash(state), number);
            QVERIFY2(isNew, qPrintable(QStringLiteral("%1 and %2").arg(number).arg(known->second)));
            ++number;
        }
    }
    QCOMPARE(number, 185);
}

RELEVO_TEST(TestStateHash)
#include "tst_state_hash.moc"
