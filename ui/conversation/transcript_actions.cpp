#include <ui/conversation/transcript_view.h>

#include <models/links.h>
#include <ui/conversation/transcript_text.h>
#include <ui/delegates/message_delegate.h>
#include <ui/files/file_words.h>
#include <ui/widgets/spoken_rows.h>
#include <ui/widgets/text.h>

#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtGui/QHelpEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace relevo::ui {

namespace {

using models::MessagesModel;

constexpr int widestLink = 320; // pixels of an address in the menu

std::vector<domain::Attachment> attachmentsOf(const QModelIndex& index)
{
    return index.data(MessagesModel::AttachmentsRole).value<std::vector<domain::Attachment>>();
}

domain::ConversationId conversationOf(const QModelIndex& index)
{
    return index.data(MessagesModel::ConversationRole).value<domain::ConversationId>();
}

/// By the desktop's own program, and only what models::linksIn has let through.
void openLink(const QString& address)
{
    const std::vector<models::Link> links = models::linksIn(address);
    if (links.size() == 1 && links.front().length == address.size())
        QDesktopServices::openUrl(links.front().target);
}

} // namespace

QStyleOptionViewItem TranscriptView::optionFor(const QModelIndex& index) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return option;
}

bool TranscriptView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Paint && !m_starting && window()->isActiveWindow())
        lookAtScreen();
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString tip = tipAt(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, viewport());
        return true;
    }
    return QListView::viewportEvent(event);
}

QString TranscriptView::tipAt(const QPoint& place) const
{
    const QModelIndex index = indexAt(place);
    if (!index.isValid())
        return {};
    // Told to the customer in their language; here it stands in the agent's.
    if (const QString original = index.data(MessagesModel::OriginalRole).toString(); !original.isEmpty())
        return plainTip(tr("The customer read: %1").arg(original));
    const MessageDelegate::Hit hit = m_delegate->hitAt(optionFor(index), index, place);
    if (hit.part == MessageDelegate::Part::File) {
        const domain::Attachment file = attachmentsOf(index).at(static_cast<std::size_t>(hit.file));
        return plainTip(QStringLiteral("%1 · %2").arg(file.name, sizeText(file.size)));
    }
    if (hit.part != MessageDelegate::Part::Link)
        return {};
    return plainTip(
        models::hasForeignHost(QUrl(hit.link))
            ? tr("%1 · letters of another alphabet, it may not be what it looks like").arg(hit.link)
            : hit.link);
}

void TranscriptView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    const QModelIndex index = indexAt(place);
    const bool hit = index.isValid() &&
                     m_delegate->hitAt(optionFor(index), index, place).part != MessageDelegate::Part::None;
    viewport()->setCursor(hit ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QListView::mouseMoveEvent(event);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier)
        activate(event->position().toPoint());
}

void TranscriptView::activate(const QPoint& place)
{
    const QModelIndex index = indexAt(place);
    if (!index.isValid())
        return;
    const MessageDelegate::Hit hit = m_delegate->hitAt(optionFor(index), index, place);
    switch (hit.part) {
    case MessageDelegate::Part::None:
        break;
    case MessageDelegate::Part::Link:
        openLink(hit.link);
        break;
    case MessageDelegate::Part::File:
        Q_EMIT fileActivated(conversationOf(index),
                             attachmentsOf(index).at(static_cast<std::size_t>(hit.file)));
        break;
    case MessageDelegate::Part::TakeBack:
        Q_EMIT takeBackWanted();
        break;
    case MessageDelegate::Part::Past:
        (void)showPast(index);
        break;
    case MessageDelegate::Part::Retry:
        Q_EMIT retryWanted(index.data(MessagesModel::ContentRole).toString(), attachmentsOf(index));
        break;
    }
}

bool TranscriptView::showPast(const QModelIndex& index)
{
    const auto conversation = domain::ConversationId::parse(index.data(MessagesModel::OfferRole).toString());
    if (!conversation)
        return false;
    Q_EMIT pastWanted(*conversation);
    return true;
}

QModelIndexList TranscriptView::chosenRows() const
{
    QModelIndexList rows = selectionModel()->selectedIndexes();
    if (rows.isEmpty() && currentIndex().isValid())
        rows.push_back(currentIndex());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void TranscriptView::copy(bool withContext) const
{
    const QModelIndexList rows = chosenRows();
    if (rows.isEmpty())
        return;
    // One by itself is its words; several say who said what.
    const bool bare = rows.size() == 1 && !withContext;
    QGuiApplication::clipboard()->setText(bare ? rows.front().data(MessagesModel::ContentRole).toString()
                                               : quotedText(rows));
}

void TranscriptView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QListView::selectionChanged(selected, deselected);
    m_delegate->setManySelected(selectionModel()->selectedIndexes().size() > 1);
    viewport()->update();
}

void TranscriptView::addLinks(QMenu& menu, const QString& content)
{
    QStringList links;
    for (const models::Link& link : models::linksIn(content))
        links.push_back(models::plainAddress(link.target));
    links.removeDuplicates();
    for (const QString& link : std::as_const(links)) {
        QString shown = menu.fontMetrics().elidedText(link, Qt::ElideMiddle, widestLink);
        shown.replace(QLatin1Char('&'), QLatin1String("&&")); // no access key
        QAction* action = menu.addAction(tr("Open %1").arg(shown));
        connect(action, &QAction::triggered, this, [link] { openLink(link); });
    }
}

bool TranscriptView::isComing(const domain::Attachment& file) const
{
    return m_attachments && m_attachments->of(file.id).state == client::Attachments::State::Coming;
}

void TranscriptView::addFiles(QMenu& menu, const QModelIndex& index)
{
    const domain::ConversationId conversation = conversationOf(index);
    for (const domain::Attachment& file : attachmentsOf(index)) {
        if (file.gone)
            continue;
        QString shown = menu.fontMetrics().elidedText(file.name, Qt::ElideMiddle, widestLink);
        shown.replace(QLatin1Char('&'), QLatin1String("&&")); // no access key
        connect(menu.addAction(tr("Open %1").arg(shown)), &QAction::triggered, this,
                [this, conversation, file] {
                    if (domain::isPicture(file.mime))
                        Q_EMIT fileActivated(conversation, file);
                    else
                        Q_EMIT fileOpenWanted(conversation, file);
                });
        connect(menu.addAction(tr("Save %1 as…").arg(shown)), &QAction::triggered, this,
                [this, conversation, file] { Q_EMIT fileSaveWanted(conversation, file); });
        if (isComing(file))
            connect(menu.addAction(tr("Stop loading %1").arg(shown)), &QAction::triggered, this,
                    [this, file] { Q_EMIT fileNotWanted(file); });
    }
}

void TranscriptView::fillMenu(QMenu& menu, const QModelIndex& index)
{
    const QPersistentModelIndex kept(index);
    if (index.data(MessagesModel::HeldUntilRole).toDateTime().isValid())
        connect(menu.addAction(tr("Take back")), &QAction::triggered, this, &TranscriptView::takeBackWanted);
    if (index.data(MessagesModel::RetriableRole).toBool())
        connect(menu.addAction(tr("Send again")), &QAction::triggered, this, [this, kept] {
            if (kept.isValid())
                Q_EMIT retryWanted(kept.data(MessagesModel::ContentRole).toString(), attachmentsOf(kept));
        });
    if (chosenRows().size() > 1) {
        connect(menu.addAction(tr("Copy messages")), &QAction::triggered, this, [this] { copy(true); });
        return;
    }
    addFiles(menu, index);
    connect(menu.addAction(tr("Copy text")), &QAction::triggered, this, [this] { copy(false); });
    connect(menu.addAction(tr("Copy with name and time")), &QAction::triggered, this, [this] { copy(true); });
    addLinks(menu, index.data(MessagesModel::ContentRole).toString());
}

void TranscriptView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() ||
        (index.data(MessagesModel::ContentRole).toString().isEmpty() && attachmentsOf(index).empty()))
        return;
    if (!selectionModel()->isSelected(index))
        setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, index);
    menu->popup(event->reason() == QContextMenuEvent::Keyboard
                    ? viewport()->mapToGlobal(visualRect(index).center())
                    : event->globalPos());
}

void TranscriptView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy(false);
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && showPast(currentIndex()))
        return;
    if (event->key() == Qt::Key_End && event->modifiers() == Qt::NoModifier) {
        if (const int rows = m_rows->rowCount(); rows > 0)
            setCurrentIndex(m_rows->index(rows - 1, 0));
        goToEnd();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const auto files = attachmentsOf(currentIndex());
        if (const auto first = std::ranges::find(files, false, &domain::Attachment::gone);
            first != files.end()) {
            Q_EMIT fileActivated(conversationOf(currentIndex()), *first);
            return;
        }
    }
    if (!event->text().isEmpty() && event->text().front().isPrint()) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace relevo::ui
