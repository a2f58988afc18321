#pragma once

#include <protocol/codec.h>

namespace relevo::protocol {

/// One thing that is wrong with an object from outside.
struct FieldFault
{
    QString field; ///< as a path: "businessHours.days.mon[1]"
    QString what;  ///< "must be between 1 and 20"
};

struct SettingsReading
{
    domain::Settings settings;
    std::vector<FieldFault>
        faults; ///< everything that is wrong, not only the first; empty: settings are good
};

/// The settings as an admin writes them: fields that are absent stay as in `present`, every value is checked
/// against its range, and a field that does not exist is a fault, because it is most likely a misspelt one.
/// Keywords are trimmed, and each is kept once. Pure.
[[nodiscard]] SettingsReading readSettings(const Json& json, const domain::Settings& present);

} // namespace relevo::protocol
