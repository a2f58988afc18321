#include <ui/settings/question.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <QtGui/QFontMetrics>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

using metrics::grid;

Question::Question(const Theme& theme, const QString& objectName, const QString& title, const QString& words,
                   QWidget* parent)
    : QDialog(parent), m_theme(theme), m_head(new QHBoxLayout),
      m_title(new Text(theme, &Fonts::heading, &Colors::text, title)),
      m_cancel(new QPushButton(tr("Cancel"))), m_details(new QVBoxLayout), m_buttons(new QHBoxLayout)
{
    setObjectName(objectName);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setWordWrap(true);
    m_head->setSpacing(grid);
    m_head->addWidget(m_title, 1);
    auto* text = new Text(theme, &Fonts::body, &Colors::muted, words);
    text->setWordWrap(true);
    // Wider with larger letters: lines that are compared stay whole, and the question stays on the screen.
    text->setMinimumWidth(std::max(52 * grid, 60 * QFontMetrics(theme.fonts().body).averageCharWidth()));
    m_cancel->setObjectName(QStringLiteral("questionCancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_cancel->setDefault(true); // what Enter means must do no harm
    m_buttons->setSpacing(grid);
    m_buttons->addStretch();
    m_buttons->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid + metrics::half);
    layout->setSpacing(grid);
    layout->addLayout(m_head);
    layout->addWidget(text);
    m_details->setSpacing(metrics::half);
    layout->addLayout(m_details);
    layout->addSpacing(2 * grid);
    layout->addLayout(m_buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void Question::warn()
{
    auto* sign = new QLabel;
    const auto paint = [this, sign] {
        const int size = m_theme.iconSize();
        sign->setPixmap(tintedPixmap(QStringLiteral("alert"), {size, size}, devicePixelRatioF(),
                                     m_theme.colors().danger));
    };
    connect(&m_theme, &Theme::changed, sign, paint);
    paint();
    m_head->insertWidget(0, sign);
    m_title->setColor(&Colors::danger);
    setButtonKind(*m_cancel, ButtonKind::Primary);
}

void Question::addDetail(QWidget* detail)
{
    m_details->addWidget(detail);
}

void Question::addAnswer(const QString& objectName, const QString& words, ButtonKind kind,
                         std::function<void()> chosen)
{
    auto* button = new QPushButton(words);
    button->setObjectName(objectName);
    button->setAccessibleName(words);
    setButtonKind(*button, kind);
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, chosen = std::move(chosen)] {
        const std::function<void()> answer = chosen; // closing may end this very connection
        accept();
        answer();
    });
}

} // namespace relevo::ui
