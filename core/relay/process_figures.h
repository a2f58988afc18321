#pragma once

#include <QtCore/QtGlobal>

#include <optional>

namespace relevo::relay {

/// What the system says about this process; nothing where it does not say.
struct ProcessFigures
{
    std::optional<double> cpuSeconds;
    std::optional<qint64> residentBytes;
    std::optional<qint64> openFiles;
    std::optional<qint64> mostFiles;
};

[[nodiscard]] ProcessFigures processFigures();

} // namespace relevo::relay
