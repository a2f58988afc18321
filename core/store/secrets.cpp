#include <store/secrets.h>

#include <sql/transaction.h>
#include <store/disk_sync.h>
#include <store/prepared.h>
#include <store/replacement.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <array>

namespace relevo::store {
namespace {

const QByteArray prefix = QByteArrayLiteral("relevo-key-1 ");
const QByteArray proofText = QByteArrayLiteral("relevo");
const QByteArray proofRow = QByteArrayLiteral("secret_key");
constexpr qint64 mostKeyFileBytes = 1'024;

std::unexpected<Error> noKey(const QString& path, const QString& what)
{
    return failure(
        ErrorCode::Unavailable, QStringLiteral("The store's key %1: %2").arg(what, path),
        QStringLiteral("Put the key file back that belongs to this database; backups need it too. If it is "
                       "lost, \"relevo-relay secrets forget\" gives up what only it opens."));
}

/// Nothing when there is no such file.
Result<std::optional<SecretBox>> readKey(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return noKey(path, QStringLiteral("cannot be read (%1)").arg(file.errorString()));
    const QByteArray text = file.read(mostKeyFileBytes).trimmed();
    const auto key = QByteArray::fromBase64Encoding(
        text.mid(prefix.size()), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!text.startsWith(prefix) || !key || key.decoded.size() != SecretBox::keyBytes)
        return noKey(path, QStringLiteral("is not in its file"));
    return SecretBox(key.decoded);
}

/// On disk before anything is sealed with it. Of two programs that make it at once, one makes it.
Result<SecretBox> makeKey(const QString& path)
{
    const QByteArray key = SecretBox::newKey();
    const QString part = path + QStringLiteral(".part-%1").arg(QCoreApplication::applicationPid());
    QFile file(part);
    file.remove();
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                                   QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(prefix + key.toBase64() + '\n') > 0 && file.flush();
    file.close();
    if (!written)
        return failure(
            ErrorCode::Unavailable,
            QStringLiteral("The store's key cannot be written to %1: %2").arg(path, file.errorString()),
            QStringLiteral("Check that the directory exists and that this user may write to it."));
    if (Result<void> synced = syncToDisk(part); !synced)
        return std::unexpected(synced.error());
    // A name that is taken is not taken over: QFile::rename refuses.
    const bool isOurs = file.rename(path);
    if (!isOurs)
        QFile::remove(part);
    if (Result<void> synced = syncToDisk(QFileInfo(path).absolutePath()); !synced)
        return std::unexpected(synced.error());
    const auto box = readKey(path);
    if (!box)
        return std::unexpected(box.error());
    return *box ? Result<SecretBox>(**box) : noKey(path, QStringLiteral("is not in its file"));
}

/// What was sealed with the store's key when it was made; empty before.
Result<QByteArray> proofIn(sql::Database& database)
{
    const auto statement = ran(database, "SELECT proof FROM secret_key", [](sql::Statement&) {});
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    return (*statement)->next() ? (*statement)->bytes(0) : QByteArray();
}

/// Seals with `box` what is plain in the column "secret" of a table whose key is `columns`, of UUIDs and,
/// last, a text where `named`.
Result<void> sealTable(sql::Database& database, const SecretBox& box, const char* table, const char* select,
                       const char* update, bool named)
{
    struct Row
    {
        QUuid id;
        QString name;
        QByteArray secret;
    };
    std::vector<Row> plain;
    {
        const auto statement = ran(database, select, [](sql::Statement&) {});
        if (!statement)
            return std::unexpected(statement.error());
        const sql::Reading reading(**statement);
        while ((*statement)->next()) {
            Row row{(*statement)->uuid(0), named ? (*statement)->text(1) : QString(),
                    (*statement)->bytes(named ? 2 : 1)};
            if (!SecretBox::isSealed(row.secret))
                plain.push_back(std::move(row));
        }
    }
    for (const Row& row : plain) {
        const Result<QByteArray> sealed = box.seal(row.secret, secretRow(table, row.id, row.name));
        if (!sealed)
            return std::unexpected(sealed.error());
        const Result<void> written = write(database, update, [&](sql::Statement& s) {
            s.bind(*sealed).bind(row.id);
            if (named)
                s.bind(row.name);
        });
        if (!written)
            return written;
    }
    return {};
}

Result<void> sealAll(sql::Database& database, const SecretBox& box)
{
    Result<void> done = sealTable(database, box, "webhooks", "SELECT id, secret FROM webhooks",
                                  "UPDATE webhooks SET secret = ? WHERE id = ?", false);
    if (done)
        done = sealTable(database, box, "totp", "SELECT agent, secret FROM totp",
                         "UPDATE totp SET secret = ? WHERE agent = ?", false);
    if (done)
        done = sealTable(database, box, "bot_secrets", "SELECT project, bot, secret FROM bot_secrets",
                         "UPDATE bot_secrets SET secret = ? WHERE project = ? AND bot = ?", true);
    return done;
}

Result<void> writeProof(sql::Database& database, const SecretBox& box)
{
    const Result<QByteArray> proof = box.seal(proofText, proofRow);
    if (!proof)
        return std::unexpected(proof.error());
    return write(database,
                 "INSERT INTO secret_key (one, proof) VALUES (1, ?) "
                 "ON CONFLICT (one) DO UPDATE SET proof = excluded.proof",
                 [&](sql::Statement& s) { s.bind(*proof); });
}

/// The key of the file, which must be the one that the proof was sealed with.
Result<SecretBox> keyFor(const QByteArray& proof, const StoreOptions& options)
{
    const QString path = keyPathOf(options);
    const auto box = readKey(path);
    if (!box)
        return std::unexpected(box.error());
    if (!*box)
        return noKey(path, QStringLiteral("is missing"));
    if (!(*box)->open(proof, proofRow))
        return noKey(path, QStringLiteral("is another than the one in the file"));
    return **box;
}

Result<bool> holdsSecrets(sql::Database& database)
{
    const auto statement = ran(database,
                               "SELECT EXISTS (SELECT 1 FROM webhooks) OR EXISTS (SELECT 1 FROM totp) OR "
                               "EXISTS (SELECT 1 FROM bot_secrets)",
                               [](sql::Statement&) {});
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    return (*statement)->next() && (*statement)->number(0) != 0;
}

/// `not_found` when the store has none yet, or has one that is not there but no secrets that would need it.
Result<SecretBox> presentBox(sql::Database& database, const StoreOptions& options)
{
    const Result<QByteArray> proof = proofIn(database);
    if (!proof)
        return std::unexpected(proof.error());
    Result<SecretBox> box = proof->isEmpty()
                                ? failure(ErrorCode::NotFound, QStringLiteral("There is no key yet."))
                                : keyFor(*proof, options);
    if (box || proof->isEmpty())
        return box;
    const Result<bool> holds = holdsSecrets(database);
    if (!holds)
        return std::unexpected(holds.error());
    return *holds ? box : failure(ErrorCode::NotFound, QStringLiteral("There is no key, and no secret."));
}

/// Takes the key of the file, or makes it, and seals with it what is plain.
Result<SecretBox> newBox(sql::Database& database, const StoreOptions& options)
{
    auto transaction = sql::Transaction::begin(database, sql::Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    Result<SecretBox> box = presentBox(database, options); // another program may have been faster
    if (box || box.error().code != ErrorCode::NotFound)
        return box;
    const auto present = readKey(keyPathOf(options));
    if (!present)
        return std::unexpected(present.error());
    box = *present ? Result<SecretBox>(**present) : makeKey(keyPathOf(options));
    if (!box)
        return box;
    Result<void> done = sealAll(database, *box);
    if (done)
        done = writeProof(database, *box);
    if (done)
        done = transaction->commit();
    return done ? box : std::unexpected(done.error());
}

} // namespace

QByteArray secretRow(const char* table, const QUuid& id, const QString& name)
{
    return QByteArray(table) + ':' + id.toRfc4122() + name.toUtf8();
}

QString keyPathOf(const StoreOptions& options)
{
    if (!options.keyPath.isEmpty())
        return options.keyPath;
    const QFileInfo database(options.databasePath);
    return database.dir().absoluteFilePath(database.completeBaseName() + QStringLiteral(".key"));
}

Result<std::shared_ptr<const Secrets>> Secrets::openForWriting(sql::Database& database,
                                                               const StoreOptions& options)
{
    using Opened = std::shared_ptr<const Secrets>;
    Result<SecretBox> box = presentBox(database, options);
    if (!box && box.error().code == ErrorCode::NotFound) {
        box = newBox(database, options);
        // What was plain is not to be found in the log either.
        (void)database.checkpoint(sql::Checkpoint::Truncate);
    }
    return box ? Result<Opened>(Opened(new Secrets(*box))) : std::unexpected(box.error());
}

Result<std::shared_ptr<const Secrets>> Secrets::openForReading(sql::Database& database,
                                                               const StoreOptions& options)
{
    using Opened = std::shared_ptr<const Secrets>;
    const Result<SecretBox> box = presentBox(database, options);
    if (!box && box.error().code == ErrorCode::NotFound)
        return Opened(new Secrets(std::nullopt));
    return box ? Result<Opened>(Opened(new Secrets(*box))) : std::unexpected(box.error());
}

Result<QByteArray> Secrets::seal(const QByteArray& plain, const QByteArray& row) const
{
    if (!m_box)
        return failure(ErrorCode::Internal, QStringLiteral("The store is open for reading only."));
    return m_box->seal(plain, row);
}

Result<QByteArray> Secrets::open(const QByteArray& stored, const QByteArray& row) const
{
    if (!SecretBox::isSealed(stored))
        return stored;
    if (!m_box)
        return failure(ErrorCode::Unavailable, QStringLiteral("The secrets were sealed meanwhile."),
                       QStringLiteral("Open the store again."));
    return m_box->open(stored, row);
}

Result<ForgottenSecrets> forgetSecrets(const StoreOptions& options)
{
    const auto lock = takeStoreAlone(options);
    if (!lock)
        return std::unexpected(lock.error());
    auto database = store::openForWriting(options);
    if (!database)
        return std::unexpected(database.error());
    const auto present = readKey(keyPathOf(options));
    if (!present)
        return std::unexpected(present.error());
    const Result<SecretBox> box = *present ? Result<SecretBox>(**present) : makeKey(keyPathOf(options));
    if (!box)
        return std::unexpected(box.error());
    auto transaction = sql::Transaction::begin(**database, sql::Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto emptied = [&database](const char* text) {
        return changed(**database, text, [](sql::Statement&) {});
    };
    const Result<int> webhooks = emptied("DELETE FROM webhooks");
    const Result<int> bots = emptied("DELETE FROM bot_secrets");
    const Result<int> factors = emptied("DELETE FROM totp");
    const Result<int> codes = emptied("DELETE FROM recovery_codes");
    for (const Result<int>* one : {&webhooks, &bots, &factors, &codes}) {
        if (!*one)
            return std::unexpected(one->error());
    }
    Result<void> done = writeProof(**database, *box);
    if (done)
        done = transaction->commit();
    if (!done)
        return std::unexpected(done.error());
    return ForgottenSecrets{*webhooks, *bots, *factors};
}

} // namespace relevo::store
