#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relevo::sql {

/// What differs between databases, and nothing else: SQL elsewhere is written in the common part of both,
/// with `?` for values, and asks here for the rest. SQLite is the one there is; PostgreSQL is another
/// implementation of this interface and another folder of migrations.
class Dialect
{
public:
    virtual ~Dialect() = default;

    /// The Qt driver, e.g. "QSQLITE".
    [[nodiscard]] virtual QString driver() const = 0;
    /// The folder of the migrations written for it, e.g. "sqlite".
    [[nodiscard]] virtual QString migrations() const = 0;
    /// Starts a transaction that will write, waiting for other writers now rather than failing later.
    [[nodiscard]] virtual QString beginWrite() const = 0;
    /// Starts a transaction whose reads all see one moment.
    [[nodiscard]] virtual QString beginRead() const = 0;
    /// Appended to a SELECT that must keep others from changing the row until the transaction ends; may be
    /// empty.
    [[nodiscard]] virtual QString rowLock() const = 0;
    /// Statements for a new connection.
    [[nodiscard]] virtual QStringList setUp(bool durable, bool readOnly) const = 0;
};

/// SQLite 3: one file, write-ahead log. The write lock of a transaction is the whole database, so rows need
/// none.
class SqliteDialect final : public Dialect
{
public:
    [[nodiscard]] QString driver() const override;
    [[nodiscard]] QString migrations() const override;
    [[nodiscard]] QString beginWrite() const override;
    [[nodiscard]] QString beginRead() const override;
    [[nodiscard]] QString rowLock() const override;
    [[nodiscard]] QStringList setUp(bool durable, bool readOnly) const override;
};

} // namespace relevo::sql
