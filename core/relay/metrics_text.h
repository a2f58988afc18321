#pragma once

#include <base/metrics.h>

#include <QtCore/QByteArray>

#include <utility>
#include <vector>

namespace relevo::relay {

/// Writes Prometheus' text format 0.0.4. Names are the caller's to get right; the values of labels are
/// escaped. All samples of a family follow its begin().
class MetricsText
{
public:
    enum class Type { Counter, Gauge, Histogram };
    using Labels = std::vector<std::pair<QByteArray, QByteArray>>;

    void begin(const QByteArray& name, Type type, const QByteArray& help);
    void sample(double value, const Labels& labels = {});
    void histogram(const relevo::Histogram& histogram, const Labels& labels = {});

    /// A family of one sample.
    void counter(const QByteArray& name, const QByteArray& help, double value);
    void gauge(const QByteArray& name, const QByteArray& help, double value);

    [[nodiscard]] const QByteArray& text() const { return m_text; }

private:
    void line(const char* suffix, double value, const Labels& labels);

    QByteArray m_text;
    QByteArray m_name;
};

} // namespace relevo::relay
