#pragma once

#include <client/secrets.h>

namespace relevo::desktop {

/// Tokens in the system's keychain. A keychain that is locked or absent answers in many ways, so a token only
/// counts as kept when it can be read again.
class KeychainSecrets final : public client::Secrets
{
public:
    void read(const QString& key, QObject* context, ReadDone done) override;
    void write(const QString& key, const QString& secret, QObject* context, Done done) override;
    void remove(const QString& key, QObject* context, Done done) override;
};

} // namespace relevo::desktop
