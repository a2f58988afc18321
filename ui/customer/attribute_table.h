#pragma once

#include <ui/theme/theme.h>

#include <client/people.h>

#include <QtWidgets/QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace relevo::ui {

class EditableLine;
class Text;

/// What else is known of a customer, by name: each value is changed where it stands, an empty one is
/// forgotten, and more can be added.
class AttributeTable final : public QWidget
{
    Q_OBJECT
public:
    explicit AttributeTable(const Theme& theme, QWidget* parent = nullptr);

    /// `elsewhere` are those that the panel tells in another place.
    void show(const std::map<QString, QString>& attributes, const QStringList& elsewhere, bool editable);

Q_SIGNALS:
    void changed(const relevo::client::ContactChange& change);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Theme& m_theme;
    std::map<QString, QString> m_shown;
    QStringList m_elsewhere;
    bool m_editable = false;
    QVBoxLayout* m_rows;
    std::map<QString, std::pair<QWidget*, EditableLine*>> m_lines;
    QPushButton* m_add;
    QWidget* m_form;
    QLineEdit* m_newName;
    QLineEdit* m_newValue;
    Text* m_trouble;

    [[nodiscard]] QWidget* makeForm();
    void rebuild();
    void addRow(const QString& name);
    void openForm();
    void closeForm();
    void addNew();
};

} // namespace relevo::ui
