#include <store/order_table.h>

#include <protocol/bots_codec.h>
#include <store/prepared.h>
#include <store/stored_json.h>

#include <QtCore/QUuid>

namespace relevo::store {
namespace {

Result<domain::Order> orderOf(const QByteArray& body)
{
    const Result<protocol::Json> json = protocol::parseJson(viewOf(body));
    if (!json)
        return std::unexpected(json.error());
    return protocol::orderFromJson(*json);
}

} // namespace

Result<std::optional<domain::Order>> OrderTable::find(const domain::ProjectId& project, const QString& number)
{
    const auto statement = ran(m_database, "SELECT body FROM orders WHERE project = ? AND number = ?",
                               [&](sql::Statement& s) { s.bind(project.uuid()).bind(number); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return std::nullopt;
    Result<domain::Order> order = orderOf((*statement)->bytes(0));
    if (!order)
        return std::unexpected(order.error());
    return std::move(*order);
}

Result<std::vector<domain::Order>> OrderTable::list(const domain::ProjectId& project, const QString& after,
                                                    int limit)
{
    const auto statement =
        ran(m_database, "SELECT body FROM orders WHERE project = ? AND number > ? ORDER BY number LIMIT ?",
            [&](sql::Statement& s) { s.bind(project.uuid()).bind(after).bind(limit); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    std::vector<domain::Order> orders;
    while ((*statement)->next()) {
        Result<domain::Order> order = orderOf((*statement)->bytes(0));
        if (!order)
            return std::unexpected(order.error());
        orders.push_back(std::move(*order));
    }
    return orders;
}

Result<void> OrderTable::save(const domain::ProjectId& project, const domain::Order& order, Timestamp at)
{
    const std::string body = protocol::dump(protocol::toJson(order));
    return write(m_database,
                 "INSERT INTO orders (project, number, body, at) VALUES (?, ?, ?, ?) "
                 "ON CONFLICT (project, number) DO UPDATE SET body = excluded.body, at = excluded.at",
                 [&](sql::Statement& s) {
                     s.bind(project.uuid()).bind(order.number).bind(std::string_view(body)).bind(at);
                 });
}

Result<std::vector<domain::Order>> OrderTable::ordersOf(const domain::ProjectId& project,
                                                        const QString& email)
{
    QString lower = email; // as SQLite does it: of ASCII only
    for (QChar& c : lower) {
        if (c >= u'A' && c <= u'Z')
            c = c.toLower();
    }
    const auto rows = ran(m_database,
                          "SELECT body FROM orders WHERE project = ? AND "
                          "instr(lower(CAST(body AS TEXT)), ?) > 0",
                          [&](sql::Statement& s) { s.bind(project.uuid()).bind(lower); });
    if (!rows)
        return std::unexpected(rows.error());
    const sql::Reading reading(**rows);
    std::vector<domain::Order> found;
    while ((*rows)->next()) {
        Result<domain::Order> order = orderOf((*rows)->bytes(0));
        if (!order)
            return std::unexpected(order.error());
        // The address may also stand in what was bought.
        if (order->email.compare(email, Qt::CaseInsensitive) == 0)
            found.push_back(std::move(*order));
    }
    return found;
}

Result<int> OrderTable::forget(const domain::ProjectId& project, const QStringList& emails, Timestamp at)
{
    int forgotten = 0;
    for (const QString& email : emails) {
        auto orders = ordersOf(project, email);
        if (!orders)
            return std::unexpected(orders.error());
        for (domain::Order& order : *orders) {
            order.email =
                QUuid::createUuid().toString(QUuid::WithoutBraces) + QLatin1String("@erased.invalid");
            order.tracking.clear();
            if (Result<void> saved = save(project, order, at); !saved)
                return std::unexpected(saved.error());
            ++forgotten;
        }
    }
    return forgotten;
}

Result<void> OrderTable::remove(const domain::ProjectId& project, const QString& number)
{
    const auto removed = ran(m_database, "DELETE FROM orders WHERE project = ? AND number = ?",
                             [&](sql::Statement& s) { s.bind(project.uuid()).bind(number); });
    if (!removed)
        return std::unexpected(removed.error());
    if ((*removed)->affected() > 0)
        return {};
    return failure(ErrorCode::NotFound, QStringLiteral("There is no order with this number."));
}

} // namespace relevo::store
