#pragma once

#include <base/timestamp.h>
#include <domain/contact.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace relevo::ui {

// What may stand where in what is known of a contact: in words for whoever types it, empty when it may. An
// empty text is always right: it forgets.

[[nodiscard]] QString nameTrouble(const QString& typed);
[[nodiscard]] QString emailTrouble(const QString& typed);
[[nodiscard]] QString phoneTrouble(const QString& typed);
[[nodiscard]] QString attributeTrouble(const QString& typed);

/// By what a contact is known: their name, or an address.
[[nodiscard]] QString titleOf(const domain::Contact& contact);
/// The time on the customer's clock, when an attribute tells their time zone; else empty.
[[nodiscard]] QString localTimeOf(const domain::Contact& contact, Timestamp now);
/// The page they wrote from, when an attribute tells it; else empty.
[[nodiscard]] QString pageOf(const domain::Contact& contact);
/// The names of the attributes that these two tell.
[[nodiscard]] QStringList toldElsewhere(const domain::Contact& contact);

} // namespace relevo::ui
