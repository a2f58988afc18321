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
    /// Looks what a relay that could not prove itself has to show; ends in proofMet, or in nothing when it
    /// can be trusted after all, shows nothing, or is no https.
    void examine(const QUrl& relay);
    /// A person has agreed to what a relay showed: from now on its host is held to that certificate, or to
    /// none where an authority vouches for it.
    void agree(const client::RelayProof& proof);
    /// Another one of the same host counts no more.
    void pin(const client::Pin& pin);
    void forgetPin(const QString& host);
    [[nodiscard]] QList<client::Pin> pins() const { return m_preferences.pins(); }

Q_SIGNALS:
    /// Another way from now on, for connections that begin.
    void changed();
    /// How many certificates are in the file that was chosen; `invalid` and nothing changed when none is.
    void authorityChecked(const relevo::Result<int>& count);
    /// Nobody vouches for this relay, or an authority does for another certificate than the one that was
    /// agreed to. `before` is what was agreed to for the same host, null when nothing
    /// was.
    void proofMet(const relevo::client::RelayProof& proof, const QSslCertificate& before);
    void pinsChanged();

private:
    Preferences& m_preferences;
    client::Secrets& m_secrets;
    client::CertificateProbe m_probe;

    enum class Why { Start, ChosenFile };
    void trust(const QString& file, Why why);
    void setPins(const QList<client::Pin>& pins);
};

} // namespace relevo::ui
