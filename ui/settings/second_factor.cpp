#include <ui/settings/second_factor.h>

#include <ui/login/login_field.h>
#include <ui/settings/api_words.h>
#include <ui/settings/qr_code.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <protocol/limits.h>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;
using protocol::Json;

namespace {

QHBoxLayout* lineOf(std::initializer_list<QWidget*> widgets)
{
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid);
    for (QWidget* widget : widgets)
        line->addWidget(widget);
    line->addStretch();
    return line;
}

QVBoxLayout* columnIn(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    return column;
}

/// In groups of four, as people copy it.
QString grouped(const QString& secret)
{
    QString text;
    for (qsizetype at = 0; at < secret.size(); at += 4)
        text += (at > 0 ? QStringLiteral(" ") : QString()) + secret.mid(at, 4);
    return text;
}

} // namespace

SecondFactor::SecondFactor(const Theme& theme, client::RelayApi& api)
    : m_theme(theme), m_api(api), m_state(new Text(theme, &Fonts::body, &Colors::text)),
      m_buttons(new QWidget), m_setUp(button("setUpTotp", tr("Set up…"))),
      m_takeAway(button("takeAwayTotp", tr("Switch off…"))), m_passwordStep(new QWidget),
      m_codeStep(new QWidget), m_codesStep(new QWidget),
      m_trouble(new Text(theme, &Fonts::body, &Colors::danger))
{
    setObjectName(QStringLiteral("secondFactor"));
    m_state->setObjectName(QStringLiteral("totpState"));
    m_state->setWordWrap(true);
    m_trouble->setObjectName(QStringLiteral("totpTrouble"));
    m_trouble->setWordWrap(true);
    m_buttons->setLayout(lineOf({m_setUp, m_takeAway}));
    makePasswordStep();
    makeCodeStep();
    makeCodesStep();
    QVBoxLayout* column = columnIn(this);
    for (QWidget* widget : {static_cast<QWidget*>(m_state), m_buttons, m_passwordStep, m_codeStep,
                            m_codesStep, static_cast<QWidget*>(m_trouble)})
        column->addWidget(widget);
    connect(m_setUp, &QPushButton::clicked, this, [this] { askPassword(false); });
    connect(m_takeAway, &QPushButton::clicked, this, [this] { askPassword(true); });
    showStep(Step::Unknown);
}

QPushButton* SecondFactor::button(const char* objectName, const QString& words, bool primary)
{
    auto* made = new QPushButton(words);
    made->setObjectName(QString::fromLatin1(objectName));
    made->setAccessibleName(words);
    if (primary)
        setButtonKind(*made, ButtonKind::Primary);
    return made;
}

void SecondFactor::makePasswordStep()
{
    m_password = new LoginField(m_theme, QStringLiteral("totpPassword"), tr("Your password"));
    m_password->edit().setEchoMode(QLineEdit::Password);
    m_go = button("totpContinue", tr("Continue"), true);
    QPushButton* cancel = button("totpCancel", tr("Cancel"));
    QVBoxLayout* column = columnIn(m_passwordStep);
    column->addWidget(m_password);
    column->addLayout(lineOf({m_go, cancel}));
    connect(m_password, &LoginField::submitted, this, &SecondFactor::submitPassword);
    connect(m_go, &QPushButton::clicked, this, &SecondFactor::submitPassword);
    connect(cancel, &QPushButton::clicked, this, [this] { showStep(m_on ? Step::On : Step::Off); });
}

void SecondFactor::makeCodeStep()
{
    m_qr = new QrCode;
    m_qr->setAccessibleName(tr("QR code for your authenticator app"));
    m_secret = new Text(m_theme, &Fonts::bodyStrong, &Colors::text);
    m_secret->setObjectName(QStringLiteral("totpSecret"));
    m_secret->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_secret->setWordWrap(true);
    m_code = new LoginField(m_theme, QStringLiteral("totpCode"), tr("The six digits that the app shows"));
    m_code->edit().setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhSensitiveData);
    m_confirm = button("totpConfirm", tr("Switch on"), true);
    QPushButton* cancel = button("totpCodeCancel", tr("Cancel"));
    auto* scan = new Text(m_theme, &Fonts::body, &Colors::text,
                          tr("Scan this with your authenticator app, or type the key into it:"));
    scan->setWordWrap(true);
    QVBoxLayout* column = columnIn(m_codeStep);
    column->addWidget(scan);
    column->addLayout(lineOf({m_qr}));
    column->addWidget(m_secret);
    column->addWidget(m_code);
    column->addLayout(lineOf({m_confirm, cancel}));
    connect(m_code, &LoginField::submitted, this, &SecondFactor::submitCode);
    connect(m_confirm, &QPushButton::clicked, this, &SecondFactor::submitCode);
    connect(cancel, &QPushButton::clicked, this, [this] { showStep(Step::Off); });
}

void SecondFactor::makeCodesStep()
{
    m_codes = new Text(m_theme, &Fonts::bodyStrong, &Colors::text);
    m_codes->setObjectName(QStringLiteral("recoveryCodes"));
    m_codes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QPushButton* copy = button("copyRecoveryCodes", tr("Copy"));
    m_copied = button("recoveryCodesKept", tr("I have saved them"), true);
    auto* words = new Text(m_theme, &Fonts::body, &Colors::text,
                           tr("The second factor is on. Keep these recovery codes where you can find them "
                              "without your phone: each lets you in once, and they are shown only now."));
    words->setWordWrap(true);
    QVBoxLayout* column = columnIn(m_codesStep);
    column->addWidget(words);
    column->addWidget(m_codes);
    column->addLayout(lineOf({m_copied, copy}));
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_codes->text()); });
    connect(m_copied, &QPushButton::clicked, this, [this] { showStep(Step::On); });
}

void SecondFactor::refresh()
{
    if (m_step == Step::Code || m_step == Step::Codes)
        return;
    showStep(Step::Unknown);
    m_api.get(QStringLiteral("/api/auth/me"), this, [this](const Result<Json>& answer) {
        if (m_step != Step::Unknown)
            return;
        if (!answer) {
            m_state->hide();
            tellTrouble(apiWords(answer.error()));
            return;
        }
        m_on = protocol::Fields(*answer).flag("totpEnabled");
        showStep(m_on ? Step::On : Step::Off);
    });
}

void SecondFactor::showStep(Step step)
{
    m_step = step;
    m_trouble->hide();
    m_state->setVisible(step == Step::Unknown || step == Step::Off || step == Step::On);
    m_state->setWhole(step == Step::On    ? tr("On: signing in needs your password and a code from your app.")
                      : step == Step::Off ? tr("Off: your password alone is enough to sign in.")
                                          : tr("Asking the relay…"));
    m_buttons->setVisible(step == Step::Off || step == Step::On);
    m_setUp->setVisible(step == Step::Off);
    m_takeAway->setVisible(step == Step::On);
    m_passwordStep->setVisible(step == Step::Password);
    m_codeStep->setVisible(step == Step::Code);
    m_codesStep->setVisible(step == Step::Codes);
    for (LoginField* field : {m_password, m_code}) {
        field->edit().clear();
        field->clearTrouble();
        field->setEnabled(true);
    }
    for (QPushButton* one : {m_go, m_confirm})
        one->setEnabled(true);
    // What is secret does not stay longer than it is looked at.
    if (step != Step::Code) {
        m_secret->setWhole({});
        m_qr->setText({});
    }
    if (step != Step::Codes)
        m_codes->setWhole({});
}

void SecondFactor::askPassword(bool disabling)
{
    m_disabling = disabling;
    showStep(Step::Password);
    m_password->setFocus();
}

void SecondFactor::submitPassword()
{
    if (m_password->text().isEmpty()) {
        m_password->tell(tr("Enter the password you sign in with."));
        return;
    }
    m_trouble->hide();
    m_password->setEnabled(false);
    m_go->setEnabled(false);
    m_api.post(m_disabling ? QStringLiteral("/api/auth/totp/disable")
                           : QStringLiteral("/api/auth/totp/enrol"),
               {{"password", protocol::utf8(m_password->text())}}, this,
               [this](const Result<Json>& answer) { passwordAnswered(answer); });
}

void SecondFactor::passwordAnswered(const Result<Json>& answer)
{
    if (m_step != Step::Password)
        return; // cancelled meanwhile
    m_password->setEnabled(true);
    m_go->setEnabled(true);
    if (!answer) {
        const Error& error = answer.error();
        if (client::wrongFields(error).contains(QStringLiteral("password"))) {
            m_password->tell(tr("This is not your password."));
        } else if (m_disabling && error.code == ErrorCode::Forbidden) {
            tellTrouble(tr("Your administrator requires a second factor. If you lose your phone, ask them to "
                           "remove it."));
        } else if (error.code == ErrorCode::Conflict) {
            // Set up at another desk meanwhile.
            m_on = true;
            showStep(Step::On);
        } else {
            tellTrouble(apiWords(error));
        }
        return;
    }
    if (m_disabling) {
        m_on = false;
        showStep(Step::Off);
        return;
    }
    protocol::Fields fields(*answer);
    const QString secret = fields.text("secret", protocol::maxShortText);
    const QString uri = fields.text("uri", protocol::maxUrlBytes);
    if (fields.error()) {
        tellTrouble(apiWords(*fields.error()));
        return;
    }
    showStep(Step::Code);
    m_secret->setWhole(grouped(secret));
    m_qr->setText(uri.toUtf8());
    m_code->setFocus();
}

void SecondFactor::submitCode()
{
    const QString code = m_code->text().simplified().remove(u' ');
    if (code.isEmpty()) {
        m_code->tell(tr("Enter the code."));
        return;
    }
    m_trouble->hide();
    m_code->setEnabled(false);
    m_confirm->setEnabled(false);
    m_api.post(QStringLiteral("/api/auth/totp/confirm"), {{"code", protocol::utf8(code)}}, this,
               [this](const Result<Json>& answer) { codeAnswered(answer); });
}

void SecondFactor::codeAnswered(const Result<Json>& answer)
{
    m_code->setEnabled(true);
    m_confirm->setEnabled(true);
    if (!answer) {
        if (client::wrongFields(answer.error()).contains(QStringLiteral("code")))
            m_code->tell(tr("The code is wrong. Check the clocks on your phone and on this computer."));
        else
            tellTrouble(apiWords(answer.error()));
        return;
    }
    m_on = true;
    const Json* list = protocol::Fields(*answer).member("recoveryCodes");
    QStringList codes;
    for (const Json& code : list && list->is_array() ? *list : Json::array()) {
        if (code.is_string())
            codes << protocol::toQString(code);
    }
    showStep(codes.isEmpty() ? Step::On : Step::Codes);
    m_codes->setWhole(codes.join(u'\n'));
}

void SecondFactor::tellTrouble(const QString& words)
{
    m_trouble->setWhole(words);
    m_trouble->show();
}

} // namespace relevo::ui
