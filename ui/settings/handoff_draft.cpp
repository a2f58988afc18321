#include <ui/settings/handoff_draft.h>

namespace relevo::ui {

using protocol::Json;

void HandoffDraft::load(const Json& saved)
{
    m_saved = saved;
    m_draft = saved;
}

void HandoffDraft::set(const std::string& field, Json value)
{
    m_draft[field] = std::move(value);
}

Json HandoffDraft::changes() const
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

std::vector<std::string> HandoffDraft::rebase(const Json& newest)
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

void HandoffDraft::giveUp(const std::vector<std::string>& fields)
{
    for (const std::string& field : fields)
        m_draft[field] = m_saved.value(field, Json());
}

bool HandoffDraft::erasesMore() const
{
    const auto days = [](const protocol::Json& document) {
        const auto field = document.is_object() ? document.find("retentionDays") : document.end();
        return field != document.end() && field->is_number_integer() ? field->get<qint64>() : 0;
    };
    const qint64 after = days(m_draft);
    const qint64 before = days(m_saved);
    return after > 0 && (before == 0 || after < before);
}

std::vector<protocol::FieldFault> HandoffDraft::faults() const
{
    const Result<domain::Settings> present = protocol::fromJson<domain::Settings>(m_saved);
    return protocol::readSettings(changes(), present.value_or(domain::Settings{})).faults;
}

} // namespace relevo::ui
