#include <relay/secrets.h>

#include <store/digest.h>

#include <sodium.h>

namespace relevo::relay {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memoryBytes = 19 * 1024 * 1024;

} // namespace

bool initSecrets()
{
    return sodium_init() >= 0;
}

QByteArray newToken(const char* prefix)
{
    QByteArray random(32, '\0');
    randombytes_buf(random.data(), static_cast<std::size_t>(random.size()));
    return prefix + random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray newSigningSecret()
{
    QByteArray random(32, '\0');
    randombytes_buf(random.data(), static_cast<std::size_t>(random.size()));
    return "whsec_" + random.toBase64();
}

QByteArray tokenHash(const QByteArray& token)
{
    return store::sha256({token});
}

Result<QByteArray> hashPassword(const QByteArray& password)
{
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(hash.data(), password.constData(),
                              static_cast<unsigned long long>(password.size()), passes, memoryBytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return failure(ErrorCode::Unavailable,
                       QStringLiteral("There is not enough memory to hash a password."),
                       QStringLiteral("Free some memory and try again."));
    hash.truncate(static_cast<qsizetype>(qstrnlen(hash.constData(), crypto_pwhash_STRBYTES)));
    return hash;
}

bool passwordMatches(const QByteArray& hash, const QByteArray& password)
{
    if (hash.size() >= static_cast<qsizetype>(crypto_pwhash_STRBYTES))
        return false;
    return crypto_pwhash_str_verify(hash.constData(), password.constData(),
                                    static_cast<unsigned long long>(password.size())) == 0;
}

QByteArray impossibleHash()
{
    static const QByteArray hash = hashPassword(newToken("")).value_or(QByteArray());
    return hash;
}

} // namespace relevo::relay
