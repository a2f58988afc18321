#include <client/secrets.h>

#include <QtCore/QMetaObject>

namespace relevo::client {

void SessionSecrets::read(const QString& key, QObject* context, ReadDone done)
{
    const auto found = m_secrets.constFind(key);
    const Result<QString> answer =
        found == m_secrets.cend()
            ? Result<QString>(failure(ErrorCode::NotFound, QStringLiteral("There is no such secret.")))
            : Result<QString>(*found);
    QMetaObject::invokeMethod(
        context, [done = std::move(done), answer] { done(answer); }, Qt::QueuedConnection);
}

void SessionSecrets::write(const QString& key, const QString& secret, QObject* context, Done done)
{
    m_secrets.insert(key, secret);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void SessionSecrets::remove(const QString& key, QObject* context, Done done)
{
    m_secrets.remove(key);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

} // namespace relevo::client
