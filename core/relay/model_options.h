#pragma once

#include <assist/model_client.h>

#include <functional>
#include <optional>

namespace relevo::relay {

/// A setting by its long option's name ("model-url"), from wherever it was given; empty for none.
using Setting = std::function<QString(const QString& name)>;

/// The language model that was configured, or none. The key comes from RELEVO_MODEL_KEY or the file that
/// model-key-file names, never from an argument. Fails with `invalid`, saying which setting is wrong.
[[nodiscard]] Result<std::optional<assist::ModelOptions>> readModelOptions(const Setting& setting);

/// The long options above.
[[nodiscard]] const QStringList& modelSettings();

} // namespace relevo::relay
