#pragma once

#include <assist/mask.h>
#include <assist/model.h>

#include <QtCore/QJsonObject>

namespace relevo::assist {

/// A model's answer as a summary. What it has to say is put into `offline`, the summary by rule, from which
/// comes all that needs no model; a fact stays only when its value stands, letter by letter, in a customer's
/// message, and a sentence that has a number or an address which the conversation has not is left to the
/// rules. Invalid when the answer has another shape.
[[nodiscard]] Result<domain::Summary> summaryFrom(const QJsonObject& answer, const SummaryInput& input,
                                                  domain::Summary offline, const QString& engine,
                                                  const Mask& mask);

/// Three texts from "replies", without those that hold a placeholder nobody gave, or a number or an address
/// that nobody said; Invalid when fewer remain.
[[nodiscard]] Result<Draft> repliesFrom(const QJsonObject& answer, const SummaryInput& input,
                                        const QString& engine, const Mask& mask);

/// The one text of a note, held against the conversation and what the agent says was done.
[[nodiscard]] Result<Draft> noteFrom(const QJsonObject& answer, const SummaryInput& input,
                                     const QString& done, const QString& engine, const Mask& mask);

/// The one text of a rewrite, held against the draft it was made from.
[[nodiscard]] Result<Draft> rewriteFrom(const QJsonObject& answer, const QString& text, const QString& engine,
                                        const Mask& mask);

/// The lane that was named, when it is one of those to choose from; nothing for "none". Invalid for any other
/// answer.
[[nodiscard]] Result<std::optional<domain::Lane>> laneFrom(const QJsonObject& answer,
                                                           const std::vector<LaneQuestion::Choice>& lanes);

} // namespace relevo::assist
