#include "keychain_secrets.h"

#include <base/log.h>

#include <qt6keychain/keychain.h>

namespace relevo::desktop {

namespace {

const QString service = QStringLiteral("Relevo");

std::unexpected<Error> unavailable(const QKeychain::Job& job)
{
    qCInfo(logUi).noquote() << logLine(u"the keychain does not answer",
                                       {{u"error", QString::number(static_cast<int>(job.error()))}});
    return failure(ErrorCode::Unavailable, QStringLiteral("There is no system keychain."));
}

} // namespace

void KeychainSecrets::read(const QString& key, QObject* context, ReadDone done)
{
    auto* job = new QKeychain::ReadPasswordJob(service);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        if (job->error() == QKeychain::NoError)
            done(job->textData());
        else if (job->error() == QKeychain::EntryNotFound)
            done(failure(ErrorCode::NotFound, QStringLiteral("There is no such secret.")));
        else
            done(unavailable(*job));
    });
    job->start();
}

void KeychainSecrets::write(const QString& key, const QString& secret, QObject* context, Done done)
{
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setKey(key);
    job->setTextData(secret);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [this, job, key, secret, context, done = std::move(done)] {
                         if (job->error() != QKeychain::NoError) {
                             done(unavailable(*job));
                             return;
                         }
                         read(key, context, [secret, done](const Result<QString>& kept) {
                             if (kept && *kept == secret)
                                 done({});
                             else
                                 done(failure(ErrorCode::Unavailable,
                                              QStringLiteral("The system keychain keeps nothing.")));
                         });
                     });
    job->start();
}

void KeychainSecrets::remove(const QString& key, QObject* context, Done done)
{
    auto* job = new QKeychain::DeletePasswordJob(service);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
            done({});
        else
            done(unavailable(*job));
    });
    job->start();
}

} // namespace relevo::desktop
