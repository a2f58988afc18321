#pragma once

#include <assist/model.h>
#include <assist/model_breaker.h>

#include <base/backoff.h>
#include <base/clock.h>

#include <QtCore/QJsonObject>
#include <QtCore/QObject>
#include <QtCore/QUrl>

class QNetworkAccessManager;

namespace relevo::assist {

struct ModelOptions
{
    QUrl url;      ///< of the server, with or without the "/v1": hosted, llama.cpp, Ollama, vLLM
    QString model; ///< its name there
    QByteArray
        apiKey; ///< empty when the server wants none; goes into the Authorization header and nowhere else
    milliseconds timeout{30'000};     ///< for the whole answer, all attempts and waits
    milliseconds draftTimeout{8'000}; ///< the same where an agent waits; the shorter of both counts
    int maxAttempts = 3;
    bool maskPersonalData = true;
    bool stream = false; ///< have the answer sent as it is written; keeps proxies from cutting slow ones
    qint64 mostBytes = 1024 * 1024; ///< of an answer
    int mostCalls = 16;             ///< at once; more are refused
    int failuresToRest = 5;         ///< questions in a row that the server failed, before it is left alone
    milliseconds rest{30'000};      ///< for how long
    RetryPolicy retry{};
};

/// What is asked of a model: a task, what it is about, and the JSON schema its answer has to keep to.
struct ModelQuestion
{
    QString task;
    QString material;
    QString schemaName;
    QJsonObject schema;
    bool waitedFor = false; ///< by an agent: ModelOptions::draftTimeout
};

/// Asks any server that speaks OpenAI's `POST /v1/chat/completions`. The answer is held to a JSON schema
/// where the server can do that, to JSON where it can only do that, and else by the words of the task; what a
/// server refused is not tried on it again.
///
/// | what happens | what is done |
/// | --- | --- |
/// | 429, or 503 with Retry-After | waits as long as it says; past the time limit an error at once, and
/// nothing is asked until then | | 408, 5xx, network error, a stream that breaks off | tries again after a
/// back-off with jitter | | 400 or 422 | asks again with a simpler answer format, then an error | | 401, 403,
/// a redirection, anything else | an error: the key goes to no other host | | no JSON, or another shape | an
/// error | | more than mostBytes | cut off, an error | | `failuresToRest` questions failed in a row | errors
/// at once for `rest`, then one question tries it |
///
/// Asynchronous, one thread: calls, `context` objects and answers live on the thread of this object.
class ModelClient final : public QObject
{
    Q_OBJECT

public:
    enum class Format { Schema, Json, Words };

    /// `random` gives numbers in [0, 1) for the jitter.
    ModelClient(QNetworkAccessManager& network, ModelOptions options, const Clock& clock,
                std::function<double()> random);

    /// The answer comes later, once, and not at all when `context` or this object is destroyed before.
    void ask(const ModelQuestion& question, QObject* context, Answer<QJsonObject> answer);

    [[nodiscard]] const ModelOptions& options() const { return m_options; }

private:
    void note(const Result<QJsonObject>& result);
    void refuse(QObject* context, Answer<QJsonObject> answer, Error error);

    QNetworkAccessManager& m_network;
    const ModelOptions m_options;
    const Clock& m_clock;
    std::function<double()> m_random;
    Format m_format = Format::Schema; ///< the strictest the server has not refused
    ModelBreaker m_breaker;
    int m_calls = 0;
};

} // namespace relevo::assist
