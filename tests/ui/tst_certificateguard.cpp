#include "support/test_main.h"
#include "workplace.h"

#include <http/certificate.h>
#include <ui/login/login_page.h>
#include <ui/settings/connection_page.h>
#include <ui/settings/question.h>
#include <ui/widgets/text.h>

#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtTest/QtTest>
#include <QtWidgets/QPushButton>

using namespace relevo;
using namespace relevo::ui;

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

void show(QSslServer& server, const Certificate& certificate)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(read(certificate));
    configuration.setPrivateKey(QSslKey(bytesOf(certificate.keyPath), QSsl::Ec));
    server.setSslConfiguration(configuration);
}

} // namespace

/// Whoever signs in at a relay that nobody vouches for is asked, and asked again when it shows another
/// certificate.
class tst_CertificateGuard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_place = std::make_unique<Workplace>(); }
    void cleanup()
    {
        m_place.reset();
        (void)client::trustAlso({});
        client::holdTo({});
    }

    void aRelayOfItsOwnIsAskedAboutOnce()
    {
        const Certificate first;
        const Certificate second;
        QSslServer relay;
        show(relay, first);
        QVERIFY(relay.listen(QHostAddress::LocalHost));
        const QString address = QStringLiteral("https://127.0.0.1:%1").arg(relay.serverPort());
        m_place->start(address);
        signIn(address);
        QTRY_VERIFY(question());
        QVERIFY(words().contains(print(first)));
        const auto labels = question()->findChildren<QLabel*>();
        const auto shown = std::find_if(labels.cbegin(), labels.cend(),
                                        [&](const QLabel* label) { return label->text() == print(first); });
        QVERIFY(shown != labels.cend());
        QVERIFY((*shown)->font().fixedPitch() && (*shown)->wordWrap());
        QVERIFY((*shown)->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
        // Cancelled: nothing is trusted, and it is refused as before.
        question()->reject();
        QTRY_VERIFY(!question());
        QVERIFY(m_place->connection.pins().isEmpty());

        signIn(address);
        QTRY_VERIFY(question());
        QSignalSpy changed(&m_place->connection, &ConnectionKeeper::changed);
        question()->findChild<QPushButton*>(QStringLiteral("certificateTrust"))->click();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(m_place->preferences().pins(),
                 (QList<client::Pin>{{QStringLiteral("127.0.0.1:%1").arg(relay.serverPort()), read(first)}}));
        QTRY_VERIFY(!question());

        // It shows another one: refused, and both are shown.
        show(relay, second);
        QSignalSpy failed(&m_place->desk, &client::Desk::signInFailed);
        signIn(address);
        QTRY_COMPARE(failed.size(), 1);
        QTRY_VERIFY(question());
        QVERIFY(words().contains(print(first)) && words().contains(print(second)));
        question()->findChild<QPushButton*>(QStringLiteral("certificateTrust"))->click();
        QTRY_COMPARE(m_place->preferences().pins().value(0).certificate, read(second));
        QCOMPARE(m_place->preferences().pins().size(), 1);
    }

    void aMoveToAnAuthorityIsAskedAbout()
    {
        const Certificate first;
        const Certificate authority("Known Authority");
        const Certificate signedByIt("relay.test", &authority);
        QVERIFY(client::trustAlso(bytesOf(authority.certificatePath)));
        QSslServer relay;
        show(relay, signedByIt);
        QVERIFY(relay.listen(QHostAddress::LocalHost));
        const QString address = QStringLiteral("https://127.0.0.1:%1").arg(relay.serverPort());
        m_place->connection.pin({client::hostOf(QUrl(address)), read(first)});
        m_place->start(address);
        QSignalSpy failed(&m_place->desk, &client::Desk::signInFailed);
        signIn(address);
        QTRY_COMPARE(failed.size(), 1); // refused until somebody agrees
        QTRY_VERIFY(question());
        QVERIFY(words().contains(print(first)) && words().contains(print(signedByIt)));
        QVERIFY(words().contains(QStringLiteral("Known Authority")));
        question()->reject();
        QTRY_VERIFY(!question());
        QCOMPARE(m_place->connection.pins().size(), 1);

        signIn(address);
        QTRY_VERIFY(question());
        question()->findChild<QPushButton*>(QStringLiteral("certificateTrust"))->click();
        QVERIFY(m_place->connection.pins().isEmpty());
        QVERIFY(m_place->preferences().pins().isEmpty());
        // Now it is spoken to.
        QSignalSpy heard(&relay, &QTcpServer::pendingConnectionAvailable);
        signIn(address);
        QTRY_VERIFY(!heard.isEmpty());
        QTcpSocket* socket = relay.nextPendingConnection();
        QVERIFY(socket);
        QTRY_VERIFY(socket->bytesAvailable() > 0);
    }

    void whatWasAgreedToIsListedAndForgotten()
    {
        const Certificate certificate;
        QTemporaryDir folder;
        QSettings file(folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat);
        Preferences preferences(file);
        ConnectionKeeper keeper(preferences, m_place->secrets);
        const Theme theme;
        ConnectionPage page(theme, preferences, keeper);
        QVERIFY(page.findChild<QLabel*>(QStringLiteral("noPins")));
        keeper.pin({QStringLiteral("desk.example.com:443"), read(certificate)});
        QTRY_VERIFY(!page.findChild<QLabel*>(QStringLiteral("noPins")));
        QVERIFY(page.findChild<QLabel*>(QStringLiteral("pin"))
                    ->text()
                    .contains(QStringLiteral("desk.example.com:443")));
        // Remembered over a restart.
        file.sync();
        QSettings again(file.fileName(), QSettings::IniFormat);
        QCOMPARE(Preferences(again).pins(), keeper.pins());
        QSignalSpy changed(&keeper, &ConnectionKeeper::changed);
        page.findChild<QPushButton*>(QStringLiteral("forgetPin"))->click();
        QTRY_VERIFY(page.findChild<QLabel*>(QStringLiteral("noPins")));
        QVERIFY(keeper.pins().isEmpty());
        QTRY_VERIFY(!changed.isEmpty());
    }

private:
    std::unique_ptr<Workplace> m_place;

    void signIn(const QString& address)
    {
        Q_EMIT m_place->window.login().signInRequested(
            address, {QStringLiteral("ana@example.com"), QStringLiteral("secret"), {}});
    }
    Question* question()
    {
        return m_place->window.findChild<Question*>(QStringLiteral("certificateQuestion"));
    }
    QString words()
    {
        QString all;
        for (const QLabel* label : question()->findChildren<QLabel*>())
            all += label->text() + u'\n';
        return all;
    }
    /// As it is shown: in pairs, between which a line may end, sixteen in each.
    static QString print(const Certificate& certificate)
    {
        QString pairs = client::fingerprintOf(read(certificate)).replace(u':', u' ');
        pairs[47] = u'\n';
        return pairs;
    }
};

RELEVO_TEST(tst_CertificateGuard)
#include "tst_certificateguard.moc"
