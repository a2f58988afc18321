#pragma once

#include <base/error.h>

#include <QtCore/QByteArray>

namespace relevo::store {

/// Seals small secrets for the rows of a database: AES-256-GCM under one key, a random nonce each time. `row`
/// names where it is kept and is sealed with it, so that what is moved to another row does not open there.
/// One version byte, 12 of nonce, the text, 16 of tag. Any thread.
class SecretBox
{
public:
    static constexpr qsizetype keyBytes = 32;

    /// `key` has keyBytes.
    explicit SecretBox(QByteArray key) : m_key(std::move(key)) {}

    [[nodiscard]] static QByteArray newKey();

    [[nodiscard]] Result<QByteArray> seal(const QByteArray& plain, const QByteArray& row) const;
    /// `invalid` when it was sealed with another key, for another row, or altered.
    [[nodiscard]] Result<QByteArray> open(const QByteArray& sealed, const QByteArray& row) const;

    /// Longer than any plain secret that begins with the version's byte: those of second factors have 20
    /// bytes, the others begin with "whsec_".
    [[nodiscard]] static bool isSealed(const QByteArray& bytes);

private:
    QByteArray m_key;
};

} // namespace relevo::store
