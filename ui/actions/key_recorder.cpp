#include <ui/actions/key_recorder.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyleOptionButton>
#include <QtWidgets/QStylePainter>

#include <algorithm>
#include <utility>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int between = metrics::half;

} // namespace

KeyRecorder::KeyRecorder(const Theme& theme, QWidget* parent) : QPushButton(parent), m_theme(theme)
{
    setButtonKind(*this, ButtonKind::Quiet);
    setAutoDefault(false);
    setFont(theme.fonts().captionStrong);
    connect(this, &QPushButton::clicked, this, &KeyRecorder::start);
}

void KeyRecorder::setKeys(const QStringList& words)
{
    m_words = words;
    setAccessibleDescription(words.isEmpty() ? tr("No keys") : words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

void KeyRecorder::start()
{
    if (m_recording)
        return;
    m_recording = true;
    setAccessibleDescription(tr("Press the keys"));
    updateGeometry();
    update();
    Q_EMIT recordingChanged(true);
}

void KeyRecorder::stop()
{
    if (!std::exchange(m_recording, false))
        return;
    setKeys(m_words);
    Q_EMIT recordingChanged(false);
}

bool KeyRecorder::event(QEvent* event)
{
    if (m_recording && event->type() == QEvent::ShortcutOverride) {
        // Whatever it does elsewhere, here it is only looked at.
        event->accept();
        return true;
    }
    if (m_recording && event->type() == QEvent::KeyPress) {
        take(*static_cast<QKeyEvent*>(event));
        return true;
    }
    return QPushButton::event(event);
}

void KeyRecorder::take(const QKeyEvent& key)
{
    switch (key.key()) {
    case Qt::Key_Control:
    case Qt::Key_Shift:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
    case Qt::Key_unknown:
    case 0:
        return; // more is to come
    case Qt::Key_Escape:
        stop();
        return;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        stop();
        focusNextPrevChild(key.key() == Qt::Key_Tab);
        return;
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        if (key.modifiers() == Qt::NoModifier) {
            Q_EMIT emptied();
            return;
        }
        break;
    default:
        break;
    }
    Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
    // What Shift makes another sign of is that sign: "?" is not Shift and something.
    const bool letter = key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z;
    const bool sign = !key.text().isEmpty() && key.text().front().isPrint() && !key.text().front().isSpace();
    if (modifiers == Qt::ShiftModifier && sign && !letter)
        modifiers = Qt::NoModifier;
    Q_EMIT recorded(QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(key.key()))));
}

void KeyRecorder::focusOutEvent(QFocusEvent* event)
{
    stop();
    QPushButton::focusOutEvent(event);
}

QStringList KeyRecorder::shown() const
{
    if (m_recording)
        return {tr("Press the keys…")};
    return m_words;
}

int KeyRecorder::widthOf(const QString& cap) const
{
    return fontMetrics().horizontalAdvance(cap) + 2 * grid;
}

QSize KeyRecorder::sizeHint() const
{
    int width = grid;
    for (const QString& cap : shown())
        width += widthOf(cap) + between;
    return {std::max(width, 8 * grid), std::max(metrics::controlHeight, fontMetrics().height() + grid)};
}

void KeyRecorder::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& c = m_theme.colors();
    const int height = fontMetrics().height() + metrics::half;
    int right = width() - metrics::half;
    QStringList caps = shown();
    if (caps.isEmpty()) {
        painter.setPen(c.faint);
        painter.drawText(rect().adjusted(grid, 0, -grid, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QStringLiteral("–"));
        return;
    }
    std::reverse(caps.begin(), caps.end());
    for (const QString& cap : caps) {
        const int width = widthOf(cap);
        const QRect place(right - width, (this->height() - height) / 2, width, height);
        const QRect shownAt = QStyle::visualRect(layoutDirection(), rect(), place);
        painter.setPen(QPen(m_recording ? c.accentText : c.border, 1));
        painter.setBrush(m_recording ? c.accentSoft : c.window);
        painter.drawRoundedRect(QRectF(shownAt).adjusted(0.5, 0.5, -0.5, -0.5), metrics::half, metrics::half);
        painter.setPen(m_recording ? c.accentText : c.text);
        painter.drawText(shownAt, Qt::AlignCenter, cap);
        right -= width + between;
    }
}

} // namespace relevo::ui
