#pragma once

#include <protocol/json.h>

#include <string>
#include <vector>

namespace relevo::ui {

/// A document of the relay while somebody works on it: what is saved there, and what they have made of it.
/// Fields of the outermost level are the unit: of each one, either side's is taken whole. Pure.
class DocumentDraft
{
public:
    /// As the relay has it; nothing is changed.
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

private:
    protocol::Json m_saved;
    protocol::Json m_draft;
};

} // namespace relevo::ui
