#pragma once

#include <ui/settings/list_editor.h>
#include <ui/settings/settings_page.h>
#include <ui/settings/template_form.h>

#include <client/live_view.h>
#include <client/relay_api.h>
#include <models/template_model.h>

namespace relevo::ui {

/// The project's message templates, for admins. Nothing is saved before Save is pressed; what was deleted
/// comes back by Undo.
class TemplatePage final : public SettingsPage
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    TemplatePage(const Theme& theme, const client::LiveView& live, client::RelayApi& api);

    void opened() override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] QString unsavedTitle() const override;
    void save(std::function<void()> then) override;
    void discard() override;

private:
    const client::LiveView& m_live;
    client::RelayApi& m_api;
    client::MessageTemplates m_all;
    models::TemplateModel m_model;
    TemplateForm* m_form;
    ListEditor* m_editor;
    domain::MessageTemplate m_deleted; ///< to be brought back
    bool m_isNew = false;              ///< what is in the form is not at the relay
    bool m_busy = false;

    void showAll(client::MessageTemplates all);
    void open(const domain::MessageTemplate& text, bool isNew);
    /// After what is unsaved in the form was asked about.
    void leaveFor(const std::function<void()>& then);
    void put(const domain::MessageTemplate& text, const std::function<void()>& then);
    void saved(const domain::MessageTemplate& text, const Result<protocol::Json>& answer,
               const std::function<void()>& then);
    void remove();
    void updateButtons();
};

} // namespace relevo::ui
