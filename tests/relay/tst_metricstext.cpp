#include "prometheus.h"
#include "support/test_main.h"

#include <relay/metrics_text.h>

#include <QtTest/QtTest>

using namespace relevo;
using relay::MetricsText;
using test::PrometheusPage;

/// The text of the metrics, read back by a strict reader, which itself must refuse what is wrong.
class TestMetricsText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        MetricsText text;
        text.counter("a_total", "Something.", 12'345'678'901.0);
        text.begin("b", MetricsText::Type::Gauge, "With labels.");
        text.sample(-0.25, {{"kind", "plain"}, {"other", "x"}});
        text.sample(1e-9, {{"kind", "a \"quoted\" \\ back\nslash"}});
        Histogram histogram = sizeHistogram();
        for (qint64 i = 0; i < 1'000; ++i)
            histogram.observe(i);
        text.begin("c", MetricsText::Type::Histogram, "Sizes.");
        text.histogram(histogram, {{"of", "one"}});
        text.histogram(sizeHistogram(), {{"of", "none"}});
        PrometheusPage page;
        const std::string fault = page.read(text.text().toStdString());
        QVERIFY2(fault.empty(), fault.c_str());
        QCOMPARE(page.value("a_total"), 12'345'678'901.0);
        QCOMPARE(page.value("b", {{"kind", "plain"}, {"other", "x"}}), -0.25);
        QCOMPARE(page.value("b", {{"kind", "a \"quoted\" \\ back\nslash"}}), 1e-9);
        QCOMPARE(page.value("c_bucket", {{"of", "one"}, {"le", "16"}}), 17.0);
        QCOMPARE(page.value("c_count", {{"of", "one"}}), 1'000.0);
        QCOMPARE(page.value("c_sum", {{"of", "one"}}), 499'500.0);
        QCOMPARE(page.value("c_bucket", {{"of", "none"}, {"le", "+Inf"}}), 0.0);
    }

    void theReaderIsStrict_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray gauge = "# HELP a Help.\n# TYPE a gauge\n";
        const QByteArray histogram = "# HELP h Help.\n# TYPE h histogram\n";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no end") << gauge + "a 1";
        QTest::newRow("no family") << QByteArray("a 1\n");
        QTest::newRow("another family") << gauge + "b 1\n";
        QTest::newRow("no type") << QByteArray("# HELP a Help.\na 1\n");
        QTest::newRow("twice") << gauge + "a 1\na 2\n";
        QTest::newRow("two pieces") << gauge + "a 1\n" + gauge;
        QTest::newRow("no number") << gauge + "a one\n";
        QTest::newRow("open label") << gauge + "a{b=\"c} 1\n";
        QTest::newRow("bad escape") << gauge + "a{b=\"\\x\"} 1\n";
        QTest::newRow("bad label name") << gauge + "a{0b=\"c\"} 1\n";
        QTest::newRow("counter without _total") << QByteArray("# HELP a Help.\n# TYPE a counter\na 1\n");
        QTest::newRow("no +Inf") << histogram + "h_bucket{le=\"1\"} 1\nh_sum 1\nh_count 1\n";
        QTest::newRow("descending")
            << histogram + "h_bucket{le=\"1\"} 2\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n";
        QTest::newRow("other count") << histogram + "h_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 2\n";
        QTest::newRow("no sum") << histogram + "h_bucket{le=\"+Inf\"} 1\nh_count 1\n";
    }

    void theReaderIsStrict()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!PrometheusPage().read(text.toStdString()).empty());
    }
};

RELEVO_TEST(TestMetricsText)

#include "tst_metricstext.moc"
