#pragma once

#include <ui/settings/list_editor.h>
#include <ui/settings/settings_page.h>

#include <client/live_view.h>
#include <client/relay_api.h>
#include <models/people_records.h>

class QCheckBox;
class QLineEdit;

namespace relevo::ui {

class FetchTrouble;
class ShownOnce;

/// The keys by which programs come in, for admins: what each may do and when it was last used. A key is made
/// once and shown once; it is never changed, only revoked, after a question.
class KeyPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    KeyPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api);

    void opened() override;
    void setOnline(bool online) override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] QString unsavedTitle() const override;
    void save(std::function<void()> then) override;
    void discard() override;
    void putSecretsAway() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    using Answer = Result<protocol::Json>;

    const client::LiveView& m_live;
    client::RelayApi& m_api;
    std::vector<models::ApiKeyRow> m_keys;
    models::RecordModel m_model;
    QLineEdit* m_name;
    QList<std::pair<QString, QCheckBox*>> m_scopes; ///< by the relay's names
    SettingRow* m_nameRow = nullptr;
    Text* m_scopeTrouble = nullptr;
    ListEditor* m_editor = nullptr;
    ShownOnce* m_secret;
    FetchTrouble* m_trouble = nullptr; ///< in the list's place until there is one
    QString m_open;                    ///< the key that is looked at
    bool m_known = false;              ///< the relay has said which keys there are
    bool m_isNew = false;
    bool m_busy = false;
    bool m_online = true;

    [[nodiscard]] QWidget* makeForm();
    /// The list and the form, or what stands in their place.
    void setForm(bool shown);
    void fetch();
    void came(const Answer& answer);
    void open(const models::ApiKeyRow& key, bool isNew);
    void close();
    void leaveFor(const std::function<void()>& then);
    [[nodiscard]] QStringList scopes() const;
    [[nodiscard]] bool check();
    void made(const Answer& answer, const std::function<void()>& then);
    void refused(const Error& error);
    void askToRevoke();
    void revoke();
    void updateButtons();
};

} // namespace relevo::ui
