#pragma once

#include <sql/database.h>

namespace relevo::sql {

/// Rolls back when it goes out of scope without having been committed.
class Transaction
{
public:
    enum class Kind { Read, Write };

    [[nodiscard]] static Result<Transaction> begin(Database& database, Kind kind)
    {
        const Result<void> begun = database.execute(kind == Kind::Write ? database.dialect().beginWrite()
                                                                        : database.dialect().beginRead());
        if (!begun)
            return std::unexpected(begun.error());
        return Transaction(database);
    }

    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    ~Transaction()
    {
        if (m_database)
            (void)m_database->execute(QStringLiteral("ROLLBACK"));
    }

    /// On failure the transaction is rolled back by the destructor.
    [[nodiscard]] Result<void> commit()
    {
        Result<void> done = m_database->execute(QStringLiteral("COMMIT"));
        if (done)
            m_database = nullptr;
        return done;
    }

private:
    explicit Transaction(Database& database) : m_database(&database) {}

    Database* m_database;
};

} // namespace relevo::sql
