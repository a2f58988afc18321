#include <ui/conversation/composer.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <protocol/limits.h>

#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int mostLines = 8;

} // namespace

Composer::Composer(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_edit(new QTextEdit), m_send(new QPushButton(tr("Send"))),
      m_hint(new Text(theme, &Fonts::caption, &Colors::faint))
{
    m_edit->setObjectName(QStringLiteral("message"));
    m_edit->setAccessibleName(tr("Message"));
    m_edit->setAcceptRichText(false);
    m_edit->setTabChangesFocus(true);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->document()->setDocumentMargin(metrics::half);
    m_edit->installEventFilter(this);

    m_send->setObjectName(QStringLiteral("send"));
    m_send->setAccessibleName(tr("Send"));
    m_send->setToolTip(tr("Send (Enter)"));
    m_send->setIcon(theme.icon(QStringLiteral("send"), &Colors::onAccent));
    m_send->setFont(theme.fonts().bodyStrong);
    setButtonKind(*m_send, ButtonKind::Primary);

    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(metrics::half, 0, 0, 0);
    bottom->addWidget(m_hint, 1);
    bottom->addWidget(m_send);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * grid + grid, grid + 2, 3 * grid + grid, 2 * grid + grid);
    layout->setSpacing(metrics::half);
    layout->addWidget(m_edit);
    layout->addLayout(bottom);

    connect(m_edit, &QTextEdit::textChanged, this, &Composer::changed);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    setConnected(true);
    changed();
    grow();
}

QString Composer::draft() const
{
    return m_edit->toPlainText();
}

void Composer::setDraft(const QString& text)
{
    if (text == draft())
        return;
    const QScopedValueRollback setting(m_setting, true);
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void Composer::setConnected(bool connected)
{
    m_connected = connected;
    m_edit->setPlaceholderText(connected ? tr("Write a message…")
                                         : tr("Write a message; it is sent when the connection is back…"));
    changed();
}

void Composer::takeFocus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

bool Composer::isTooLong() const
{
    return draft().toUtf8().size() > static_cast<qsizetype>(protocol::maxContentBytes);
}

void Composer::changed()
{
    const QString text = draft();
    const bool tooLong = text.size() > static_cast<qsizetype>(protocol::maxContentBytes / 4) && isTooLong();
    m_send->setEnabled(!text.trimmed().isEmpty() && !tooLong);
    m_hint->setColor(tooLong ? &Colors::danger : &Colors::faint);
    m_hint->setWhole(tooLong       ? tr("Too long to send as one message")
                     : m_connected ? tr("Enter sends · Shift+Enter makes a new line")
                                   : tr("Offline: your messages are kept and sent later"));
    grow();
    if (!m_setting && isVisible())
        Q_EMIT typed(!text.isEmpty());
}

void Composer::grow()
{
    const int line = QFontMetrics(m_edit->font()).lineSpacing();
    const int margin = 2 * metrics::half;
    const int wanted = static_cast<int>(m_edit->document()->size().height());
    m_edit->setFixedHeight(std::clamp(wanted, line + margin, mostLines * line + margin) + 2);
}

void Composer::send()
{
    const QString text = draft().trimmed();
    if (text.isEmpty() || isTooLong())
        return;
    m_edit->clear();
    Q_EMIT sendRequested(text);
    m_edit->setFocus();
}

bool Composer::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_edit)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (event->type() == QEvent::ShortcutOverride) {
            // Ctrl+Enter sends too, whatever else it means in the window.
            event->setAccepted(enter);
            return enter;
        }
        if (enter && !key->modifiers().testFlag(Qt::ShiftModifier)) {
            send();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Composer::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    grow();
}

void Composer::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_edit->hasFocus();
    const qreal width = focused ? 2.0 : 1.0;
    painter.setPen(QPen(focused ? c.accentText : c.strongBorder, width));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(3 * grid - 0.5, 0.5 + width / 2, -3 * grid + 0.5, -2 * grid + 0.5),
        metrics::bubbleRadius, metrics::bubbleRadius);
}

} // namespace relevo::ui
