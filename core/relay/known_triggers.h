#pragma once

#include <assist/triggers.h>
#include <domain/settings.h>

#include <map>

namespace relevo::relay {

/// The triggers of each project, made anew only when its settings say something else: reading all its
/// keywords takes longer than looking for them in a message. I/O thread.
class KnownTriggers
{
public:
    /// Valid until the next call.
    [[nodiscard]] const assist::Triggers& of(const domain::ProjectId& project,
                                             const domain::Settings& settings);

private:
    struct Known
    {
        QStringList keywords;
        domain::TriggerSwitches switches;
        double sentimentThreshold = 0;
        assist::Triggers triggers;
    };

    std::map<domain::ProjectId, Known> m_known;
};

} // namespace relevo::relay
