#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class LoginField;
class Text;

/// The second step of signing in: the password was right, and the account has a second factor.
class CodeStep final : public QWidget
{
    Q_OBJECT
public:
    explicit CodeStep(const Theme& theme);

    /// For the account of this address; empties the field.
    void begin(const QString& email);
    /// Forgets what was typed.
    void clear();
    void setBusy(bool busy);
    /// The code is wrong: said under the field.
    void tell(const QString& words);
    /// Something that is not about the code.
    void showTrouble(const QString& words);
    void takeFocus();

Q_SIGNALS:
    /// As it was typed, but for blanks around it.
    void submitted(const QString& code);
    void backRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    Text* m_whose;
    LoginField* m_code;
    Text* m_trouble;
    QPushButton* m_signIn;
    QPushButton* m_back;

    void submit();
};

} // namespace relevo::ui
