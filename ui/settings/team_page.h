#pragma once

#include <ui/settings/list_editor.h>
#include <ui/settings/settings_page.h>

#include <client/live_view.h>
#include <client/relay_api.h>
#include <models/record_model.h>

class QLineEdit;

namespace relevo::ui {

class MarkList;

/// The project's teams and who is in them, for its admins. Nothing is saved before Save is pressed; a team is
/// deleted after a question, for what belongs to it forgets it.
class TeamPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    TeamPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api);

    void opened() override;
    void setOnline(bool online) override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] QString unsavedTitle() const override;
    void save(std::function<void()> then) override;
    void discard() override;

private:
    using Answer = Result<protocol::Json>;

    const client::LiveView& m_live;
    client::RelayApi& m_api;
    models::RecordModel m_model;
    QLineEdit* m_name;
    MarkList* m_members;
    SettingRow* m_nameRow = nullptr;
    ListEditor* m_editor = nullptr;
    domain::Team m_loaded;
    bool m_isNew = false; ///< what is in the form is not at the relay
    bool m_busy = false;
    bool m_online = true;
    bool m_loading = false;

    [[nodiscard]] QWidget* makeForm();
    void teamsChanged();
    /// The list's row is that of the team in the form.
    void pointAtOpen();
    [[nodiscard]] const domain::Team* known(const domain::TeamId& id) const;
    /// As it stands in the fields.
    [[nodiscard]] domain::Team written() const;
    void fill(const domain::Team& team);
    void open(const domain::Team& team, bool isNew);
    void close();
    void leaveFor(const std::function<void()>& then);
    [[nodiscard]] bool check();
    void edited();
    void saved(const domain::Team& team, const Answer& answer, const std::function<void()>& then);
    void refused(const Error& error);
    void askToDelete();
    void remove();
    void updateButtons();
};

} // namespace relevo::ui
