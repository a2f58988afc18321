#pragma once

#include "http_calls.h"
#include "relay_process.h"
#include "ws_client.h"

#include <vector>

namespace relevo::test {

/// A relay with a project and agents who are connected: what most load tests begin with.
class DeskFixture
{
public:
    /// Starts the relay and `agents` agents named Agent 0, Agent 1 …; false when anything fails.
    [[nodiscard]] bool start(int agents);
    /// The same, with an admin, Eva, who is signed in.
    [[nodiscard]] bool startWithAdmin(int agents);
    /// Signs Eva in anew, e.g. at a relay that has moved.
    [[nodiscard]] bool signInAdmin();
    /// Connects `clients` sockets, dealt out over the agents, and waits until all have caught up.
    [[nodiscard]] bool connectClients(int clients);

    /// True when every client has folded the same sequence as the relay and has its state's hash.
    [[nodiscard]] bool everybodyAgrees();
    [[nodiscard]] int faults() const;
    /// `verify` finds nothing, with the relay stopped or running.
    [[nodiscard]] bool verified(QByteArray& why) const;

    /// A browser of the web chat, connected; `token` is that of its visitor, and filled in for a new one.
    /// Null when it could not say hello, the relay's answer to which is in `hello`.
    [[nodiscard]] std::unique_ptr<WsClient> browser(std::string& token, Json& hello);

    [[nodiscard]] HttpCalls& bot() { return *m_bot; }
    [[nodiscard]] HttpCalls& admin() { return *m_admin; }
    [[nodiscard]] QString settingsPath() const;
    [[nodiscard]] static QString messagesOf(const QString& session);
    /// The customer writes, and a human is asked for; the handoff's id, or empty.
    QString ask(const QString& session, const Json& more = Json::object());

    RelayProcess relay;
    QString adminId; ///< Eva's, when there is one
    std::vector<QByteArray> tokens;
    std::vector<std::unique_ptr<WsClient>> clients;

private:
    std::unique_ptr<HttpCalls> m_bot;
    std::unique_ptr<HttpCalls> m_admin;
};

/// Plays conversations through the HTTP door, `concurrency` at a time, each message with its own key and
/// again until it is answered, also across a relay that is killed and comes back. A handoff ends each. Fold
/// its results when isDone().
class Player final : public QObject
{
    Q_OBJECT

public:
    struct Turn
    {
        std::string author;
        std::string content;
    };
    struct Played
    {
        std::string session;
        std::vector<Turn> turns;
        std::vector<std::string> messageIds; ///< of the answered turns, in order
        std::vector<bool> refused;           ///< 409: a human has it
        std::string handoffId;
    };

    Player(QUrl url, QByteArray apiKey, std::vector<std::vector<Turn>> conversations, QString prefix);

    void start(int concurrency);
    /// The relay has moved; later tries go there.
    void setUrl(const QUrl& url);
    [[nodiscard]] bool isDone() const { return m_running == 0 && m_next >= m_played.size(); }
    [[nodiscard]] const std::vector<Played>& played() const { return m_played; }
    [[nodiscard]] int answered() const { return m_answered; }
    [[nodiscard]] int retries() const { return m_retries; }
    [[nodiscard]] int faults() const { return m_faults; }

private:
    void startNext();
    void say(std::size_t conversation, std::size_t turn);
    void handOff(std::size_t conversation);
    void later(std::function<void()> again);

    std::unique_ptr<HttpCalls> m_calls;
    std::vector<std::unique_ptr<HttpCalls>> m_old;
    QByteArray m_apiKey;
    std::vector<Played> m_played;
    std::size_t m_next = 0;
    int m_running = 0;
    int m_answered = 0;
    int m_retries = 0;
    int m_faults = 0;
};

/// The conversations of the JSON-lines file in RELEVO_CONVERSATIONS, or `made` ones of our own making.
[[nodiscard]] std::vector<std::vector<Player::Turn>> conversationsForLoad(int made);

} // namespace relevo::test
