#pragma once

#include <protocol/settings_codec.h>

#include <QtCore/QStringList>

namespace relevo::ui {

/// The handoff settings while somebody works on them: what is saved at the relay, and what they have made of
/// it. Fields of the outermost level are the unit: of each one, either side's is taken whole. Pure.
class HandoffDraft
{
public:
    /// As the relay has them; nothing is changed.
    void load(const protocol::Json& saved);
    [[nodiscard]] bool isLoaded() const { return m_saved.is_object(); }
    /// Saved, with what was changed.
    [[nodiscard]] const protocol::Json& document() const { return m_draft; }

    [[nodiscard]] const protocol::Json& savedDocument() const { return m_saved; }
    void set(const std::string& field, protocol::Json value);
    /// What differs from what is saved: the body of a PUT.
    [[nodiscard]] protocol::Json changes() const;
    [[nodiscard]] bool isChanged() const { return m_draft != m_saved; }

    /// The relay has something newer. What was not touched here becomes as it is there; fields that both
    /// sides have changed, each differently, stay as they are here and are returned.
    [[nodiscard]] std::vector<std::string> rebase(const protocol::Json& newest);
    /// Of these fields the relay's is taken.
    void giveUp(const std::vector<std::string>& fields);

    /// Contacts would be erased, for good, that are kept by what is saved.
    [[nodiscard]] bool erasesMore() const;

    /// What the relay would find wrong.
    [[nodiscard]] std::vector<protocol::FieldFault> faults() const;

private:
    protocol::Json m_saved;
    protocol::Json m_draft;
};

} // namespace relevo::ui
