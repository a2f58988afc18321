#pragma once

#include <ui/theme/theme.h>

#include <client/relay_api.h>

#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class LoginField;
class QrCode;
class Text;

/// Setting up one's second factor, step by step, and taking it away.
class SecondFactor final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive it.
    SecondFactor(const Theme& theme, client::RelayApi& api);

    /// Asks the relay how it stands; begins anew unless the agent is in the middle of it.
    void refresh();

private:
    enum class Step { Unknown, Off, On, Password, Code, Codes };

    const Theme& m_theme;
    client::RelayApi& m_api;
    Text* m_state;
    QWidget* m_buttons;
    QPushButton* m_setUp;
    QPushButton* m_takeAway;
    QWidget* m_passwordStep;
    LoginField* m_password;
    QPushButton* m_go;
    QWidget* m_codeStep;
    QrCode* m_qr;
    Text* m_secret;
    LoginField* m_code;
    QPushButton* m_confirm;
    QWidget* m_codesStep;
    Text* m_codes;
    QPushButton* m_copied;
    Text* m_trouble;
    Step m_step = Step::Unknown;
    bool m_on = false;
    bool m_disabling = false;

    void makePasswordStep();
    void makeCodeStep();
    void makeCodesStep();
    void showStep(Step step);
    void askPassword(bool disabling);
    void submitPassword();
    void passwordAnswered(const Result<protocol::Json>& answer);
    void submitCode();
    void codeAnswered(const Result<protocol::Json>& answer);
    void tellTrouble(const QString& words);
    [[nodiscard]] QPushButton* button(const char* objectName, const QString& words, bool primary = false);
};

} // namespace relevo::ui
