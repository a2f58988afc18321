#pragma once

#include <assist/act_rules.h>

#include <QtCore/QString>

namespace relevo::assist {

/// An act that is known by how the words of a sentence stand together.
struct FramedAct
{
    ActTopic topic;
    int strength; ///< as of an ActRule
    Phrase act;
};

/// What a bot does in a sentence that the rules of single words would miss or take for more than it is: a
/// case only offered, a refund's terms, a repair, steps, a price. Null where none applies, and of claims that
/// are denied. In English, Spanish and Portuguese.
[[nodiscard]] const FramedAct* framedAct(const QString& sentence);

/// The same of what is told only where no rule applies: how long something takes, what cannot be done.
[[nodiscard]] const FramedAct* lastFramedAct(const QString& sentence);

/// "I could not find information about pets", "não tenho essa informação": what was asked stays unanswered.
[[nodiscard]] bool lacksAnswer(const QString& sentence);

/// "No he podido comprobar tu tarifa": said to be beyond what can be looked up; null where it is not.
[[nodiscard]] const FramedAct* uncheckedAct(const QString& sentence);

} // namespace relevo::assist
