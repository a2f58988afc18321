#include <relay/bot_turn.h>

#include <assist/language.h>
#include <base/log.h>
#include <bot/webhook_bot.h>
#include <domain/notices.h>
#include <relay/bot_turn_answer.h>
#include <relay/wishes.h>

#include <QtCore/QPointer>

#include <algorithm>

namespace relevo::relay {
namespace {

constexpr std::size_t toldToModel = 6; ///< messages before the one it places
constexpr std::chrono::seconds turnAgainAfter{2};
constexpr milliseconds lookAtTurnEvery{1'000};
constexpr int mostRuns = 3;

} // namespace

BotTurn::BotTurn(BotTurnParts parts, const domain::ProjectId& project, domain::Message message,
                 Dropped dropped, QObject* parent)
    : QObject(parent), m_parts(parts), m_project(project), m_message(std::move(message)),
      m_whenDropped(dropped)
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &BotTurn::lookAtTime);
    m_again.setSingleShot(true);
    m_again.setInterval(turnAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &BotTurn::load);
}

void BotTurn::start()
{
    // Once the event that brought the message, and those it caused, are all folded in.
    QTimer::singleShot(0, this, &BotTurn::load);
}

const domain::ConversationState* BotTurn::conversation() const
{
    const domain::ConversationState* state = m_parts.hub.byId(m_project, m_message.conversationId);
    const bool mine = state && state->control.holder == domain::Holder::Bot && !state->conversation.botOff;
    return mine ? state : nullptr;
}

void BotTurn::end()
{
    if (std::exchange(m_ended, true))
        return;
    m_due.stop();
    m_again.stop();
    Q_EMIT finished();
}

/// Where there is a model, and more than one lane to choose from.
bool BotTurn::mayAskModel() const
{
    const domain::ProjectState* state = m_parts.hub.state(m_project);
    return m_parts.model && state && state->bots.askModel && state->bots.lanes.size() > 1;
}

/// Only programs and the model are told what was said before.
bool BotTurn::isToldHistory() const
{
    const domain::ProjectState* state = m_parts.hub.state(m_project);
    return mayAskModel() || (state && std::ranges::any_of(state->bots.bots, [](const domain::BotEntry& bot) {
                                 return bot.kind == domain::BotKind::Webhook;
                             }));
}

void BotTurn::load()
{
    const auto query = [project = m_project, conversation = m_message.conversationId, id = m_message.id,
                        seq = m_message.seq,
                        most = isToldHistory() ? historyRead : 0](store::Reader& reader) -> Result<Loaded> {
        auto session = reader.bots().session(project, conversation);
        auto turn = reader.bots().turn(project, id);
        auto history = reader.newestMessages(project, conversation, seq, most);
        if (!session || !turn || !history)
            return std::unexpected(!session ? session.error() : !turn ? turn.error() : history.error());
        std::erase_if(*history, [](const domain::Message& message) { return message.note; });
        return Loaded{std::move(*session), std::move(*turn), std::move(*history)};
    };
    m_parts.queries.run<Loaded>(this, query, [this](Result<Loaded> result) {
        if (m_ended)
            return;
        if (result) {
            loaded(std::move(*result));
            return;
        }
        qCWarning(logRelay).noquote()
            << logLine(u"A turn could not be begun",
                       {{u"turnId", id().toString()}, {u"reason", result.error().message}});
        m_again.start();
    });
}

void BotTurn::loaded(Loaded loaded)
{
    m_row = std::move(loaded.session);
    m_history = std::move(loaded.history);
    Result<bot::Session> session = bot::readSession(m_row.state);
    if (!session)
        qCWarning(logRelay).noquote()
            << logLine(u"A session begins anew", {{u"conversationId", m_message.conversationId.toString()},
                                                  {u"reason", session.error().message}});
    m_session = session.value_or(bot::Session{});
    const domain::ConversationState* state = conversation();
    m_reopened = loaded.turn && loaded.turn->status == store::TurnStatus::Dropped &&
                 m_whenDropped == Dropped::BeginsAnew;
    // The bot that was switched off in the middle of a turn has what it had asked then.
    const bool goesOn = m_reopened && loaded.turn->epoch == m_session.epoch;
    if (state && state->control.epoch != m_session.epoch && !goesOn)
        forgetQuestions();
    if (loaded.turn && !m_reopened) {
        m_turn = *loaded.turn;
        if (!m_turn.isOpen()) {
            end(); // it had been answered before
            return;
        }
        if (!state || state->control.epoch != m_turn.epoch) {
            drop(QStringLiteral("Control changed."));
            return;
        }
        if (m_turn.status == store::TurnStatus::Waiting) {
            waitForAnswer();
            return;
        }
        ask(); // begun before a restart: its lane stays
        return;
    }
    if (!state || state->conversation.status != domain::ConversationStatus::Open) {
        end();
        return;
    }
    m_turn.id = m_message.id;
    m_turn.conversation = m_message.conversationId;
    m_turn.startedAt = m_parts.clock.now();
    m_turn.epoch = state->control.epoch;
    decideLane();
}

/// Somebody else has spoken since: what a built-in bot had asked is over. A program's memory is its own.
void BotTurn::forgetQuestions()
{
    m_session.asked = false;
    const domain::BotSettings& bots = m_parts.hub.state(m_project)->bots;
    for (const QString& name : m_session.memories.keys()) {
        const domain::BotEntry* entry = bots.find(name);
        if (!entry || entry->kind != domain::BotKind::Webhook)
            m_session.memories.remove(name);
    }
}

void BotTurn::decideLane()
{
    const domain::ProjectState& project = *m_parts.hub.state(m_project);
    const bot::FaqBot* faq = m_parts.shelf.faq(m_project);
    const QString& language = conversation()->conversation.language;
    bot::Intent intent = bot::route(m_message.content, project.bots, m_session,
                                    faq && faq->knows(m_message.content, language));
    if (intent.sure || !mayAskModel())
        take(std::move(intent));
    else
        askModel(intent);
}

void BotTurn::askModel(const bot::Intent& byRules)
{
    // What is on record when control changes before it answers.
    m_turn.lane = byRules.lane;
    m_turn.decidedBy = byRules.decidedBy;
    m_turn.reason = byRules.reason;
    assist::LaneQuestion question;
    question.talk.conversation = conversation()->conversation;
    const std::size_t told = std::min(m_history.size(), toldToModel);
    question.talk.messages.assign(m_history.end() - static_cast<std::ptrdiff_t>(told), m_history.end());
    question.talk.messages.push_back(m_message);
    for (const auto& [lane, bot] : m_parts.hub.state(m_project)->bots.lanes)
        question.lanes.push_back({lane, bot});
    if (byRules.decidedBy == QLatin1String("lane"))
        question.present = byRules.lane;
    m_parts.model->chooseLane(question, this,
                              [this, byRules](const Result<std::optional<domain::Lane>>& chosen) {
                                  if (!m_ended && !m_replied) // or else control changed meanwhile
                                      take(bot::afterModel(byRules, m_parts.model->engine(), chosen));
                              });
}

void BotTurn::take(bot::Intent intent)
{
    const domain::BotSettings& bots = m_parts.hub.state(m_project)->bots;
    auto lane = bots.lanes.find(intent.lane);
    if (lane == bots.lanes.end() && intent.lane != domain::Lane::Info) {
        intent.reason += QStringLiteral("; the lane has no bot");
        intent.lane = domain::Lane::Info;
        lane = bots.lanes.find(intent.lane);
    }
    m_aside = intent.aside;
    m_turn.lane = intent.lane;
    m_turn.decidedBy = intent.decidedBy;
    m_turn.reason = intent.reason;
    if (lane == bots.lanes.end()) {
        record(store::TurnStatus::Dropped, QStringLiteral("No bot has this lane."), [this] { end(); });
        return;
    }
    m_turn.bot = lane->second;
    const domain::BotEntry* entry = bots.find(m_turn.bot);
    const bool isOutside =
        entry && (entry->kind == domain::BotKind::Webhook ||
                  (entry->kind == domain::BotKind::Orders && !bots.orders.cancelUrl.isEmpty()));
    if (!isOutside && !m_reopened) {
        ask();
        return;
    }
    // Written down before it leaves, so that a restart knows of it.
    record(store::TurnStatus::Running, {}, [this] { ask(); });
}

void BotTurn::ask()
{
    if (m_replied)
        return; // dropped while its beginning was written down
    bot::Bot* bot = m_parts.shelf.find(m_project, m_turn.bot);
    const domain::ConversationState* state = conversation();
    if (!state) {
        drop(QStringLiteral("Control changed."));
        return;
    }
    if (!bot) {
        replied(noAnswer(QStringLiteral("There is no such bot any more."), 0));
        return;
    }
    bot::Turn turn;
    turn.id = m_turn.id;
    turn.conversation = m_turn.conversation;
    turn.sessionId = state->conversation.sessionId;
    turn.text = m_message.content;
    turn.attachments = m_message.attachments;
    turn.language = state->conversation.language.isEmpty() ? assist::detectLanguage(m_message.content)
                                                           : state->conversation.language;
    turn.contact = state->conversation.contact;
    turn.lane = m_turn.lane;
    const domain::Settings& settings = m_parts.hub.state(m_project)->settings;
    turn.people = settings.enabled;
    turn.wishes = hearsWishes(settings);
    turn.failures = state->botFailures;
    turn.history = m_history;
    turn.memory = m_session.memories[m_turn.bot].toObject();
    turn.acting = [guard = QPointer<BotTurn>(this)] {
        if (guard)
            guard->m_acting = true;
    };
    bot->answer(turn, this, [this](bot::Reply reply) {
        if (m_ended || m_replied)
            return; // its later answer was faster
        m_turn.attempts = reply.attempts;
        if (!reply.isLater) {
            replied(std::move(reply));
            return;
        }
        const domain::BotEntry* entry = m_parts.hub.state(m_project)->bots.find(m_turn.bot);
        m_turn.dueAt = m_parts.clock.now() + std::chrono::seconds(entry ? entry->answerSeconds : 0);
        record(store::TurnStatus::Waiting, {}, [this] { waitForAnswer(); });
    });
}

void BotTurn::waitForAnswer()
{
    if (m_replied)
        return;
    // Not to the end in one sleep: a clock that is set, or a machine that slept, is noticed.
    const milliseconds left = m_turn.dueAt.value_or(Timestamp{}) - m_parts.clock.now();
    m_due.start(std::clamp(left, milliseconds(0), lookAtTurnEvery));
}

void BotTurn::lookAtTime()
{
    if (m_turn.dueAt.value_or(Timestamp{}) > m_parts.clock.now()) {
        waitForAnswer();
        return;
    }
    replied(noAnswer(QStringLiteral("Its later answer did not come in time."), m_turn.attempts));
}

void BotTurn::answerLater(const QByteArray& json, std::function<void(Result<std::string>)> done)
{
    Result<bot::Reply> reply = bot::webhookReply(json, m_session.memories[m_turn.bot].toObject());
    if (!reply) {
        done(std::unexpected(reply.error()));
        return;
    }
    if (m_turn.bot.isEmpty()) {
        done(failure(ErrorCode::Unavailable, QStringLiteral("The turn is just beginning."),
                     QStringLiteral("Send the answer again in a second.")));
        return;
    }
    if (Result<void> known = knowsTeam(*reply); !known) {
        done(std::unexpected(known.error()));
        return;
    }
    // Of two answers the first is written, and the second gets what became of it.
    m_replied = true;
    m_due.stop();
    reply->attempts = m_turn.attempts;
    write(std::move(*reply), std::move(done));
}

void BotTurn::replied(bot::Reply reply)
{
    if (std::exchange(m_replied, true))
        return;
    if (const Result<void> known = knowsTeam(reply); !known)
        reply = noAnswer(known.error().message, reply.attempts);
    write(std::move(reply), {});
}

/// The team of the handoff that it asks for is the project's.
Result<void> BotTurn::knowsTeam(const bot::Reply& reply) const
{
    const domain::ProjectState* state = m_parts.hub.state(m_project);
    if (reply.team.isNull() || (state && state->teams.contains(reply.team)))
        return {};
    return failure(ErrorCode::Invalid, QStringLiteral("\"handoff.teamId\" names no team."),
                   QStringLiteral("GET /api/teams lists them."),
                   {{QStringLiteral("field"), QStringLiteral("handoff.teamId")}});
}

void BotTurn::write(bot::Reply reply, std::function<void(Result<std::string>)> done)
{
    const domain::ConversationState* state = conversation();
    if (!state) {
        const Error stale{ErrorCode::StaleControl,
                          QStringLiteral("The bot does not have this conversation any more."),
                          QStringLiteral("Its answer was not sent."),
                          {}};
        written(std::unexpected(stale), reply, done);
        return;
    }
    if (reply.failed && reply.messages.isEmpty())
        reply.messages = {domain::botFailedNotice(state->conversation.language,
                                                  hearsWishes(m_parts.hub.state(m_project)->settings))};
    const Timestamp now = m_parts.clock.now();
    store::BotTurn turn = m_turn;
    turn.status = reply.failed ? store::TurnStatus::Failed : store::TurnStatus::Answered;
    turn.endedAt = now;
    turn.dueAt.reset();
    turn.error = reply.error;
    turn.attempts = reply.attempts;
    bot::Session next = m_session;
    if (!m_aside) {
        next.lane = turn.lane;
        next.bot = turn.bot;
        next.asked = reply.asked && !reply.handoff;
    }
    next.epoch = turn.epoch;
    next.memories[turn.bot] = reply.memory;
    if (reply.memory.isEmpty())
        next.memories.remove(turn.bot);
    next.answeredSeq = std::max(next.answeredSeq, m_message.seq);
    Submission submission{m_project,
                          {{QStringLiteral("bot:") + turn.id.toString()}},
                          {domain::ActorType::Bot, {}, turn.bot},
                          turn.conversation,
                          domain::AnswerTurn{turn.epoch, reply.messages, reply.failed, reply.answered,
                                             reply.contact, reply.handoff, reply.priority, reply.skills,
                                             reply.team, reply.broken},
                          [id = turn.id, failed = reply.failed](const Outcome& outcome) {
                              return answerOf(outcome, id, failed);
                          },
                          {}};
    submission.check = [project = m_project, turn, version = m_row.version,
                        cancel = reply.cancelOrder](store::Journal& journal) {
        return stillStands(journal, project, turn, version, cancel);
    };
    submission.rows = [project = m_project, turn, version = m_row.version, session = bot::writeSession(next),
                       cancel = reply.cancelOrder, now](store::Journal& journal) -> Result<void> {
        if (Result<void> saved = journal.bots().saveTurn(project, turn); !saved)
            return saved;
        if (!cancel.isEmpty()) {
            if (Result<void> done = cancelOrder(journal, project, cancel, now); !done)
                return done;
        }
        return journal.bots().saveSession(project, turn.conversation, version, session, now);
    };
    const QPointer<BotTurn> guard(this);
    submission.done = [guard, reply = std::move(reply),
                       done = std::move(done)](const Result<std::string>& answer) {
        if (guard)
            guard->written(answer, reply, done);
        else if (done)
            done(answer);
    };
    m_parts.pipeline.submit(std::move(submission));
}

void BotTurn::written(const Result<std::string>& answer, const bot::Reply& reply,
                      const std::function<void(Result<std::string>)>& done)
{
    if (done)
        done(answer);
    if (m_ended)
        return;
    if (answer) {
        end();
        return;
    }
    const Error& error = answer.error();
    const bool again = error.context.contains(turnAnew) && ++m_runs < mostRuns;
    if (again || error.code == ErrorCode::Unavailable) {
        // From the start: what it stood on is read again. A webhook is asked again with the same turn.
        m_replied = false;
        m_again.start();
        return;
    }
    m_turn.attempts = reply.attempts;
    record(store::TurnStatus::Dropped, error.message + whatMayBe(), [this] { end(); });
}

QString BotTurn::whatMayBe() const
{
    return m_acting ? QStringLiteral(" An order was being cancelled; ask the shop whether it is.")
                    : QString();
}

void BotTurn::drop(const QString& why)
{
    if (m_ended || m_turn.conversation.isNull()) {
        end();
        return;
    }
    m_replied = true; // whatever comes is too late
    m_due.stop();
    m_again.stop();
    record(store::TurnStatus::Dropped, why + whatMayBe(), [this] { end(); });
}

void BotTurn::record(store::TurnStatus status, const QString& error, std::function<void()> then)
{
    m_turn.status = status;
    m_turn.error = error;
    if (!m_turn.isOpen()) {
        m_turn.endedAt = m_parts.clock.now();
        m_turn.dueAt.reset();
    }
    const QPointer<BotTurn> guard(this);
    m_parts.pipeline.submit(Chore{
        m_project,
        [project = m_project, turn = m_turn, reopened = m_reopened](store::Journal& journal) -> Result<void> {
            // An answer that was written meanwhile stands.
            const auto known = journal.bots().turn(project, turn.id);
            if (!known)
                return std::unexpected(known.error());
            const bool reopens = reopened && *known && (*known)->status == store::TurnStatus::Dropped;
            if (*known && !(*known)->isOpen() && !reopens)
                return {};
            return journal.bots().saveTurn(project, turn);
        },
        [guard, then = std::move(then)](const Result<void>& saved) {
            if (!guard || guard->m_ended)
                return;
            if (saved || !guard->m_turn.isOpen())
                then();
            else
                guard->m_again.start();
        }});
}

} // namespace relevo::relay
