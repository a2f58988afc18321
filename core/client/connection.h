#pragma once

#include <base/error.h>

#include <QtCore/QByteArray>
#include <QtNetwork/QSslCertificate>

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

// All of this is the program's own: it counts for every connection that begins from then on, on any thread.

/// This computer itself is always reached directly.
void useProxy(const ProxyChoice& choice);

/// Certificates in PEM form are trusted beside the system's own; empty: those alone. Gives their number, or
/// `invalid` when there is none in it, which changes nothing. So are those that are `pinned`, which are not
/// counted. Reads the system's from disk: not for the UI's thread.
[[nodiscard]] Result<int> trustAlso(const QByteArray& pem, const QList<QSslCertificate>& pinned = {});

} // namespace relevo::client
