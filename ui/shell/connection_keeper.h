#pragma once

#include <ui/shell/preferences.h>

#include <client/secrets.h>

namespace relevo::ui {

/// Keeps how the program goes to the network, and makes it so: the choice in the preferences, the proxy's
/// password in the keychain.
class ConnectionKeeper final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    ConnectionKeeper(Preferences& preferences, client::Secrets& secrets, QObject* parent = nullptr);

    /// What is kept counts from now on.
    void apply();
    /// With the password it has, when it was asked for here; it is not read back from the keychain.
    void setProxy(const client::ProxyChoice& choice);
    /// Certificates of one's own in a PEM file; empty: none. Ends in authorityChecked.
    void setAuthority(const QString& file);

Q_SIGNALS:
    /// Another way from now on, for connections that begin.
    void changed();
    /// How many certificates are in the file that was chosen; `invalid` and nothing changed when none is.
    void authorityChecked(const relevo::Result<int>& count);

private:
    Preferences& m_preferences;
    client::Secrets& m_secrets;

    void trust(const QString& file, bool chosen);
};

} // namespace relevo::ui
