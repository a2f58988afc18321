#pragma once

#include <ui/actions/action_dialog.h>

#include <models/canned_text.h>
#include <models/template_model.h>

#include <domain/message.h>

class QGridLayout;
class QLineEdit;

namespace relevo::ui {

class ChoiceList;

/// Chooses a message template, fills in its values, and shows what the customer will read before it is sent.
class TemplatePicker final : public ActionDialog
{
    Q_OBJECT
public:
    /// Whom it is for, and what is known of them to be filled in.
    struct Customer
    {
        QString name;
        QString language; ///< two-letter code; empty while unknown
        models::CannedValues known;
    };
    TemplatePicker(const Theme& theme, const client::MessageTemplates& templates, const Customer& customer,
                   QWidget* parent = nullptr);

    /// As it was filled in before; nothing when there is no such template any more.
    void fillIn(const domain::TemplateUse& use);
    void confirm() override;

Q_SIGNALS:
    void chosen(const relevo::domain::TemplateUse& use, const QString& text);

private:
    models::CannedValues m_known;
    models::TemplateModel m_model;
    QLineEdit* m_search;
    ChoiceList* m_list;
    Text* m_none;
    QWidget* m_fields;
    QGridLayout* m_grid;
    std::vector<QLineEdit*> m_values;
    Text* m_preview;
    QPushButton* m_send;
    QUuid m_shown; ///< the template whose fields are there

    [[nodiscard]] const domain::MessageTemplate* pointedAt() const;
    [[nodiscard]] QStringList values() const;
    void follow();
    void makeFields(const domain::MessageTemplate& text);
    void addField(int number);
    void updatePreview();
};

} // namespace relevo::ui
