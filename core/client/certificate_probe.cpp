#include <client/certificate_probe.h>

#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslError>
#include <QtNetwork/QSslSocket>

#include <algorithm>

namespace relevo::client {

namespace {

constexpr int patience = 10'000; // milliseconds

bool onlyNobodyVouches(const QList<QSslError>& errors)
{
    return std::all_of(errors.cbegin(), errors.cend(), [](const QSslError& error) {
        switch (error.error()) {
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::CertificateUntrusted:
            return true;
        default:
            return false;
        }
    });
}

} // namespace

QString fingerprintOf(const QSslCertificate& certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

CertificateProbe::CertificateProbe(QObject* parent) : QObject(parent), m_patience(this)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { end(failure(ErrorCode::Unavailable, tr("The relay does not answer."))); });
}

CertificateProbe::~CertificateProbe()
{
    drop();
}

void CertificateProbe::drop()
{
    m_patience.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

void CertificateProbe::end(const Result<RelayProof>& proof)
{
    drop();
    // It may begin another look.
    if (const Done done = std::exchange(m_done, {}))
        done(proof);
}

void CertificateProbe::look(const QUrl& relay, Done done)
{
    drop();
    m_done = std::move(done);
    m_patience.start(patience);
    shakeHands(relay, proofOf(relay), [this, relay](const RelayProof& proof) {
        const QSslConfiguration others = QSslConfiguration::defaultConfiguration();
        if (proof.trusted || proof.canBePinned || proofOf(relay) == others) {
            end(proof);
            return;
        }
        // Not the one that was agreed to: would it do, had none been?
        shakeHands(relay, others, [this, first = proof](const RelayProof& second) {
            RelayProof whole = first;
            whole.vouched = second.trusted && second.certificate == first.certificate;
            end(whole);
        });
    });
}

void CertificateProbe::shakeHands(const QUrl& relay, const QSslConfiguration& accepted,
                                  std::function<void(const RelayProof&)> met)
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->deleteLater();
    }
    m_socket = new QSslSocket(this);
    QSslSocket* socket = m_socket;
    socket->setSslConfiguration(accepted);
    const auto errors = std::make_shared<QList<QSslError>>();
    connect(socket, &QSslSocket::sslErrors, this, [socket, errors](const QList<QSslError>& found) {
        *errors = found;
        // Only to see it: nothing is ever written to this socket.
        socket->ignoreSslErrors();
    });
    connect(socket, &QSslSocket::encrypted, this,
            [socket, errors, host = hostOf(relay), met = std::move(met)] {
                RelayProof proof{host, socket->peerCertificate(), errors->isEmpty()};
                proof.canBePinned =
                    !proof.trusted && proof.certificate.isSelfSigned() && onlyNobodyVouches(*errors);
                met(proof);
            });
    // Queued: the socket is inside its own work here.
    connect(
        socket, &QSslSocket::errorOccurred, this,
        [this, socket] {
            if (socket == m_socket)
                end(failure(ErrorCode::Unavailable, socket->errorString()));
        },
        Qt::QueuedConnection);
    socket->connectToHostEncrypted(relay.host(), static_cast<quint16>(relay.port(443)));
}

} // namespace relevo::client
