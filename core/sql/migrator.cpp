#include <sql/migrator.h>

#include <sql/transaction.h>

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace relevo::sql {
namespace {

QStringList statementsOf(const QString& text)
{
    QStringList statements;
    QString current;
    for (const QString& line : text.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(QLatin1String("--")))
            continue;
        current += line + u'\n';
        if (trimmed.endsWith(u';')) {
            statements.push_back(current);
            current.clear();
        }
    }
    if (!current.trimmed().isEmpty())
        statements.push_back(current);
    return statements;
}

} // namespace

QStringList Migrator::files() const
{
    const QDir folder(m_folder + u'/' + m_database.dialect().name());
    QStringList paths;
    for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name))
        paths.push_back(folder.filePath(name));
    return paths;
}

int Migrator::newest() const
{
    return static_cast<int>(files().size());
}

Result<int> Migrator::version()
{
    const Result<bool> known = m_database.hasTable(QStringLiteral("schema_version"));
    if (!known)
        return std::unexpected(known.error());
    if (!*known)
        return 0;
    const Result<QVariant> version = m_database.value(QStringLiteral("SELECT version FROM schema_version"));
    if (!version)
        return std::unexpected(version.error());
    return version->toInt();
}

Error Migrator::newer(int present, int newest) const
{
    return {ErrorCode::Unavailable,
            QStringLiteral("The database %1 has schema version %2; this program knows only up to version %3.")
                .arg(m_database.path())
                .arg(present)
                .arg(newest),
            QStringLiteral(
                "It was written by a newer Relevo. Update this program; the database was not changed."),
            {}};
}

Result<void> Migrator::runFile(const QString& path, int number)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal, QStringLiteral("The migration %1 cannot be read.").arg(number));
    auto transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    // Another program may have been quicker; only now is nobody else at it.
    const Result<int> present = version();
    if (!present)
        return std::unexpected(present.error());
    if (*present >= number)
        return {};
    QStringList statements = statementsOf(QString::fromUtf8(file.readAll()));
    statements << QStringLiteral("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)")
               << QStringLiteral("DELETE FROM schema_version")
               << QStringLiteral("INSERT INTO schema_version (version) VALUES (%1)").arg(number);
    for (const QString& statement : statements) {
        if (Result<void> ran = m_database.execute(statement); !ran) {
            Error error = ran.error();
            error.message = QStringLiteral("Migration %1 failed: %2").arg(number).arg(error.message);
            return std::unexpected(std::move(error));
        }
    }
    return transaction->commit();
}

Result<void> Migrator::migrate()
{
    const QStringList paths = files();
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString prefix = QStringLiteral("%1_").arg(i + 1, 4, 10, QLatin1Char('0'));
        if (!paths[i].section(u'/', -1).startsWith(prefix))
            return failure(ErrorCode::Internal, QStringLiteral("The migration %1 is missing.").arg(i + 1));
    }
    if (paths.isEmpty())
        return failure(ErrorCode::Internal, QStringLiteral("There are no migrations in %1.").arg(m_folder));
    const Result<int> present = version();
    if (!present)
        return std::unexpected(present.error());
    const int newest = static_cast<int>(paths.size());
    if (*present > newest)
        return std::unexpected(newer(*present, newest));
    for (int number = *present + 1; number <= newest; ++number) {
        if (Result<void> ran = runFile(paths[number - 1], number); !ran)
            return ran;
    }
    return {};
}

} // namespace relevo::sql
