#include <store/secret_box.h>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

namespace relevo::store {
namespace {

constexpr char version = 1;
constexpr qsizetype nonceBytes = 12;
constexpr qsizetype tagBytes = 16;
constexpr qsizetype overhead = 1 + nonceBytes + tagBytes;

struct FreeCipher
{
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

unsigned char* bytesOf(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

const unsigned char* bytesOf(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

std::unexpected<Error> noCipher()
{
    return failure(ErrorCode::Internal, QStringLiteral("A secret could not be sealed."),
                   QStringLiteral("This system's OpenSSL has no AES-256-GCM or no random numbers."));
}

std::unexpected<Error> doesNotOpen()
{
    return failure(ErrorCode::Invalid, QStringLiteral("A secret in the database does not open."),
                   QStringLiteral("It was sealed with another key, or altered."));
}

} // namespace

QByteArray SecretBox::newKey()
{
    QByteArray key(keyBytes, '\0');
    if (RAND_priv_bytes(bytesOf(key), static_cast<int>(keyBytes)) != 1)
        qFatal("This system's OpenSSL has no random numbers.");
    return key;
}

Result<QByteArray> SecretBox::seal(const QByteArray& plain, const QByteArray& row) const
{
    QByteArray nonce(nonceBytes, '\0');
    QByteArray text(plain.size(), '\0');
    QByteArray tag(tagBytes, '\0');
    const QByteArray bound = version + row;
    int length = 0;
    const Context context(EVP_CIPHER_CTX_new());
    const bool sealed =
        context && RAND_bytes(bytesOf(nonce), static_cast<int>(nonceBytes)) == 1 &&
        EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key),
                           bytesOf(std::as_const(nonce))) == 1 &&
        EVP_EncryptUpdate(context.get(), nullptr, &length, bytesOf(bound), static_cast<int>(bound.size())) ==
            1 &&
        EVP_EncryptUpdate(context.get(), bytesOf(text), &length, bytesOf(plain),
                          static_cast<int>(plain.size())) == 1 &&
        EVP_EncryptFinal_ex(context.get(), bytesOf(text) + length, &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tagBytes), tag.data()) == 1;
    if (!sealed)
        return noCipher();
    return version + nonce + text + tag;
}

Result<QByteArray> SecretBox::open(const QByteArray& sealed, const QByteArray& row) const
{
    if (!isSealed(sealed))
        return doesNotOpen();
    const QByteArray nonce = sealed.mid(1, nonceBytes);
    const QByteArray text = sealed.mid(1 + nonceBytes, sealed.size() - overhead);
    QByteArray tag = sealed.last(tagBytes);
    QByteArray plain(text.size(), '\0');
    const QByteArray bound = version + row;
    int length = 0;
    const Context context(EVP_CIPHER_CTX_new());
    const bool opened =
        context &&
        EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key), bytesOf(nonce)) == 1 &&
        EVP_DecryptUpdate(context.get(), nullptr, &length, bytesOf(bound), static_cast<int>(bound.size())) ==
            1 &&
        EVP_DecryptUpdate(context.get(), bytesOf(plain), &length, bytesOf(text),
                          static_cast<int>(text.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tagBytes), tag.data()) ==
            1 &&
        EVP_DecryptFinal_ex(context.get(), bytesOf(plain) + length, &length) == 1;
    if (!opened)
        return doesNotOpen();
    return plain;
}

bool SecretBox::isSealed(const QByteArray& bytes)
{
    return bytes.size() >= overhead && bytes.front() == version;
}

} // namespace relevo::store
