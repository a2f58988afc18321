#pragma once

#include <QtCore/QByteArray>

#include <initializer_list>

namespace relevo::store {

/// SHA-256 (FIPS 180-4) over the parts, one after the other: 32 bytes. Made by OpenSSL, which uses the
/// processor's own instructions where there are any: every message is hashed several times on its way. Any
/// thread; no errors.
[[nodiscard]] QByteArray sha256(std::initializer_list<QByteArrayView> parts);

} // namespace relevo::store
