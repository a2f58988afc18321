#pragma once

#include <domain/ids.h>
#include <domain/message_template.h>
#include <sql/database.h>

#include <vector>

namespace relevo::store {

/// The message templates of the projects. On the connection, and within the transaction, of whoever owns it.
class MessageTemplates
{
public:
    explicit MessageTemplates(sql::Database& database) : m_database(database) {}

    /// In the order of their names and languages.
    [[nodiscard]] Result<std::vector<domain::MessageTemplate>> of(const domain::ProjectId& project);
    [[nodiscard]] Result<std::optional<domain::MessageTemplate>> find(const domain::ProjectId& project,
                                                                      const QUuid& id);
    [[nodiscard]] Result<std::optional<domain::MessageTemplate>>
    named(const domain::ProjectId& project, const QString& name, const QString& language);
    /// Adds it, or puts it in the place of the one with its id. `conflict` when another one has its name in
    /// its language, or there are `mostOfOne` already.
    [[nodiscard]] Result<void> save(const domain::ProjectId& project, const domain::MessageTemplate& text);
    /// Nothing when there is none.
    [[nodiscard]] Result<void> remove(const domain::ProjectId& project, const QUuid& id);

    static constexpr int mostOfOne = 1'000;

private:
    [[nodiscard]] Result<void> checkRoom(const domain::ProjectId& project,
                                         const domain::MessageTemplate& text);

    sql::Database& m_database;
};

} // namespace relevo::store
