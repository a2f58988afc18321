#include <ui/login/login_page.h>

#include <models/errors.h>
#include <ui/login/code_step.h>
#include <ui/login/login_field.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/painted.h>
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

/// For what no field is to blame for.
QString wordsOf(const Error& error, const QString& reason)
{
    if (reason.isEmpty() && error.code == ErrorCode::Conflict)
        return LoginPage::tr("Relevo is already running with this profile.");
    if (reason.isEmpty())
        return LoginPage::tr(
            "The local copy on this computer cannot be opened. Check that there is free disk space.");
    // A relay's own words may be in another language; these are this side's.
    return reason == QLatin1String("refused") ? models::sentenceOf(error.code) : sentence(error);
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
    : QWidget(parent), m_theme(theme), m_card(new QWidget), m_first(new QWidget), m_code(new CodeStep(theme)),
      m_reasonSign(new Painted(theme, metrics::smallIcon,
                               [&theme](QPainter& painter, const QRect& rect) {
                                   paintIcon(painter, rect, QStringLiteral("alert"), theme.colors().warning);
                               })),
      m_reason(new Text(theme, &Fonts::body, &Colors::muted)),
      m_relay(new LoginField(theme, QStringLiteral("relayAddress"), tr("Relay address"),
                             tr("desk.example.com", "An example of a relay's address"))),
      m_email(new LoginField(theme, QStringLiteral("email"), tr("E-mail"))),
      m_password(new LoginField(theme, QStringLiteral("password"), tr("Password"))),
      m_trouble(new Text(theme, &Fonts::body, &Colors::danger)),
      m_keychain(new Text(theme, &Fonts::caption, &Colors::muted)), m_signIn(new QPushButton(tr("Sign in")))
{
    fillFirst();
    fitCard();
    connect(&theme, &Theme::changed, this, &LoginPage::fitCard);
    m_card->installEventFilter(this);
    auto* card = new QVBoxLayout(m_card);
    card->setContentsMargins(4 * grid, 4 * grid, 4 * grid, 4 * grid);
    card->setSpacing(0);
    card->addWidget(new Logo);
    card->addSpacing(2 * grid);
    card->addWidget(m_first);
    card->addWidget(m_code);
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
    m_code->hide();
    setKeychainMissing(false);
    showReason({});
    for (const LoginField* field : {m_relay, m_email, m_password})
        connect(field, &LoginField::submitted, this, &LoginPage::submit);
    connect(m_signIn, &QPushButton::clicked, this, &LoginPage::submit);
    connect(m_code, &CodeStep::submitted, this, &LoginPage::submitWith);
    connect(m_code, &CodeStep::backRequested, this, [this] {
        Q_EMIT signInAbandoned();
        showFirst();
        takeFocus();
    });
}

void LoginPage::fitCard()
{
    // Half as much wider as the letters are: it is to fit the smallest window.
    m_card->setFixedWidth(cardWidth * (100 + m_theme.textScale()) / 200);
}

bool LoginPage::eventFilter(QObject* watched, QEvent* event)
{
    // What a layout takes for the least height knows nothing of lines that are broken: in a low window they
    // were squeezed before anything was scrolled.
    if (watched == m_card && event->type() == QEvent::LayoutRequest)
        m_card->setMinimumHeight(m_card->layout()->heightForWidth(m_card->width()));
    return QWidget::eventFilter(watched, event);
}

void LoginPage::fillFirst()
{
    m_relay->edit().setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_email->edit().setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_password->edit().setEchoMode(QLineEdit::Password);
    m_reason->setObjectName(QStringLiteral("loginReason"));
    m_reason->setWordWrap(true);
    m_trouble->setObjectName(QStringLiteral("loginError"));
    m_trouble->setWordWrap(true);
    m_trouble->setContentsMargins(0, 2 * grid, 0, 0);
    m_signIn->setObjectName(QStringLiteral("signIn"));
    m_signIn->setAccessibleName(tr("Sign in"));
    m_signIn->setFont(m_theme.fonts().bodyStrong);
    m_signIn->setMinimumHeight(metrics::fieldHeight + metrics::half);
    setButtonKind(*m_signIn, ButtonKind::Primary);
    auto* first = new QVBoxLayout(m_first);
    first->setContentsMargins(0, 0, 0, 0);
    first->setSpacing(0);
    first->addWidget(new Text(m_theme, &Fonts::title, &Colors::text, tr("Sign in to Relevo")));
    first->addSpacing(metrics::half);
    auto* reason = new QHBoxLayout;
    reason->setSpacing(grid);
    reason->addWidget(m_reasonSign, 0, Qt::AlignTop);
    reason->addWidget(m_reason, 1);
    first->addLayout(reason);
    for (LoginField* field : {m_relay, m_email, m_password})
        first->addWidget(field);
    first->addWidget(m_trouble);
    first->addSpacing(3 * grid);
    first->addWidget(m_signIn);
}

void LoginPage::prefill(const QString& relay, const QString& email)
{
    if (!relay.isEmpty())
        m_relay->edit().setText(relay);
    if (!email.isEmpty())
        m_email->edit().setText(email);
}

void LoginPage::setBusy(bool busy)
{
    m_busy = busy;
    for (LoginField* field : {m_relay, m_email, m_password})
        field->edit().setEnabled(!busy);
    m_signIn->setEnabled(!busy);
    m_signIn->setText(busy ? tr("Signing in…") : tr("Sign in"));
    m_code->setBusy(busy);
}

void LoginPage::clearTroubles()
{
    for (LoginField* field : {m_relay, m_email, m_password})
        field->clearTrouble();
    m_trouble->hide();
}

bool LoginPage::asksForCode() const
{
    return !m_code->isHidden();
}

void LoginPage::showFirst()
{
    setBusy(false);
    clearTroubles();
    m_code->clear();
    m_code->hide();
    m_first->show();
}

void LoginPage::askForCode()
{
    m_code->begin(m_email->text().trimmed());
    m_first->hide();
    m_code->show();
    m_code->takeFocus();
}

void LoginPage::showError(const Error& error)
{
    setBusy(false);
    clearTroubles();
    const auto found = error.context.find(QStringLiteral("reason"));
    const QString reason = found == error.context.end() ? QString() : found->second;
    if (reason == QLatin1String("code_needed")) {
        askForCode();
        return;
    }
    // Of these another code is no way out, and the one that was sent may be used up.
    if (asksForCode() && (reason.isEmpty() || reason == QLatin1String("wrong_password") ||
                          reason == QLatin1String("must_enrol")))
        showFirst();
    if (asksForCode())
        showCodeError(error, reason);
    else if (reason == QLatin1String("unreachable") || reason == QLatin1String("tls") ||
             reason == QLatin1String("not_relevo"))
        m_relay->tell(sentence(error));
    else if (reason == QLatin1String("wrong_password"))
        m_password->tell(sentence(error));
    else if (reason.isEmpty() && error.code == ErrorCode::Invalid)
        m_relay->tell(tr("This is not a web address. Enter it as your administrator gave it to you."));
    else
        showTrouble(wordsOf(error, reason));
}

void LoginPage::showCodeError(const Error& error, const QString& reason)
{
    if (reason == QLatin1String("code_wrong"))
        m_code->tell(sentence(error));
    else
        m_code->showTrouble(wordsOf(error, reason));
}

void LoginPage::showTrouble(const QString& words)
{
    setBusy(false);
    m_trouble->setWhole(words);
    m_trouble->show();
}

void LoginPage::showRefusal(const QString& words)
{
    showReason(words);
    m_reason->setColor(words.isEmpty() ? &Colors::muted : &Colors::warning);
    m_reasonSign->setVisible(!words.isEmpty());
}

void LoginPage::showReason(const QString& words)
{
    m_reason->setColor(&Colors::muted);
    m_reasonSign->hide();
    m_reason->setWhole(words.isEmpty() ? tr("Where your team takes over from bots.") : words);
}

void LoginPage::setKeychainMissing(bool missing)
{
    m_keychain->setVisible(missing);
}

void LoginPage::forgetAccount()
{
    m_relay->edit().clear();
    m_email->edit().clear();
    forgetSecrets();
}

void LoginPage::forgetSecrets()
{
    m_password->edit().clear();
    showFirst();
}

void LoginPage::takeFocus()
{
    if (asksForCode()) {
        m_code->takeFocus();
        return;
    }
    for (LoginField* field : {m_relay, m_email, m_password}) {
        if (field->text().isEmpty()) {
            field->setFocus();
            return;
        }
    }
    m_password->setFocus();
}

void LoginPage::submit()
{
    if (m_busy)
        return;
    clearTroubles();
    const bool hasRelay = !m_relay->text().trimmed().isEmpty();
    const bool hasEmail = !m_email->text().trimmed().isEmpty();
    const bool hasPassword = !m_password->text().isEmpty();
    // From the last to the first, so that the first missing one has the keyboard.
    if (!hasPassword)
        m_password->tell(tr("Enter your password."));
    if (!hasEmail)
        m_email->tell(tr("Enter the e-mail address of your account."));
    if (!hasRelay)
        m_relay->tell(tr("Enter the address your administrator gave you."));
    if (hasRelay && hasEmail && hasPassword)
        submitWith({});
}

void LoginPage::submitWith(const QString& code)
{
    if (m_busy)
        return;
    setBusy(true);
    Q_EMIT signInRequested(m_relay->text().trimmed(), {m_email->text().trimmed(), m_password->text(), code});
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
