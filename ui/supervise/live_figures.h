#pragma once

#include <client/live_view.h>
#include <protocol/json.h>

#include <QtCore/QDate>

#include <limits>
#include <map>

namespace relevo::ui {

/// What is going on at this moment, from the live state. Spans in seconds.
struct Moment
{
    int waiting = 0;
    std::optional<qint64> longestWait;
    int atRisk = 0; ///< an answer is due within a fifth of its time, or is late; whoever holds it
    int late = 0;
    int held = 0;
    int here = 0;   ///< agents who are here and take customers
    int agents = 0; ///< who work in the project
};

[[nodiscard]] qint64 secondsBetween(Timestamp from, Timestamp to);

[[nodiscard]] Moment momentOf(const client::LiveView& live, Timestamp now);

/// The answer that this conversation waits for is late, or will be soon: nothing waits long enough for
/// anybody to be sure of it otherwise.
[[nodiscard]] bool isAtRisk(const client::ConversationRow& row, Timestamp now);

/// One of the figures that the trade has a target for.
struct TargetFigure
{
    enum class Unit { Percent, Minutes, Stars };

    QString name;                ///< translated
    std::optional<double> value; ///< in its unit; nothing where there is nothing to count
    double target = 0;
    double scale = 1;  ///< what the whole bar stands for
    bool below = true; ///< the aim is to stay below the target, else above
    Unit unit = Unit::Percent;
    QString note = {}; ///< translated: what else is to be said of it

    [[nodiscard]] bool isMet() const { return value && (below ? *value < target : *value > target); }
};

/// "12 %", "4.5 min", "4.2 of 5".
[[nodiscard]] QString textOf(double value, TargetFigure::Unit unit);
/// "below 20 %"
[[nodiscard]] QString targetText(const TargetFigure& figure);

/// How a day stands against the targets, from the relay's summary report.
[[nodiscard]] std::vector<TargetFigure> targetsOf(const protocol::Json& summary);

/// The handoffs of one day.
struct DayFigure
{
    QDate day;
    qint64 handoffs = 0;
    qint64 resolved = 0;
};

/// From the relay's timeline report, ascending.
[[nodiscard]] std::vector<DayFigure> daysOf(const protocol::Json& timeline);

/// An agent as a supervisor needs to see them.
struct AgentFigure
{
    domain::AgentId id;
    QString name;
    domain::Availability availability = domain::Availability::Away;
    bool online = false;
    bool gone = false;
    int load = 0;
    int capacity = 0; ///< 0: no bound
    QString why;      ///< translated: why they are not offered customers now; empty when they are
};

/// Everybody who works here, those with the most to do first. `fits` is what the relay says of the customer
/// who has waited longest (GET …/routing), by agent; agents it does not name are judged by what everybody
/// sees of them.
[[nodiscard]] std::vector<AgentFigure> agentsOf(const client::LiveView& live,
                                                const std::map<domain::AgentId, QString>& fits);

/// Of the relay's GET …/routing.
[[nodiscard]] std::map<domain::AgentId, QString> fitsOf(const protocol::Json& routing);

/// The waiting handoff that stands first in the queue, or null. Valid until the live view changes.
[[nodiscard]] const client::ConversationRow* firstWaiting(const client::LiveView& live, Timestamp now);

/// The first of those who have to be answered.
struct Pressing
{
    std::vector<client::ConversationRow> rows;
    std::size_t all = 0; ///< how many there are
};

/// The waiting handoffs, and of those that somebody holds the ones at risk, in the order of the queue; `most`
/// of them at most.
[[nodiscard]] Pressing pressingOf(const client::LiveView& live, Timestamp now,
                                  std::size_t most = std::numeric_limits<std::size_t>::max());

} // namespace relevo::ui
