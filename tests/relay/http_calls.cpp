#include "http_calls.h"

#include <QtCore/QEventLoop>
#include <QtNetwork/QNetworkReply>

namespace relevo::test {
namespace {

HttpAnswer answerOf(QNetworkReply& reply)
{
    HttpAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply.readAll();
    answer.json = nlohmann::json::parse(answer.body.toStdString(), nullptr, false);
    for (const auto& [name, value] : reply.rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    return answer;
}

} // namespace

QNetworkRequest HttpCalls::request(const QString& path, const QByteArray& key) const
{
    QNetworkRequest request(m_base.resolved(QUrl(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    if (!key.isEmpty())
        request.setRawHeader("Idempotency-Key", key);
    request.setTransferTimeout(30'000);
    return request;
}

HttpAnswer HttpCalls::raw(const QByteArray& verb, const QString& path, const QByteArray& body,
                          const QByteArray& key, const QByteArray& type)
{
    QNetworkRequest asked = request(path, key);
    asked.setHeader(QNetworkRequest::ContentTypeHeader, type);
    QNetworkReply* reply = m_network.sendCustomRequest(asked, verb, body);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    const HttpAnswer answer = answerOf(*reply);
    delete reply;
    return answer;
}

HttpAnswer HttpCalls::get(const QString& path)
{
    return raw("GET", path, {});
}

HttpAnswer HttpCalls::post(const QString& path, const nlohmann::json& body, const QByteArray& key)
{
    return raw("POST", path, QByteArray::fromStdString(body.dump()), key);
}

HttpAnswer HttpCalls::put(const QString& path, const nlohmann::json& body)
{
    return raw("PUT", path, QByteArray::fromStdString(body.dump()));
}

void HttpCalls::postAsync(const QString& path, const nlohmann::json& body, const QByteArray& key,
                          std::function<void(HttpAnswer)> done)
{
    QNetworkReply* reply = m_network.post(request(path, key), QByteArray::fromStdString(body.dump()));
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, done = std::move(done)] {
        reply->deleteLater();
        done(answerOf(*reply));
    });
}

bool HttpCalls::login(const QString& email, const QString& password)
{
    const HttpAnswer answer = post(QStringLiteral("/api/auth/login"),
                                   {{"email", email.toStdString()}, {"password", password.toStdString()}});
    if (answer.status != 200)
        return false;
    m_token = QByteArray::fromStdString(answer.json.value("token", ""));
    return true;
}

} // namespace relevo::test
