#pragma once

#include <ui/theme/theme.h>

#include <domain/handoff.h>
#include <domain/message.h>

namespace relevo::ui {

/// A shape and a colour that stand for a state; its name in words comes from models/names.h.
struct Look
{
    QString icon;
    QColor Colors::*color = &Colors::muted;
};

[[nodiscard]] Look lookOf(domain::Priority priority);
[[nodiscard]] Look lookOf(domain::Availability availability);
[[nodiscard]] Look lookOf(domain::Delivery delivery);
/// How urgent it is when this share of the time for an answer is over: green, amber, red. paintSpent is the
/// shape that goes with it.
[[nodiscard]] QColor Colors::*urgencyColor(double spent);
/// The icon of a channel, e.g. "web".
[[nodiscard]] QString channelIcon(const QString& channel);

} // namespace relevo::ui
