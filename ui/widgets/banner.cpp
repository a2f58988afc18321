#include <ui/widgets/banner.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/bar_sign.h>
#include <ui/widgets/herald.h>
#include <ui/widgets/text.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

Banner::Banner(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_text(new Text(theme, &Fonts::body, &Colors::text)),
      m_close(new QPushButton)
{
    setObjectName(QStringLiteral("banner"));
    m_text->setObjectName(QStringLiteral("bannerText"));
    m_text->setWordWrap(true);
    m_close->setIcon(theme.icon(QStringLiteral("close")));
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
    setButtonKind(*m_close, ButtonKind::Quiet);
    m_close->setFixedWidth(metrics::controlHeight + metrics::half);

    auto* layout = new QHBoxLayout(this);
    leaveSignRoom(*layout, theme, {2 * metrics::grid, metrics::half, metrics::grid, metrics::half});
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    m_passes.setSingleShot(true);
    connect(&m_passes, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void Banner::tell(Tone tone, const QString& text)
{
    m_passes.stop();
    m_tone = tone;
    m_text->setWhole(text);
    show();
    update();
    announce(*this, text);
}

void Banner::tellInPassing(Tone tone, const QString& text, std::chrono::milliseconds lasts)
{
    tell(tone, text);
    m_passes.start(lasts);
}

void Banner::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    const QColor ground = m_tone == Tone::Problem   ? c.dangerSoft
                          : m_tone == Tone::Warning ? c.warningSoft
                                                    : c.accentSoft;
    const QColor ink = m_tone == Tone::Problem   ? c.danger
                       : m_tone == Tone::Warning ? c.warning
                                                 : c.accentText;
    painter.fillRect(rect(), ground);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.border);
    paintBarSign(painter, rect(), 2 * metrics::grid, layoutDirection(),
                 m_tone == Tone::Information ? QStringLiteral("info") : QStringLiteral("alert"), ink,
                 m_theme);
}

} // namespace relevo::ui
