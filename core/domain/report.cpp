#include <domain/report.h>

#include <domain/local_time.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace relevo::domain {
namespace {

std::optional<double> share(qint64 part, qint64 whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// The value that `share` of them do not exceed. Rearranges the spans.
milliseconds nearestRank(std::vector<milliseconds>& spans, double share)
{
    const double rank = std::ceil(share * static_cast<double>(spans.size()));
    const auto at = spans.begin() + static_cast<std::ptrdiff_t>(std::max(rank, 1.0)) - 1;
    std::nth_element(spans.begin(), at, spans.end());
    return *at;
}

QString triggerName(TriggerType type)
{
    static constexpr std::array names{"keyword",   "sentiment", "failure", "manual",
                                      "sensitive", "urgent",    "vip"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(type)));
}

/// Which local day a moment is of, quickly for moments that ascend: the zone is asked once a day.
class DayNames
{
public:
    explicit DayNames(const QString& timezone) : m_time(timezone) {}

    QString nameOf(Timestamp at)
    {
        if (m_name.isEmpty() || at < m_from || at >= m_to) {
            const QDate day = m_time.dayOf(at);
            m_from = m_time.first(day, 0);
            m_to = m_time.first(day.addDays(1), 0);
            m_name = day.toString(Qt::ISODate);
        }
        return m_name;
    }

private:
    LocalTime m_time;
    Timestamp m_from;
    Timestamp m_to;
    QString m_name;
};

class Lines
{
public:
    Tally& of(const QString& key) { return m_tallies[key]; }

    [[nodiscard]] std::vector<ReportLine> take()
    {
        std::vector<ReportLine> lines;
        lines.reserve(m_tallies.size());
        for (auto& [key, tally] : m_tallies)
            lines.push_back({key, std::move(tally).figures()});
        return lines;
    }

private:
    std::map<QString, Tally> m_tallies;
};

void addDays(Lines& lines, const ReportFacts& facts, const ReportPeriod& period)
{
    const LocalTime time(period.timezone);
    const QDate last = time.dayOf(period.to - milliseconds(1));
    for (QDate day = time.dayOf(period.from); day <= last; day = day.addDays(1))
        (void)lines.of(day.toString(Qt::ISODate));
    DayNames days(period.timezone);
    for (const Opening& opening : facts.openings)
        lines.of(days.nameOf(opening.at)).add(opening);
    for (const HandoffFacts& handoff : facts.handoffs)
        lines.of(days.nameOf(handoff.createdAt)).add(handoff);
}

void count(PromiseFigures& figures, const PromiseFacts& facts)
{
    figures.met += facts.met;
    figures.breached += facts.breached;
}

void addAgents(Lines& lines, const ReportFacts& facts, const ReportPeriod& period, Timestamp now)
{
    for (const HandoffFacts& handoff : facts.handoffs) {
        if (!handoff.agent.isNull())
            lines.of(handoff.agent.toString()).add(handoff);
    }
    for (const auto& [agent, attendance] : facts.attendance) {
        const milliseconds span = atWorkBetween(attendance, period.from, std::min(period.to, now));
        if (span > milliseconds(0))
            lines.of(agent.toString()).addAtWork(span);
    }
}

} // namespace

std::optional<SpanFigures> figuresOf(std::vector<milliseconds> spans)
{
    if (spans.empty())
        return std::nullopt;
    const milliseconds sum = std::accumulate(spans.begin(), spans.end(), milliseconds(0));
    const auto count = static_cast<qint64>(spans.size());
    return SpanFigures{count, sum / count, nearestRank(spans, 0.5), nearestRank(spans, 0.9)};
}

qint64 RatingFigures::answered() const
{
    return std::accumulate(scores.begin(), scores.end(), qint64{0});
}

qint64 RatingFigures::content() const
{
    return std::accumulate(scores.begin() + (contentFrom - lowestRating), scores.end(), qint64{0});
}

std::optional<double> RatingFigures::average() const
{
    qint64 sum = 0;
    for (std::size_t i = 0; i < scores.size(); ++i)
        sum += scores[i] * (static_cast<qint64>(i) + lowestRating);
    return share(sum, answered());
}

std::optional<double> RatingFigures::contentRate() const
{
    return share(content(), answered());
}

std::optional<double> ReportFigures::escalationRate() const
{
    return share(escalated, conversations);
}

std::optional<double> ReportFigures::resolutionRate() const
{
    return share(resolved, resolved + abandoned + waitingTickets);
}

std::optional<double> ReportFigures::abandonmentRate() const
{
    return share(abandoned, resolved + abandoned + waitingTickets);
}

std::optional<double> ReportFigures::handBackRate() const
{
    return share(handedBack, resolved);
}

void Tally::add(const Opening& opening)
{
    ++m_figures.conversations;
    m_figures.escalated += opening.escalated ? 1 : 0;
}

void Tally::add(const HandoffFacts& handoff)
{
    const bool resolved = handoff.status == HandoffStatus::Resolved;
    ++m_figures.handoffs;
    m_figures.resolved += resolved ? 1 : 0;
    m_figures.abandoned += handoff.status == HandoffStatus::Abandoned ? 1 : 0;
    m_figures.tickets += handoff.wasTicket ? 1 : 0;
    m_figures.waiting += isWaiting(handoff.status) ? 1 : 0;
    m_figures.waitingTickets += handoff.status == HandoffStatus::ConvertedToTicket ? 1 : 0;
    m_figures.held += isHeld(handoff.status) ? 1 : 0;
    m_figures.handedBack += resolved && handoff.handedBack ? 1 : 0;
    if (handoff.claimedAt)
        m_waits.push_back(*handoff.claimedAt - handoff.createdAt);
    if (handoff.respondedAt)
        m_firstResponses.push_back(*handoff.respondedAt - handoff.createdAt);
    if (resolved && handoff.endedAt)
        m_resolutions.push_back(*handoff.endedAt - handoff.createdAt);
    count(m_figures.firstResponses, handoff.firstResponse);
    count(m_figures.nextResponses, handoff.nextResponse);
    count(m_figures.resolutions, handoff.resolution);
    m_figures.ratings.asked += handoff.ratingAsked ? 1 : 0;
    if (handoff.rating >= lowestRating && handoff.rating <= highestRating)
        ++m_figures.ratings.scores.at(static_cast<std::size_t>(handoff.rating - lowestRating));
}

ReportFigures Tally::figures() &&
{
    m_figures.wait = figuresOf(std::move(m_waits));
    m_figures.firstResponse = figuresOf(std::move(m_firstResponses));
    m_figures.resolution = figuresOf(std::move(m_resolutions));
    return m_figures;
}

milliseconds atWorkBetween(const std::vector<Attendance>& attendance, Timestamp from, Timestamp to)
{
    milliseconds sum{0};
    for (std::size_t i = 0; i < attendance.size(); ++i) {
        const Timestamp until = i + 1 < attendance.size() ? attendance[i + 1].at : to;
        const Timestamp begin = std::max(attendance[i].at, from);
        const Timestamp end = std::min(until, to);
        if (attendance[i].atWork && begin < end)
            sum += end - begin;
    }
    return sum;
}

std::vector<ReportLine> makeReport(ReportKind kind, const ReportFacts& facts, const ReportPeriod& period,
                                   Timestamp now)
{
    Lines lines;
    if (kind == ReportKind::Timeline) {
        addDays(lines, facts, period);
        return lines.take();
    }
    if (kind == ReportKind::Agents) {
        addAgents(lines, facts, period, now);
    } else if (kind == ReportKind::Summary) {
        Tally& all = lines.of({});
        for (const Opening& opening : facts.openings)
            all.add(opening);
        for (const HandoffFacts& handoff : facts.handoffs)
            all.add(handoff);
    } else {
        const bool byChannel = kind == ReportKind::Channels;
        for (const HandoffFacts& handoff : facts.handoffs)
            lines.of(byChannel ? handoff.channel : triggerName(handoff.trigger)).add(handoff);
        if (byChannel) {
            for (const Opening& opening : facts.openings)
                lines.of(opening.channel).add(opening);
        }
    }
    std::vector<ReportLine> made = lines.take();
    std::ranges::stable_sort(made, [](const ReportLine& a, const ReportLine& b) {
        return a.figures.handoffs > b.figures.handoffs;
    });
    return made;
}

} // namespace relevo::domain
