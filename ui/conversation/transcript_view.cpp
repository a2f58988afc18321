#include <ui/conversation/transcript_view.h>

#include <ui/delegates/bubble_text.h>
#include <ui/delegates/message_delegate.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/spoken_rows.h>

#include <QtCore/QScopedValueRollback>
#include <QtCore/QUrl>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

namespace relevo::ui {

namespace {

constexpr int nearTop = 400;    // pixels left above when older messages are asked for
constexpr int widestLink = 320; // pixels of an address in the menu
constexpr int nearEnd = 24;     // pixels below which the reader counts as being at the newest message

void openLink(const QString& address)
{
    const QUrl link(address, QUrl::StrictMode);
    if (link.isValid() && (link.scheme() == QLatin1String("https") || link.scheme() == QLatin1String("http")))
        QDesktopServices::openUrl(link);
}

} // namespace

TranscriptView::TranscriptView(const Theme& theme, models::MessagesModel& model, QWidget* parent)
    : QListView(parent), m_messages(model), m_rows(new SpokenRows(model, spokenMessage, this)),
      m_delegate(new MessageDelegate(theme, this)), m_toEnd(new QPushButton(this))
{
    setObjectName(QStringLiteral("transcript"));
    setAccessibleName(tr("Conversation"));
    setItemDelegate(m_delegate);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that the width does not depend on the content
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setAutoScroll(false);
    verticalScrollBar()->setSingleStep(3 * metrics::grid);

    m_toEnd->setObjectName(QStringLiteral("toEnd"));
    m_toEnd->setIcon(theme.icon(QStringLiteral("arrow-down"), &Colors::accentText));
    m_toEnd->setFont(theme.fonts().captionStrong);
    m_toEnd->setFocusPolicy(Qt::NoFocus);
    m_toEnd->hide();
    connect(m_toEnd, &QPushButton::clicked, this, &TranscriptView::goToEnd);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TranscriptView::scrolled);

    // Before the view hears of the rows, and after.
    connect(m_rows, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex&, int first, int) { rowsComing(first); });
    connect(m_rows, &QAbstractItemModel::modelReset, this, [this] {
        m_starting = true;
        m_olderAsked = false;
        m_unseen = 0;
        m_atEnd = true;
    });
    setModel(m_rows);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { rowsCame(first, last); });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void TranscriptView::goToEnd()
{
    m_atEnd = true;
    m_unseen = 0;
    scrollToBottom();
    updateToEnd();
}

void TranscriptView::olderAnswered()
{
    m_olderAsked = false;
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

void TranscriptView::rowsCame(int first, int last)
{
    if (last == m_rows->rowCount() - 1 && !m_atEnd) {
        m_unseen += last - first + 1;
        updateToEnd();
    }
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
    if (m_atEnd && !wasAtEnd) {
        m_unseen = 0;
        Q_EMIT endSeen();
    }
    updateToEnd();
    if (value <= nearTop && !m_olderAsked && m_messages.transcript() && m_messages.transcript()->hasOlder()) {
        m_olderAsked = true;
        Q_EMIT olderWanted();
    }
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
    m_toEnd->setText(m_unseen > 0 ? tr("%n new", nullptr, m_unseen) : tr("Newest"));
    m_toEnd->adjustSize();
    m_toEnd->move(viewport()->geometry().center().x() - m_toEnd->width() / 2,
                  viewport()->geometry().bottom() - m_toEnd->height() - metrics::grid);
    m_toEnd->raise();
}

QString TranscriptView::linkUnder(const QPoint& place) const
{
    const QModelIndex index = indexAt(place);
    if (!index.isValid())
        return {};
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return m_delegate->linkAt(option, index, place);
}

void TranscriptView::mouseMoveEvent(QMouseEvent* event)
{
    viewport()->setCursor(linkUnder(event->position().toPoint()).isEmpty() ? Qt::ArrowCursor
                                                                           : Qt::PointingHandCursor);
    QListView::mouseMoveEvent(event);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    openLink(linkUnder(event->position().toPoint()));
}

void TranscriptView::copyRow(const QModelIndex& index) const
{
    QGuiApplication::clipboard()->setText(index.data(models::MessagesModel::ContentRole).toString());
}

void TranscriptView::addLinks(QMenu& menu, const QString& content)
{
    const QStringList links = linksIn(content);
    for (const QString& link : links) {
        QString shown = menu.fontMetrics().elidedText(link, Qt::ElideMiddle, widestLink);
        shown.replace(QLatin1Char('&'), QLatin1String("&&")); // no access key
        QAction* action = menu.addAction(links.size() == 1 ? tr("Open link") : tr("Open %1").arg(shown));
        connect(action, &QAction::triggered, this, [link] { openLink(link); });
    }
}

void TranscriptView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || index.data(models::MessagesModel::ContentRole).toString().isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex kept(index);
    connect(menu->addAction(tr("Copy text")), &QAction::triggered, this, [this, kept] {
        if (kept.isValid())
            copyRow(kept);
    });
    addLinks(*menu, index.data(models::MessagesModel::ContentRole).toString());
    menu->popup(event->reason() == QContextMenuEvent::Keyboard
                    ? viewport()->mapToGlobal(visualRect(index).center())
                    : event->globalPos());
}

void TranscriptView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        copyRow(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_End) {
        goToEnd();
        return;
    }
    if (!event->text().isEmpty() && event->text().front().isPrint()) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace relevo::ui
