#pragma once

#include <assist/model_client.h>
#include <relay/config.h>

#include <optional>

namespace relevo::relay {

/// The language model that was configured, or none. The key comes from RELEVO_MODEL_KEY or the file that
/// model.key_file names, never from an argument. Fails with `invalid`, saying which setting is wrong.
[[nodiscard]] Result<std::optional<assist::ModelOptions>> readModelOptions(const Config& config);

} // namespace relevo::relay
