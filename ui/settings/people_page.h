#pragma once

#include <ui/settings/list_editor.h>
#include <ui/settings/person_access.h>
#include <ui/settings/person_form.h>
#include <ui/settings/settings_page.h>

#include <client/live_view.h>
#include <client/relay_api.h>
#include <models/record_model.h>

namespace relevo::ui {

class ShownOnce;

/// Who works in the project, for its admins: what they may do, whom they are offered, and their way in.
/// Nothing is saved before Save is pressed; what somebody else changes meanwhile is here at once, and stays
/// where it is not changed here.
class PeoplePage final : public SettingsPage
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    PeoplePage(const Theme& theme, const client::LiveView& live, client::RelayApi& api);

    void opened() override;
    void setOnline(bool online) override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] QString unsavedTitle() const override;
    void save(std::function<void()> then) override;
    void discard() override;
    void putSecretsAway() override;

private:
    using Act = PersonAccess::Act;
    using Answer = Result<protocol::Json>;

    const client::LiveView& m_live;
    client::RelayApi& m_api;
    models::RecordModel m_model;
    PersonForm* m_form;
    ListEditor* m_editor;
    PersonAccess* m_access;
    ShownOnce* m_link;
    bool m_isNew = false; ///< what is in the form is not at the relay
    bool m_busy = false;
    bool m_online = true;

    void makePlaces();
    /// The list's row is that of whom the form shows.
    void pointAtOpen();
    void peopleChanged();
    [[nodiscard]] const domain::Agent* known(const domain::AgentId& id) const;
    [[nodiscard]] PersonDraft draftOf(const domain::Agent& agent) const;
    [[nodiscard]] bool isOwn(const domain::Agent& agent) const { return agent.id == m_live.me().id; }
    void open(const PersonDraft& draft, bool isNew);
    /// After what is unsaved in the form was asked about.
    void leaveFor(const std::function<void()>& then);
    void saved(const PersonDraft& written, const Answer& answer, const std::function<void()>& then);
    /// Puts them into the teams that were written, and out of the others, one after the other.
    void saveTeams(const PersonDraft& written, QStringList left, const std::function<void()>& then);
    void finished(const PersonDraft& written, const std::function<void()>& then);
    void refused(const Error& error);
    void ask(Act act);
    void act(Act act, const domain::Agent& agent);
    void acted(Act act, const domain::Agent& agent, const Answer& answer);
    /// True when there is one to show.
    bool showLink(const domain::Agent& agent, const protocol::Json& answer, bool invited);
    void begun(const QString& words);
    void updateButtons();
};

} // namespace relevo::ui
