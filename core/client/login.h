#pragma once

#include <base/error.h>
#include <domain/agent.h>
#include <domain/event.h>

#include <QtCore/QPointer>
#include <QtNetwork/QNetworkAccessManager>

#include <functional>

namespace relevo::client {

/// What somebody types to be let in.
struct Credentials
{
    QString email;
    QString password;
    QString code; ///< of the second factor: six digits or a recovery code; empty until it is asked for
};

/// What a relay gives for a right password.
struct SignedIn
{
    QString token;
    domain::Agent agent;
    domain::Project project;
};

/// Signing in and out over HTTP. One thread. Errors are sentences for the person who typed, with
/// context["reason"] one of: "unreachable", "tls", "not_relevo", "wrong_password", "code_needed" (the
/// password is right, and the account has a second factor), "code_wrong" (or used before), "must_enrol" (a
/// second factor is to be set up before anything else), "rate_limited", "refused".
class Login final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<SignedIn>&)>;

    explicit Login(QObject* parent = nullptr);

    /// One attempt at a time: a second call ends the first without an answer. Gives up after 20 seconds.
    void signIn(const QUrl& relay, const Credentials& credentials, Done done);
    /// Tells the relay to forget the token; nobody waits for the answer.
    void signOut(const QUrl& relay, const QString& token);

private:
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;

    [[nodiscard]] Result<SignedIn> read(QNetworkReply& reply, const QUrl& relay);
};

} // namespace relevo::client
