#pragma once

#include <domain/channel_health.h>

#include <QtCore/QDate>
#include <QtCore/QStringList>

#include <vector>

namespace relevo::ui {

/// How many ways out of the project do not work, in one short sentence; empty when all do.
[[nodiscard]] QString failingSummary(const std::vector<domain::HealthChange>& failing);
/// Of each which one, since when and why. `today` is the user's.
[[nodiscard]] QStringList failingLines(const std::vector<domain::HealthChange>& failing, const QDate& today);

} // namespace relevo::ui
