#include <ui/settings/pinned_bar.h>

#include <ui/theme/metrics.h>

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

using metrics::grid;

PinnedBar::PinnedBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_buttons(new QWidget(this)), m_line(new QHBoxLayout(m_buttons)),
      m_layout(new QGridLayout(this))
{
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(grid);
    m_line->addStretch();
    m_layout->setHorizontalSpacing(grid);
    m_layout->setVerticalSpacing(grid);
    m_layout->setColumnStretch(1, 1);
}

void PinnedBar::setParts(QPushButton* first, QWidget* words, const QList<QPushButton*>& buttons)
{
    m_first = first;
    m_words = words;
    if (first)
        first->setParent(this);
    words->setParent(this);
    for (QPushButton* button : buttons)
        m_line->addWidget(button);
    if (first)
        setTabOrder(first, buttons.front());
    arrange();
}

bool PinnedBar::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange(); // other words on the buttons, or others of them
    return QWidget::event(event);
}

void PinnedBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PinnedBar::arrange()
{
    if (!m_words)
        return;
    const bool hasFirst = m_first && !m_first->isHidden();
    const int firstWidth = hasFirst ? m_first->sizeHint().width() + grid : 0;
    // The words need as much room as the buttons, beside or above them.
    const bool narrow = !m_words->isHidden() && width() < 2 * m_line->sizeHint().width() + firstWidth;
    // The first has no frame: its words stand where the form's do.
    const int inset = hasFirst ? metrics::buttonInset : 0;
    m_layout->setContentsMargins(4 * grid - inset, grid, 3 * grid, grid);
    m_words->setContentsMargins(narrow ? inset : 0, 0, 0, 0);
    const int row = narrow ? 1 : 0;
    const int at = m_layout->indexOf(m_buttons);
    int shown = -1;
    int ignored = 0;
    if (at >= 0)
        m_layout->getItemPosition(at, &shown, &ignored, &ignored, &ignored);
    if (shown == row)
        return;
    for (QWidget* part : {static_cast<QWidget*>(m_first), m_words, m_buttons}) {
        if (part)
            m_layout->removeWidget(part);
    }
    m_layout->addWidget(m_words, 0, narrow ? 0 : 1, 1, narrow ? 3 : 1);
    if (m_first)
        m_layout->addWidget(m_first, row, 0, Qt::AlignVCenter);
    m_layout->addWidget(m_buttons, row, narrow ? 1 : 2, 1, narrow ? 2 : 1);
}

void PinnedBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().surface);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colors().border);
}

} // namespace relevo::ui
