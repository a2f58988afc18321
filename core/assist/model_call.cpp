#include <assist/model_call.h>

#include <assist/outgoing.h>

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtNetwork/QNetworkAccessManager>

#include <algorithm>

namespace relevo::assist {
namespace {

using Format = ModelClient::Format;

QUrl addressOf(const QUrl& base)
{
    QUrl url = base.adjusted(QUrl::StripTrailingSlash);
    const QString path = url.path();
    url.setPath(path + (path.endsWith(QLatin1String("/v1")) ? QStringLiteral("/chat/completions")
                                                            : QStringLiteral("/v1/chat/completions")));
    return url;
}

Error unavailable(const QString& message)
{
    return {ErrorCode::Unavailable,
            message,
            QStringLiteral("The offline engine's result stays. See that the model's server runs."),
            {}};
}

/// "```json … ```": what some models put around it when nothing holds them to JSON.
QString withoutFence(QString text)
{
    text = text.trimmed();
    if (!text.startsWith(QLatin1String("```")) || !text.endsWith(QLatin1String("```")))
        return text;
    const qsizetype line = text.indexOf(u'\n');
    return line < 0 ? text : text.mid(line + 1, text.size() - line - 4);
}

QJsonObject said(const QString& role, const QString& content)
{
    return {{QStringLiteral("role"), role}, {QStringLiteral("content"), content}};
}

} // namespace

ModelCall::ModelCall(Means means, ModelQuestion question, QObject* parent)
    : QObject(parent), m_means(std::move(means)), m_question(std::move(question)), m_format(m_means.format),
      m_backoff(m_means.options.retry, m_means.random),
      m_result(failure(ErrorCode::Internal, QStringLiteral("The model was not asked.")))
{
    m_limit.setSingleShot(true);
    m_wait.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        end(std::unexpected(unavailable(QStringLiteral("The model did not answer in time."))));
    });
    connect(&m_wait, &QTimer::timeout, this, &ModelCall::attempt);
}

ModelCall::~ModelCall()
{
    assist::dropReply(m_reply, this);
}

void ModelCall::start()
{
    const ModelOptions& options = m_means.options;
    m_limit.start(m_question.waitedFor ? std::min(options.timeout, options.draftTimeout) : options.timeout);
    m_wait.start(milliseconds(0));
}

void ModelCall::abandon()
{
    if (m_ended)
        return;
    m_abandoned = true;
    end(failure(ErrorCode::Unavailable, QStringLiteral("Nobody waits for the answer any more.")));
}

void ModelCall::attempt()
{
    ++m_attempts;
    m_body.clear();
    m_received = 0;
    m_stream = {};
    QNetworkRequest request = outgoingRequest(addressOf(m_means.options.url));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setRawHeader("Accept",
                         m_means.options.stream ? "text/event-stream, application/json" : "application/json");
    if (!m_means.options.apiKey.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_means.options.apiKey);
    m_reply = m_means.network.post(request, body());
    m_reply->setReadBufferSize(64 * 1024);
    connect(m_reply, &QNetworkReply::readyRead, this, &ModelCall::read);
    connect(m_reply, &QNetworkReply::finished, this, &ModelCall::judge);
}

QByteArray ModelCall::body() const
{
    QString task = m_question.task;
    if (m_format != Format::Schema)
        task += QStringLiteral(
                    "\nAnswer with one JSON object that keeps to this JSON schema, and nothing else: ") +
                QString::fromUtf8(QJsonDocument(m_question.schema).toJson(QJsonDocument::Compact));
    QJsonObject object{
        {QStringLiteral("model"), m_means.options.model},
        {QStringLiteral("messages"),
         QJsonArray{said(QStringLiteral("system"), task), said(QStringLiteral("user"), m_question.material)}},
        {QStringLiteral("temperature"), 0.2},
        {QStringLiteral("stream"), m_means.options.stream}};
    if (m_format == Format::Schema)
        object[QStringLiteral("response_format")] = QJsonObject{
            {QStringLiteral("type"), QStringLiteral("json_schema")},
            {QStringLiteral("json_schema"), QJsonObject{{QStringLiteral("name"), m_question.schemaName},
                                                        {QStringLiteral("strict"), true},
                                                        {QStringLiteral("schema"), m_question.schema}}}};
    else if (m_format == Format::Json)
        object[QStringLiteral("response_format")] =
            QJsonObject{{QStringLiteral("type"), QStringLiteral("json_object")}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void ModelCall::read()
{
    const QByteArray bytes = m_reply->readAll();
    m_received += bytes.size();
    if (m_received > m_means.options.mostBytes) {
        end(failure(ErrorCode::TooLarge, QStringLiteral("The model's answer is too large.")));
        return;
    }
    const bool events = m_reply->header(QNetworkRequest::ContentTypeHeader)
                            .toString()
                            .startsWith(QLatin1String("text/event-stream"), Qt::CaseInsensitive);
    if (events)
        m_stream.feed(bytes);
    else
        m_body += bytes;
}

void ModelCall::judge()
{
    read();
    if (m_ended)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool broken = m_reply->error() != QNetworkReply::NoError && status < 300;
    const bool events = m_body.isEmpty() && m_received > 0;
    const std::optional<milliseconds> said = retryAfter();
    assist::dropReply(m_reply, this);
    if ((status == 400 || status == 422) && m_format != Format::Words) {
        m_format = m_format == Format::Schema ? Format::Json : Format::Words;
        --m_attempts; // it was understood, and there are but three formats
        attempt();
        return;
    }
    if (status == 429 || (status == 503 && said)) {
        Error busy{
            ErrorCode::RateLimited, QStringLiteral("The model's server wants fewer questions."), {}, {}};
        if (said)
            busy.context[QStringLiteral("retryAfter")] = QString::number((said->count() + 999) / 1'000);
        tryAgain(said.value_or(m_backoff.next()), busy);
        return;
    }
    if (broken || status == 0 || status == 408 || status >= 500) {
        tryAgain(m_backoff.next(),
                 unavailable(QStringLiteral("The model's server cannot be reached or failed.")));
        return;
    }
    if (status == 401 || status == 403) {
        end(failure(ErrorCode::Unauthorized, QStringLiteral("The model's server refused the key."),
                    QStringLiteral("Check the key and the model's name.")));
        return;
    }
    if (status != 200) {
        end(failure(ErrorCode::Invalid, QStringLiteral("The model's server refused the question."),
                    QStringLiteral("Check its address and the model's name."),
                    {{QStringLiteral("status"), QString::number(status)}}));
        return;
    }
    if (!events) {
        judgeText(chatText(m_body));
        return;
    }
    m_stream.feed("\n\n");
    if (m_stream.isComplete())
        judgeText(m_stream.text());
    else
        tryAgain(m_backoff.next(), unavailable(QStringLiteral("The model's answer broke off.")));
}

void ModelCall::judgeText(const Result<QString>& text)
{
    if (!text) {
        end(std::unexpected(text.error()));
        return;
    }
    const QJsonDocument document = QJsonDocument::fromJson(withoutFence(*text).toUtf8());
    if (document.isObject())
        end(document.object());
    else
        end(failure(ErrorCode::Invalid, QStringLiteral("The model did not answer in JSON.")));
}

std::optional<milliseconds> ModelCall::retryAfter() const
{
    const QByteArray value = m_reply->rawHeader("Retry-After").trimmed();
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber)
        return milliseconds(std::clamp<qint64>(seconds, 0, 86'400) * 1'000);
    const QDateTime at = QDateTime::fromString(QString::fromLatin1(value), Qt::RFC2822Date);
    if (!at.isValid())
        return std::nullopt;
    const milliseconds wait(at.toMSecsSinceEpoch() - m_means.clock.now().time_since_epoch().count());
    return std::max(wait, milliseconds(0));
}

void ModelCall::tryAgain(milliseconds wait, const Error& instead)
{
    // There is no use in a wait that ends after the time is up.
    if (m_attempts >= m_means.options.maxAttempts || wait >= m_limit.remainingTimeAsDuration())
        end(std::unexpected(instead));
    else
        m_wait.start(wait);
}

void ModelCall::end(Result<QJsonObject> result)
{
    if (m_ended)
        return;
    m_ended = true;
    m_limit.stop();
    m_wait.stop();
    assist::dropReply(m_reply, this);
    m_result = std::move(result);
    Q_EMIT finished();
}

} // namespace relevo::assist
