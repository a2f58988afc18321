#include <relay/known_triggers.h>

namespace relevo::relay {

const assist::Triggers& KnownTriggers::of(const domain::ProjectId& project, const domain::Settings& settings)
{
    const auto found = m_known.find(project);
    // Lists that were not changed share their content, so comparing them is comparing two pointers.
    if (found != m_known.end() && found->second.keywords == settings.escalationKeywords &&
        found->second.switches == settings.triggers &&
        found->second.sentimentThreshold == settings.sentimentThreshold)
        return found->second.triggers;
    Known known{settings.escalationKeywords, settings.triggers, settings.sentimentThreshold,
                assist::Triggers(settings)};
    return m_known.insert_or_assign(project, std::move(known)).first->second.triggers;
}

} // namespace relevo::relay
