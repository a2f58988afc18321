#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QLineEdit;

namespace relevo::ui {

class Text;

/// A labelled line to type into, with what is wrong with it said underneath until it is typed into again.
class LoginField final : public QWidget
{
    Q_OBJECT
public:
    /// `objectName` is the line's; the words under it have it with "Error" behind.
    LoginField(const Theme& theme, const QString& objectName, const QString& title,
               const QString& placeholder = {});

    [[nodiscard]] QLineEdit& edit() { return *m_edit; }
    [[nodiscard]] QString text() const;
    /// What a screen reader says of the field as long as nothing is wrong with it.
    void setHint(const QString& words);
    /// Says what is wrong, and puts the keyboard there.
    void tell(const QString& words);
    void clearTrouble();

Q_SIGNALS:
    /// Enter was pressed.
    void submitted();

private:
    QLineEdit* m_edit;
    Text* m_trouble;
    QString m_hint;
};

} // namespace relevo::ui
