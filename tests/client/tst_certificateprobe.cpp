#include "support/test_main.h"

#include <client/certificate_probe.h>
#include <client/connection.h>

#include <http/certificate.h>

#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

#include <optional>

using namespace relevo;
using namespace relevo::client;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslCertificate read(const Certificate& certificate)
{
    return QSslCertificate(bytesOf(certificate.certificatePath));
}

/// Counts what it is told.
class Relay final : public QSslServer
{
public:
    explicit Relay(const Certificate& certificate)
    {
        show(certificate);
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this,
                    [this, socket] { heard += socket->readAll().size(); });
        });
    }
    void show(const Certificate& certificate)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(read(certificate));
        configuration.setPrivateKey(QSslKey(bytesOf(certificate.keyPath), QSsl::Ec));
        setSslConfiguration(configuration);
    }
    [[nodiscard]] QUrl url(const QString& host = QStringLiteral("127.0.0.1")) const
    {
        return QUrl(QStringLiteral("https://%1:%2").arg(host).arg(serverPort()));
    }

    qsizetype heard = 0;
};

} // namespace

/// What a relay that nobody vouches for shows, and what becomes of it when a person has agreed.
class tst_CertificateProbe final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        (void)trustAlso({});
        holdTo({});
    }

    void oneOfItsOwnIsShownAndCanBePinned()
    {
        const Certificate certificate;
        Relay relay(certificate);
        look(relay.url());
        QVERIFY(*m_proof);
        const RelayProof proof = **m_proof;
        QCOMPARE(proof.host, QStringLiteral("127.0.0.1:%1").arg(relay.serverPort()));
        QCOMPARE(proof.certificate, read(certificate));
        QVERIFY(!proof.trusted && proof.canBePinned);
        QCOMPARE(relay.heard, 0); // it got no word
        QCOMPARE(fingerprintOf(proof.certificate).size(), 32 * 3 - 1);

        holdTo({{proof.host, proof.certificate}});
        look(relay.url());
        QVERIFY((*m_proof)->trusted);
        // It vouches for the host it was agreed to for, and for no other.
        holdTo({{QStringLiteral("another.example.com:443"), proof.certificate}});
        look(relay.url());
        QVERIFY(!(*m_proof)->trusted);
    }

    void anotherOneIsNotTrustedAnyMore()
    {
        const Certificate first;
        const Certificate second;
        Relay relay(first);
        holdTo({{hostOf(relay.url()), read(first)}});
        relay.show(second);
        look(relay.url());
        QVERIFY(!(*m_proof)->trusted && (*m_proof)->canBePinned && !(*m_proof)->vouched);
        QCOMPARE((*m_proof)->certificate, read(second));
    }

    void anAuthorityDoesNotReplaceWhatWasAgreedTo()
    {
        const Certificate first;
        const Certificate authority("Known Authority");
        const Certificate signedByIt("relay.test", &authority);
        QVERIFY(trustAlso(bytesOf(authority.certificatePath)));
        Relay relay(signedByIt);
        look(relay.url());
        QVERIFY((*m_proof)->trusted);
        holdTo({{hostOf(relay.url()), read(first)}});
        look(relay.url());
        QVERIFY(!(*m_proof)->trusted && !(*m_proof)->canBePinned && (*m_proof)->vouched);
        QCOMPARE((*m_proof)->certificate, read(signedByIt));
        // One that nobody knows vouches for nothing.
        (void)trustAlso({});
        look(relay.url());
        QVERIFY(!(*m_proof)->trusted && !(*m_proof)->canBePinned && !(*m_proof)->vouched);
        QCOMPARE(relay.heard, 0);
    }

    void oneForAnotherNameCannotBePinned()
    {
        const Certificate certificate;
        Relay relay(certificate);
        look(relay.url(QStringLiteral("localhost")));
        QVERIFY(*m_proof);
        QVERIFY(!(*m_proof)->trusted && !(*m_proof)->canBePinned);
    }

    void whereThereIsNoneItIsSaid()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        look(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(port)));
        QVERIFY(!*m_proof);
        QCOMPARE(m_proof->error().code, ErrorCode::Unavailable);
    }

    void theNewestLookCounts()
    {
        const Certificate certificate;
        Relay relay(certificate);
        int answers = 0;
        m_probe.look(relay.url(), [&answers](const Result<RelayProof>&) { ++answers; });
        look(relay.url());
        QVERIFY(*m_proof);
        QCOMPARE(answers, 0);
    }

private:
    CertificateProbe m_probe;
    std::optional<Result<RelayProof>> m_proof;

    void look(const QUrl& url)
    {
        m_proof.reset();
        m_probe.look(url, [this](const Result<RelayProof>& proof) { m_proof = proof; });
        QTRY_VERIFY(m_proof);
    }
};

RELEVO_TEST(tst_CertificateProbe)
#include "tst_certificateprobe.moc"
