#include <ui/settings/handoff_draft.h>

namespace relevo::ui {

bool erasesMore(const DocumentDraft& draft)
{
    const auto days = [](const protocol::Json& document) {
        const auto field = document.is_object() ? document.find("retentionDays") : document.end();
        return field != document.end() && field->is_number_integer() ? field->get<qint64>() : 0;
    };
    const qint64 after = days(draft.document());
    const qint64 before = days(draft.savedDocument());
    return after > 0 && (before == 0 || after < before);
}

std::vector<protocol::FieldFault> handoffFaults(const DocumentDraft& draft)
{
    const Result<domain::Settings> present = protocol::fromJson<domain::Settings>(draft.savedDocument());
    return protocol::readSettings(draft.changes(), present.value_or(domain::Settings{})).faults;
}

} // namespace relevo::ui
