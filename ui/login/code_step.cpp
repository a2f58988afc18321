#include <ui/login/code_step.h>

#include <ui/login/login_field.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr qsizetype digits = 6;

/// Six digits were meant, and there are fewer or more of them. What holds a letter is a recovery code.
bool isMistyped(const QString& code)
{
    const bool isNumber = std::all_of(code.cbegin(), code.cend(),
                                      [](QChar c) { return c.isDigit() || c.isSpace() || c == u'-'; });
    const auto count = std::count_if(code.cbegin(), code.cend(), [](QChar c) { return c.isDigit(); });
    return isNumber && count != digits;
}

} // namespace

CodeStep::CodeStep(const Theme& theme)
    : m_whose(new Text(theme, &Fonts::body, &Colors::muted)),
      m_code(new LoginField(theme, QStringLiteral("code"), tr("Code"))),
      m_trouble(new Text(theme, &Fonts::caption, &Colors::danger)), m_signIn(new QPushButton(tr("Sign in"))),
      m_back(new QPushButton(tr("Back")))
{
    const QString what =
        tr("Enter the six digits that your authenticator app shows, or one of your recovery codes.");
    auto* explanation = new Text(theme, &Fonts::body, &Colors::text, what);
    explanation->setWordWrap(true);
    m_code->setHint(what);
    m_code->edit().setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText |
                                       Qt::ImhPreferNumbers | Qt::ImhSensitiveData);
    m_whose->setObjectName(QStringLiteral("codeWhose"));
    m_whose->setElided(true);
    m_trouble->setObjectName(QStringLiteral("codeTrouble"));
    m_trouble->setWordWrap(true);
    m_trouble->setContentsMargins(0, metrics::half, 0, 0);
    m_trouble->hide();
    m_signIn->setObjectName(QStringLiteral("signInWithCode"));
    m_signIn->setAccessibleName(tr("Sign in"));
    m_signIn->setFont(theme.fonts().bodyStrong);
    setButtonKind(*m_signIn, ButtonKind::Primary);
    m_back->setObjectName(QStringLiteral("codeBack"));
    for (QPushButton* button : {m_signIn, m_back})
        button->setMinimumHeight(metrics::fieldHeight + metrics::half);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(grid);
    buttons->addWidget(m_back);
    buttons->addWidget(m_signIn, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Text(theme, &Fonts::title, &Colors::text, tr("Confirm that it is you")));
    layout->addSpacing(metrics::half);
    layout->addWidget(m_whose);
    layout->addSpacing(2 * grid);
    layout->addWidget(explanation);
    layout->addWidget(m_code);
    layout->addWidget(m_trouble);
    layout->addSpacing(3 * grid);
    layout->addLayout(buttons);
    setTabOrder(&m_code->edit(), m_signIn);
    setTabOrder(m_signIn, m_back);
    connect(m_code, &LoginField::submitted, this, &CodeStep::submit);
    connect(m_signIn, &QPushButton::clicked, this, &CodeStep::submit);
    connect(m_back, &QPushButton::clicked, this, &CodeStep::backRequested);
}

void CodeStep::begin(const QString& email)
{
    m_whose->setWhole(email);
    clear();
}

void CodeStep::clear()
{
    m_code->edit().clear();
    m_code->clearTrouble();
    m_trouble->hide();
}

void CodeStep::setBusy(bool busy)
{
    // Whoever does not want to wait any longer may go back.
    m_code->edit().setEnabled(!busy);
    m_signIn->setEnabled(!busy);
    m_signIn->setText(busy ? tr("Signing in…") : tr("Sign in"));
}

void CodeStep::tell(const QString& words)
{
    m_trouble->hide();
    m_code->tell(words);
}

void CodeStep::showTrouble(const QString& words)
{
    m_code->clearTrouble();
    m_trouble->setWhole(words);
    m_trouble->show();
    takeFocus();
}

void CodeStep::takeFocus()
{
    m_code->edit().setFocus();
    m_code->edit().selectAll();
}

void CodeStep::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

void CodeStep::submit()
{
    const QString code = m_code->text().trimmed();
    m_trouble->hide();
    if (code.isEmpty())
        m_code->tell(tr("Enter the code."));
    else if (isMistyped(code))
        m_code->tell(tr("The code of the app has six digits."));
    else
        Q_EMIT submitted(code);
}

} // namespace relevo::ui
