#include <client/certificate_probe.h>

#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslError>
#include <QtNetwork/QSslSocket>

#include <algorithm>

namespace relevo::client {

namespace {

constexpr int patience = 10'000; // milliseconds
constexpr int httpsPort = 443;

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

QString hostOf(const QUrl& relay)
{
    return QStringLiteral("%1:%2").arg(relay.host()).arg(relay.port(httpsPort));
}

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
    m_socket = new QSslSocket(this);
    QSslSocket* socket = m_socket;
    socket->setSslConfiguration(QSslConfiguration::defaultConfiguration());
    const auto errors = std::make_shared<QList<QSslError>>();
    connect(socket, &QSslSocket::sslErrors, this, [socket, errors](const QList<QSslError>& met) {
        *errors = met;
        // Only to see it: nothing is ever written to this socket.
        socket->ignoreSslErrors();
    });
    connect(socket, &QSslSocket::encrypted, this, [this, socket, errors, host = hostOf(relay)] {
        RelayProof proof{host, socket->peerCertificate(), errors->isEmpty(), false};
        proof.canBePinned = !proof.trusted && proof.certificate.isSelfSigned() && onlyNobodyVouches(*errors);
        end(proof);
    });
    // Queued: the socket is inside its own work here.
    connect(
        socket, &QSslSocket::errorOccurred, this,
        [this, socket] {
            if (socket == m_socket)
                end(failure(ErrorCode::Unavailable, socket->errorString()));
        },
        Qt::QueuedConnection);
    socket->connectToHostEncrypted(relay.host(), static_cast<quint16>(relay.port(httpsPort)));
    m_patience.start(patience);
}

} // namespace relevo::client
