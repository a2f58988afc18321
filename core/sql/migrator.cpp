#include <sql/migrator.h>

#include <sql/transaction.h>

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace relevo::sql {
namespace {

/// The statements of a file: separated by a semicolon at the end of a line; lines that begin with -- are
/// comments.
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
    QDir folder(m_folder + u'/' + m_database.dialect().migrations());
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
    auto statement = m_database.prepared("SELECT version FROM schema_version");
    if (!statement)
        return 0; // no such table: an empty database
    if (Result<void> ran = (*statement)->run(); !ran)
        return std::unexpected(ran.error());
    const int version = (*statement)->next() ? static_cast<int>((*statement)->number(0)) : 0;
    (*statement)->finish();
    return version;
}

Result<void> Migrator::runFile(const QString& path, int number)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal, QStringLiteral("The migration %1 cannot be read.").arg(number));
    auto transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    for (const QString& statement : statementsOf(QString::fromUtf8(file.readAll()))) {
        if (Result<void> ran = m_database.execute(statement); !ran) {
            Error error = ran.error();
            error.message = QStringLiteral("Migration %1 failed: %2").arg(number).arg(error.message);
            return std::unexpected(std::move(error));
        }
    }
    for (const QString& statement :
         {QStringLiteral("DELETE FROM schema_version"),
          QStringLiteral("INSERT INTO schema_version (version) VALUES (%1)").arg(number)}) {
        if (Result<void> ran = m_database.execute(statement); !ran)
            return ran;
    }
    return transaction->commit();
}

Result<void> Migrator::migrate()
{
    const QStringList paths = files();
    const Result<int> present = version();
    if (!present)
        return std::unexpected(present.error());
    if (*present > paths.size())
        return failure(
            ErrorCode::Unavailable,
            QStringLiteral("The database %1 has schema version %2; this program knows only up to version %3.")
                .arg(m_database.path())
                .arg(*present)
                .arg(paths.size()),
            QStringLiteral(
                "It was written by a newer Relevo. Update this program; the database was not changed."));
    if (*present == paths.size())
        return {};
    if (Result<void> made = m_database.execute(
            QStringLiteral("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)"));
        !made)
        return made;
    for (int number = *present + 1; number <= paths.size(); ++number) {
        if (Result<void> ran = runFile(paths[number - 1], number); !ran)
            return ran;
    }
    return {};
}

} // namespace relevo::sql
