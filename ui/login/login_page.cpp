#include <ui/login/login_page.h>

#include <models/errors.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int cardWidth = 50 * grid;
constexpr int logoSize = 6 * grid;

/// Reads like one paragraph: what happened, and what to do about it. What was found out on this side of the
/// line has its words in the user's language already.
QString sentence(const Error& error)
{
    return error.detail.isEmpty() ? error.message : error.message + QLatin1Char(' ') + error.detail;
}

class Logo final : public QWidget
{
public:
    Logo() : m_renderer(QStringLiteral(":/relevo/icons/relevo.svg")) { setFixedSize(logoSize, logoSize); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_renderer.render(&painter, QRectF(rect()));
    }

private:
    QSvgRenderer m_renderer;
};

} // namespace

LoginPage::LoginPage(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_card(new QWidget),
      m_reason(new Text(theme, &Fonts::body, &Colors::muted)),
      m_trouble(new Text(theme, &Fonts::body, &Colors::danger)),
      m_keychain(new Text(theme, &Fonts::caption, &Colors::muted)), m_signIn(new QPushButton(tr("Sign in")))
{
    m_card->setFixedWidth(cardWidth);
    auto* card = new QVBoxLayout(m_card);
    card->setContentsMargins(4 * grid, 4 * grid, 4 * grid, 4 * grid);
    card->setSpacing(0);
    card->addWidget(new Logo);
    card->addSpacing(2 * grid);
    card->addWidget(new Text(theme, &Fonts::title, &Colors::text, tr("Sign in to Relevo")));
    card->addSpacing(metrics::half);
    m_reason->setObjectName(QStringLiteral("loginReason"));
    m_reason->setWordWrap(true);
    card->addWidget(m_reason);
    m_relay = makeField(QStringLiteral("relayAddress"), tr("Relay address"),
                        tr("desk.example.com", "An example of a relay's address"));
    m_email = makeField(QStringLiteral("email"), tr("E-mail"), {});
    m_password = makeField(QStringLiteral("password"), tr("Password"), {});
    m_relay.edit->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_email.edit->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_password.edit->setEchoMode(QLineEdit::Password);

    m_trouble->setObjectName(QStringLiteral("loginError"));
    m_trouble->setWordWrap(true);
    m_trouble->setContentsMargins(0, 2 * grid, 0, 0);
    card->addWidget(m_trouble);
    m_signIn->setObjectName(QStringLiteral("signIn"));
    m_signIn->setAccessibleName(tr("Sign in"));
    m_signIn->setFont(theme.fonts().bodyStrong);
    m_signIn->setMinimumHeight(metrics::fieldHeight + metrics::half);
    setButtonKind(*m_signIn, ButtonKind::Primary);
    card->addSpacing(3 * grid);
    card->addWidget(m_signIn);
    m_keychain->setObjectName(QStringLiteral("keychainMissing"));
    m_keychain->setWordWrap(true);
    m_keychain->setContentsMargins(0, 2 * grid, 0, 0);
    m_keychain->setWhole(tr("There is no system keychain here. You stay signed in until you close Relevo."));
    card->addWidget(m_keychain);

    auto* middle = new QWidget;
    middle->setAutoFillBackground(false);
    auto* centred = new QGridLayout(middle);
    centred->setContentsMargins(grid, 3 * grid, grid, 3 * grid);
    centred->addWidget(m_card, 0, 0, Qt::AlignCenter);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(middle);
    middle->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    clearTroubles();
    setKeychainMissing(false);
    showReason({});
    connect(m_signIn, &QPushButton::clicked, this, &LoginPage::submit);
}

LoginPage::Field LoginPage::makeField(const QString& objectName, const QString& title,
                                      const QString& placeholder)
{
    auto* card = static_cast<QVBoxLayout*>(m_card->layout());
    auto* label = new Text(m_theme, &Fonts::captionStrong, &Colors::text, title);
    Field field;
    field.edit = new QLineEdit;
    field.edit->setObjectName(objectName);
    field.edit->setAccessibleName(title);
    field.edit->setPlaceholderText(placeholder);
    field.edit->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    label->setBuddy(field.edit);
    field.trouble = new Text(m_theme, &Fonts::caption, &Colors::danger);
    field.trouble->setObjectName(objectName + QStringLiteral("Error"));
    field.trouble->setWordWrap(true);
    field.trouble->setContentsMargins(0, metrics::half, 0, 0);
    card->addSpacing(2 * grid);
    card->addWidget(label);
    card->addSpacing(metrics::half + 2);
    card->addWidget(field.edit);
    card->addWidget(field.trouble);
    connect(field.edit, &QLineEdit::returnPressed, this, &LoginPage::submit);
    connect(field.edit, &QLineEdit::textEdited, this, [field] {
        field.trouble->hide();
        setInvalid(*field.edit, false);
    });
    return field;
}

void LoginPage::prefill(const QString& relay, const QString& email)
{
    if (!relay.isEmpty())
        m_relay.edit->setText(relay);
    if (!email.isEmpty())
        m_email.edit->setText(email);
}

void LoginPage::setBusy(bool busy)
{
    m_busy = busy;
    for (const Field& field : {m_relay, m_email, m_password})
        field.edit->setEnabled(!busy);
    m_signIn->setEnabled(!busy);
    m_signIn->setText(busy ? tr("Signing in…") : tr("Sign in"));
}

void LoginPage::tell(Field& field, const QString& words)
{
    field.trouble->setWhole(words);
    field.trouble->show();
    setInvalid(*field.edit, true);
    field.edit->setAccessibleDescription(words);
    field.edit->setFocus();
    field.edit->selectAll();
}

void LoginPage::clearTroubles()
{
    for (const Field& field : {m_relay, m_email, m_password}) {
        field.trouble->hide();
        field.edit->setAccessibleDescription({});
        setInvalid(*field.edit, false);
    }
    m_trouble->hide();
}

void LoginPage::showError(const Error& error)
{
    setBusy(false);
    clearTroubles();
    const auto found = error.context.find(QStringLiteral("reason"));
    const QString reason = found == error.context.end() ? QString() : found->second;
    if (reason == QLatin1String("unreachable") || reason == QLatin1String("tls") ||
        reason == QLatin1String("not_relevo")) {
        tell(m_relay, sentence(error));
    } else if (reason == QLatin1String("wrong_password")) {
        tell(m_password, sentence(error));
    } else if (reason.isEmpty() && error.code == ErrorCode::Invalid) {
        tell(m_relay, tr("This is no web address. Enter it as your administrator gave it to you."));
    } else if (reason.isEmpty() && error.code == ErrorCode::Conflict) {
        showTrouble(tr("Relevo is already running with this profile."));
    } else if (reason.isEmpty()) {
        showTrouble(
            tr("The local copy on this computer cannot be opened. See that there is free disk space."));
    } else {
        showTrouble(reason == QLatin1String("rate_limited") ? sentence(error)
                                                            : models::sentenceOf(error.code));
    }
}

void LoginPage::showTrouble(const QString& words)
{
    setBusy(false);
    m_trouble->setWhole(words);
    m_trouble->show();
}

void LoginPage::showReason(const QString& words)
{
    m_reason->setWhole(words.isEmpty() ? tr("Where your team takes over from bots.") : words);
}

void LoginPage::setKeychainMissing(bool missing)
{
    m_keychain->setVisible(missing);
}

void LoginPage::takeFocus()
{
    for (const Field& field : {m_relay, m_email, m_password}) {
        if (field.edit->text().isEmpty()) {
            field.edit->setFocus();
            return;
        }
    }
    m_password.edit->setFocus();
}

void LoginPage::submit()
{
    if (m_busy)
        return;
    clearTroubles();
    const QString relay = m_relay.edit->text().trimmed();
    const QString email = m_email.edit->text().trimmed();
    const QString password = m_password.edit->text();
    // From the last to the first, so that the first missing one has the keyboard.
    if (password.isEmpty())
        tell(m_password, tr("Enter your password."));
    if (email.isEmpty())
        tell(m_email, tr("Enter the e-mail address of your account."));
    if (relay.isEmpty())
        tell(m_relay, tr("Enter the address your administrator gave you."));
    if (relay.isEmpty() || email.isEmpty() || password.isEmpty())
        return;
    setBusy(true);
    Q_EMIT signInRequested(relay, email, password);
}

void LoginPage::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.fillRect(rect(), c.window);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(c.border);
    painter.setBrush(c.surface);
    const QRectF card(m_card->mapTo(this, QPoint()), QSizeF(m_card->size()));
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 2 * grid, 2 * grid);
}

} // namespace relevo::ui
