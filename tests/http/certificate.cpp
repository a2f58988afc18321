#include "certificate.h"

#include <http/openssl_owned.h>

#include <QtCore/QFile>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace {

using relevo::http::Owned;
using relevo::http::OwnedBio;

OwnedBio opened(const QString& path)
{
    OwnedBio bio(BIO_new_file(qPrintable(path), "r"));
    if (!bio)
        qFatal("cannot read %s", qPrintable(path));
    return bio;
}

void extend(X509* certificate, int what, const char* value)
{
    const Owned<X509_EXTENSION, X509_EXTENSION_free> extension(
        X509V3_EXT_conf_nid(nullptr, nullptr, what, value));
    X509_add_ext(certificate, extension.get(), -1);
}

QString written(const QString& path, const OwnedBio& bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(data, size) != size)
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

} // namespace

Certificate::Certificate(const QByteArray& commonName, const Certificate* issuer)
{
    const Owned<EVP_PKEY, EVP_PKEY_free> key(EVP_EC_gen("P-256"));
    const Owned<X509, X509_free> certificate(X509_new());
    constexpr long day = 86'400;
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 365 * day);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(commonName.constData()), -1, -1, 0);
    Owned<X509, X509_free> signer;
    Owned<EVP_PKEY, EVP_PKEY_free> signing;
    if (issuer) {
        const OwnedBio signerBio = opened(issuer->certificatePath);
        const OwnedBio signingBio = opened(issuer->keyPath);
        signer.reset(PEM_read_bio_X509(signerBio.get(), nullptr, nullptr, nullptr));
        signing.reset(PEM_read_bio_PrivateKey(signingBio.get(), nullptr, nullptr, nullptr));
    }
    X509_set_issuer_name(certificate.get(), signer ? X509_get_subject_name(signer.get()) : name);
    extend(certificate.get(), NID_subject_alt_name, "IP:127.0.0.1");
    if (!issuer)
        extend(certificate.get(), NID_basic_constraints, "CA:TRUE");
    if (X509_sign(certificate.get(), signing ? signing.get() : key.get(), EVP_sha256()) == 0)
        qFatal("cannot sign a certificate");
    const OwnedBio certificateBio(BIO_new(BIO_s_mem()));
    const OwnedBio keyBio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateBio.get(), certificate.get());
    PEM_write_bio_PrivateKey(keyBio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    certificatePath = written(directory.filePath(QStringLiteral("cert.pem")), certificateBio);
    keyPath = written(directory.filePath(QStringLiteral("key.pem")), keyBio);
}
