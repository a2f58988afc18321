#pragma once

#include <base/error.h>
#include <base/timestamp.h>

#include <QtCore/QUuid>
#include <QtSql/QSqlQuery>

#include <string_view>

namespace relevo::sql {

class Database;

/// A prepared statement: bind the values in order, run it, and read the rows. Ids go in as 16-byte blobs,
/// times as milliseconds since 1970, JSON as blobs of UTF-8, which spares the way through UTF-16. Belongs to
/// its Database and its thread.
class Statement
{
public:
    Statement(QSqlQuery query, const Database& database) : m_query(std::move(query)), m_database(database) {}

    Statement& bind(const QVariant& value);
    Statement& bind(const QUuid& id);
    Statement& bind(std::string_view utf8);
    /// Null texts and blobs are bound as empty ones.
    Statement& bind(const QString& text);
    Statement& bind(const QByteArray& blob);
    Statement& bind(Timestamp at);
    Statement& bind(qint64 number) { return bind(QVariant(static_cast<qlonglong>(number))); }
    Statement& bind(int number) { return bind(QVariant(number)); }
    Statement& bindNull() { return bind(QVariant()); }

    /// Runs it with the values bound since the last run.
    [[nodiscard]] Result<void> run();
    /// The next row; false after the last one.
    [[nodiscard]] bool next() { return m_query.next(); }
    /// Frees what the run holds (a read lock, for one), for a statement that was not read to its end.
    void finish() { m_query.finish(); }

    [[nodiscard]] qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] QUuid uuid(int column) const
    {
        return QUuid::fromRfc4122(m_query.value(column).toByteArray());
    }
    [[nodiscard]] Timestamp time(int column) const { return Timestamp(milliseconds(number(column))); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] int affected() const { return m_query.numRowsAffected(); }

private:
    QSqlQuery m_query;
    const Database& m_database;
    int m_position = 0;
};

/// Ends a statement's reading when it goes out of scope, so that no early return leaves a read lock behind.
class Reading
{
public:
    explicit Reading(Statement& statement) : m_statement(statement) {}
    ~Reading() { m_statement.finish(); }
    Q_DISABLE_COPY_MOVE(Reading)

private:
    Statement& m_statement;
};

} // namespace relevo::sql
