#include <relay/daily_summary.h>

#include <base/log.h>
#include <domain/local_time.h>
#include <domain/report.h>

#include <QtCore/QPointer>

#include <algorithm>

namespace relevo::relay {
namespace {

// A clock that is set is noticed within this.
constexpr milliseconds lookAtDaysEvery{1'000};
constexpr std::chrono::seconds countAgainAfter{30};
constexpr std::chrono::hours caughtUpFor{24};

domain::DayFigures figuresOf(const domain::ReportFacts& facts, const domain::ReportPeriod& period,
                             const QDate& day, Timestamp now)
{
    const auto lines = domain::makeReport(domain::ReportKind::Summary, facts, period, now);
    const domain::ReportFigures& counted = lines.front().figures;
    domain::DayFigures figures;
    figures.day = day.toString(Qt::ISODate);
    figures.conversations = counted.conversations;
    figures.handoffs = counted.handoffs;
    figures.resolved = counted.resolved;
    figures.abandoned = counted.abandoned;
    if (counted.firstResponse)
        figures.firstResponse = counted.firstResponse->median;
    figures.rated = counted.ratings.answered();
    figures.rating = counted.ratings.average();
    return figures;
}

} // namespace

DailySummary::DailySummary(Hub& hub, Pipeline& pipeline, QueryThread& reports, const Clock& clock,
                           QObject* parent)
    : QObject(parent), m_hub(hub), m_pipeline(pipeline), m_reports(reports), m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DailySummary::fire);
    m_hub.listenToAll(*this);
}

DailySummary::~DailySummary()
{
    m_hub.leaveAll(*this);
}

void DailySummary::start()
{
    for (const domain::ProjectState* project : m_hub.all())
        schedule(*project, m_clock.now() - caughtUpFor);
    arm();
}

void DailySummary::heard(const Published& published)
{
    if (!std::holds_alternative<domain::Settings>(published.event.data))
        return;
    schedule(*m_hub.state(published.project), m_clock.now());
    arm();
}

void DailySummary::schedule(const domain::ProjectState& project, Timestamp after)
{
    if (const auto due = domain::summaryDue(project.settings, after))
        m_due[project.project.id] = *due;
    else
        m_due.erase(project.project.id);
}

void DailySummary::arm()
{
    if (m_due.empty()) {
        m_timer.stop();
        return;
    }
    const auto next = std::ranges::min_element(
        m_due, [](const auto& a, const auto& b) { return a.second.at < b.second.at; });
    m_timer.start(std::clamp(next->second.at - m_clock.now(), milliseconds(0), lookAtDaysEvery));
}

void DailySummary::fire()
{
    const Timestamp now = m_clock.now();
    std::vector<std::pair<domain::ProjectId, domain::SummaryDue>> due;
    for (const auto& [id, one] : m_due) {
        if (one.at <= now)
            due.emplace_back(id, one);
    }
    for (const auto& [id, one] : due) {
        schedule(*m_hub.state(id), now);
        count(id, one);
    }
    arm();
}

void DailySummary::count(const domain::ProjectId& id, const domain::SummaryDue& due)
{
    const domain::Settings& settings = m_hub.state(id)->settings;
    const QDate day = domain::summarisedDay(settings, due);
    const domain::LocalTime time(domain::timezoneOf(settings));
    const domain::ReportPeriod period{time.first(day, 0), std::min(time.first(day.addDays(1), 0), due.at),
                                      domain::timezoneOf(settings)};
    const auto query = [id, period, day,
                        now = m_clock.now()](store::Reader& reader) -> Result<domain::DayFigures> {
        const auto facts = reader.reportFacts(id, period.from, period.to);
        if (!facts)
            return std::unexpected(facts.error());
        return figuresOf(*facts, period, day, now);
    };
    m_reports.run<domain::DayFigures>(this, query, [this, id, due](Result<domain::DayFigures> figures) {
        if (figures)
            tell(id, due, *figures);
        else
            failed(id, due, figures.error());
    });
}

void DailySummary::tell(const domain::ProjectId& id, const domain::SummaryDue& due,
                        const domain::DayFigures& figures)
{
    const domain::ProjectState& project = *m_hub.state(id);
    domain::DayFigures told = figures;
    told.waiting = std::ranges::count_if(project.conversations, [](const auto& entry) {
        return entry.second.handoff && domain::isWaiting(entry.second.handoff->status);
    });
    Submission submission{
        id, {}, domain::Actor{}, {}, domain::PostNotification{domain::dayNotification(project, told)},
        {}, {}};
    submission.commandIds.push_back({QStringLiteral("daily-summary:") + due.day.toString(Qt::ISODate)});
    const QPointer<DailySummary> guard(this);
    submission.done = [guard, id, due](const Result<std::string>& written) {
        if (guard && !written)
            guard->failed(id, due, written.error());
    };
    m_pipeline.submit(std::move(submission));
}

void DailySummary::failed(const domain::ProjectId& id, const domain::SummaryDue& due, const Error& error)
{
    qCWarning(logRelay).noquote() << logLine(
        u"The daily summary could not be made",
        {{u"day", due.day.toString(Qt::ISODate)}, {u"reason", error.message}});
    QTimer::singleShot(countAgainAfter, this, [this, id, due] { count(id, due); });
}

} // namespace relevo::relay
