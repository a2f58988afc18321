#include <store/digest.h>

#include <openssl/evp.h>

#include <memory>

namespace relevo::store {
namespace {

struct FreeDigest
{
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
};

} // namespace

QByteArray sha256(std::initializer_list<QByteArrayView> parts)
{
    // Looking the algorithm up and making a context cost more than hashing a message does.
    static const std::unique_ptr<EVP_MD, FreeDigest> algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr));
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeDigest> context(EVP_MD_CTX_new());
    QByteArray hash(32, Qt::Uninitialized);
    bool good = algorithm && context && EVP_DigestInit_ex2(context.get(), algorithm.get(), nullptr) == 1;
    for (const QByteArrayView part : parts)
        good =
            good && EVP_DigestUpdate(context.get(), part.data(), static_cast<std::size_t>(part.size())) == 1;
    auto* bytes = reinterpret_cast<unsigned char*>(hash.data());
    if (!good || EVP_DigestFinal_ex(context.get(), bytes, nullptr) != 1)
        qFatal("This system's OpenSSL has no SHA-256.");
    return hash;
}

} // namespace relevo::store
