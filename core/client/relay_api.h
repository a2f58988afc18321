#pragma once

#include <protocol/json.h>

#include <QtCore/QObject>
#include <QtNetwork/QNetworkAccessManager>

#include <functional>
#include <map>

namespace relevo::client {

/// The relay's HTTP interface with the session of whoever is signed in here: for what is asked now and then
/// and is no part of the live state (settings, reports, one's own account). Never waits; one thread, the
/// UI's.
///
/// Each call is answered once, later, and not at all once its `context` is gone, which also ends the request.
/// An answer is JSON of at most 4 MiB. Errors are the relay's own (code, message and detail in English) with
/// context["field"] and, where it names several, one entry for each of them (see wrongFields), or
/// `unavailable` with the words of transportError.
class RelayApi final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(const Result<protocol::Json>&)>;

    explicit RelayApi(QObject* parent = nullptr);

    /// From now on for this relay, with this session.
    void use(const QUrl& relay, const QString& token);
    /// Nobody is signed in. What is underway fails with `unauthorized`.
    void forget();
    [[nodiscard]] bool isReady() const { return !m_token.isEmpty(); }
    /// The address of one of its pages for browsers, to be given to others; `path` begins with "/".
    [[nodiscard]] QUrl pageUrl(const QString& path) const;

    /// `path` begins with "/api/" and may have a query.
    void get(const QString& path, QObject* context, Answer done);
    void put(const QString& path, const protocol::Json& body, QObject* context, Answer done);
    void post(const QString& path, const protocol::Json& body, QObject* context, Answer done);
    void patch(const QString& path, const protocol::Json& body, QObject* context, Answer done);
    void remove(const QString& path, QObject* context, Answer done);

private:
    QNetworkAccessManager m_network;
    QUrl m_relay;
    QByteArray m_token;
    quint64 m_session = 0; ///< counts whose session it is: answers to an earlier one are not believed

    void call(const QByteArray& verb, const QString& path, const protocol::Json* body, QObject* context,
              Answer done);
};

/// What a reply of the relay that is over says: a JSON object, or an error as RelayApi gives it.
[[nodiscard]] Result<protocol::Json> answerOf(QNetworkReply& reply);

/// The fields that the relay found wrong, as paths ("businessHours.days.mon[1]"), with its words for each.
[[nodiscard]] std::map<QString, QString> wrongFields(const Error& error);

} // namespace relevo::client
