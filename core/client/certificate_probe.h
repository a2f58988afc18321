#pragma once

#include <client/connection.h>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QSslError;
class QSslSocket;
QT_END_NAMESPACE

namespace relevo::client {

/// What a relay proves itself with.
struct RelayProof
{
    QString host; ///< as in Pin
    QSslCertificate certificate;
    bool trusted = false; ///< it is the one that was agreed to, or none was and an authority vouches for it
    /// An authority vouches for it, and another one was agreed to: a relay may move on, and a stranger may
    /// come with papers, so a person is asked.
    bool vouched = false;
    /// Nothing is wrong with it but that nobody vouches for it: it names this host, is valid now, and signs
    /// itself. Only such a one can be pinned.
    bool canBePinned = false;
};

/// SHA-256 as people compare it: "AB:CD:…", 32 pairs.
[[nodiscard]] QString fingerprintOf(const QSslCertificate& certificate);

/// Looks at the certificate of a relay, without saying anything to it: what cannot be trusted gets no word
/// and no token. One question at a time, the newest. UI thread.
class CertificateProbe final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<RelayProof>&)>;

    explicit CertificateProbe(QObject* parent = nullptr);
    ~CertificateProbe() override;

    /// `relay` is https. `done` is called once, later, unless another look begins before: with `unavailable`
    /// when there is no certificate to be had within ten seconds.
    void look(const QUrl& relay, Done done);

private:
    QTimer m_patience;
    QSslSocket* m_socket = nullptr;
    Done m_done;

    /// Shakes hands with the relay and tells what it met.
    void shakeHands(const QUrl& relay, const QSslConfiguration& accepted,
                    std::function<void(const RelayProof&)> met);
    void end(const Result<RelayProof>& proof);
    void drop();
};

} // namespace relevo::client
