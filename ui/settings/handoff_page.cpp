#include <ui/settings/handoff_page.h>

#include <ui/settings/handoff_draft.h>
#include <ui/settings/hours_editor.h>
#include <ui/settings/retention_editor.h>
#include <ui/settings/sla_editor.h>
#include <ui/settings/try_box.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace relevo::ui {

using protocol::Json;

HandoffPage::HandoffPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api)
    : FormPage(theme, live, api,
               {tr("Handoff settings"),
                tr("When the bot hands a customer to your team, and what happens then. For everybody in the "
                   "project."),
                tr("The handoff settings could not be fetched"), tr("The handoff settings are not saved"),
                QStringLiteral("settings.changed")})
{
    makeForm();
    connect(m_try, &TryBox::tryRequested, this, &HandoffPage::tryOut);
    // Somebody has saved, perhaps this very page.
    connect(&live, &client::LiveView::projectChanged, this, &HandoffPage::renew);
    formMade();
}

HandoffPage::~HandoffPage() = default;

QString HandoffPage::address() const
{
    return QStringLiteral("/api/projects/%1/handoff-settings").arg(live().project().id.toString());
}

void HandoffPage::edited()
{
    m_try->settingsChanged();
}

std::vector<protocol::FieldFault> HandoffPage::faults() const
{
    std::vector<protocol::FieldFault> faults = handoffFaults(draft());
    // It marks its own.
    if (draft().changes().contains("sla") && !m_sla->check())
        faults.push_back({QStringLiteral("sla"), QString()});
    return faults;
}

bool HandoffPage::tellPart(const std::string& field, const QString& wrong)
{
    static constexpr std::array days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const auto day = std::find_if(days.begin(), days.end(), [&field](const char* one) {
        return field.starts_with(std::string("businessHours.days.") + one);
    });
    if (day != days.end()) {
        m_hours->tell(static_cast<int>(day - days.begin()), wrong);
        return true;
    }
    const std::string rule = "retentionRules[";
    if (field.starts_with(rule)) {
        // One for nothing in particular is told of in its own words.
        if (m_retention->check())
            m_retention->tell(std::strtoul(field.c_str() + rule.size(), nullptr, 10), wrong);
        return true;
    }
    const std::string policy = "sla.policies[";
    if (field.starts_with(policy))
        m_sla->tell(std::strtoul(field.c_str() + policy.size(), nullptr, 10), wrong);
    return field.starts_with(policy) || field == "sla";
}

void HandoffPage::clearParts()
{
    for (int day = 0; day < 7; ++day)
        m_hours->tell(day, {});
    (void)m_retention->check();
}

void HandoffPage::tryOut(const QString& text)
{
    Json body{{"text", protocol::utf8(text)}};
    if (const Json changes = draft().changes(); !changes.empty())
        body["settings"] = changes;
    api().post(address() + QStringLiteral("/try"), body, this,
               [this, text](const Result<Json>& answer) { m_try->showAnswer(text, answer); });
}

} // namespace relevo::ui
