#include <http/responder.h>

namespace relevo::http {

struct Responder::Right
{
    std::weak_ptr<ResponseSink> sink;
    quint64 exchange;

    Right(std::weak_ptr<ResponseSink> s, quint64 e) : sink(std::move(s)), exchange(e) {}
    Q_DISABLE_COPY_MOVE(Right)
    ~Right()
    {
        if (const auto live = sink.lock(); live && live->isWaiting(exchange)) {
            live->answer(exchange,
                         Response::problem(500, ErrorCode::Internal, QStringLiteral("No answer"),
                                           QStringLiteral("The request was given up without an answer.")));
        }
    }
};

Responder::Responder(std::weak_ptr<ResponseSink> sink, quint64 exchange)
    : m_right(std::make_shared<Right>(std::move(sink), exchange))
{
}

void Responder::send(Response response) const
{
    if (const auto live = m_right->sink.lock(); live && live->isWaiting(m_right->exchange)) {
        live->answer(m_right->exchange, std::move(response));
    }
}

void Responder::fail(const Error& error) const
{
    send(Response::problem(error));
}

bool Responder::isWaiting() const
{
    const auto live = m_right->sink.lock();
    return live && live->isWaiting(m_right->exchange);
}

} // namespace relevo::http
