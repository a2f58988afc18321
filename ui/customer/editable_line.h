#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

#include <functional>

class QLineEdit;
class QPushButton;

namespace relevo::ui {

class Text;

/// One thing that is known of somebody: reads as a line with its icon, copies at a press, and turns into a
/// field where it is changed. Enter or leaving the field keeps what was typed, Escape forgets it. While
/// somebody types, nothing that comes from elsewhere takes their words away.
class EditableLine final : public QWidget
{
    Q_OBJECT
public:
    struct About
    {
        QString objectName; ///< of the field; the value's is this and "Value"
        QString name;       ///< "E-mail"
        QString icon;       ///< of resources/icons; may be empty
        QString offer;      ///< "Add an e-mail": what stands here while nothing is known; empty: nothing
        QFont Fonts::*font = &Fonts::body;
        bool copied = true; ///< a button copies it
        /// What is wrong with what was typed, or nothing.
        std::function<QString(const QString&)> trouble = {};
    };

    EditableLine(const Theme& theme, About about, QWidget* parent = nullptr);

    [[nodiscard]] const QString& value() const { return m_value; }
    void setValue(const QString& value);
    /// Stands here instead of an empty value, e.g. "Visitor 3f2a".
    void setStandIn(const QString& words);
    void setEditable(bool editable);
    [[nodiscard]] bool isEditing() const;
    void edit();

Q_SIGNALS:
    /// Another value, and a right one; empty to forget it.
    void changed(const QString& value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Theme& m_theme;
    About m_about;
    QString m_value;
    QString m_standIn;
    Text* m_text;
    QLineEdit* m_field;
    QPushButton* m_copy;
    QPushButton* m_pencil;
    QPushButton* m_offer;
    Text* m_trouble;
    bool m_editable = false;

    [[nodiscard]] QPushButton* makeButton(const char* name, const QString& icon, const QString& words);
    void lay();
    void commit();
    void leave(bool byKey);
    void present(bool editing);
};

} // namespace relevo::ui
