#include <ui/conversation/handover_bar.h>

#include <models/handover_note.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/bar_sign.h>
#include <ui/widgets/text.h>

#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

/// The messages need the room; the whole note stands among them.
constexpr qsizetype mostOfNote = 280;

} // namespace

HandoverBar::HandoverBar(const Theme& theme, const models::MessagesModel& messages,
                         const models::ConversationDetails& details, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_messages(messages), m_details(details),
      m_from(new Text(theme, &Fonts::captionStrong, &Colors::warning)),
      m_words(new Text(theme, &Fonts::body, &Colors::text))
{
    setObjectName(QStringLiteral("handoverBar"));
    m_from->setElided(true);
    m_words->setObjectName(QStringLiteral("handoverNote"));
    m_words->setWordWrap(true);
    m_words->followDirection();
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(this);
    leaveSignRoom(*layout, theme, {metrics::sideMargin, metrics::grid, metrics::sideMargin, metrics::grid});
    layout->setSpacing(0);
    layout->addWidget(m_from);
    layout->addWidget(m_words);
    connect(&messages, &QAbstractItemModel::modelReset, this, &HandoverBar::refresh);
    connect(&messages, &QAbstractItemModel::rowsInserted, this, &HandoverBar::refresh);
    connect(&messages, &QAbstractItemModel::rowsRemoved, this, &HandoverBar::refresh);
    connect(&details, &models::ConversationDetails::changed, this, &HandoverBar::refresh);
    hide();
}

void HandoverBar::refresh()
{
    const client::Transcript* transcript = m_messages.transcript();
    const domain::Message* note = transcript ? models::handoverNote(*transcript, m_details.me().id) : nullptr;
    if (note) {
        const QString whole = note->content.trimmed();
        m_from->setWhole(
            tr("%1 gave you this conversation and wrote:").arg(isolated(m_messages.authorName(*note))));
        m_words->setWhole(whole.size() > mostOfNote ? whole.left(mostOfNote).trimmed() + u'…' : whole);
        m_words->setToolTip(whole.size() > mostOfNote ? plainTip(whole) : QString());
        setAccessibleName(m_from->text());
        setAccessibleDescription(whole);
    }
    setVisible(note && !note->content.isEmpty());
}

void HandoverBar::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.fillRect(rect(), c.warningSoft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.border);
    // Beside its first line.
    const QRect first(0, 0, width(), 2 * metrics::grid + m_from->height());
    paintBarSign(painter, first, metrics::sideMargin, layoutDirection(), QStringLiteral("note"), c.warning,
                 m_theme);
}

} // namespace relevo::ui
