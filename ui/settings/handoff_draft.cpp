#include <ui/settings/handoff_draft.h>

#include <algorithm>

namespace relevo::ui {

namespace {

/// 0 days keep for good.
bool isSooner(int after, int before)
{
    return after > 0 && (before == 0 || after < before);
}

domain::Settings settingsIn(const protocol::Json& document)
{
    return protocol::fromJson<domain::Settings>(document.is_object() ? document : protocol::Json::object())
        .value_or(domain::Settings());
}

} // namespace

bool erasesSooner(const DocumentDraft& draft)
{
    return isSooner(settingsIn(draft.document()).retentionDays,
                    settingsIn(draft.savedDocument()).retentionDays);
}

bool erasesMore(const DocumentDraft& draft)
{
    const domain::Settings after = settingsIn(draft.document());
    // Whom another set of rules applies to nobody can tell here; that something of it erases is enough to
    // ask.
    const bool erases = after.retentionDays > 0 ||
                        std::ranges::any_of(after.retentionRules,
                                            [](const domain::RetentionRule& rule) { return rule.days > 0; });
    return erasesSooner(draft) ||
           (erases && after.retentionRules != settingsIn(draft.savedDocument()).retentionRules);
}

bool removesMoreFiles(const DocumentDraft& draft)
{
    return isSooner(settingsIn(draft.document()).attachmentDays,
                    settingsIn(draft.savedDocument()).attachmentDays);
}

std::vector<protocol::FieldFault> handoffFaults(const DocumentDraft& draft)
{
    const Result<domain::Settings> present = protocol::fromJson<domain::Settings>(draft.savedDocument());
    return protocol::readSettings(draft.changes(), present.value_or(domain::Settings{})).faults;
}

} // namespace relevo::ui
