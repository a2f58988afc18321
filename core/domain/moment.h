#pragma once

#include <base/timestamp.h>

#include <QtCore/QString>

namespace relevo::domain {

/// A moment to come as a customer is told of it, on the clocks of `timezone` (IANA; one that this system does
/// not know counts as UTC), named by its city: "tomorrow at 09:00 (Sao Paulo time)", "el lunes a las 09:00
/// (hora de Madrid)", "em 7 de janeiro às 09:00 (horário de Lisbon)". `language` is "es", "pt" or anything
/// else for English. Pure.
[[nodiscard]] QString momentInWords(Timestamp at, Timestamp now, const QString& timezone,
                                    const QString& language);

/// "10 minutes", "2 horas", "3 dias": in hours from two of them on, in days from two of them on, rounded up.
[[nodiscard]] QString spanInWords(int minutes, const QString& language);

} // namespace relevo::domain
