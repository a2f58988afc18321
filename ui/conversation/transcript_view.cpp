#include <ui/conversation/transcript_view.h>

#include <ui/delegates/message_delegate.h>
#include <ui/files/picture_store.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/spoken_rows.h>

#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

#include <limits>

namespace relevo::ui {

namespace {

using models::MessagesModel;

constexpr int nearTop = 400; // pixels left above when older messages are asked for
constexpr int nearEnd = 24;  // pixels below which the reader counts as being at the newest message
constexpr std::chrono::milliseconds pointedFor{1'600};

} // namespace

TranscriptView::TranscriptView(const Theme& theme, models::MessagesModel& model, const Clock& clock,
                               PictureStore& pictures, QWidget* parent)
    : QListView(parent), m_messages(model), m_clock(clock),
      m_rows(new SpokenRows(model, spokenMessage, this)),
      m_delegate(new MessageDelegate(theme, clock, pictures, this)), m_toEnd(new QPushButton(this)),
      m_holdTick(this), m_pointing(this)
{
    setObjectName(QStringLiteral("transcript"));
    setAccessibleName(tr("Conversation"));
    setItemDelegate(m_delegate);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that the width does not depend on the content
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setAutoScroll(false);
    verticalScrollBar()->setSingleStep(3 * metrics::grid);
    makeButton(theme);
    m_holdTick.setInterval(std::chrono::milliseconds(250));
    connect(&m_holdTick, &QTimer::timeout, this, &TranscriptView::tickHold);
    // It simply stands out for a moment: nothing moves that could be too much for somebody.
    m_pointing.setSingleShot(true);
    m_pointing.setInterval(pointedFor);
    connect(&m_pointing, &QTimer::timeout, this, [this] {
        m_delegate->setPointedAt(0);
        viewport()->update();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TranscriptView::scrolled);
    connectRows();
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&pictures, &PictureStore::decoded, viewport(), qOverload<>(&QWidget::update));
}

void TranscriptView::setAttachments(client::Attachments& attachments)
{
    m_attachments = &attachments;
    m_delegate->setAttachments(&attachments);
    connect(&attachments, &client::Attachments::changed, viewport(), qOverload<>(&QWidget::update));
    viewport()->update();
}

void TranscriptView::makeButton(const Theme& theme)
{
    m_toEnd->setObjectName(QStringLiteral("toEnd"));
    m_toEnd->setIcon(theme.icon(QStringLiteral("arrow-down"), &Colors::accentText));
    m_toEnd->setFont(theme.fonts().captionStrong);
    m_toEnd->setFocusPolicy(Qt::NoFocus);
    m_toEnd->hide();
    connect(m_toEnd, &QPushButton::clicked, this, &TranscriptView::goToNew);
}

void TranscriptView::connectRows()
{
    // Before the view hears of the rows, and after.
    connect(m_rows, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex&, int first, int) { rowsComing(first); });
    connect(m_rows, &QAbstractItemModel::dataChanged, m_delegate, &MessageDelegate::changed);
    connect(m_rows, &QAbstractItemModel::modelReset, this, [this] {
        m_delegate->forgetRows();
        m_starting = true;
        m_olderAsked = false;
        // A conversation that was opened at a message is read from disk only then.
        if (!m_messages.transcript() || m_messages.transcript()->conversation() != m_soughtIn)
            m_sought = {};
        m_seen = m_messages.transcript() ? m_messages.transcript()->readUpTo() : 0;
        m_atEnd = true;
        m_delegate->setPointedAt(0);
        tickHold();
    });
    setModel(m_rows);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &TranscriptView::rowsCame);
    connect(m_rows, &QAbstractItemModel::dataChanged, this, &TranscriptView::tickHold);
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, &TranscriptView::tickHold);
}

void TranscriptView::goToEnd()
{
    m_atEnd = true;
    scrollToBottom();
    lookAtScreen();
    updateToEnd();
}

void TranscriptView::goToNew()
{
    const std::vector<const domain::Message*> unseen = m_messages.saidAfter(m_seen);
    const int row = unseen.empty() ? -1 : m_messages.rowOf(unseen.front()->id);
    if (row < 0) {
        goToEnd();
        return;
    }
    // The first of them, with a little of what came before.
    QScrollBar* bar = verticalScrollBar();
    const QRect rect = visualRect(m_rows->index(row, 0));
    bar->setValue(std::min(bar->maximum(), bar->value() + rect.top() - viewport()->height() / 3));
    lookAtScreen();
    scrolled(bar->value());
}

void TranscriptView::olderAnswered()
{
    m_olderAsked = false;
    seek();
    Q_EMIT olderCame();
}

bool TranscriptView::wantOlder()
{
    const client::Transcript* transcript = m_messages.transcript();
    if (!transcript || !transcript->hasOlder())
        return false;
    if (!std::exchange(m_olderAsked, true)) {
        m_loadedBefore = transcript->messages().size();
        Q_EMIT olderWanted();
    }
    return true;
}

void TranscriptView::showMessage(const domain::MessageId& message)
{
    m_sought = {};
    const client::Transcript* transcript = m_messages.transcript();
    if (!transcript)
        return;
    m_soughtIn = transcript->conversation();
    if (const int row = m_messages.rowOf(message); row >= 0)
        pointAt(row);
    else if (!transcript->isLoaded() || wantOlder())
        m_sought = message;
    if (!transcript->isLoaded())
        m_loadedBefore = std::numeric_limits<std::size_t>::max(); // whatever comes is more
}

void TranscriptView::seek()
{
    if (m_sought.isNull() || !m_messages.transcript())
        return;
    if (const int row = m_messages.rowOf(m_sought); row >= 0) {
        m_sought = {};
        pointAt(row);
        return;
    }
    // Nothing came: there is no connection, or it is nowhere.
    if (m_messages.transcript()->messages().size() == m_loadedBefore || !wantOlder())
        m_sought = {};
}

void TranscriptView::pointAt(int row)
{
    m_starting = false; // it begins here then
    const QModelIndex index = m_rows->index(row, 0);
    m_delegate->setPointedAt(index.data(MessagesModel::SeqRole).toLongLong());
    m_pointing.start();
    m_atEnd = false;
    scrollTo(index, QAbstractItemView::PositionAtCenter);
    scrolled(verticalScrollBar()->value());
    viewport()->update();
}

void TranscriptView::setSearch(const models::TextSearch& search, qint64 seq, qsizetype place)
{
    m_delegate->setSearch(search, seq, place);
    viewport()->update();
    if (seq == 0)
        return;
    for (int row = m_rows->rowCount() - 1; row >= 0; --row) {
        const QModelIndex index = m_rows->index(row, 0);
        if (index.data(MessagesModel::SeqRole).toLongLong() != seq)
            continue;
        if (viewport()->rect().contains(visualRect(index)))
            return;
        m_atEnd = false;
        scrollTo(index, QAbstractItemView::PositionAtCenter);
        scrolled(verticalScrollBar()->value());
        return;
    }
}

void TranscriptView::lookAtScreen()
{
    if (!isVisible() || m_rows->rowCount() == 0)
        return;
    // The last row whose beginning is on screen; rows stand one below the other.
    int low = 0;
    int high = m_rows->rowCount() - 1;
    const int bottom = viewport()->height() - metrics::grid;
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (visualRect(m_rows->index(middle, 0)).top() < bottom)
            low = middle;
        else
            high = middle - 1;
    }
    for (int row = low; row >= 0; --row) {
        const qint64 seq = m_rows->index(row, 0).data(MessagesModel::SeqRole).toLongLong();
        if (seq > 0) {
            m_seen = std::max(m_seen, seq);
            return;
        }
    }
}

qint64 TranscriptView::newestSeen()
{
    // Whoever asks does so because somebody sits here.
    lookAtScreen();
    return m_seen;
}

void TranscriptView::tickHold()
{
    const QString held = m_messages.newestHeld();
    const std::optional<Timestamp> until =
        held.isEmpty() ? std::nullopt : m_messages.transcript()->heldUntil(held);
    if (until && *until > m_clock.now()) {
        if (!m_holdTick.isActive())
            m_holdTick.start();
    } else if (m_holdTick.isActive()) {
        m_holdTick.stop();
        scheduleDelayedItemsLayout(); // other words, perhaps in another place
    }
    viewport()->update();
}

void TranscriptView::rowsComing(int first)
{
    // Rows that come in above what is seen, or in it, push it down; the distance to the end stays. Where they
    // come in is asked of the row that is there: it is laid out by that, which a look at a point is not.
    if (m_starting || m_atEnd || m_fromEnd >= 0 || first >= m_rows->rowCount())
        return;
    if (visualRect(m_rows->index(first, 0)).top() < viewport()->height())
        m_fromEnd = verticalScrollBar()->maximum() - verticalScrollBar()->value();
}

void TranscriptView::rowsCame()
{
    tickHold();
    updateToEnd();
    if (m_atEnd)
        Q_EMIT endSeen();
}

void TranscriptView::updateGeometries()
{
    const QScopedValueRollback adjusting(m_adjusting, true);
    QListView::updateGeometries();
    if (m_rows->rowCount() == 0)
        return;
    if (m_starting)
        placeStart();
    else if (m_fromEnd >= 0)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum() - m_fromEnd);
    else if (m_atEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_fromEnd = -1;
    updateToEnd();
}

void TranscriptView::placeStart()
{
    m_starting = false;
    QScrollBar* bar = verticalScrollBar();
    const int marker = m_messages.newMarkerRow();
    int target = bar->maximum();
    if (marker >= 0) {
        const QRect rect = visualRect(m_rows->index(marker, 0));
        target = std::min(target, bar->value() + rect.top() - viewport()->height() / 3);
    }
    bar->setValue(target);
    m_atEnd = bar->maximum() - bar->value() <= nearEnd;
    if (m_atEnd)
        Q_EMIT endSeen();
}

void TranscriptView::scrolled(int value)
{
    if (m_adjusting)
        return;
    const bool wasAtEnd = m_atEnd;
    m_atEnd = verticalScrollBar()->maximum() - value <= nearEnd;
    if (window()->isActiveWindow())
        lookAtScreen();
    if (m_atEnd && !wasAtEnd)
        Q_EMIT endSeen();
    updateToEnd();
    if (value <= nearTop)
        (void)wantOlder();
}

void TranscriptView::resizeEvent(QResizeEvent* event)
{
    if (m_delegate->setRowWidth(viewport()->width()))
        scheduleDelayedItemsLayout();
    QListView::resizeEvent(event);
    updateToEnd();
}

void TranscriptView::updateToEnd()
{
    m_toEnd->setVisible(!m_atEnd);
    if (m_atEnd)
        return;
    const auto unseen = static_cast<int>(m_messages.saidAfter(m_seen).size());
    m_toEnd->setText(unseen > 0 ? tr("%n new", nullptr, unseen) : tr("Newest"));
    m_toEnd->adjustSize();
    m_toEnd->move(viewport()->geometry().center().x() - m_toEnd->width() / 2,
                  viewport()->geometry().bottom() - m_toEnd->height() - metrics::grid);
    m_toEnd->raise();
}

} // namespace relevo::ui
