#pragma once

#include <models/fuzzy.h>

#include <client/message_templates.h>

#include <QtCore/QAbstractListModel>

namespace relevo::models {

/// The message templates that fit what is typed, by name and by the words of the text; those in the wanted
/// language come first. With nothing typed, all. Roles are those of choices.h.
class TemplateModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit TemplateModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    void setTemplates(client::MessageTemplates templates);
    /// The customer's, a two-letter code; empty: none is preferred.
    void setLanguage(const QString& code);
    void setTyped(const QString& typed);
    [[nodiscard]] const domain::MessageTemplate& at(int row) const;

private:
    client::MessageTemplates m_templates;
    std::vector<std::size_t> m_rows;
    QString m_language;
    Needle m_needle;

    void search();
};

/// What a template's category is called.
[[nodiscard]] QString nameOf(domain::TemplateCategory category);

} // namespace relevo::models
