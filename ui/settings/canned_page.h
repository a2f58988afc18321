#pragma once

#include <ui/settings/canned_form.h>
#include <ui/settings/list_editor.h>
#include <ui/settings/settings_page.h>

#include <client/live_view.h>
#include <client/relay_api.h>
#include <models/canned_model.h>

namespace relevo::ui {

/// The answers kept ready: everybody's, which those who lead the team write, and one's own. Nothing is saved
/// before Save is pressed; what was deleted comes back by Undo.
class CannedPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    CannedPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api);

    void opened() override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] QString unsavedTitle() const override;
    void save(std::function<void()> then) override;
    void discard() override;

private:
    const client::LiveView& m_live;
    client::RelayApi& m_api;
    std::vector<client::CannedResponse> m_all;
    models::CannedModel m_model;
    CannedForm* m_form;
    ListEditor* m_editor;
    client::CannedResponse m_deleted; ///< to be brought back
    bool m_isNew = false;             ///< what is in the form is not at the relay
    bool m_busy = false;

    void showAll(std::vector<client::CannedResponse> all);
    void open(const client::CannedResponse& response, bool isNew);
    /// After what is unsaved in the form was asked about.
    void leaveFor(const std::function<void()>& then);
    void begin();
    void put(const client::CannedResponse& response, const std::function<void()>& then);
    void saved(const client::CannedResponse& response, const Result<protocol::Json>& answer,
               const std::function<void()>& then);
    void remove();
    void bringBack();
    void updateButtons();
    [[nodiscard]] bool mayShare() const;
    [[nodiscard]] bool mayWrite(const client::CannedResponse& response) const;
};

} // namespace relevo::ui
