#include <ui/settings/password_form.h>

#include <ui/login/login_field.h>
#include <ui/settings/api_words.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr qsizetype shortest = 10; // as the relay has it (PROTOCOL.md, limits)

} // namespace

PasswordForm::PasswordForm(const Theme& theme, client::RelayApi& api)
    : m_api(api), m_open(new QPushButton(tr("Change password…"))), m_fields(new QWidget),
      m_old(new LoginField(theme, QStringLiteral("oldPassword"), tr("Current password"))),
      m_new(new LoginField(theme, QStringLiteral("newPassword"), tr("New password"))),
      m_again(new LoginField(theme, QStringLiteral("newPasswordAgain"), tr("Repeat new password"))),
      m_save(new QPushButton(tr("Change password"))), m_cancel(new QPushButton(tr("Cancel"))),
      m_outcome(new Text(theme, &Fonts::body, &Colors::good))
{
    setObjectName(QStringLiteral("passwordForm"));
    m_open->setObjectName(QStringLiteral("openPasswordForm"));
    m_open->setAccessibleName(m_open->text());
    m_save->setObjectName(QStringLiteral("changePassword"));
    m_save->setAccessibleName(m_save->text());
    setButtonKind(*m_save, ButtonKind::Primary);
    m_cancel->setObjectName(QStringLiteral("cancelPassword"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_outcome->setObjectName(QStringLiteral("passwordOutcome"));
    m_outcome->setWordWrap(true);
    for (LoginField* field : {m_old, m_new, m_again})
        field->edit().setEchoMode(QLineEdit::Password);
    m_new->setHint(tr("At least ten characters; not a common password, and not your name."));

    auto* hint = new Text(theme, &Fonts::caption, &Colors::muted,
                          tr("At least ten characters; not a common password, and not your name. Your other "
                             "devices are signed out."));
    hint->setWordWrap(true);
    hint->setContentsMargins(0, grid, 0, grid);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(grid);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto* fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(0);
    for (LoginField* field : {m_old, m_new, m_again})
        fields->addWidget(field);
    fields->addWidget(hint);
    fields->addLayout(buttons);
    auto* line = new QHBoxLayout;
    line->addWidget(m_open);
    line->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid);
    layout->addLayout(line);
    layout->addWidget(m_fields);
    layout->addWidget(m_outcome);
    reset();

    connect(m_open, &QPushButton::clicked, this, [this] {
        reset();
        m_open->hide();
        m_fields->show();
        m_old->setFocus();
    });
    connect(m_cancel, &QPushButton::clicked, this, &PasswordForm::reset);
    connect(m_save, &QPushButton::clicked, this, &PasswordForm::submit);
    for (LoginField* field : {m_old, m_new, m_again})
        connect(field, &LoginField::submitted, this, &PasswordForm::submit);
}

void PasswordForm::reset()
{
    for (LoginField* field : {m_old, m_new, m_again}) {
        field->edit().clear();
        field->clearTrouble();
    }
    setBusy(false);
    m_fields->hide();
    m_outcome->hide();
    m_open->show();
}

void PasswordForm::setBusy(bool busy)
{
    for (LoginField* field : {m_old, m_new, m_again})
        field->setEnabled(!busy);
    m_save->setEnabled(!busy);
}

void PasswordForm::tell(const QString& words, QColor Colors::*color)
{
    m_outcome->setColor(color);
    m_outcome->setWhole(words);
    m_outcome->show();
}

void PasswordForm::submit()
{
    m_outcome->hide();
    for (LoginField* field : {m_old, m_new, m_again})
        field->clearTrouble();
    // From the last to the first, so that the first one has the keyboard.
    bool good = true;
    const auto refuse = [&good](LoginField* field, const QString& words) {
        field->tell(words);
        good = false;
    };
    if (m_again->text() != m_new->text())
        refuse(m_again, tr("The passwords do not match."));
    if (m_new->text().toUcs4().size() < shortest)
        refuse(m_new, tr("Use at least ten characters."));
    if (m_old->text().isEmpty())
        refuse(m_old, tr("Enter your current password."));
    if (!good)
        return;
    setBusy(true);
    m_api.post(
        QStringLiteral("/api/auth/password"),
        {{"oldPassword", protocol::utf8(m_old->text())}, {"newPassword", protocol::utf8(m_new->text())}},
        this, [this](const Result<protocol::Json>& answer) { answered(answer); });
}

void PasswordForm::answered(const Result<protocol::Json>& answer)
{
    setBusy(false);
    if (answer) {
        reset();
        tell(tr("Your password is changed. Your other devices are signed out."), &Colors::good);
        return;
    }
    const std::map<QString, QString> wrong = client::wrongFields(answer.error());
    if (wrong.contains(QStringLiteral("oldPassword")))
        m_old->tell(tr("This is not your password."));
    else if (wrong.contains(QStringLiteral("newPassword")))
        m_new->tell(tr("This password is too easy to guess. Choose another one."));
    else
        tell(apiWords(answer.error()), &Colors::danger);
}

} // namespace relevo::ui
