#pragma once

#include <map>
#include <string>
#include <vector>

namespace relevo::test {

using Labels = std::map<std::string, std::string>;

struct Sample
{
    std::string name;
    Labels labels;
    double value = 0;
};

/// A page of metrics in Prometheus' text format 0.0.4, read as strictly as its description allows: every
/// family has HELP and TYPE before its samples and stands in one piece, names and labels are well-formed and
/// not given twice, counters end in _total and are not negative, and a histogram's buckets ascend to +Inf,
/// which is its _count.
class PrometheusPage
{
public:
    /// The fault found first, with its line; empty when there is none.
    [[nodiscard]] std::string read(const std::string& text);

    [[nodiscard]] const std::vector<Sample>& samples() const { return m_samples; }
    /// -1 when there is no such sample.
    [[nodiscard]] double value(const std::string& name, const Labels& labels = {}) const;

private:
    [[nodiscard]] std::string readComment(const std::string& line);
    [[nodiscard]] std::string readSample(const std::string& line);
    [[nodiscard]] std::string checkFamily();

    struct Family
    {
        std::string name;
        std::string type;
        std::vector<Sample> samples;
    };

    Family m_family;
    std::vector<std::string> m_seen;
    std::vector<Sample> m_samples;
};

} // namespace relevo::test
