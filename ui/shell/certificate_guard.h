#pragma once

#include <ui/shell/connection_keeper.h>

#include <client/desk.h>

#include <QtCore/QSet>

namespace relevo::ui {

class MainWindow;
class Question;
class Theme;

/// Asks a person about a relay that nobody vouches for: at the first meeting, and whenever it shows another
/// certificate than the one that was agreed to. Until they agree it is refused, and gets no word.
class CertificateGuard final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the guard.
    struct Parts
    {
        client::Desk& desk;
        MainWindow& window;
        const Theme& theme;
        ConnectionKeeper& keeper;
    };

    explicit CertificateGuard(const Parts& parts, QObject* parent = nullptr);

private:
    Parts m_;
    QUrl m_typed;            ///< the relay that a sign-in was last tried at
    QSet<QByteArray> m_said; ///< certificates that were asked about; one answer is enough

    void signInFailed(const Error& error);
    void linkChanged(const client::LinkInfo& info);
    void ask(const client::RelayProof& proof, const QSslCertificate& before);
};

/// The question itself, still without an answer but Cancel: how to compare, the fingerprint and the dates,
/// and those of the certificate before, if there was one. A child of `parent`.
[[nodiscard]] Question* certificateQuestion(const Theme& theme, const client::RelayProof& proof,
                                            const QSslCertificate& before, QWidget* parent);

} // namespace relevo::ui
