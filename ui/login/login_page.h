#pragma once

#include <ui/theme/theme.h>

#include <base/error.h>

#include <QtWidgets/QWidget>

class QLineEdit;
class QPushButton;

namespace relevo::ui {

class Text;

/// Signing in: relay, e-mail, password. What is wrong is said under the field it is about.
class LoginPage final : public QWidget
{
    Q_OBJECT
public:
    explicit LoginPage(const Theme& theme, QWidget* parent = nullptr);

    /// What is known already; empty values leave a field as it is.
    void prefill(const QString& relay, const QString& email);
    void setBusy(bool busy);
    /// Signing in has failed.
    void showError(const Error& error);
    /// Something that is about no field.
    void showTrouble(const QString& words);
    /// Why this page is shown, e.g. that the session has ended; empty for nothing.
    void showReason(const QString& words);
    /// Said beforehand where there is no keychain.
    void setKeychainMissing(bool missing);
    /// Puts the keyboard where something is missing.
    void takeFocus();

Q_SIGNALS:
    void signInRequested(const QString& relay, const QString& email, const QString& password);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Field
    {
        QLineEdit* edit = nullptr;
        Text* trouble = nullptr;
    };

    const Theme& m_theme;
    QWidget* m_card;
    Text* m_reason;
    Field m_relay;
    Field m_email;
    Field m_password;
    Text* m_trouble;
    Text* m_keychain;
    QPushButton* m_signIn;
    bool m_busy = false;

    [[nodiscard]] Field makeField(const QString& objectName, const QString& title,
                                  const QString& placeholder);
    void tell(Field& field, const QString& words);
    void clearTroubles();
    void submit();
};

} // namespace relevo::ui
