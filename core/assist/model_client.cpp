#include <assist/model_client.h>

#include <assist/model_call.h>

#include <QtCore/QPointer>

#include <algorithm>

namespace relevo::assist {

namespace {

/// The longest that a server's Retry-After is believed.
constexpr milliseconds longestRest{10 * 60'000};

/// The server did not do its part, as opposed to a model that answered and answered badly.
bool isServersFault(const Error& error)
{
    return (error.code != ErrorCode::Invalid && error.code != ErrorCode::TooLarge) ||
           error.context.contains(QStringLiteral("status"));
}

} // namespace

ModelClient::ModelClient(QNetworkAccessManager& network, ModelOptions options, const Clock& clock,
                         std::function<double()> random)
    : m_network(network), m_options(std::move(options)), m_clock(clock), m_random(std::move(random)),
      m_breaker(m_options.failuresToRest, m_options.rest)
{
}

void ModelClient::ask(const ModelQuestion& question, QObject* context, Answer<QJsonObject> answer)
{
    if (m_calls >= m_options.mostCalls) {
        refuse(context, std::move(answer),
               {ErrorCode::RateLimited,
                QStringLiteral("The model has enough to do."),
                QStringLiteral("Try again when its other answers have come."),
                {}});
        return;
    }
    if (!m_breaker.admits(m_clock.monotonic())) {
        refuse(context, std::move(answer),
               {ErrorCode::Unavailable,
                QStringLiteral("The model's server failed or wants a rest, and is not asked for a while."),
                QStringLiteral("See that it runs; it is tried again by itself."),
                {}});
        return;
    }
    ++m_calls;
    // A child: it ends with this object, and then answers nobody.
    auto* call = new ModelCall({m_network, m_options, m_clock, m_random, m_format}, question, this);
    connect(call, &ModelCall::finished, this,
            [this, call, context = QPointer<QObject>(context), answer = std::move(answer)] {
                --m_calls;
                m_format = std::max(m_format, call->format());
                const Result<QJsonObject> result = call->result();
                if (call->wasAbandoned())
                    m_breaker.released();
                else
                    note(result);
                call->deleteLater();
                // Last: whoever is answered may take this object down.
                if (context)
                    answer(result);
            });
    // Nobody wants it any more.
    if (context)
        connect(context, &QObject::destroyed, call, &ModelCall::abandon);
    call->start();
}

void ModelClient::note(const Result<QJsonObject>& result)
{
    if (result || !isServersFault(result.error())) {
        m_breaker.succeeded();
        return;
    }
    const milliseconds now = m_clock.monotonic();
    m_breaker.failed(now);
    const auto wait = result.error().context.find(QStringLiteral("retryAfter"));
    if (wait != result.error().context.end())
        m_breaker.restUntil(now + std::min(longestRest, milliseconds(wait->second.toLongLong() * 1'000)));
}

void ModelClient::refuse(QObject* context, Answer<QJsonObject> answer, Error error)
{
    QMetaObject::invokeMethod(
        this,
        [context = QPointer<QObject>(context), answer = std::move(answer), error = std::move(error)] {
            if (context)
                answer(std::unexpected(error));
        },
        Qt::QueuedConnection);
}

} // namespace relevo::assist
