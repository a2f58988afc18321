#pragma once

#include <domain/rating.h>
#include <domain/report_facts.h>

#include <array>
#include <map>

namespace relevo::domain {

/// What this trade aims at, shown beside the figures.
struct ReportTargets
{
    static constexpr double escalationBelow = 0.2;
    static constexpr std::chrono::minutes firstResponseBelow{5};
    static constexpr double resolutionAbove = 0.9;
    static constexpr double abandonmentBelow = 0.1;
};

/// Of some spans; percentiles are of the nearest rank, so each is one of the spans.
struct SpanFigures
{
    qint64 count = 0;
    milliseconds mean{0};
    milliseconds median{0};
    milliseconds p90{0};
};

[[nodiscard]] std::optional<SpanFigures> figuresOf(std::vector<milliseconds> spans);

/// How many promises of one kind were kept and broken.
struct PromiseFigures
{
    qint64 met = 0;
    qint64 breached = 0;
};

/// What customers said of what was resolved. Averages and shares: nothing without anything to divide by.
struct RatingFigures
{
    qint64 asked = 0;                           ///< handoffs whose customer was asked
    std::array<qint64, highestRating> scores{}; ///< rated 1, 2 … 5

    [[nodiscard]] qint64 answered() const;
    /// Of those, the content ones (contentFrom).
    [[nodiscard]] qint64 content() const;
    [[nodiscard]] std::optional<double> average() const; ///< 1 … 5
    [[nodiscard]] std::optional<double> contentRate() const;
};

/// The figures of some conversations and handoffs. Rates are 0 … 1, nothing without anything to divide by.
struct ReportFigures
{
    qint64 conversations = 0; ///< opened, or opened anew
    qint64 escalated = 0;     ///< of those, with a human asked for
    qint64 handoffs = 0;
    qint64 resolved = 0;
    qint64 abandoned = 0;
    qint64 tickets = 0;            ///< were not answered in time, whatever came of them later
    qint64 waiting = 0;            ///< now, for somebody to take them
    qint64 held = 0;               ///< now, by somebody
    qint64 handedBack = 0;         ///< resolved, and back with the bot
    PromiseFigures firstResponses; ///< what the policies promised
    PromiseFigures nextResponses;
    PromiseFigures resolutions;
    RatingFigures ratings;
    std::optional<SpanFigures> wait;          ///< until somebody took it
    std::optional<SpanFigures> firstResponse; ///< until a human's first message
    std::optional<SpanFigures> resolution;    ///< until it was resolved
    milliseconds atWork{0};                   ///< of an agent, within the period

    [[nodiscard]] std::optional<double> escalationRate() const;
    /// Of the handoffs that are over, and of the tickets that still wait: those resolved.
    [[nodiscard]] std::optional<double> resolutionRate() const;
    /// Of the same: those the customer gave up.
    [[nodiscard]] std::optional<double> abandonmentRate() const;
    [[nodiscard]] std::optional<double> handBackRate() const;

    qint64 waitingTickets = 0; ///< part of waiting
};

/// Gathers what happened, and gives its figures.
class Tally
{
public:
    void add(const Opening& opening);
    void add(const HandoffFacts& handoff);
    void addAtWork(milliseconds span) { m_figures.atWork += span; }
    [[nodiscard]] ReportFigures figures() &&;

private:
    ReportFigures m_figures;
    std::vector<milliseconds> m_waits;
    std::vector<milliseconds> m_firstResponses;
    std::vector<milliseconds> m_resolutions;
};

/// How long somebody was at work between the two; `attendance` ascends and begins before `from` where there
/// is anything before.
[[nodiscard]] milliseconds atWorkBetween(const std::vector<Attendance>& attendance, Timestamp from,
                                         Timestamp to);

/// What a period is told from. Handoffs and openings count by when they began.
struct ReportFacts
{
    std::vector<HandoffFacts> handoffs;
    std::vector<Opening> openings;
    std::map<AgentId, std::vector<Attendance>> attendance;
};

struct ReportPeriod
{
    Timestamp from;
    Timestamp to; ///< not part of it
    QString timezone;
};

enum class ReportKind { Summary, Agents, Channels, Triggers, Timeline };

/// One line of a report: an agent's id, a channel, a trigger or a day; empty in a summary.
struct ReportLine
{
    QString key;
    ReportFigures figures;
};

/// The lines of a report, in order: agents, channels and triggers by their number of handoffs, days without a
/// gap. A summary is one line. Pure; 100,000 handoffs take some ten milliseconds.
[[nodiscard]] std::vector<ReportLine> makeReport(ReportKind kind, const ReportFacts& facts,
                                                 const ReportPeriod& period, Timestamp now);

} // namespace relevo::domain
