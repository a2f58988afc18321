#include <assist/model_client.h>

#include <assist/model_call.h>

#include <QtCore/QPointer>

namespace relevo::assist {

ModelClient::ModelClient(QNetworkAccessManager& network, ModelOptions options, const Clock& clock,
                         std::function<double()> random)
    : m_network(network), m_options(std::move(options)), m_clock(clock), m_random(std::move(random))
{
}

void ModelClient::ask(const ModelQuestion& question, QObject* context, Answer<QJsonObject> answer)
{
    if (m_calls >= m_options.mostCalls) {
        QMetaObject::invokeMethod(
            this,
            [context = QPointer<QObject>(context), answer = std::move(answer)] {
                if (context)
                    answer(failure(ErrorCode::RateLimited, QStringLiteral("The model has enough to do."),
                                   QStringLiteral("Try again when its other answers have come.")));
            },
            Qt::QueuedConnection);
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

} // namespace relevo::assist
