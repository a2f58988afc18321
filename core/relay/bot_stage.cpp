#include <relay/bot_stage.h>

#include <base/log.h>
#include <domain/channel.h>
#include <domain/rating.h>

#include <algorithm>
#include <limits>

namespace relevo::relay {
namespace {

constexpr int messagesLookedAt = 30;
constexpr std::chrono::seconds stageAgainAfter{2};

/// A bot of the relay may answer in it.
bool isBots(const domain::ConversationState& conversation)
{
    return !domain::comesThroughDoor(conversation.conversation.channel) &&
           conversation.control.holder == domain::Holder::Bot && !conversation.conversation.botOff &&
           !conversation.conversation.contact.blocked;
}

/// The newest messages of the customer that no turn has ended for; those of an agent's time were for the
/// agent.
Result<std::vector<domain::Message>> unanswered(store::Reader& reader, const domain::ProjectId& project,
                                                const domain::ConversationId& conversation,
                                                const std::set<domain::MessageId>& open)
{
    const auto row = reader.bots().session(project, conversation);
    auto messages =
        reader.newestMessages(project, conversation, std::numeric_limits<qint64>::max(), messagesLookedAt);
    if (!row || !messages)
        return std::unexpected(!row ? row.error() : messages.error());
    const qint64 answered = bot::readSession(row->state).value_or(bot::Session{}).answeredSeq;
    std::vector<domain::Message> found;
    bool isOurs = true;
    for (auto message = messages->rbegin(); message != messages->rend(); ++message) {
        const bool others = message->author == domain::Author::Agent ||
                            message->author == domain::Author::System ||
                            (message->author == domain::Author::Bot && row->version == 0);
        isOurs = isOurs && (!others || message->note);
        if (message->author == domain::Author::Customer && !domain::isRating(*message) &&
            message->seq > answered && (isOurs || open.contains(message->id)))
            found.push_back(*message);
    }
    std::reverse(found.begin(), found.end());
    return found;
}

} // namespace

BotStage::BotStage(BotTurnParts parts, QObject* parent) : QObject(parent), m_parts(parts), m_enricher(parts)
{
    m_parts.hub.listenToAll(*this);
    m_again.setSingleShot(true);
    m_again.setInterval(stageAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &BotStage::takeUp);
}

BotStage::~BotStage()
{
    m_parts.hub.leaveAll(*this);
}

Result<BotStage::Interrupted> BotStage::findInterrupted(store::Reader& reader, const std::vector<Key>& held)
{
    const auto openTurns = reader.bots().openTurns();
    if (!openTurns)
        return std::unexpected(openTurns.error());
    std::set<domain::MessageId> open;
    for (const auto& [project, turn] : *openTurns)
        open.insert(turn.id);
    Interrupted interrupted;
    std::set<domain::MessageId> goesOn;
    for (const auto& [project, conversation] : held) {
        auto messages = unanswered(reader, project, conversation, open);
        if (!messages)
            return std::unexpected(messages.error());
        for (domain::Message& message : *messages) {
            goesOn.insert(message.id);
            interrupted.messages.emplace_back(project, std::move(message));
        }
    }
    for (const auto& [project, turn] : *openTurns) {
        if (!goesOn.contains(turn.id))
            interrupted.lost.emplace_back(project, turn);
    }
    return interrupted;
}

void BotStage::start()
{
    m_enricher.start();
    for (const domain::ProjectState* state : m_parts.hub.all()) {
        for (const auto& [id, conversation] : state->conversations) {
            if (conversation.conversation.botOff)
                m_off.emplace(state->project.id, id);
        }
    }
    takeUp();
}

void BotStage::takeUp()
{
    std::vector<Key> held;
    for (const domain::ProjectState* state : m_parts.hub.all()) {
        for (const auto& [id, conversation] : state->conversations) {
            if (isBots(conversation) && state->bots.enabled)
                held.emplace_back(state->project.id, id);
        }
    }
    m_parts.queries.run<Interrupted>(
        this, [held = std::move(held)](store::Reader& reader) { return findInterrupted(reader, held); },
        [this](Result<Interrupted> interrupted) {
            if (!interrupted) {
                qCWarning(logRelay).noquote() << logLine(u"The bots could not look for what was interrupted",
                                                         {{u"reason", interrupted.error().message}});
                m_again.start();
                return;
            }
            for (const auto& [project, message] : interrupted->messages)
                enqueue(project, message);
            for (const auto& [project, turn] : interrupted->lost) {
                if (!this->turn(project, turn.conversation, turn.id))
                    letGo(project, turn);
            }
        });
}

void BotStage::letGo(const domain::ProjectId& project, store::BotTurn turn)
{
    turn.status = store::TurnStatus::Dropped;
    turn.endedAt = m_parts.clock.now();
    turn.dueAt.reset();
    turn.error = QStringLiteral("The relay was ended, and control has changed since.");
    m_parts.pipeline.submit(
        Chore{project,
              [project, turn](store::Journal& journal) { return journal.bots().saveTurn(project, turn); },
              {}});
}

void BotStage::heard(const Published& published)
{
    using enum domain::EventType;
    const domain::Event& event = published.event;
    switch (event.type) {
    case SettingsChanged:
    case BotsChanged:
        forget(published.project);
        break;
    case ConversationOpened:
    case ConversationUpdated:
        heedSwitch({published.project, event.conversationId},
                   std::get<domain::Conversation>(event.data).botOff);
        break;
    case ConversationClosed:
        m_off.erase({published.project, event.conversationId});
        [[fallthrough]];
    case ControlChanged:
        stop({published.project, event.conversationId});
        break;
    case ContactUpdated:
        if (std::get<domain::Contact>(event.data).blocked)
            stop({published.project, event.conversationId});
        break;
    case MessageReceived: {
        const auto& message = std::get<domain::Message>(event.data);
        enqueue(published.project, message);
        m_enricher.enrich(published.project, message);
        break;
    }
    default:
        break;
    }
}

/// Switched on in an agent's time it has nothing to answer: that was theirs.
void BotStage::heedSwitch(const Key& key, bool off)
{
    if (off) {
        m_off.insert(key);
        return;
    }
    if (m_off.erase(key) == 0)
        return;
    const domain::ConversationState* conversation = m_parts.hub.byId(key.first, key.second);
    const domain::ProjectState* state = m_parts.hub.state(key.first);
    if (conversation && isBots(*conversation) && state && state->bots.enabled)
        resume(key);
}

void BotStage::resume(const Key& key)
{
    using Messages = std::vector<domain::Message>;
    m_parts.queries.run<Messages>(
        this, [key](store::Reader& reader) { return unanswered(reader, key.first, key.second, {}); },
        [this, key](const Result<Messages>& messages) {
            if (!messages) {
                qCWarning(logRelay).noquote() << logLine(
                    u"The bot could not look for what it is to answer",
                    {{u"conversationId", key.second.toString()}, {u"reason", messages.error().message}});
                QTimer::singleShot(stageAgainAfter, this, [this, key] { resume(key); });
                return;
            }
            for (const domain::Message& message : *messages)
                enqueue(key.first, message, BotTurn::Dropped::BeginsAnew);
        });
}

void BotStage::enqueue(const domain::ProjectId& project, const domain::Message& message,
                       BotTurn::Dropped dropped)
{
    const domain::ProjectState* state = m_parts.hub.state(project);
    const domain::ConversationState* conversation = m_parts.hub.byId(project, message.conversationId);
    if (domain::isRating(message) || !state || !state->bots.enabled || !conversation ||
        !isBots(*conversation))
        return;
    const Key key{project, message.conversationId};
    Line& line = m_lines[key];
    const auto same = [&message](const Waiting& other) {
        return other.message.id == message.id;
    };
    // Heard of while what was interrupted was being looked for.
    const bool isRunning = line.running && line.running->id() == message.id && !line.running->isDropped();
    if (isRunning || std::ranges::any_of(line.waiting, same))
        return;
    if (line.waiting.size() >= mostWaiting) {
        qCWarning(logRelay).noquote() << logLine(u"A message gets no turn: too many wait",
                                                 {{u"conversationId", message.conversationId.toString()}});
        return;
    }
    // A newer one may have come while those before it were looked for.
    const auto at = std::ranges::upper_bound(line.waiting, message.seq, {},
                                             [](const Waiting& other) { return other.message.seq; });
    line.waiting.insert(at, {message, dropped});
    if (!line.running)
        next(key);
}

void BotStage::next(const Key& key)
{
    Line& line = m_lines[key];
    if (line.running)
        line.running.release()->deleteLater(); // it is just telling us that it is over
    if (line.waiting.empty()) {
        m_lines.erase(key);
        return;
    }
    Waiting& first = line.waiting.front();
    line.running =
        std::make_unique<BotTurn>(m_parts, key.first, std::move(first.message), first.dropped, nullptr);
    line.waiting.pop_front();
    connect(line.running.get(), &BotTurn::finished, this, [this, key] { next(key); });
    line.running->start();
}

void BotStage::stop(const Key& key)
{
    const auto line = m_lines.find(key);
    if (line == m_lines.end())
        return;
    line->second.waiting.clear();
    // Last: it may end at once and take the line with it.
    if (line->second.running)
        line->second.running->drop(QStringLiteral("Control changed."));
}

BotTurn* BotStage::turn(const domain::ProjectId& project, const domain::ConversationId& conversation,
                        const domain::MessageId& id) const
{
    const auto line = m_lines.find({project, conversation});
    const bool isIt = line != m_lines.end() && line->second.running && line->second.running->id() == id;
    return isIt ? line->second.running.get() : nullptr;
}

} // namespace relevo::relay
