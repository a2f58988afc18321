#pragma once

#include <optional>
#include <string>
#include <vector>

namespace relevo::bench {

/// Something measured, and what it is to be held against.
struct Figure
{
    std::string name;
    double value = 0;
    std::string unit;
    std::optional<double> ratio = std::nullopt;
    std::string ratioOf = {}; ///< what the ratio is of, in words
    std::string aim = {};     ///< in words
    std::optional<bool> met = std::nullopt;
};

/// Prints every figure as a line of JSON when it comes, and all as a table at the end.
class Report
{
public:
    explicit Report(std::string bench) : m_bench(std::move(bench)) {}
    void add(const Figure& figure);
    /// Something that must not be: it is printed, and the program is to end with an error.
    void fault(const std::string& what);
    void printTable() const;
    [[nodiscard]] bool isSound() const { return m_faults.empty(); }

private:
    std::string m_bench;
    std::vector<Figure> m_figures;
    std::vector<std::string> m_faults;
};

} // namespace relevo::bench
