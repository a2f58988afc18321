#pragma once

#include <assist/wish_text.h>

#include <domain/contact.h>
#include <domain/handoff.h>
#include <domain/settings.h>

namespace relevo::assist {

/// What is known beside the words of the message.
struct Situation
{
    bool vip = false;    ///< see domain::isVip
    int botFailures = 0; ///< in a row, before this message
    std::optional<double>
        frustration;              ///< of the conversation, 0 … 1, where it is more than the message's own
    bool botMayHaveSpoken = true; ///< else only a complaint that names it or says it in so many words counts
};

using domain::isVip;

/// Finds what makes a customer's message a matter for a human, in English, Spanish and Portuguese. When
/// several kinds apply, the first of these is told:
///
/// - the wish for a human (wish.h), and the project's own keywords as whole words and phrases. A keyword that
/// is not
///   in the default list counts by itself; one of the default list only adds to a wish that is nearly
///   certain: "help" alone hands nothing off. With the wish switched off such a wish counts where one of
///   them stands in it, and no other;
/// - sensitive matters (matters.h); where it is urgent as well, the reason says so behind its own;
/// - frustration that has reached the project's threshold;
/// - urgency (matters.h);
/// - a complaint that the bot fails (matters.h); one that only hints at it when the bot has failed
/// before;
/// - of an important customer, what would not do otherwise: mild urgency, one failure of the bot, or
/// frustration
///   of two thirds of the threshold.
///
/// The project's switches turn each off. Pure, any thread; a few microseconds a message, less than a
/// millisecond for the longest: of that a matter is looked for at the ends.
class Triggers
{
public:
    explicit Triggers(const domain::Settings& settings);

    /// The trigger with its reason in words and a score of 0 … 1 (a wish has 0.5 or more), or nothing.
    [[nodiscard]] std::optional<domain::Trigger> find(const QString& customerText,
                                                      const Situation& situation = {}) const;

private:
    struct Phrase
    {
        QString written;
        std::vector<quint64> words; ///< none: it is looked for as it is written
    };

    [[nodiscard]] std::optional<domain::Trigger> findWish(const WishText& text) const;
    [[nodiscard]] std::optional<domain::Trigger> findKeyword(const WishText& text) const;
    [[nodiscard]] std::optional<domain::Trigger> findForVip(const std::optional<domain::Trigger>& urgent,
                                                            double frustration,
                                                            const Situation& situation) const;

    domain::TriggerSwitches m_switches;
    double m_sentimentThreshold;
    std::vector<Phrase> m_ownPhrases;
    std::vector<Phrase> m_usualWords;
};

/// Those that find the wish for a human and nothing else.
[[nodiscard]] Triggers wishTriggers();

} // namespace relevo::assist
