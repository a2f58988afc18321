#pragma once

#include <domain/ids.h>
#include <sql/database.h>

#include <QtCore/QString>

#include <vector>

namespace relevo::store {

/// A message of a customer's that an enricher is asked about.
struct Enrichment
{
    domain::ProjectId project;
    domain::MessageId message;
    QString bot;
    domain::ConversationId conversation;
    qint64 seq = 0; ///< the message's

    friend bool operator==(const Enrichment&, const Enrichment&) = default;
};

/// What enrichers are asked and have not answered, so that a restart knows of it. On the connection, and
/// within the transaction, of whoever owns it.
class Enrichments
{
public:
    explicit Enrichments(sql::Database& database) : m_database(database) {}

    /// Once: what is there already stays.
    [[nodiscard]] Result<void> add(const Enrichment& enrichment);
    [[nodiscard]] Result<void> remove(const Enrichment& enrichment);
    /// Of all projects, in the order of their messages.
    [[nodiscard]] Result<std::vector<Enrichment>> all();

private:
    sql::Database& m_database;
};

} // namespace relevo::store
