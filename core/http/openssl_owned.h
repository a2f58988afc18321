#pragma once

#include <openssl/bio.h>

#include <memory>

// What OpenSSL made and wants to have freed. For sources that use OpenSSL itself.
namespace relevo::http {

template <auto Free>
struct Freeing
{
    template <typename T>
    void operator()(T* thing) const
    {
        Free(thing);
    }
};

template <typename T, auto Free>
using Owned = std::unique_ptr<T, Freeing<Free>>;

using OwnedBio = Owned<BIO, BIO_free_all>;

} // namespace relevo::http
