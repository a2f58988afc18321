#include <relay/metrics_text.h>

namespace relevo::relay {
namespace {

QByteArray escaped(QByteArray value)
{
    return value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

/// Whole numbers as such, others with all the digits they have.
QByteArray number(double value)
{
    constexpr int digits = 15;
    return QByteArray::number(value, 'g', digits);
}

const char* nameOf(MetricsText::Type type)
{
    switch (type) {
    case MetricsText::Type::Counter:
        return "counter";
    case MetricsText::Type::Gauge:
        return "gauge";
    case MetricsText::Type::Histogram:
        return "histogram";
    }
    return "untyped";
}

} // namespace

void MetricsText::begin(const QByteArray& name, Type type, const QByteArray& help)
{
    m_name = name;
    m_text += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + nameOf(type) + '\n';
}

void MetricsText::line(const char* suffix, double value, const Labels& labels)
{
    m_text += m_name + suffix;
    char separator = '{';
    for (const auto& [name, content] : labels) {
        m_text += separator + name + "=\"" + escaped(content) + '"';
        separator = ',';
    }
    m_text += (labels.empty() ? " " : "} ") + number(value) + '\n';
}

void MetricsText::sample(double value, const Labels& labels)
{
    line("", value, labels);
}

void MetricsText::histogram(const relevo::Histogram& histogram, const Labels& labels)
{
    const relevo::Histogram::Snapshot snapshot = histogram.snapshot();
    for (std::size_t i = 0; i < snapshot.upTo.size(); ++i) {
        Labels all = labels;
        all.emplace_back("le", i < snapshot.bounds.size() ? number(snapshot.bounds[i]) : QByteArray("+Inf"));
        line("_bucket", static_cast<double>(snapshot.upTo[i]), all);
    }
    line("_sum", snapshot.sum, labels);
    line("_count", static_cast<double>(snapshot.upTo.back()), labels);
}

void MetricsText::counter(const QByteArray& name, const QByteArray& help, double value)
{
    begin(name, Type::Counter, help);
    sample(value);
}

void MetricsText::gauge(const QByteArray& name, const QByteArray& help, double value)
{
    begin(name, Type::Gauge, help);
    sample(value);
}

} // namespace relevo::relay
