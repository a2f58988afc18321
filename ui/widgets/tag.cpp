#include <ui/widgets/tag.h>

#include <ui/theme/metrics.h>
#include <ui/theme/theme.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

namespace relevo::ui {

namespace {

} // namespace

Tag::Tag(const Theme& theme) : m_theme(theme)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::grid, metrics::tagMargin, metrics::grid, metrics::tagMargin);
    layout->setSpacing(metrics::half);
}

void Tag::add(QWidget* word)
{
    layout()->addWidget(word);
}

void Tag::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.colors().border);
    painter.setBrush(m_theme.colors().window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::tagRadius,
                            metrics::tagRadius);
}

} // namespace relevo::ui
