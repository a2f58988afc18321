#pragma once

#include <assist/matter_model.h>
#include <assist/triggers_matters.h>

#include <optional>

namespace relevo::assist {

/// What a message is about that is not for a bot, is urgent, or complains of the bot: by the rules of
/// triggers_matters.h, which say exactly what they saw, and where these see nothing, by the model of
/// matter_model.h. Of a short message what a rule takes for sensitive and the model finds next to impossible
/// is a hint only (see certainMatter), and so is what the model alone is fairly but not quite sure of.
///
/// The text must outlive it. The model is asked once, when it is first needed.
class Matters
{
public:
    explicit Matters(const WishText& text, const MatterModel& model = builtInMatterModel());

    [[nodiscard]] std::optional<domain::Trigger> sensitive();
    [[nodiscard]] std::optional<domain::Trigger> urgent();
    [[nodiscard]] std::optional<domain::Trigger> complaint();
    /// One that says so in words the rules know, whatever the model hears.
    [[nodiscard]] std::optional<domain::Trigger> complaintInWords() const;

private:
    [[nodiscard]] const MatterChances& chances();
    [[nodiscard]] std::optional<domain::Trigger> judged(std::optional<domain::Trigger>&& ruled, Matter matter,
                                                        double chance, double bound) const;

    MatterText m_text;
    const MatterModel& m_model;
    std::optional<MatterChances> m_chances;
};

} // namespace relevo::assist
