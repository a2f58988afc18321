#include <ui/settings/pinned_bar.h>

#include <ui/theme/metrics.h>

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

#include <utility>

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

PinnedBar::Shape PinnedBar::shapeFor(int firstWidth) const
{
    const int buttons = m_line->sizeHint().width();
    const QMargins around = m_layout->contentsMargins();
    const bool fits = firstWidth + buttons <= width() - around.left() - around.right();
    // The words need as much room as the buttons, beside or above them.
    if (m_words->isHidden() ? fits : width() >= 2 * buttons + firstWidth)
        return Shape::Line;
    return fits ? Shape::WordsAbove : Shape::FirstAbove;
}

void PinnedBar::arrange()
{
    if (!m_words)
        return;
    const bool hasFirst = m_first && !m_first->isHidden();
    // The first has no frame: its words stand where the form's do.
    const int inset = hasFirst ? metrics::buttonInset : 0;
    m_layout->setContentsMargins(4 * grid - inset, grid, 3 * grid, grid);
    const Shape shape = shapeFor(hasFirst ? m_first->sizeHint().width() + grid : 0);
    m_words->setContentsMargins(shape == Shape::WordsAbove ? inset : 0, 0, 0, 0);
    if (std::exchange(m_shape, shape) == shape)
        return;
    for (QWidget* part : {static_cast<QWidget*>(m_first), m_words, m_buttons}) {
        if (part)
            m_layout->removeWidget(part);
    }
    const bool wordsAlone = shape == Shape::WordsAbove;
    m_layout->addWidget(m_words, 0, wordsAlone ? 0 : 1, 1, wordsAlone ? 3 : 1);
    if (m_first)
        m_layout->addWidget(m_first, wordsAlone ? 1 : 0, 0, Qt::AlignVCenter);
    if (shape == Shape::Line)
        m_layout->addWidget(m_buttons, 0, 2);
    else if (wordsAlone)
        m_layout->addWidget(m_buttons, 1, 1, 1, 2);
    else
        m_layout->addWidget(m_buttons, 1, 0, 1, 3);
}

void PinnedBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().surface);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colors().border);
}

} // namespace relevo::ui
