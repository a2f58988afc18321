#pragma once

namespace relevo::domain {

/// The frustration of a conversation after one more of the customer's messages, both 0 … 1. It takes 0.6 of a
/// rise, so that two angry messages tell, and 0.25 of a fall, so that one calm word ("ok") does not undo
/// them; less than 0.05 is calm. In thousandths, so that it is the same number on every machine. Pure.
[[nodiscard]] double smoothedFrustration(double before, double message);

/// What the customer's state is called: "frustrated" from 0.5 on, else "neutral".
[[nodiscard]] const char* moodName(double frustration);

} // namespace relevo::domain
