#pragma once

#include "clock.h"

#include <string>

namespace relevo::bench {

/// What the machine itself takes, measured in the same run as everything else.
struct Floors
{
    Span commit{};        ///< one row, durable: SQLite, WAL, synchronous=FULL
    double groupedRows{}; ///< rows a second, a hundred a commit
    Span echo{};          ///< 500 bytes to another thread and back over loopback TCP, both on epoll
    [[nodiscard]] Span both() const { return commit + echo; }
};

/// Medians. The database is made in `directory`, where the relay's is.
[[nodiscard]] Floors measureFloors(const std::string& directory);

} // namespace relevo::bench
