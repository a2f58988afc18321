#pragma once

#include <http/request_reader.h>
#include <http/responder.h>
#include <http/response_writer.h>
#include <http/router.h>
#include <http/session.h>

namespace relevo::http {

namespace detail {
/// With so much unread no further request is looked at, and no more of a body is fetched.
inline constexpr qint64 mostUnreadAnswers = 128 * 1024;
} // namespace detail

/// What an address is told that has all the connections it may have: 429.
[[nodiscard]] Response tooManyConnections();

/// One connection while it speaks HTTP: reads requests, hands them to the router's handlers, and writes the
/// answers in the order of the requests. Becomes a WebSocket when asked to.
class Connection final : public Session, public ResponseSink
{
public:
    Connection(SessionHost& host, std::unique_ptr<Stream> stream);
    ~Connection() override;

    /// Answers whoever just connected with this and nothing else.
    void refuse(const Response& response);

    void answer(quint64 exchange, Response response) override;
    [[nodiscard]] bool isWaiting(quint64 exchange) const override;

    void flush() override;
    void sweep(milliseconds now) override;
    void drain() override;
    void abandon() override;

private:
    enum class Phase : quint8 {
        Reading,   ///< requests come
        Finishing, ///< no request is read any more, answers still leave
        Lingering, ///< everything is said; the peer gets a moment to read it
        Over,
    };

    /// A request between its arrival and the departure of its answer.
    struct Exchange
    {
        quint64 id = 0;
        ResponseFrame frame;
        qint64 bodyBytes = 0;
        milliseconds started{0};
        std::chrono::steady_clock::time_point startedAt; // for the statistics, which want it finer
        const Router::Route* route = nullptr;            // null when none fits
        std::optional<QByteArray> bytes;
        std::shared_ptr<BodySource> source; // of the answer, while some of it is left
        qint64 left = 0;
    };

    void readable() override;
    void drained() override;
    void gone() override;

    void readMore();
    void consume(std::span<const char> bytes);
    void consumeHeld();
    [[nodiscard]] bool mustWait() const;
    [[nodiscard]] bool headerArrived();
    void dispatch(Request request, std::span<const char>& rest);
    void dispatchTo(const Router::Route& route, Request& request);
    [[nodiscard]] QHostAddress clientOf(const Request& request);
    void answerUnrouted(const Request& request, quint64 exchange);
    Exchange& openExchange(const Request& request);
    [[nodiscard]] bool openBody();
    void fault(int status, const QString& detail);
    void refuseRequest(Response response, const Router::Route* route = nullptr);
    void lateRequest();
    void upgrade(const Router::Route& route, const Request& request, std::span<const char> rest);
    [[nodiscard]] QByteArray correlationIdOf(const Request& request);

    void note(const Exchange& exchange, int status);
    [[nodiscard]] bool sendAnswers();
    [[nodiscard]] bool sendGathered();
    [[nodiscard]] bool sendFrom(Exchange& exchange);
    void settle();
    void linger();
    void finish();

    std::unique_ptr<RequestReader> m_reader; // only while a request is coming in
    std::unique_ptr<Request> m_upgrade;      // waits for the answers before it
    std::vector<Exchange> m_exchanges;
    QByteArray m_out;
    QByteArray m_held; // read, but its turn has not come
    quint64 m_nextExchange = 1;
    milliseconds m_since; // when the present wait began: for a request, its rest, the reader's progress, the
                          // lingering's end
    qint64 m_renewedAt = 0; // bytes of an upload for which it was last given time
    milliseconds m_progressAt;
    milliseconds m_connectedAt;
    qint64 m_waitingBefore = 0;
    Phase m_phase = Phase::Reading;
    bool m_draining = false;
    bool m_hadRequest = false;
    bool m_paused = false;
};

} // namespace relevo::http
