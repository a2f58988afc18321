#pragma once

#include <base/error.h>

#include <QtCore/QByteArray>
#include <QtCore/QUrl>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>

namespace relevo::client {

/// By which way the desk goes to its relay.
enum class ProxyKind { System, None, Http, Socks };

struct ProxyChoice
{
    ProxyKind kind = ProxyKind::System;
    QString host;
    int port = 0; ///< 1 … 65535 for Http and Socks
    QString user; ///< empty: it does not ask
    QString password;

    friend bool operator==(const ProxyChoice&, const ProxyChoice&) = default;
};

/// A certificate that a relay made itself and that a person has agreed to.
struct Pin
{
    QString host; ///< "desk.example.com:443"
    QSslCertificate certificate;

    friend bool operator==(const Pin&, const Pin&) = default;
};

/// "desk.example.com:443"
[[nodiscard]] QString hostOf(const QUrl& relay);

// All of this is the program's own: it counts for every connection that begins from then on, on any thread.

/// This computer itself is always reached directly.
void useProxy(const ProxyChoice& choice);

/// Certificates in PEM form are trusted beside the system's own; empty: those alone. Gives their number, or
/// `invalid` when there is none in it, which changes nothing. Reads the system's from disk: not for the UI's
/// thread.
[[nodiscard]] Result<int> trustAlso(const QByteArray& pem);

/// Relays of these hosts prove themselves with the certificate that was agreed to and with no other, whoever
/// vouches for that; it counts for no other host.
void holdTo(const QList<Pin>& pins);

/// What a connection to this relay takes for proof. For every socket and request to it.
[[nodiscard]] QSslConfiguration proofOf(const QUrl& relay);

} // namespace relevo::client
