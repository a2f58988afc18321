#pragma once

#include <ui/theme/theme.h>

#include <QtCore/QStringListModel>
#include <QtWidgets/QWidget>

namespace relevo::ui {

class ChipsEdit;
class Text;

/// The labels agents gave a customer, as chips; those that others bear are suggested while one types.
class ContactTags final : public QWidget
{
    Q_OBJECT
public:
    explicit ContactTags(const Theme& theme, QWidget* parent = nullptr);

    void show(const QStringList& tags, bool editable);
    void setSuggestions(const QStringList& tags);

Q_SIGNALS:
    /// All of them.
    void changed(const QStringList& tags);

private:
    ChipsEdit* m_edit;
    Text* m_full;
    QStringList m_known;
    QStringListModel m_suggested;

    void suggest();
};

} // namespace relevo::ui
