#pragma once

#include <ui/settings/document_draft.h>

#include <protocol/settings_codec.h>

namespace relevo::ui {

// What is particular about a draft of the handoff settings. Pure.

/// Contacts would be erased, for good, that are kept by what is saved.
[[nodiscard]] bool erasesMore(const DocumentDraft& draft);
/// The same by the days of the project alone, whatever the rules say.
[[nodiscard]] bool erasesSooner(const DocumentDraft& draft);
/// Files would be removed, for good, that are kept by what is saved.
[[nodiscard]] bool removesMoreFiles(const DocumentDraft& draft);

/// What the relay would find wrong.
[[nodiscard]] std::vector<protocol::FieldFault> handoffFaults(const DocumentDraft& draft);

} // namespace relevo::ui
