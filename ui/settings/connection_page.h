#pragma once

#include <ui/settings/settings_page.h>
#include <ui/shell/connection_keeper.h>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace relevo::ui {

/// The way to the relay: a proxy, and whom to trust.
class ConnectionPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    ConnectionPage(const Theme& theme, Preferences& preferences, ConnectionKeeper& keeper);

private:
    Preferences& m_preferences;
    ConnectionKeeper& m_keeper;
    QComboBox* m_kind;
    QLineEdit* m_host;
    QSpinBox* m_port;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QPushButton* m_use;
    Text* m_outcome;
    SettingRow* m_hostRow = nullptr;
    QList<SettingRow*> m_proxyRows;
    Text* m_file;
    QPushButton* m_choose;
    QPushButton* m_remove;
    Text* m_checked;
    QWidget* m_pins;

    void showKept();
    void updateRows();
    void use();
    void chooseFile();
    void showPins();
    [[nodiscard]] QWidget* pinRow(const client::Pin& pin);
    void authorityChecked(const Result<int>& count);
    [[nodiscard]] client::ProxyKind kind() const;
};

} // namespace relevo::ui
