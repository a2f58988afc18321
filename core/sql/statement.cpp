#include <sql/statement.h>

#include <sql/database.h>

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

Statement& Statement::bind(const QString& text)
{
    return bind(text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text));
}

Statement& Statement::bind(const QByteArray& blob)
{
    return bind(blob.isNull() ? QVariant(QByteArrayLiteral("")) : QVariant(blob));
}

Statement& Statement::bind(Timestamp at)
{
    return bind(QVariant(static_cast<qlonglong>(at.time_since_epoch().count())));
}

Result<void> Statement::run()
{
    m_position = 0;
    if (Result<void> here = Database::checkThread(); !here)
        return here;
    if (!m_query.exec())
        return std::unexpected(databaseError(m_database.dialect(), m_database.path(), m_query.lastError()));
    return {};
}

} // namespace relevo::sql
