#pragma once

#include <domain/ids.h>
#include <sql/database.h>

#include <vector>

namespace relevo::store {

/// An answer kept ready, to be put into a reply by its shortcut.
struct CannedResponse
{
    QUuid id;
    domain::AgentId owner; ///< null: the whole project's
    QString shortcut;      ///< lower case; once among the project's, and once among an agent's own
    QString title;         ///< may be empty
    QString content;       ///< with variables as {{contact.name}}, which the desktops know
    QString language;      ///< two-letter code; empty: any
    Timestamp updatedAt;
};

/// The canned responses of the projects. On the connection, and within the transaction, of whoever owns it.
class CannedResponses
{
public:
    explicit CannedResponses(sql::Database& database) : m_database(database) {}

    /// Where a page ended; the default is before the first.
    struct Place
    {
        QString shortcut;
        bool own = false; ///< it was the agent's, which come after the project's of the same shortcut
    };
    /// The next `most` of the project's and, unless null, that agent's own, in the order of their shortcuts.
    [[nodiscard]] Result<std::vector<CannedResponse>>
    of(const domain::ProjectId& project, const domain::AgentId& agent, const Place& after, int most);
    [[nodiscard]] Result<std::optional<CannedResponse>> find(const domain::ProjectId& project,
                                                             const QUuid& id);
    /// Adds it, or puts it in the place of the one with its id. `conflict` when another one has its shortcut,
    /// or the owner has `mostOfOne` already.
    [[nodiscard]] Result<void> save(const domain::ProjectId& project, const CannedResponse& response);
    /// Nothing when there is none.
    [[nodiscard]] Result<void> remove(const domain::ProjectId& project, const QUuid& id);

    static constexpr int mostOfOne = 2'000;

private:
    [[nodiscard]] Result<void> checkRoom(const domain::ProjectId& project, const CannedResponse& response);

    sql::Database& m_database;
};

} // namespace relevo::store
