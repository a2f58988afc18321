#pragma once

#include <ui/settings/canned_form.h>
#include <ui/settings/settings_page.h>

#include <client/live_view.h>
#include <client/relay_api.h>
#include <models/canned_model.h>

class QLineEdit;
class QPushButton;

namespace relevo::ui {

class ChoiceList;

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
    QLineEdit* m_search;
    ChoiceList* m_list;
    Text* m_none;
    QWidget* m_undoBar;
    Text* m_undoWords;
    QWidget* m_editor;
    CannedForm* m_form;
    Text* m_state;
    QPushButton* m_save;
    QPushButton* m_giveUp;
    QPushButton* m_delete;
    client::CannedResponse m_deleted; ///< to be brought back
    bool m_isNew = false;             ///< what is in the form is not at the relay
    bool m_busy = false;

    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeEditor();
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
    void say(const QString& words, bool wrong = false);
    [[nodiscard]] bool mayShare() const;
    [[nodiscard]] bool mayWrite(const client::CannedResponse& response) const;
};

} // namespace relevo::ui
