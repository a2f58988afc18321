#pragma once

#include <base/error.h>

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <functional>

namespace relevo::client {

/// Where session tokens are kept. All calls on the UI thread; answers come later, on the same thread, and not
/// at all once `context` is gone. Fails with `not_found` (read: nothing there) or `unavailable` (there is no
/// keychain, or it is locked).
class Secrets
{
public:
    using ReadDone = std::function<void(const Result<QString>&)>;
    using Done = std::function<void(const Result<void>&)>;

    virtual ~Secrets() = default;
    virtual void read(const QString& key, QObject* context, ReadDone done) = 0;
    virtual void write(const QString& key, const QString& secret, QObject* context, Done done) = 0;
    virtual void remove(const QString& key, QObject* context, Done done) = 0;
};

/// Keeps secrets until the program ends: the stand-in where there is no keychain, and for tests.
class SessionSecrets final : public Secrets
{
public:
    void read(const QString& key, QObject* context, ReadDone done) override;
    void write(const QString& key, const QString& secret, QObject* context, Done done) override;
    void remove(const QString& key, QObject* context, Done done) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace relevo::client
