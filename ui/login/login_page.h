#pragma once

#include <ui/theme/theme.h>

#include <client/login.h>

#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class CodeStep;
class LoginField;
class Text;

/// Signing in: relay, e-mail, password; and when the relay asks for it, in a step of its own, the code of the
/// second factor. What is wrong is said under the field it is about.
class LoginPage final : public QWidget
{
    Q_OBJECT
public:
    explicit LoginPage(const Theme& theme, QWidget* parent = nullptr);

    /// What is known already; empty values leave a field as it is.
    void prefill(const QString& relay, const QString& email);
    void setBusy(bool busy);
    /// Signing in has failed (reasons in client/login.h), or goes on with the code.
    void showError(const Error& error);
    /// Something that is about no field.
    void showTrouble(const QString& words);
    /// Why this page is shown, e.g. that this device has forgotten them; empty for nothing.
    void showReason(const QString& words);
    /// The same as a warning: the session has ended, or they may not use Relevo; empty for nothing.
    void showRefusal(const QString& words);
    /// Said beforehand where there is no keychain.
    void setKeychainMissing(bool missing);
    /// Somebody is signed in: whoever comes here next begins without their password.
    void forgetSecrets();
    /// Also where they signed in, and as whom.
    void forgetAccount();
    /// Puts the keyboard where something is missing.
    void takeFocus();

Q_SIGNALS:
    void signInRequested(const QString& relay, const relevo::client::Credentials& credentials);
    /// Whoever was asked for a code goes back: an answer that is still to come is not wanted any more.
    void signInAbandoned();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Theme& m_theme;
    QWidget* m_card;
    QWidget* m_first; ///< the step before the code's
    CodeStep* m_code;
    QWidget* m_reasonSign;
    Text* m_reason;
    LoginField* m_relay;
    LoginField* m_email;
    LoginField* m_password;
    Text* m_trouble;
    Text* m_keychain;
    QPushButton* m_signIn;
    bool m_busy = false;

    void fillFirst();
    void fitCard();
    [[nodiscard]] bool asksForCode() const;
    void showFirst();
    void askForCode();
    void clearTroubles();
    void showCodeError(const Error& error, const QString& reason);
    void submit();
    void submitWith(const QString& code);
};

} // namespace relevo::ui
