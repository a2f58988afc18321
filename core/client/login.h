#pragma once

#include <base/error.h>
#include <domain/agent.h>
#include <domain/event.h>

#include <QtCore/QPointer>
#include <QtNetwork/QNetworkAccessManager>

#include <functional>

namespace relevo::client {

/// What a relay gives for a right password.
struct SignedIn
{
    QString token;
    domain::Agent agent;
    domain::Project project;
};

/// Signing in and out over HTTP. One thread. Errors are sentences for the person who typed, with
/// context["reason"] one of: "unreachable", "tls", "not_relevo", "wrong_password", "rate_limited", "refused".
class Login final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<SignedIn>&)>;

    explicit Login(QObject* parent = nullptr);

    /// One attempt at a time: a second call ends the first without an answer. Gives up after 20 seconds.
    void signIn(const QUrl& relay, const QString& email, const QString& password, Done done);
    /// Tells the relay to forget the token; nobody waits for the answer.
    void signOut(const QUrl& relay, const QString& token);

private:
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;

    [[nodiscard]] static Result<SignedIn> read(QNetworkReply& reply);
};

} // namespace relevo::client
