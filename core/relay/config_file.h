#pragma once

#include <base/error.h>

#include <QtCore/QHash>

namespace relevo::relay {

/// The options of a configuration file under their command-line names.
struct ConfigFile
{
    QHash<QString, QString> values;
};

/// Reads a TOML file whose keys are the long options' names (data, store, listen, model.url …). Fails with
/// `invalid`, naming file, line and key.
[[nodiscard]] Result<ConfigFile> readConfigFile(const QString& path);

} // namespace relevo::relay
