#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace relevo::relay {

/// One thing that can be set. Its name is that of the configuration file: "limits.body_bytes" is `body_bytes`
/// in the table `[limits]`, and also the option --limits-body-bytes and the environment variable
/// RELEVO_LIMITS_BODY_BYTES. Adding one is a row in configKeys() and reading it in serveOptions().
struct ConfigKey
{
    enum class Kind {
        Text,
        Number, ///< whole, from `least` to `most`
        Choice, ///< one of `choices`
        Flag,   ///< true or false
        Texts,  ///< a list; with commas between them outside the file
    };

    QString name;
    Kind kind = Kind::Text;
    QString fallback = {}; ///< what holds when nobody says anything
    qint64 least = 0;
    qint64 most = 0;
    QStringList choices = {};
    bool reloads = false; ///< SIGHUP is enough to change it
    bool secret = false;  ///< from the environment only, and never shown
};

[[nodiscard]] const std::vector<ConfigKey>& configKeys();
/// Null for a name that is not known.
[[nodiscard]] const ConfigKey* configKey(const QString& name);

/// "limits-body-bytes"
[[nodiscard]] QString optionOf(const ConfigKey& key);
/// "RELEVO_LIMITS_BODY_BYTES"
[[nodiscard]] QString variableOf(const ConfigKey& key);

/// The one of `known` that `word` was probably meant to be; empty when none is near.
[[nodiscard]] QString nearestOf(const QString& word, const QStringList& known);

} // namespace relevo::relay
