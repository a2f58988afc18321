#include <ui/supervise/channel_words.h>

#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace relevo::ui {

namespace {

/// The relay says why in English; of what it does not say today its own words stay.
QString whyFailing(const QString& reason)
{
    static const QRegularExpression answered(QStringLiteral("^answered (\\d+)$"));
    if (const QRegularExpressionMatch match = answered.match(reason); match.hasMatch())
        return QCoreApplication::translate("relevo::ui", "It answers with status %1.").arg(match.captured(1));
    if (reason == QLatin1String("did not answer in time"))
        return QCoreApplication::translate("relevo::ui", "It does not answer in time.");
    if (reason == QLatin1String("could not be reached"))
        return QCoreApplication::translate("relevo::ui", "It cannot be reached.");
    return reason;
}

} // namespace

QString failingSummary(const std::vector<domain::HealthChange>& failing)
{
    if (failing.empty())
        return {};
    const bool hooks = std::ranges::all_of(
        failing, [](const domain::HealthChange& one) { return one.kind == QLatin1String("webhook"); });
    const auto count = static_cast<int>(failing.size());
    return hooks ? QCoreApplication::translate("relevo::ui", "%n webhook(s) not working", nullptr, count)
                 : QCoreApplication::translate("relevo::ui", "%n connection(s) not working", nullptr, count);
}

QStringList failingLines(const std::vector<domain::HealthChange>& failing, const QDate& today)
{
    QStringList lines;
    for (const domain::HealthChange& one : failing) {
        const QDateTime since = QDateTime::fromMSecsSinceEpoch(one.since.time_since_epoch().count());
        const QString when = since.date() == today ? clockText(since) : momentText(since);
        const QString line = QCoreApplication::translate("relevo::ui", "%1 has received nothing since %2.")
                                 .arg(isolated(one.name), when);
        const QString why = whyFailing(one.reason);
        lines << (why.isEmpty() ? line : line + u' ' + why);
    }
    return lines;
}

} // namespace relevo::ui
