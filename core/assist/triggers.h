#pragma once

#include <domain/handoff.h>
#include <domain/settings.h>

namespace relevo::assist {

/// Finds the wish for a human in what a customer writes, in English, Spanish and Portuguese, by rules over
/// words, clause by clause: a word for somebody who would answer ("agent", "alguien", "atendente") and one
/// before it that asks for them (talk to, transfer me to, need), or hardly anything else in the clause; or no
/// wish to go on with a machine. Speaking about an agent, asking whether one talks to a machine, or not
/// wanting anybody is no wish. A misspelt word counts when the rest of the wish is there.
///
/// The project's own keywords (those that are not in the default list) count by themselves, as whole words. A
/// keyword of the default list only adds to the score of a wish: "help" alone hands nothing off.
///
/// Pure, any thread; cheap to make; a few microseconds a message.
class Triggers
{
public:
    explicit Triggers(const domain::Settings& settings);

    /// A Keyword trigger with the reason in words and a score of 0.5 … 1, or nothing.
    [[nodiscard]] std::optional<domain::Trigger> find(const QString& customerText) const;

private:
    QStringList m_ownPhrases;
    QStringList m_usualWords;
};

} // namespace relevo::assist
