#pragma once

#include <ui/theme/theme.h>

#include <client/relay_api.h>

#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class LoginField;
class Text;

/// Changing one's own password: closed until it is wanted.
class PasswordForm final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the form.
    PasswordForm(const Theme& theme, client::RelayApi& api);

    /// Closed and empty.
    void reset();

private:
    client::RelayApi& m_api;
    QPushButton* m_open;
    QWidget* m_fields;
    LoginField* m_old;
    LoginField* m_new;
    LoginField* m_again;
    QPushButton* m_save;
    QPushButton* m_cancel;
    Text* m_outcome;

    void submit();
    void answered(const Result<protocol::Json>& answer);
    void setBusy(bool busy);
    void tell(const QString& words, QColor Colors::*color);
};

} // namespace relevo::ui
