#pragma once

#include <ui/settings/document_draft.h>

#include <protocol/settings_codec.h>

namespace relevo::ui {

/// The handoff settings while somebody works on them. Pure.
class HandoffDraft final : public DocumentDraft
{
public:
    /// Contacts would be erased, for good, that are kept by what is saved.
    [[nodiscard]] bool erasesMore() const;

    /// What the relay would find wrong.
    [[nodiscard]] std::vector<protocol::FieldFault> faults() const;
};

} // namespace relevo::ui
