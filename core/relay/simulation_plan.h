#pragma once

#include <domain/agent.h>

#include <random>
#include <vector>

namespace relevo::relay {

/// Seeded chance: the same seed gives the same throws on every system.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_random(seed) {}

    /// 0 ≤ x < 1.
    [[nodiscard]] double share() { return static_cast<double>(m_random()) / 4294967296.0; }
    [[nodiscard]] bool chance(double probability) { return share() < probability; }
    [[nodiscard]] double between(double from, double to) { return from + (to - from) * share(); }
    /// Of a mean; never more than twenty times of it.
    [[nodiscard]] double exponential(double mean);
    [[nodiscard]] double normal(double mean, double deviation);
    [[nodiscard]] milliseconds seconds(double from, double to)
    {
        return milliseconds(static_cast<qint64>(between(from, to) * 1'000));
    }

private:
    std::mt19937 m_random;
};

/// What an agent does at a moment of the day.
struct PlannedStep
{
    enum class What { ShiftBegins, ShiftEnds, BreakBegins, BreakEnds, ConnectionLost, ConnectionBack };

    milliseconds at{0}; ///< since the day began
    What what = What::ShiftBegins;
};

struct PlannedAgent
{
    int capacity = 3;
    QStringList languages;
    QStringList skills;
    double slowness = 1.0;  ///< of their answers; 1: as most
    double eagerness = 1.0; ///< how soon they look at a queue that everybody sees
    std::vector<PlannedStep> steps;
};

struct PlannedCustomer
{
    milliseconds at{0}; ///< since the day began
    QString language;
    QStringList skills;
    bool urgent = false;
    milliseconds patience{0}; ///< so long they wait for the first answer, then they leave
    int turns = 0;            ///< so often they write again after an answer
    bool vanishes = false;    ///< after the last of them, without a word
};

/// One day: shifts with breaks and lost connections; customers in a curve over the day with a peak at noon,
/// one in the evening, and an outage that brings many at once.
struct DayPlan
{
    std::vector<PlannedAgent> agents;
    std::vector<PlannedCustomer> customers; ///< in order of time
    milliseconds length{0};
};

/// The same arguments give the same plan. `hours`: the day is pressed into so many.
[[nodiscard]] DayPlan planDay(int agents, int customers, int hours, quint32 seed);

} // namespace relevo::relay
