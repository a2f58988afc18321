#pragma once

#include <ui/settings/setting_row.h>

#include <domain/message_template.h>

#include <functional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace relevo::ui {

/// One message template while it is entered, with what it will look like. What is wrong is said beside the
/// field.
class TemplateForm final : public QWidget
{
    Q_OBJECT
public:
    explicit TemplateForm(const Theme& theme, QWidget* parent = nullptr);

    void load(const domain::MessageTemplate& text);
    /// As it stands in the fields.
    [[nodiscard]] domain::MessageTemplate text() const;
    [[nodiscard]] bool isChanged() const { return text() != m_loaded; }
    /// Whether the name belongs to another one in this language.
    void setTaken(std::function<bool(const domain::MessageTemplate&)> taken) { m_taken = std::move(taken); }
    /// Marks what is wrong; true when nothing is.
    bool check();
    void tellTaken();
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    QLineEdit* m_name;
    QComboBox* m_language;
    QComboBox* m_category;
    QPlainTextEdit* m_body;
    Text* m_preview;
    SettingRow* m_nameRow;
    SettingRow* m_bodyRow;
    domain::MessageTemplate m_loaded;
    std::function<bool(const domain::MessageTemplate&)> m_taken;
    bool m_loading = false;

    void makeChoices();
    void changed();
    void updatePreview();
};

} // namespace relevo::ui
