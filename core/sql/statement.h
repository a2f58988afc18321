#pragma once

#include <base/error.h>
#include <base/timestamp.h>

#include <QtCore/QUuid>
#include <QtSql/QSqlQuery>

#include <string_view>

namespace relevo::sql {

/// A prepared statement: bind the values in order, run it, and read the rows. Ids go in as 16-byte blobs,
/// times as milliseconds since 1970, JSON as blobs of UTF-8, which spares the way through UTF-16. Belongs to
/// its Database and its thread.
class Statement
{
public:
    explicit Statement(QSqlQuery query) : m_query(std::move(query)) {}

    Statement& bind(const QVariant& value);
    Statement& bind(const QUuid& id);
    Statement& bind(std::string_view utf8);
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
    int m_position = 0;
};

/// What a database's failure means for whoever asked: `unavailable` for what may pass or can be mended (full
/// disk, read-only, locked), `internal` for the rest. No SQL and no values in it.
[[nodiscard]] Error databaseError(const QSqlError& error);

} // namespace relevo::sql
