#pragma once

#include <domain/handoff.h>
#include <domain/settings.h>

namespace relevo::assist {

/// Finds the wish for a human in what a customer writes, in English, Spanish and Portuguese, by rules over
/// words: somebody to talk to
/// ("agent", "alguien", "atendente") and a verb that asks for them close before, or hardly anything else in
/// the message. Speaking about an agent, or asking whether one talks to a machine, is no wish. Pure, any
/// thread; some microseconds a message.
class Triggers
{
public:
    explicit Triggers(const domain::Settings& settings);

    /// A Keyword trigger with the reason in words, or nothing.
    [[nodiscard]] std::optional<domain::Trigger> find(const QString& text) const;

private:
    QStringList m_ownPhrases; ///< keywords the project has added to the usual ones; each counts by itself
};

} // namespace relevo::assist
