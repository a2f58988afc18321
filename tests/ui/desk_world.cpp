#include "desk_world.h"

#include "samples.h"

#include <ui/queue/left_column.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/link_bar.h>

#include <domain/priority.h>

#include <QtCore/QCoreApplication>

namespace relevo {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

Timestamp noonToday()
{
    // A fixed time of day, so that pictures and texts do not depend on when they are made.
    const QDateTime noon(QDate::currentDate(), QTime(11, 42, 7));
    return Timestamp(milliseconds(noon.toMSecsSinceEpoch()));
}

} // namespace

DeskWorld::DeskWorld(QObject* parent)
    : QObject(parent), clock(noonToday()), m_ids(clock),
      m_settings(m_folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat),
      m_preferences(m_settings)
{
    theme.setTextScale(textScale);
    m_me.id = m_ids.make<domain::AgentId>();
    m_me.name = QStringLiteral("Ana Torres");
    m_me.email = QStringLiteral("ana@demo.test");
    m_me.availability = domain::Availability::Available;
    m_models = std::make_unique<ui::DeskModels>(live, clock);
    m_window = std::make_unique<ui::MainWindow>(theme, *m_models, m_preferences);
    connect(
        &m_window->desk(), &ui::DeskPage::conversationWanted, this,
        [this](const domain::ConversationId& id) { m_models->look(id.isNull() ? nullptr : transcript(id)); });
}

DeskWorld::~DeskWorld()
{
    m_window.reset();
    qDeleteAll(m_transcripts);
}

void DeskWorld::signIn()
{
    live.setMe(m_me);
    client::LiveBatch batch;
    batch.reset = true;
    domain::Project project;
    project.name = QStringLiteral("Casa Lumen");
    batch.project = project;
    domain::Agent luis;
    luis.id = m_ids.make<domain::AgentId>();
    luis.name = QStringLiteral("Luis Ferrer");
    luis.availability = domain::Availability::Available;
    luis.capacity = 5;
    luis.skills = QStringList{QStringLiteral("billing"), QStringLiteral("refunds")};
    luis.languages = QStringList{QStringLiteral("es"), QStringLiteral("en")};
    domain::Agent bea;
    bea.id = m_ids.make<domain::AgentId>();
    bea.name = QStringLiteral("Beatriz Conceição");
    bea.availability = domain::Availability::Busy;
    bea.languages = QStringList{QStringLiteral("pt")};
    domain::Agent carl;
    carl.id = m_ids.make<domain::AgentId>();
    carl.name = QStringLiteral("Carl Nyström");
    batch.agents = std::vector{m_me, bea, carl, luis};
    batch.teams = std::vector{domain::Team{m_ids.make<domain::TeamId>(), QStringLiteral("Refunds"), {}}};
    live.apply(batch);
    m_window->desk().left().link().setLink({client::LinkState::Online, milliseconds(0), {}});
    m_window->desk().setConnected(true);
    m_window->showDesk();
}

void DeskWorld::put(const client::ConversationRow& row)
{
    client::LiveBatch batch;
    batch.rows.push_back(row);
    live.apply(batch);
}

domain::ConversationId DeskWorld::addUnread()
{
    client::ConversationRow row = *live.row(m_waiting.front());
    row.id = m_ids.make<domain::ConversationId>();
    row.handoffId = m_ids.make<domain::HandoffId>();
    put(row);
    return row.id;
}

client::Transcript* DeskWorld::transcript(const domain::ConversationId& id)
{
    client::Transcript*& known = m_transcripts[id];
    if (!known) {
        known = new client::Transcript(id);
        if (const auto batch = m_pages.constFind(id); batch != m_pages.cend())
            known->apply(*batch);
    }
    return known;
}

void DeskWorld::setTranscript(const domain::ConversationId& id, const client::TranscriptBatch& batch)
{
    m_pages.insert(id, batch);
    if (client::Transcript* open = m_transcripts.value(id))
        open->apply(batch);
}

QDateTime DeskWorld::local(Timestamp at) const
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

void DeskWorld::addWaiting(int count)
{
    client::LiveBatch batch;
    for (int i = 0; i < count; ++i) {
        const samples::Customer& customer = samples::customer(i);
        client::ConversationRow row;
        row.id = m_ids.make<domain::ConversationId>();
        row.contactName = customer.name;
        row.channel = i % 3 == 2 ? QStringLiteral("http") : QStringLiteral("web");
        row.language = customer.language;
        row.handoffId = m_ids.make<domain::HandoffId>();
        row.status = i == ticket ? domain::HandoffStatus::ConvertedToTicket : domain::HandoffStatus::Pending;
        row.triggerType = customer.trigger;
        row.triggerReason = customer.reason;
        row.priority = domain::basePriority(customer.trigger);
        row.requestedAt = clock.now() - seconds(37 + (i * 173) % 560);
        row.responseDueAt = row.requestedAt + minutes(i % 3 == 1 ? 60 : 12);
        row.issue = customer.issue;
        row.lastAuthor = domain::Author::Customer;
        row.lastLine = customer.issue;
        row.lastAt = row.requestedAt;
        row.lastSeq = 100 + i;
        row.vip = i % 6 == 1;
        row.frustration = customer.trigger == domain::TriggerType::Sentiment || i % 5 == 0 ? 0.7 : 0.1;
        row.holder = domain::Holder::Nobody;
        m_waiting.push_back(row.id);
        if (i < 50)
            m_pages.insert(row.id, page(row, i));
        batch.rows.push_back(row);
    }
    live.apply(batch);
    // Many come into the lists in steps.
    while (m_models->inbox.waiting() < static_cast<int>(m_waiting.size()))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void DeskWorld::addMine(int count)
{
    client::LiveBatch batch;
    for (int i = 0; i < count; ++i) {
        const samples::Customer& customer = samples::customer(20 + i);
        client::ConversationRow row;
        row.id = m_ids.make<domain::ConversationId>();
        row.contactName = customer.name;
        row.channel = QStringLiteral("web");
        row.language = customer.language;
        row.handoffId = m_ids.make<domain::HandoffId>();
        row.status = domain::HandoffStatus::Active;
        row.triggerType = customer.trigger;
        row.triggerReason = customer.reason;
        row.requestedAt = clock.now() - minutes(25 + i * 7);
        row.holder = domain::Holder::Agent;
        row.holderAgent = m_me.id;
        row.epoch = 3;
        row.assignedTo = m_me.name;
        row.issue = customer.issue;
        row.lastAuthor = i % 3 == 1 ? domain::Author::Agent : domain::Author::Customer;
        row.lastLine = samples::lastLine(i);
        row.lastAt = clock.now() - minutes(i * (i > 3 ? 500 : 4) + 1);
        row.lastSeq = 500 + i;
        row.unread = i == 0 || i == 2 ? 2 + i * 11 : 0;
        row.unsent = i == 4 ? 1 : 0;
        m_mine.push_back(row.id);
        m_pages.insert(row.id, page(row, 20 + i));
        batch.rows.push_back(row);
    }
    live.apply(batch);
}

void DeskWorld::addOthers()
{
    client::LiveBatch batch;
    const auto made = [this](int sample, domain::HandoffStatus status) {
        const samples::Customer& customer = samples::customer(sample);
        client::ConversationRow row;
        row.id = m_ids.make<domain::ConversationId>();
        row.contactName = customer.name;
        row.channel = QStringLiteral("web");
        row.language = customer.language;
        row.handoffId = m_ids.make<domain::HandoffId>();
        row.status = status;
        row.triggerType = customer.trigger;
        row.triggerReason = customer.reason;
        row.priority = domain::basePriority(customer.trigger);
        row.requestedAt = clock.now() - minutes(4);
        row.issue = customer.issue;
        row.lastAuthor = domain::Author::Customer;
        row.lastLine = customer.issue;
        row.lastAt = clock.now() - minutes(3);
        row.holder = domain::Holder::Nobody;
        m_pages.insert(row.id, page(row, sample));
        return row;
    };
    client::ConversationRow offered = made(7, domain::HandoffStatus::Pending);
    offered.offeredTo = m_me.id;
    offered.offeredUntil = clock.now() + seconds(24);
    offered.vip = true;
    client::ConversationRow team = made(8, domain::HandoffStatus::Active);
    team.holder = domain::Holder::Agent;
    team.holderAgent = live.agents().back().id;
    team.assignedTo = live.agents().back().name;
    client::ConversationRow snoozed = made(10, domain::HandoffStatus::Pending);
    snoozed.snoozedUntil = clock.now() + minutes(25);
    client::ConversationRow resolved = made(11, domain::HandoffStatus::Resolved);
    resolved.resolvedAt = clock.now() - minutes(42);
    resolved.assignedTo = m_me.name;
    batch.rows = {offered, team, snoozed};
    batch.gone = {resolved.id};
    batch.resolved = {resolved};
    live.apply(batch);
}

client::TranscriptBatch DeskWorld::page(const client::ConversationRow& row, int sample)
{
    const samples::Customer& customer = samples::customer(sample);
    client::TranscriptBatch batch;
    batch.conversation = row.id;
    batch.reset = true;
    domain::ConversationState state;
    state.conversation.id = row.id;
    state.conversation.channel = row.channel;
    state.conversation.language = row.language;
    state.conversation.contact.id = m_ids.make<domain::ContactId>();
    state.conversation.contact.name = customer.name;
    state.conversation.contact.email = customer.email;
    state.conversation.contact.phone = customer.phone;
    state.conversation.contact.attributes = customer.attributes;
    state.conversation.openedAt = row.requestedAt - minutes(9);
    state.control = {row.holder, row.holderAgent, row.epoch};
    domain::Handoff handoff;
    handoff.id = row.handoffId;
    handoff.conversationId = row.id;
    handoff.status = row.status;
    handoff.trigger = {row.triggerType, row.triggerReason, 1.0};
    handoff.priority = row.priority;
    handoff.createdAt = row.requestedAt;
    handoff.responseDueAt = row.responseDueAt;
    handoff.summary = samples::summary(customer);
    state.handoff = handoff;
    batch.messages = samples::messages(customer, row, m_me, row.requestedAt, clock.now(), m_ids);
    state.handoff->summary->basedOnSeq = samples::lastSeqBefore(batch.messages, row.requestedAt);
    for (domain::Fact& fact : state.handoff->summary->facts) {
        const auto said =
            std::find_if(batch.messages.begin(), batch.messages.end(), [&fact](const auto& one) {
                return one.author == domain::Author::Customer && one.content.contains(fact.value);
            });
        if (said != batch.messages.end())
            fact.messageId = said->id;
    }
    if (sample == 24)
        batch.waiting = {samples::waitingMessage(row, m_me, clock.now(), m_ids)};
    batch.state = state;
    batch.hasOlder = false;
    batch.readUpTo = row.unread > 0 ? batch.messages.back().seq - 2 : batch.messages.back().seq;
    batch.loadingDone = true;
    return batch;
}

} // namespace relevo
