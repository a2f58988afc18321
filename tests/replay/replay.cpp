#include "replay.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace relevo::replay {

namespace {

double percentile(const std::vector<double>& sorted, double share)
{
    if (sorted.empty())
        return 0;
    const auto index = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5);
    return sorted[std::min(index, sorted.size() - 1)];
}

QByteArray dumped(const nlohmann::json& json)
{
    // Replacing is right here: a lone surrogate in an input file is a test of the relay, not of this tool.
    return QByteArray::fromStdString(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string problemCode(const QByteArray& body)
{
    const auto json = nlohmann::json::parse(body.begin(), body.end(), nullptr, false);
    return json.is_object() && json.contains("code") && json["code"].is_string()
               ? json["code"].get<std::string>()
               : std::string();
}

bool isTransient(int status)
{
    return status == 408 || status == 429 || status >= 500;
}

} // namespace

QByteArray Report::toJson() const
{
    const auto tenths = [](double value) {
        return std::round(value * 100) / 100;
    };
    const nlohmann::ordered_json json{{"conversations", conversations},
                                      {"messages", messages},
                                      {"handoffs", handoffs},
                                      {"retries", retries},
                                      {"refusedBotMessages", refusedBotMessages},
                                      {"unanswered", unanswered},
                                      {"p50ms", tenths(p50ms)},
                                      {"p99ms", tenths(p99ms)},
                                      {"seconds", tenths(seconds)}};
    return QByteArray::fromStdString(json.dump());
}

/// One conversation after the other over one connection.
class Replay::Lane : public QObject
{
public:
    explicit Lane(Replay& replay)
        : m_replay(replay),
          m_client(replay.m_options.relay, replay.m_options.apiKey, replay.m_options.timeout),
          m_backoff(replay.m_options.retry, replay.m_random)
    {
        m_wait.setSingleShot(true);
        m_wait.setTimerType(Qt::PreciseTimer);
        connect(&m_wait, &QTimer::timeout, this, &Lane::send);
        connect(&m_client, &HttpClient::answered, this, &Lane::take);
        connect(&m_client, &HttpClient::lost, this, [this](const QString& why) { retry(why, {}); });
    }

    void next()
    {
        m_conversation = m_replay.nextConversation();
        if (!m_conversation) {
            m_replay.laneFinished();
            return;
        }
        m_turn = -1;
        step();
    }

private:
    [[nodiscard]] int turns() const { return static_cast<int>(m_conversation->turns.size()); }
    [[nodiscard]] bool atHandoff() const { return m_turn == turns(); }
    [[nodiscard]] QString session() const { return m_replay.m_options.prefix + m_conversation->id; }

    void step()
    {
        ++m_turn;
        if (m_turn > turns() || (atHandoff() && !m_replay.m_options.handOff)) {
            ++m_replay.m_report.conversations;
            next();
            return;
        }
        m_backoff.reset();
        prepare();
        // Also without a rate by way of the timer: a long conversation must not become a deep stack.
        m_started.invalidate();
        m_wait.start(m_replay.waitForTurn());
    }

    void prepare()
    {
        const std::string name = session().toStdString();
        if (atHandoff()) {
            m_path = "/api/handoff/initiate";
            m_key = session().toUtf8() + "-handoff";
            m_body = dumped(
                {{"sessionId", name}, {"triggerType", "manual"}, {"triggerReason", "end of the replay"}});
            return;
        }
        const Turn& turn = m_conversation->turns[static_cast<std::size_t>(m_turn)];
        m_path = "/api/conversations/" + QUrl::toPercentEncoding(session()) + "/messages";
        m_key = session().toUtf8() + '-' + QByteArray::number(m_turn);
        nlohmann::json message{{"author", turn.role == Role::Bot ? "bot" : "customer"},
                               {"content", turn.content.toStdString()},
                               {"externalId", m_key.toStdString()}};
        if (turn.role == Role::Customer && !m_conversation->contact.isEmpty())
            message["contact"] = nlohmann::json::parse(m_conversation->contact.toStdString(), nullptr, false);
        m_body = dumped(message);
    }

    void send()
    {
        if (!m_started.isValid())
            m_started.start();
        m_client.post(m_path, m_key, m_body);
    }

    void take(const HttpAnswer& answer)
    {
        if (isTransient(answer.status)) {
            retry(QStringLiteral("HTTP %1").arg(answer.status), answer.retryAfter);
            return;
        }
        const std::string code = problemCode(answer.body);
        if (answer.status >= 200 && answer.status < 300)
            accepted(answer);
        else if (answer.status == 409 && code == "stale_control" && !atHandoff() &&
                 m_conversation->turns[static_cast<std::size_t>(m_turn)].role == Role::Bot)
            ++m_replay.m_report.refusedBotMessages;
        else
            refused(QStringLiteral("HTTP %1 %2").arg(answer.status).arg(QString::fromStdString(code)));
        step();
    }

    void accepted(const HttpAnswer& answer)
    {
        if (atHandoff()) {
            ++m_replay.m_report.handoffs;
            return;
        }
        ++m_replay.m_report.messages;
        m_replay.m_latencies.push_back(static_cast<double>(m_started.nsecsElapsed()) / 1e6);
        Q_EMIT m_replay.acknowledged(session(), m_turn, answer.body);
    }

    void refused(const QString& why)
    {
        ++m_replay.m_report.unanswered;
        Q_EMIT m_replay.refused(session(), m_turn, why);
    }

    void retry(const QString& why, std::optional<milliseconds> wanted)
    {
        const milliseconds wait = std::max(m_backoff.next(), wanted.value_or(milliseconds(0)));
        if (milliseconds(m_started.elapsed()) + wait > m_replay.m_options.patience) {
            // Whether it was taken is unknown, so what comes after it may not be sent: the order would be
            // lost.
            refused(why);
            next();
            return;
        }
        ++m_replay.m_report.retries;
        m_wait.start(wait);
    }

    Replay& m_replay;
    HttpClient m_client;
    Backoff m_backoff;
    QTimer m_wait;
    QElapsedTimer m_started;
    const Conversation* m_conversation = nullptr;
    int m_turn = -1;
    QByteArray m_path;
    QByteArray m_key;
    QByteArray m_body;
};

Replay::Replay(Options options, std::vector<Conversation> conversations, std::function<double()> random,
               QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_conversations(std::move(conversations)),
      m_random(std::move(random))
{
}

Replay::~Replay() = default;

void Replay::start()
{
    m_clock.start();
    const auto wanted = static_cast<std::size_t>(std::max(1, m_options.concurrency));
    const std::size_t lanes = std::max<std::size_t>(1, std::min(wanted, m_conversations.size()));
    m_running = static_cast<int>(lanes);
    for (std::size_t index = 0; index < lanes; ++index)
        m_lanes.push_back(std::make_unique<Lane>(*this));
    for (const auto& lane : m_lanes)
        lane->next();
}

const Conversation* Replay::nextConversation()
{
    return m_next < m_conversations.size() ? &m_conversations[m_next++] : nullptr;
}

milliseconds Replay::waitForTurn()
{
    if (m_options.rate <= 0)
        return milliseconds(0);
    // Slots at even distances; time that nobody used is not made up for with a burst.
    const auto now = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    const double slot = std::max(now, m_nextSlot);
    m_nextSlot = slot + 1000.0 / m_options.rate;
    return milliseconds(static_cast<qint64>(slot - now));
}

void Replay::laneFinished()
{
    if (--m_running > 0)
        return;
    std::sort(m_latencies.begin(), m_latencies.end());
    m_report.p50ms = percentile(m_latencies, 0.50);
    m_report.p99ms = percentile(m_latencies, 0.99);
    m_report.seconds = static_cast<double>(m_clock.nsecsElapsed()) / 1e9;
    Q_EMIT finished();
}

} // namespace relevo::replay
