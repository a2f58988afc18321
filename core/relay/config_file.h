#pragma once

#include <base/error.h>

#include <QtCore/QHash>

namespace relevo::relay {

/// What a configuration file says, under the names of configKeys().
struct ConfigFile
{
    struct Value
    {
        QString text;     ///< as an option's value would be written
        quint32 line = 0; ///< where it stands
    };

    QString path; ///< empty for none
    QHash<QString, Value> values;
};

/// Reads a TOML file. Fails with `invalid`, naming file, line and key: a key that is not known (with the one
/// that was probably meant), a value of the wrong type, a secret that does not belong into a file.
[[nodiscard]] Result<ConfigFile> readConfigFile(const QString& path);

} // namespace relevo::relay
