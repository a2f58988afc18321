#include "prometheus.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <regex>
#include <set>

namespace relevo::test {
namespace {

const std::regex& nameRule()
{
    static const std::regex rule("[a-zA-Z_:][a-zA-Z0-9_:]*");
    return rule;
}

bool readNumber(const std::string& text, double& value)
{
    if (text == "+Inf") {
        value = std::numeric_limits<double>::infinity();
        return true;
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

/// Reads {a="b",…} from `at`; the place after it, or npos when it is not well-formed.
std::size_t readLabels(const std::string& line, std::size_t at, Labels& labels)
{
    static const std::regex rule("[a-zA-Z_][a-zA-Z0-9_]*");
    constexpr auto npos = std::string::npos;
    ++at;
    while (at < line.size() && line[at] != '}') {
        const std::size_t equals = line.find("=\"", at);
        if (equals == npos)
            return npos;
        const std::string name = line.substr(at, equals - at);
        std::string value;
        for (at = equals + 2; at < line.size() && line[at] != '"'; ++at) {
            if (line[at] != '\\') {
                value += line[at];
                continue;
            }
            if (++at == line.size() || !std::string("\\\"n").contains(line[at]))
                return npos;
            value += line[at] == 'n' ? '\n' : line[at];
        }
        if (!std::regex_match(name, rule) || name.starts_with("__") || at >= line.size() ||
            !labels.emplace(name, value).second)
            return npos;
        ++at;
        if (at < line.size() && line[at] == ',')
            ++at;
        else if (at >= line.size() || line[at] != '}')
            return npos;
    }
    return at < line.size() ? at + 1 : npos;
}

} // namespace

std::string PrometheusPage::read(const std::string& text)
{
    if (text.empty() || text.back() != '\n')
        return "the page does not end with a line feed";
    std::size_t from = 0;
    int number = 0;
    while (from < text.size()) {
        const std::size_t end = text.find('\n', from);
        const std::string line = text.substr(from, end - from);
        from = end + 1;
        ++number;
        std::string fault = line.starts_with("#") ? readComment(line) : readSample(line);
        if (!fault.empty())
            return "line " + std::to_string(number) + ": " + fault + ": " + line;
    }
    return checkFamily();
}

std::string PrometheusPage::readComment(const std::string& line)
{
    std::smatch match;
    static const std::regex help("# HELP (\\S+) (.+)");
    static const std::regex type("# TYPE (\\S+) (counter|gauge|histogram)");
    if (std::regex_match(line, match, help)) {
        if (std::string fault = checkFamily(); !fault.empty())
            return fault;
        m_family = {match[1].str(), {}, {}};
        if (!std::regex_match(m_family.name, nameRule()))
            return "no name";
        if (std::find(m_seen.begin(), m_seen.end(), m_family.name) != m_seen.end())
            return "a family in two pieces";
        m_seen.push_back(m_family.name);
        return {};
    }
    if (!std::regex_match(line, match, type))
        return "neither HELP nor TYPE";
    if (match[1].str() != m_family.name || !m_family.type.empty())
        return "TYPE without its HELP";
    m_family.type = match[2].str();
    const bool total = m_family.name.ends_with("_total");
    return (m_family.type == "counter") == total ? "" : "_total is the ending of counters, and theirs alone";
}

std::string PrometheusPage::readSample(const std::string& line)
{
    Sample sample;
    const std::size_t end = line.find_first_of("{ ");
    if (end == std::string::npos)
        return "no value";
    sample.name = line.substr(0, end);
    std::size_t at = end;
    if (line[at] == '{')
        at = readLabels(line, at, sample.labels);
    if (at == std::string::npos || at >= line.size() || line[at] != ' ')
        return "the labels are not well-formed";
    if (!readNumber(line.substr(at + 1), sample.value))
        return "no number";
    std::string family = sample.name;
    if (m_family.type == "histogram") {
        for (const char* ending : {"_bucket", "_sum", "_count"}) {
            if (family == m_family.name + ending)
                family = m_family.name;
        }
    }
    if (m_family.type.empty() || family != m_family.name)
        return "a sample outside its family";
    if (m_family.type != "gauge" && !(sample.value >= 0))
        return "a count below nothing";
    for (const Sample& other : m_family.samples) {
        if (other.name == sample.name && other.labels == sample.labels)
            return "the same sample twice";
    }
    m_family.samples.push_back(sample);
    m_samples.push_back(sample);
    return {};
}

std::string PrometheusPage::checkFamily()
{
    if (m_family.type != "histogram")
        return {};
    struct Series
    {
        std::vector<std::pair<double, double>> buckets;
        int sums = 0;
        double count = -1;
    };
    std::map<Labels, Series> all;
    for (const Sample& sample : m_family.samples) {
        Labels labels = sample.labels;
        const std::string le = labels.contains("le") ? labels.at("le") : "";
        labels.erase("le");
        Series& series = all[labels];
        double bound = 0;
        if (sample.name.ends_with("_bucket")) {
            if (!readNumber(le, bound))
                return m_family.name + ": a bucket without a bound";
            series.buckets.emplace_back(bound, sample.value);
        } else if (!le.empty()) {
            return m_family.name + ": a bound without a bucket";
        } else if (sample.name.ends_with("_sum")) {
            ++series.sums;
        } else {
            series.count = sample.value;
        }
    }
    for (const auto& [labels, series] : all) {
        if (series.buckets.empty() || !std::isinf(series.buckets.back().first) || series.sums != 1)
            return m_family.name + ": not complete";
        for (std::size_t i = 1; i < series.buckets.size(); ++i) {
            if (series.buckets[i].first <= series.buckets[i - 1].first ||
                series.buckets[i].second < series.buckets[i - 1].second)
                return m_family.name + ": the buckets do not ascend";
        }
        if (series.buckets.back().second != series.count)
            return m_family.name + ": _count is not the last bucket";
    }
    return {};
}

double PrometheusPage::value(const std::string& name, const Labels& labels) const
{
    for (const Sample& sample : m_samples) {
        if (sample.name == name && sample.labels == labels)
            return sample.value;
    }
    return -1;
}

} // namespace relevo::test
