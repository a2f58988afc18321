#include <ui/shell/connection_keeper.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QPointer>
#include <QtCore/QThreadPool>

#include <algorithm>

namespace relevo::ui {

namespace {

constexpr qint64 largestCertificate = 1024 * 1024;

QString keyOf(const client::ProxyChoice& proxy)
{
    return QStringLiteral("relevo/proxy/%1@%2:%3").arg(proxy.user, proxy.host).arg(proxy.port);
}

/// Off the UI's thread: a disk may be slow.
Result<int> trustFile(const QString& path)
{
    if (path.isEmpty())
        return client::trustAlso({});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, file.errorString());
    return client::trustAlso(file.read(largestCertificate));
}

} // namespace

ConnectionKeeper::ConnectionKeeper(Preferences& preferences, client::Secrets& secrets, QObject* parent)
    : QObject(parent), m_preferences(preferences), m_secrets(secrets)
{
}

void ConnectionKeeper::apply()
{
    const client::ProxyChoice proxy = m_preferences.proxy();
    client::useProxy(proxy);
    if (!proxy.user.isEmpty()) {
        m_secrets.read(keyOf(proxy), this, [this, proxy](const Result<QString>& password) {
            // Chosen anew meanwhile: then it is known already.
            if (!password || m_preferences.proxy() != proxy)
                return;
            client::ProxyChoice whole = proxy;
            whole.password = *password;
            client::useProxy(whole);
            Q_EMIT changed();
        });
    }
    // At once: not even the first connection may take another certificate.
    client::holdTo(pins());
    if (const QString file = m_preferences.authorityFile(); !file.isEmpty())
        trust(file, Why::Start);
}

void ConnectionKeeper::setProxy(const client::ProxyChoice& choice)
{
    const client::ProxyChoice before = m_preferences.proxy();
    if (!before.user.isEmpty() && keyOf(before) != keyOf(choice))
        m_secrets.remove(keyOf(before), this, [](const Result<void>&) {});
    m_preferences.setProxy(choice);
    if (!choice.user.isEmpty() && !choice.password.isEmpty())
        m_secrets.write(keyOf(choice), choice.password, this, [](const Result<void>&) {});
    client::useProxy(choice);
    Q_EMIT changed();
}

void ConnectionKeeper::setAuthority(const QString& file)
{
    trust(file, Why::ChosenFile);
}

void ConnectionKeeper::examine(const QUrl& relay)
{
    if (relay.scheme() != QLatin1String("https"))
        return;
    m_probe.look(relay, [this](const Result<client::RelayProof>& proof) {
        if (!proof || proof->trusted)
            return;
        const QList<client::Pin> known = pins();
        const auto before = std::find_if(known.cbegin(), known.cend(), [&proof](const client::Pin& pin) {
            return pin.host == proof->host;
        });
        Q_EMIT proofMet(*proof, before == known.cend() ? QSslCertificate() : before->certificate);
    });
}

void ConnectionKeeper::agree(const client::RelayProof& proof)
{
    if (proof.vouched)
        forgetPin(proof.host);
    else
        pin({proof.host, proof.certificate});
}

void ConnectionKeeper::pin(const client::Pin& pin)
{
    QList<client::Pin> known = pins();
    known.removeIf([&pin](const client::Pin& one) { return one.host == pin.host; });
    known.push_back(pin);
    setPins(known);
}

void ConnectionKeeper::forgetPin(const QString& host)
{
    QList<client::Pin> known = pins();
    known.removeIf([&host](const client::Pin& one) { return one.host == host; });
    setPins(known);
}

void ConnectionKeeper::setPins(const QList<client::Pin>& pins)
{
    m_preferences.setPins(pins);
    client::holdTo(pins);
    Q_EMIT pinsChanged();
    Q_EMIT changed();
}

void ConnectionKeeper::trust(const QString& file, Why why)
{
    QThreadPool::globalInstance()->start([self = QPointer<ConnectionKeeper>(this), file, why] {
        const Result<int> count = trustFile(file);
        const auto tell = [self, file, why, count] {
            if (!self)
                return;
            if (count && why == Why::ChosenFile)
                self->m_preferences.setAuthorityFile(file);
            if (why == Why::ChosenFile)
                Q_EMIT self->authorityChecked(count);
            if (count)
                Q_EMIT self->changed();
        };
        QMetaObject::invokeMethod(qApp, tell, Qt::QueuedConnection);
    });
}

} // namespace relevo::ui
