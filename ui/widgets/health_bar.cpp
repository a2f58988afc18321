#include <ui/widgets/health_bar.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/herald.h>
#include <ui/widgets/text.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>

namespace relevo::ui {

HealthBar::HealthBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_text(new Text(theme, &Fonts::caption, &Colors::text)),
      m_more(new QPushButton(tr("Details")))
{
    setObjectName(QStringLiteral("healthBar"));
    m_text->setObjectName(QStringLiteral("healthWords"));
    m_text->setWordWrap(true);
    m_more->setObjectName(QStringLiteral("healthMore"));
    setButtonKind(*m_more, ButtonKind::Quiet);

    auto* layout = new QHBoxLayout(this);
    // The words begin where the link's below them do.
    const auto follow = [this, layout] {
        layout->setContentsMargins(metrics::grid * 2 + m_theme.smallIconSize() + metrics::grid, metrics::half,
                                   metrics::grid, metrics::half);
        m_more->setFont(m_theme.fonts().captionStrong);
    };
    connect(&theme, &Theme::changed, layout, follow);
    follow();
    layout->setSpacing(metrics::half);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_more);
    connect(m_more, &QPushButton::clicked, this, &HealthBar::moreRequested);
    hide();
}

void HealthBar::tell(const QString& words, const QString& details)
{
    const bool another = words != m_text->text();
    m_text->setWhole(words);
    m_text->setToolTip(plainTip(details));
    m_text->setAccessibleDescription(details); // a tool tip needs a pointer
    m_more->setAccessibleName(words.isEmpty() ? m_more->text() : tr("Details: %1").arg(words));
    setVisible(!words.isEmpty());
    if (another && !words.isEmpty())
        announce(*this, words);
}

void HealthBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    Q_EMIT placed();
}

void HealthBar::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT placed();
}

void HealthBar::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    Q_EMIT placed();
}

void HealthBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colors().border);
    const int size = m_theme.smallIconSize();
    const QRect place(2 * metrics::grid, (height() - size) / 2, size, size);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), place), QStringLiteral("alert"),
              m_theme.colors().warning);
}

} // namespace relevo::ui
