#include "report.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>

namespace relevo::bench {
namespace {

std::string written(double value)
{
    char text[64];
    const double size = std::abs(value);
    std::snprintf(text, sizeof text,
                  size >= 1000  ? "%.0f"
                  : size >= 100 ? "%.1f"
                  : size >= 1   ? "%.2f"
                                : "%.3f",
                  value);
    return text;
}

} // namespace

void Report::add(const Figure& figure)
{
    nlohmann::ordered_json json{
        {"bench", m_bench}, {"figure", figure.name}, {"value", figure.value}, {"unit", figure.unit}};
    if (figure.ratio) {
        json["ratio"] = *figure.ratio;
        json["ratioOf"] = figure.ratioOf;
    }
    if (!figure.aim.empty())
        json["aim"] = figure.aim;
    if (figure.met)
        json["met"] = *figure.met;
    std::printf("%s\n", json.dump().c_str());
    std::fflush(stdout);
    m_figures.push_back(figure);
}

void Report::fault(const std::string& what)
{
    std::printf("%s\n", nlohmann::ordered_json{{"bench", m_bench}, {"fault", what}}.dump().c_str());
    std::fflush(stdout);
    m_faults.push_back(what);
}

void Report::printTable() const
{
    std::printf("\n%-50s %12s %-8s  %-34s %s\n", "figure", "measured", "", "ratio", "aim");
    for (const Figure& figure : m_figures) {
        const std::string ratio =
            figure.ratio ? written(*figure.ratio) + " x " + figure.ratioOf : std::string();
        const char* verdict = !figure.met ? "" : *figure.met ? "  met" : "  MISSED";
        std::printf("%-50s %12s %-8s  %-34s %s%s\n", figure.name.c_str(), written(figure.value).c_str(),
                    figure.unit.c_str(), ratio.c_str(), figure.aim.c_str(), verdict);
    }
    for (const std::string& fault : m_faults)
        std::printf("FAULT: %s\n", fault.c_str());
    std::fflush(stdout);
}

} // namespace relevo::bench
