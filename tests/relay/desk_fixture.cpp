#include "desk_fixture.h"

#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <algorithm>

namespace relevo::test {
namespace {

/// Tells which part of a state is not what a snapshot taken now holds.
void tellDifference(const domain::ProjectState& held, const domain::ProjectState& fresh)
{
    qWarning("held: %lld, fresh: %lld, hash of the fresh one: %s", held.seq, fresh.seq,
             qPrintable(domain::stateHash(fresh)));
    if (!(held.settings == fresh.settings))
        qWarning("the settings differ");
    if (!(held.teams == fresh.teams))
        qWarning("the teams differ");
    for (const auto& [id, agent] : fresh.agents) {
        const auto found = held.agents.find(id);
        if (found == held.agents.end() || !(found->second == agent))
            qWarning("the agent %s differs", qPrintable(agent.name));
    }
    for (const auto& [id, conversation] : fresh.conversations) {
        const auto found = held.conversations.find(id);
        if (found == held.conversations.end())
            qWarning("%s is not held", qPrintable(conversation.conversation.sessionId));
        else if (!(found->second == conversation))
            qWarning("%s differs", qPrintable(conversation.conversation.sessionId));
    }
    qWarning("%zu conversations are held, %zu are open", held.conversations.size(),
             fresh.conversations.size());
}

} // namespace

bool DeskFixture::start(int agents)
{
    if (!relay.start() || !relay.createProject())
        return false;
    m_bot = std::make_unique<HttpCalls>(relay.url(), relay.apiKey);
    for (int i = 0; i < agents; ++i) {
        const QString email = QStringLiteral("agent%1@shop.test").arg(i);
        if (relay.createAgent(email, QStringLiteral("Agent %1").arg(i)).isEmpty())
            return false;
        HttpCalls login(relay.url());
        if (!login.login(email, QString::fromLatin1(RelayProcess::password)))
            return false;
        tokens.push_back(login.token());
    }
    return true;
}

bool DeskFixture::startWithAdmin(int agents)
{
    if (!start(agents))
        return false;
    adminId =
        relay.createAgent(QStringLiteral("eva@shop.test"), QStringLiteral("Eva"), QStringLiteral("admin"));
    return !adminId.isEmpty() && signInAdmin();
}

bool DeskFixture::signInAdmin()
{
    m_admin = std::make_unique<HttpCalls>(relay.url());
    return m_admin->login(QStringLiteral("eva@shop.test"), QString::fromLatin1(RelayProcess::password));
}

std::unique_ptr<WsClient> DeskFixture::browser(std::string& token, Json& hello)
{
    auto client = std::make_unique<WsClient>();
    client->keepNotifications(true);
    client->open(relay.socketUrl(QStringLiteral("/ws/visitor")));
    if (!QTest::qWaitFor([&] { return client->isOpen(); }))
        return nullptr;
    Json params{{"projectKey", relay.projectId.toStdString()}, {"language", "en"}};
    if (!token.empty())
        params["visitorToken"] = token;
    hello = client->callAndWait("hello", params).value("result", Json());
    if (!hello.is_object())
        return nullptr;
    token = hello.at("visitorToken").get<std::string>();
    return client;
}

QString DeskFixture::settingsPath() const
{
    return QStringLiteral("/api/projects/%1/handoff-settings").arg(relay.projectId);
}

QString DeskFixture::messagesOf(const QString& session)
{
    return QStringLiteral("/api/conversations/%1/messages").arg(session);
}

QString DeskFixture::ask(const QString& session, const Json& more)
{
    Json message{{"author", "customer"}, {"content", "my parcel is lost"}};
    message.update(more);
    (void)m_bot->post(messagesOf(session), message);
    const HttpAnswer answer = m_bot->post(QStringLiteral("/api/handoff/initiate"),
                                          {{"sessionId", session.toStdString()}, {"triggerType", "manual"}});
    return QString::fromStdString(answer.json.value("handoffId", ""));
}

bool DeskFixture::connectClients(int count)
{
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<WsClient>());
        clients.back()->connectAgent(relay.socketUrl(QStringLiteral("/ws/agent")),
                                     tokens[static_cast<std::size_t>(i) % tokens.size()]);
    }
    return QTest::qWaitFor(
        [this] {
            return std::all_of(clients.begin(), clients.end(),
                               [](const auto& client) { return client->helloDone(); });
        },
        30'000);
}

bool DeskFixture::everybodyAgrees()
{
    // What is still going on (a summary, a ring that was heard) may be told after the relay's answer: then it
    // is asked again.
    for (int attempt = 0; attempt < 50; ++attempt) {
        const auto answer = clients.front()->callAndWait("state.hash", nlohmann::json::object());
        if (!answer.contains("result")) {
            qWarning("state.hash was answered with %s", answer.dump().c_str());
            return false;
        }
        const qint64 seq = answer.at("result").at("seq").get<qint64>();
        const QString hash = QString::fromStdString(answer.at("result").at("hash").get<std::string>());
        const auto all = [this](const auto& holds) {
            return std::all_of(clients.begin(), clients.end(), holds);
        };
        const bool reached = QTest::qWaitFor(
            [&] { return all([seq](const auto& client) { return client->seq() >= seq; }); }, 60'000);
        if (!reached) {
            for (const auto& client : clients)
                qWarning("a client is at %lld, the relay at %lld", client->seq(), seq);
            return false;
        }
        if (!all([seq](const auto& client) { return client->seq() == seq; }))
            continue;
        for (const auto& client : clients) {
            const QString held = domain::stateHash(client->state());
            if (held == hash)
                continue;
            qWarning("at %lld a client that began with a %s holds %s, the relay %s", seq,
                     client->mode().c_str(), qPrintable(held), qPrintable(hash));
            WsClient fresh;
            fresh.connectAgent(relay.socketUrl(QStringLiteral("/ws/agent")), tokens.front());
            if (QTest::qWaitFor([&fresh] { return fresh.helloDone(); }))
                tellDifference(client->state(), fresh.state());
            return false;
        }
        return true;
    }
    qWarning("things went on happening");
    return false;
}

int DeskFixture::faults() const
{
    int faults = 0;
    for (const auto& client : clients)
        faults += client->faults();
    return faults;
}

bool DeskFixture::verified(QByteArray& why) const
{
    const RelayProcess::Ran ran = relay.run({QStringLiteral("verify")});
    why = ran.errors;
    return ran.exitCode == 0;
}

Player::Player(QUrl url, QByteArray apiKey, std::vector<std::vector<Turn>> conversations, QString prefix)
    : m_calls(std::make_unique<HttpCalls>(std::move(url), apiKey)), m_apiKey(std::move(apiKey))
{
    for (std::size_t i = 0; i < conversations.size(); ++i) {
        Played played;
        played.session = (prefix + QString::number(i)).toStdString();
        played.turns = std::move(conversations[i]);
        m_played.push_back(std::move(played));
    }
}

void Player::setUrl(const QUrl& url)
{
    // Calls that are under way belong to the old one.
    m_old.push_back(std::move(m_calls));
    m_calls = std::make_unique<HttpCalls>(url, m_apiKey);
}

void Player::start(int concurrency)
{
    for (int i = 0; i < concurrency; ++i)
        startNext();
}

void Player::startNext()
{
    if (m_next >= m_played.size())
        return;
    ++m_running;
    say(m_next++, 0);
}

void Player::later(std::function<void()> again)
{
    ++m_retries;
    QTimer::singleShot(20, this, std::move(again));
}

void Player::say(std::size_t conversation, std::size_t turn)
{
    Played& played = m_played[conversation];
    if (turn >= played.turns.size()) {
        handOff(conversation);
        return;
    }
    const QByteArray key =
        QByteArray::fromStdString(played.session) + '-' + QByteArray::number(static_cast<qulonglong>(turn));
    const nlohmann::json body{{"author", played.turns[turn].author}, {"content", played.turns[turn].content}};
    m_calls->postAsync(
        QStringLiteral("/api/conversations/%1/messages").arg(QString::fromStdString(played.session)), body,
        key, [this, conversation, turn](const HttpAnswer& answer) {
            if (answer.status == 201) {
                ++m_answered;
                m_played[conversation].messageIds.push_back(answer.json.at("messageId").get<std::string>());
                say(conversation, turn + 1);
            } else if (answer.status == 0 || answer.status == 503 || answer.status == 429) {
                later([this, conversation, turn] { say(conversation, turn); });
            } else {
                ++m_faults;
                say(conversation, turn + 1);
            }
        });
}

void Player::handOff(std::size_t conversation)
{
    const nlohmann::json body{{"sessionId", m_played[conversation].session},
                              {"triggerType", "manual"},
                              {"triggerReason", "played"}};
    const QByteArray key = QByteArray::fromStdString(m_played[conversation].session) + "-handoff";
    m_calls->postAsync(
        QStringLiteral("/api/handoff/initiate"), body, key, [this, conversation](const HttpAnswer& answer) {
            if (answer.status == 200) {
                m_played[conversation].handoffId = answer.json.at("handoffId").get<std::string>();
                --m_running;
                startNext();
            } else if (answer.status == 0 || answer.status == 503 || answer.status == 429) {
                later([this, conversation] { handOff(conversation); });
            } else {
                ++m_faults;
                --m_running;
                startNext();
            }
        });
}

std::vector<std::vector<Player::Turn>> conversationsForLoad(int made)
{
    std::vector<std::vector<Player::Turn>> all;
    QFile file(qEnvironmentVariable("RELEVO_CONVERSATIONS"));
    if (!file.fileName().isEmpty() && file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            const auto json = nlohmann::json::parse(file.readLine().toStdString(), nullptr, false);
            if (!json.is_object())
                continue;
            std::vector<Player::Turn> turns;
            for (const auto& turn : json.at("turns"))
                turns.push_back({turn.at("role").get<std::string>(), turn.at("content").get<std::string>()});
            all.push_back(std::move(turns));
        }
        return all;
    }
    for (int i = 0; i < made; ++i) {
        std::vector<Player::Turn> turns;
        for (int t = 0; t < 8; ++t)
            turns.push_back({t % 2 == 0 ? "customer" : "bot",
                             "Turn " + std::to_string(t) + " about parcel " + std::to_string(4000 + i) +
                                 ", with an é, an emoji \xF0\x9F\x98\x80 and \"quotes\"."});
        all.push_back(std::move(turns));
    }
    return all;
}

} // namespace relevo::test
