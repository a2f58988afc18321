#include <client/mirror.h>

#include <sql/migrator.h>
#include <sql/transaction.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>

namespace relevo::client {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

// Which program's idea of a row the file holds; changed whenever rowOf takes more from the state.
constexpr const char* rowsKey = "rows";
constexpr const char* rowsMadeBy = "5";

const char* keyOf(KeptList which)
{
    return which == KeptList::CannedResponses ? "canned" : "templates";
}

constexpr QLatin1String asideMark(".corrupt-");

QString asideStamp(Timestamp at)
{
    return QString::fromStdString(toRfc3339(at)).remove(u':').remove(u'.');
}

/// Made here before SQLite does, so that there is no moment in which others may read it; SQLite gives its
/// -wal and -shm files the same permissions.
Result<void> makeFile(const QString& path)
{
    const QString directory = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(directory)) {
        if (!QDir().mkpath(directory))
            return failure(ErrorCode::Unavailable,
                           QStringLiteral("The directory %1 cannot be made.").arg(directory));
        QFile::setPermissions(directory, ownerOnly | QFileDevice::ExeOwner);
    }
    QFile file(path);
    if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
        return failure(ErrorCode::Unavailable, QStringLiteral("%1 cannot be made.").arg(path),
                       file.errorString());
    file.setPermissions(ownerOnly);
    return {};
}

Result<std::unique_ptr<sql::Database>> openDatabase(const QString& path)
{
    sql::DatabaseOptions options;
    options.path = path;
    // What an agent has written must survive a power cut before it has reached the relay.
    options.durable = true;
    // It is locked to one program: whoever else writes is a passing guest, and nobody should wait for it.
    options.busyTimeout = std::chrono::seconds(1);
    // There is one connection and no thread to spare for the log.
    options.checkpointAt = 1'000;
    return sql::Database::open(options);
}

} // namespace

Result<std::unique_ptr<Mirror>> Mirror::open(const QString& path)
{
    if (Result<void> made = makeFile(path); !made)
        return std::unexpected(made.error());
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // stale is what belongs to no running process, however old
    if (!lock->tryLock())
        return failure(ErrorCode::Conflict, QStringLiteral("Relevo is already running with this profile."));
    Result<std::unique_ptr<sql::Database>> database = openDatabase(path);
    if (!database)
        return std::unexpected(database.error());
    sql::Migrator migrator(**database, QStringLiteral(":/relevo/client/migrations"));
    // It is only a copy: one that a newer program made is as good as a damaged one.
    if (const Result<int> version = migrator.version(); !version || *version > migrator.newest())
        return failure(ErrorCode::Internal, QStringLiteral("The local copy was made by a newer Relevo."));
    if (Result<void> migrated = migrator.migrate(); !migrated)
        return std::unexpected(migrated.error());
    std::unique_ptr<Mirror> mirror(new Mirror(std::move(*database), std::move(lock)));
    if (Result<void> loaded = mirror->load(); !loaded)
        return std::unexpected(loaded.error());
    if (Result<void> renewed = mirror->renewRows(); !renewed)
        return std::unexpected(renewed.error());
    Result<Outbox> outbox = Outbox::open(*mirror->m_database);
    if (!outbox)
        return std::unexpected(outbox.error());
    mirror->m_outbox = std::move(*outbox);
    return mirror;
}

Result<void> Mirror::renewRows()
{
    const Result<std::optional<QByteArray>> made = m_tables.meta(rowsKey);
    if (!made)
        return std::unexpected(made.error());
    if (*made == QByteArray(rowsMadeBy))
        return {};
    const Result<std::vector<domain::ConversationId>> ids = m_tables.everyConversation();
    if (!ids)
        return std::unexpected(ids.error());
    Result<sql::Transaction> transaction =
        sql::Transaction::begin(*m_database, sql::Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    for (const domain::ConversationId& id : *ids) {
        const Result<std::optional<MirrorTables::Stored>> stored = m_tables.conversation(id);
        if (!stored)
            return std::unexpected(stored.error());
        if (!*stored)
            continue;
        if (Result<void> put = m_tables.putRow((*stored)->state, (*stored)->live); !put)
            return put;
    }
    if (Result<void> noted = m_tables.setMeta(rowsKey, rowsMadeBy); !noted)
        return noted;
    return transaction->commit();
}

Result<QByteArray> Mirror::keptList(KeptList which)
{
    const Result<std::optional<QByteArray>> kept = m_tables.meta(keyOf(which));
    if (!kept)
        return std::unexpected(kept.error());
    return kept->value_or(QByteArray());
}

Result<void> Mirror::keepList(KeptList which, const QByteArray& list)
{
    return m_tables.setMeta(keyOf(which), {list.constData(), static_cast<std::size_t>(list.size())});
}

QString setAside(const QString& path, Timestamp now)
{
    const QString stamp = asideStamp(now);
    QString kept = path + asideMark + stamp;
    for (int n = 2; QFile::exists(kept); ++n)
        kept = path + asideMark + QStringLiteral("%1-%2").arg(stamp).arg(n);
    for (const QString& suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::rename(path + suffix, kept + suffix);
    return kept;
}

void forgetSetAside(const QString& path, std::optional<Timestamp> before)
{
    const QFileInfo file(path);
    const QString start = file.fileName() + asideMark;
    // The stamps are of one length, so the order of the letters is that of the moments.
    const QString bound = before ? start + asideStamp(*before) : QString();
    const QStringList names = file.dir().entryList({start + QLatin1Char('*')}, QDir::Files | QDir::Hidden);
    for (const QString& name : names) {
        if (!before || name < bound)
            QFile::remove(file.dir().filePath(name));
    }
}

Mirror::Mirror(std::unique_ptr<sql::Database> database, std::unique_ptr<QLockFile> lock)
    : m_lock(std::move(lock)), m_database(std::move(database)), m_tables(*m_database), m_words(*m_database)
{
}

Mirror::~Mirror() = default;

std::vector<OutboxItem> rescueOutbox(const QString& path)
{
    const Result<std::unique_ptr<sql::Database>> database = openDatabase(path);
    if (!database)
        return {};
    const Result<Outbox> outbox = Outbox::open(**database);
    return outbox ? outbox->items() : std::vector<OutboxItem>{};
}

std::vector<Draft> rescueDrafts(const QString& path)
{
    const Result<std::unique_ptr<sql::Database>> database = openDatabase(path);
    if (!database)
        return {};
    return MirrorTables(**database).drafts().value_or(std::vector<Draft>{});
}

} // namespace relevo::client
