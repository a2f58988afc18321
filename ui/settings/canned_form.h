#pragma once

#include <ui/settings/setting_row.h>

#include <client/canned_response.h>

#include <functional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace relevo::ui {

class PopupButton;

/// One canned response while it is written, with what it will look like. What is wrong is said beside the
/// field.
class CannedForm final : public QWidget
{
    Q_OBJECT
public:
    explicit CannedForm(const Theme& theme, QWidget* parent = nullptr);

    /// Who may write it, and for whom.
    struct Rights
    {
        bool write = false;
        bool share = false; ///< for the whole project
    };
    void load(const client::CannedResponse& response, Rights rights);
    /// As it stands in the fields.
    [[nodiscard]] client::CannedResponse response() const;
    [[nodiscard]] bool isChanged() const { return response() != m_loaded; }
    /// Whether a response's shortcut belongs to another one.
    void setTaken(std::function<bool(const client::CannedResponse&)> taken) { m_taken = std::move(taken); }
    /// Marks what is wrong; true when nothing is.
    bool check();
    void tellTaken();
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    QLineEdit* m_shortcut;
    QLineEdit* m_title;
    QPlainTextEdit* m_content;
    QComboBox* m_language;
    QCheckBox* m_shared;
    PopupButton* m_variables;
    Text* m_preview;
    SettingRow* m_shortcutRow;
    SettingRow* m_contentRow;
    client::CannedResponse m_loaded;
    std::function<bool(const client::CannedResponse&)> m_taken;
    bool m_loading = false;

    void makeVariables();
    void makeLanguages();
    void changed();
};

} // namespace relevo::ui
