#pragma once

namespace relevo::ui::metrics {

// Everything stands on a grid of eight logical pixels; half steps are for what belongs together.
inline constexpr int grid = 8;
inline constexpr int half = grid / 2;

inline constexpr int sideMargin = 3 * grid;    ///< of what stands in the column of the conversation
inline constexpr int controlHeight = 4 * grid; ///< of buttons
inline constexpr int fieldHeight = 5 * grid;   ///< of a field that stands alone: to sign in, to search
inline constexpr int headerHeight = 8 * grid;  ///< of the bars on top of the columns
inline constexpr int radius = grid;
inline constexpr int bubbleRadius = 14;
inline constexpr int tagRadius = 6;
inline constexpr int tagMargin = 3; ///< above and below the words of a tag
inline constexpr int smallIcon = 14;
inline constexpr int icon = 18;
inline constexpr int avatar = 36;
inline constexpr int buttonInset = 12; ///< of a button's words, which its frame stands around
inline constexpr int scrollBar = 12;   ///< its width, where there is one

} // namespace relevo::ui::metrics
