#include <ui/settings/document_draft.h>

namespace relevo::ui {

using protocol::Json;

void DocumentDraft::load(const Json& saved)
{
    m_saved = saved;
    m_draft = m_saved;
}

void DocumentDraft::set(const std::string& field, Json value)
{
    m_draft[field] = std::move(value);
}

Json DocumentDraft::changes() const
{
    Json changes = Json::object();
    if (!isLoaded())
        return changes;
    for (const auto& [field, value] : m_draft.items()) {
        const auto saved = m_saved.find(field);
        if (saved == m_saved.end() || *saved != value)
            changes[field] = value;
    }
    return changes;
}

std::vector<std::string> DocumentDraft::rebase(const Json& newest)
{
    std::vector<std::string> disputed;
    const Json mine = changes();
    for (const auto& [field, value] : mine.items()) {
        const Json before = m_saved.value(field, Json());
        const Json now = newest.value(field, Json());
        if (now != before && now != value)
            disputed.push_back(field);
    }
    m_saved = newest;
    m_draft = newest;
    for (const auto& [field, value] : mine.items())
        m_draft[field] = value;
    return disputed;
}

void DocumentDraft::giveUp(const std::vector<std::string>& fields)
{
    for (const std::string& field : fields)
        m_draft[field] = m_saved.value(field, Json());
}

} // namespace relevo::ui
