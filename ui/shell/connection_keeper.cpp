#include <ui/shell/connection_keeper.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QPointer>
#include <QtCore/QThreadPool>

namespace relevo::ui {

namespace {

constexpr qint64 largestFile = 1024 * 1024;

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
    return client::trustAlso(file.read(largestFile));
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
    if (const QString file = m_preferences.authorityFile(); !file.isEmpty())
        trust(file, false);
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
    trust(file, true);
}

void ConnectionKeeper::trust(const QString& file, bool chosen)
{
    QThreadPool::globalInstance()->start([self = QPointer<ConnectionKeeper>(this), file, chosen] {
        const Result<int> count = trustFile(file);
        const auto tell = [self, file, chosen, count] {
            if (!self)
                return;
            if (count && chosen)
                self->m_preferences.setAuthorityFile(file);
            Q_EMIT self->authorityChecked(count);
            if (count)
                Q_EMIT self->changed();
        };
        QMetaObject::invokeMethod(qApp, tell, Qt::QueuedConnection);
    });
}

} // namespace relevo::ui
