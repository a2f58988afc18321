#include <sql/statement.h>

#include <QtSql/QSqlError>

namespace relevo::sql {

Statement& Statement::bind(const QVariant& value)
{
    m_query.bindValue(m_position++, value);
    return *this;
}

Statement& Statement::bind(const QUuid& id)
{
    return bind(QVariant(id.toRfc4122()));
}

Statement& Statement::bind(std::string_view utf8)
{
    return bind(QVariant(QByteArray(utf8.data(), static_cast<qsizetype>(utf8.size()))));
}

Statement& Statement::bind(Timestamp at)
{
    return bind(QVariant(static_cast<qlonglong>(at.time_since_epoch().count())));
}

Result<void> Statement::run()
{
    m_position = 0;
    if (!m_query.exec())
        return std::unexpected(databaseError(m_query.lastError()));
    return {};
}

Error databaseError(const QSqlError& error)
{
    // SQLite's primary result codes: https://www.sqlite.org/rescode.html
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 13:
        return {ErrorCode::Unavailable,
                QStringLiteral("The disk is full; nothing of this was written."),
                QStringLiteral("Free some space where the data directory is, then try again."),
                {}};
    case 8:
    case 14:
        return {ErrorCode::Unavailable,
                QStringLiteral("The database cannot be opened for writing."),
                QStringLiteral(
                    "Check that the data directory exists and that this user may write to it and its files."),
                {}};
    case 5:
    case 6:
        return {ErrorCode::Unavailable,
                QStringLiteral("The database is locked by another program."),
                QStringLiteral("Try again; end other programs that use it if that does not help."),
                {}};
    case 10:
        return {ErrorCode::Unavailable,
                QStringLiteral("The disk reported an error."),
                QStringLiteral("Check the disk and the system's log."),
                {}};
    case 11:
    case 26:
        return {ErrorCode::Internal,
                QStringLiteral("The database file is damaged or is no database."),
                QStringLiteral("Restore a backup."),
                {}};
    default:
        return {ErrorCode::Internal,
                QStringLiteral("The database refused a statement: %1").arg(error.driverText()),
                {},
                {{QStringLiteral("native"), error.nativeErrorCode()}}};
    }
}

} // namespace relevo::sql
