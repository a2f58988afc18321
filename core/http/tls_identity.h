#pragma once

#include <base/error.h>

#include <QtCore/QDateTime>
#include <QtNetwork/QSslConfiguration>

namespace relevo::http {

/// The certificate a server shows, with its chain and key, and the rules it speaks TLS by: 1.2 and newer, no
/// client certificates.
class TlsIdentity
{
public:
    /// Both files in PEM: the server's certificate first and then its chain; an RSA or EC key without a
    /// passphrase. Fails with `invalid` when a file cannot be read or understood, or the key is another
    /// certificate's.
    [[nodiscard]] static Result<TlsIdentity> load(const QString& certificatePath, const QString& keyPath);

    [[nodiscard]] const QSslConfiguration& configuration() const { return m_configuration; }
    /// When the server's own certificate stops being valid.
    [[nodiscard]] QDateTime expiresAt() const;

private:
    explicit TlsIdentity(const QSslConfiguration& configuration) : m_configuration(configuration) {}

    QSslConfiguration m_configuration;
};

} // namespace relevo::http
