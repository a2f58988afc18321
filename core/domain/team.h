#pragma once

#include <domain/ids.h>

#include <QtCore/QString>

#include <vector>

namespace relevo::domain {

/// Agents who answer for one kind of matter. A handoff may wait for one team; then only its members are
/// asked.
struct Team
{
    TeamId id;
    QString name;                 ///< unique in its project, in any case of letters
    std::vector<AgentId> members; ///< ascending, each once

    friend bool operator==(const Team&, const Team&) = default;
};

} // namespace relevo::domain
