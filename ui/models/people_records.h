#pragma once

#include <models/record_model.h>

#include <domain/team.h>

#include <QtCore/QDateTime>

#include <functional>

namespace relevo::models {

[[nodiscard]] QString roleName(domain::Role role); ///< "Agent" …

/// An API key as the relay lists it: what it may do, never the key itself.
struct ApiKeyRow
{
    QString id;
    QString name;
    QStringList scopes; ///< "conversations", "handoffs", "read", "admin"
    std::optional<QDateTime> createdAt = {};
    std::optional<QDateTime> usedAt = {}; ///< nothing: never

    friend bool operator==(const ApiKeyRow&, const ApiKeyRow&) = default;
};

/// What a key of this scope may do: "Conversations" …; a scope of a newer relay as it is.
[[nodiscard]] QString scopeName(const QString& scope);

/// Everybody by name: who works, who has not come yet, who is disabled. Keys are the agents' ids.
[[nodiscard]] std::vector<Record> peopleRecords(const std::vector<domain::Agent>& agents,
                                                const std::vector<domain::Team>& teams);
/// By name, each with who is in it. Keys are the teams' ids.
[[nodiscard]] std::vector<Record> teamRecords(const std::vector<domain::Team>& teams,
                                              const std::vector<domain::Agent>& agents);
/// As the relay lists them; moments by `moment`.
[[nodiscard]] std::vector<Record> keyRecords(const std::vector<ApiKeyRow>& keys,
                                             const std::function<QString(const QDateTime&)>& moment);

/// The two-letter code of a language that somebody typed as a code or by its name, in English or its own;
/// empty when there is none.
[[nodiscard]] QString languageCode(const QString& typed);

} // namespace relevo::models
