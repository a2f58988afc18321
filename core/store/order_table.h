#pragma once

#include <domain/bots.h>
#include <sql/database.h>

#include <vector>

namespace relevo::store {

/// The orders that a project's admins entered for the orders bot. On the connection, and within the
/// transaction, of whoever owns it. Numbers are as domain::orderNumber() makes them.
class OrderTable
{
public:
    explicit OrderTable(sql::Database& database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<domain::Order>> find(const domain::ProjectId& project,
                                                            const QString& number);
    /// Up to `limit` with a number after `after`, in the order of their numbers.
    [[nodiscard]] Result<std::vector<domain::Order>> list(const domain::ProjectId& project,
                                                          const QString& after, int limit);
    /// Adds it, or puts it in the place of the one with its number.
    [[nodiscard]] Result<void> save(const domain::ProjectId& project, const domain::Order& order,
                                    Timestamp at);
    /// Takes whoever has one of these e-mail addresses out of their orders; in how many. The orders stay, for
    /// the books; in place of the address stands one of nobody (`…@erased.invalid`), so that nobody who names
    /// the number is told of them, and where the parcel went is gone.
    [[nodiscard]] Result<int> forget(const domain::ProjectId& project, const QStringList& emails,
                                     Timestamp at);
    /// `not_found` when there is no such order.
    [[nodiscard]] Result<void> remove(const domain::ProjectId& project, const QString& number);

private:
    [[nodiscard]] Result<std::vector<domain::Order>> ordersOf(const domain::ProjectId& project,
                                                              const QString& email);

    sql::Database& m_database;
};

} // namespace relevo::store
