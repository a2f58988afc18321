#pragma once

#include <domain/report.h>
#include <domain/state.h>
#include <protocol/json.h>

namespace relevo::relay {

/// A report as it is given out.
struct Report
{
    domain::ReportKind kind = domain::ReportKind::Summary;
    domain::ReportPeriod period;
    std::vector<domain::ReportLine> lines;
    std::map<domain::AgentId, QString> agentNames;
};

[[nodiscard]] std::optional<domain::ReportKind> reportKind(const QString& name);

/// `?from=&to=`: days of the project (both belong to it) or moments; without them the thirty days up to now.
/// Fails with `invalid` for what is neither, ends before it begins, or is longer than a year.
[[nodiscard]] Result<domain::ReportPeriod> reportPeriod(const std::optional<QString>& from,
                                                        const std::optional<QString>& to,
                                                        const QString& timezone, Timestamp now);

[[nodiscard]] protocol::Json reportJson(const Report& report);
/// RFC 4180 with a heading; a text that a spreadsheet would take for a formula begins with an apostrophe.
[[nodiscard]] QByteArray reportCsv(const Report& report);

} // namespace relevo::relay
