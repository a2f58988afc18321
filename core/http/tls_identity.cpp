#include <http/tls_identity.h>

#include <http/openssl_owned.h>

#include <QtCore/QFile>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslSocket>

#include <openssl/pem.h>
#include <openssl/x509.h>

namespace relevo::http {
namespace {

constexpr qint64 largestFile = 1'024 * 1'024;

Result<QByteArray> contentOf(const QString& path, const QString& what)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Invalid,
                       QStringLiteral("The TLS %1 %2 cannot be read: %3").arg(what, path, file.errorString()),
                       QStringLiteral("Check the path and that this user may read it."));
    return file.read(largestFile);
}

/// A server that shows one certificate and signs with another's key would fail at every handshake instead of
/// here.
bool belongTogether(const QByteArray& certificate, const QByteArray& key)
{
    const auto bioOf = [](const QByteArray& bytes) {
        return OwnedBio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
    };
    const OwnedBio certificateBio = bioOf(certificate);
    const OwnedBio keyBio = bioOf(key);
    const Owned<X509, X509_free> shown(PEM_read_bio_X509(certificateBio.get(), nullptr, nullptr, nullptr));
    // An encrypted key is refused rather than asked about on the terminal.
    const auto noPassphrase = [](char*, int, int, void*) {
        return -1;
    };
    const Owned<EVP_PKEY, EVP_PKEY_free> signing(
        PEM_read_bio_PrivateKey(keyBio.get(), nullptr, noPassphrase, nullptr));
    return shown && signing && X509_check_private_key(shown.get(), signing.get()) == 1;
}

QSslKey keyOf(const QByteArray& pem)
{
    const QSslKey rsa(pem, QSsl::Rsa);
    return rsa.isNull() ? QSslKey(pem, QSsl::Ec) : rsa;
}

} // namespace

Result<TlsIdentity> TlsIdentity::load(const QString& certificatePath, const QString& keyPath)
{
    if (!QSslSocket::supportsSsl())
        return failure(ErrorCode::Unavailable, QStringLiteral("Qt has no TLS on this machine."),
                       QStringLiteral("Install OpenSSL 3 (on Debian: libssl3)."));
    const Result<QByteArray> certificate = contentOf(certificatePath, QStringLiteral("certificate"));
    const Result<QByteArray> keyText = certificate ? contentOf(keyPath, QStringLiteral("key")) : certificate;
    if (!keyText)
        return std::unexpected(keyText.error());
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificate, QSsl::Pem);
    if (chain.isEmpty())
        return failure(
            ErrorCode::Invalid, QStringLiteral("There is no certificate in %1.").arg(certificatePath),
            QStringLiteral("It must be PEM: the server's certificate, then those it is signed by."));
    const QSslKey key = keyOf(*keyText);
    if (key.isNull())
        return failure(ErrorCode::Invalid, QStringLiteral("There is no usable key in %1.").arg(keyPath),
                       QStringLiteral("It must be an RSA or EC key in PEM without a passphrase."));
    if (!belongTogether(*certificate, *keyText))
        return failure(ErrorCode::Invalid,
                       QStringLiteral("The key in %1 is not that of the certificate in %2.")
                           .arg(keyPath, certificatePath),
                       QStringLiteral("The server's own certificate must be the first in its file."));
    QSslConfiguration configuration;
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return TlsIdentity(configuration);
}

QDateTime TlsIdentity::expiresAt() const
{
    return m_configuration.localCertificate().expiryDate();
}

} // namespace relevo::http
