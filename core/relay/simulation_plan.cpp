#include <relay/simulation_plan.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace relevo::relay {
namespace {

using What = PlannedStep::What;

constexpr double hoursADay = 24.0;

/// Moments are thought in hours of a whole day and pressed into the length that was asked for.
class Planner
{
public:
    Planner(int hours, quint32 seed) : m_dice(seed), m_scale(hours / hoursADay) {}

    PlannedAgent agent()
    {
        PlannedAgent agent;
        agent.capacity = 2 + static_cast<int>(m_dice.between(0, 3));
        agent.languages = {QStringLiteral("en")};
        if (m_dice.chance(0.5))
            agent.languages.push_back(QStringLiteral("es"));
        if (m_dice.chance(0.25))
            agent.languages.push_back(QStringLiteral("pt"));
        if (m_dice.chance(0.4))
            agent.skills.push_back(QStringLiteral("billing"));
        if (m_dice.chance(0.35))
            agent.skills.push_back(QStringLiteral("technical"));
        agent.slowness = m_dice.between(0.7, 1.5);
        agent.eagerness = m_dice.between(0.3, 3.0);
        addShift(agent);
        std::sort(agent.steps.begin(), agent.steps.end(),
                  [](const PlannedStep& a, const PlannedStep& b) { return a.at < b.at; });
        return agent;
    }

    PlannedCustomer customer(double outageAt)
    {
        PlannedCustomer customer;
        customer.at = at(std::clamp(arrival(outageAt), 0.0, hoursADay - 0.01));
        const double language = m_dice.share();
        customer.language = language < 0.65   ? QStringLiteral("en")
                            : language < 0.88 ? QStringLiteral("es")
                                              : QStringLiteral("pt");
        const double matter = m_dice.share();
        if (matter < 0.15)
            customer.skills = {QStringLiteral("billing")};
        else if (matter < 0.25)
            customer.skills = {QStringLiteral("technical")};
        customer.urgent = m_dice.chance(0.25);
        customer.patience = milliseconds(static_cast<qint64>(60'000 + m_dice.exponential(1'200'000)));
        customer.turns = static_cast<int>(m_dice.exponential(2.5));
        customer.vanishes = m_dice.chance(0.06);
        return customer;
    }

    double outage() { return m_dice.between(10.0, 16.0); }
    [[nodiscard]] milliseconds at(double hour) const
    {
        return milliseconds(static_cast<qint64>(hour * m_scale * 3'600'000.0));
    }

private:
    void addShift(PlannedAgent& agent)
    {
        // Begins of shifts, and how many of ten agents work in each.
        constexpr std::array<double, 10> begins{0.0, 6.0, 7.0, 8.0, 9.0, 9.0, 10.0, 12.0, 14.0, 15.5};
        const double begin = begins.at(static_cast<std::size_t>(m_dice.between(0, 10))) + m_dice.share() / 4;
        const double end = begin + 8;
        agent.steps.push_back({at(begin), What::ShiftBegins});
        agent.steps.push_back({at(end), What::ShiftEnds});
        const auto away = [&](double from, double hours) {
            agent.steps.push_back({at(from), What::BreakBegins});
            agent.steps.push_back({at(from + hours), What::BreakEnds});
        };
        away(begin + m_dice.between(1.5, 2.2), 0.25);
        away(begin + m_dice.between(3.4, 4.4), 0.5);
        away(begin + m_dice.between(5.6, 6.8), 0.25);
        const int cuts = static_cast<int>(m_dice.between(0, 3));
        for (int i = 0; i < cuts; ++i) {
            // Some seconds mostly, sometimes longer than anybody waits for.
            const double from = begin + m_dice.between(0.2 + 2.5 * i, 2.4 + 2.5 * i);
            agent.steps.push_back({at(from), What::ConnectionLost});
            agent.steps.push_back(
                {at(from) + m_dice.seconds(5, m_dice.chance(0.2) ? 600 : 60), What::ConnectionBack});
        }
    }

    double arrival(double outageAt)
    {
        const double kind = m_dice.share();
        if (kind < 0.08)
            return outageAt + m_dice.exponential(0.25);
        if (kind < 0.30)
            return m_dice.normal(12.75, 0.8);
        if (kind < 0.48)
            return m_dice.normal(19.0, 1.0);
        if (kind < 0.90)
            return m_dice.between(7.0, 22.5);
        return m_dice.between(0.0, hoursADay);
    }

    Dice m_dice;
    double m_scale;
};

} // namespace

double Dice::exponential(double mean)
{
    return std::min(20.0, -std::log(1.0 - share())) * mean;
}

double Dice::normal(double mean, double deviation)
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - share()));
    return mean + deviation * radius * std::cos(6.283185307179586 * share());
}

DayPlan planDay(int agents, int customers, int hours, quint32 seed)
{
    Planner planner(hours, seed);
    DayPlan plan;
    plan.length = planner.at(hoursADay);
    for (int i = 0; i < agents; ++i)
        plan.agents.push_back(planner.agent());
    const double outage = planner.outage();
    for (int i = 0; i < customers; ++i)
        plan.customers.push_back(planner.customer(outage));
    std::stable_sort(plan.customers.begin(), plan.customers.end(),
                     [](const PlannedCustomer& a, const PlannedCustomer& b) { return a.at < b.at; });
    return plan;
}

} // namespace relevo::relay
