#pragma once

#include <domain/state.h>

namespace relevo::domain {

// What the owner of a project is told without having asked, in the language of the first admin who has one
// ("es", "pt", anything else: English). Pure.

/// The language the owner reads.
[[nodiscard]] QString ownerLanguage(const ProjectState& project);

/// To the owner, by the channel the settings name. Only the desktop is connected, so for every other channel
/// it comes there and says so.
[[nodiscard]] Notification ownerNotification(const ProjectState& project, const QString& kind,
                                             const QString& title, const QString& body);

/// Nobody answered `handoff` in time: it goes on as a ticket.
[[nodiscard]] Notification ticketNotification(const ProjectState& project, const Contact& contact,
                                              const HandoffId& handoff);
/// Whoever holds `handoff` leaves its customer waiting.
[[nodiscard]] Notification unansweredNotification(const ProjectState& project, const Contact& contact,
                                                  const Handoff& handoff);
/// It waits, and there is nobody to take it.
[[nodiscard]] Notification unattendedNotification(const ProjectState& project, const Contact& contact,
                                                  const HandoffId& handoff);
/// It waits, and all who could take it have their hands full.
[[nodiscard]] Notification fullNotification(const ProjectState& project, const Contact& contact,
                                            const HandoffId& handoff);

/// A promise about its time was broken.
[[nodiscard]] Notification breachNotification(const ProjectState& project, const Contact& contact,
                                              const Handoff& handoff);

/// The figures of a day; see reports. Spans in milliseconds, nothing when there was nothing to measure.
struct DayFigures
{
    QString day; ///< 2026-11-21
    qint64 conversations = 0;
    qint64 handoffs = 0;
    qint64 resolved = 0;
    qint64 abandoned = 0;
    qint64 waiting = 0;                        ///< now
    std::optional<milliseconds> firstResponse; ///< median
    qint64 rated = 0;                          ///< handoffs that customers rated
    std::optional<double> rating;              ///< the average of those, 1 … 5
};
[[nodiscard]] Notification dayNotification(const ProjectState& project, const DayFigures& figures);

} // namespace relevo::domain
