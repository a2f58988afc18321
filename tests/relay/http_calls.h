#pragma once

#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkRequest>

#include <nlohmann/json.hpp>

#include <functional>

namespace relevo::test {

struct HttpAnswer
{
    int status = 0; ///< 0 when no answer came
    nlohmann::json json;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case

    [[nodiscard]] std::string code() const
    {
        return json.is_object() ? json.value("code", "") : std::string();
    }
};

/// HTTP calls as a program would make them, waiting in the event loop or not.
class HttpCalls
{
public:
    explicit HttpCalls(QUrl base, QByteArray token = {}) : m_base(std::move(base)), m_token(std::move(token))
    {
    }

    void setToken(const QByteArray& token) { m_token = token; }

    HttpAnswer get(const QString& path);
    HttpAnswer post(const QString& path, const nlohmann::json& body, const QByteArray& key = {});
    HttpAnswer put(const QString& path, const nlohmann::json& body);
    /// `verb` with a body as it stands.
    HttpAnswer raw(const QByteArray& verb, const QString& path, const QByteArray& body,
                   const QByteArray& key = {}, const QByteArray& type = "application/json");

    void postAsync(const QString& path, const nlohmann::json& body, const QByteArray& key,
                   std::function<void(HttpAnswer)> done);

    /// Signs in and uses the token from then on; false when refused.
    bool login(const QString& email, const QString& password);
    [[nodiscard]] QByteArray token() const { return m_token; }

private:
    QNetworkRequest request(const QString& path, const QByteArray& key) const;

    QUrl m_base;
    QByteArray m_token;
    QNetworkAccessManager m_network;
};

} // namespace relevo::test
