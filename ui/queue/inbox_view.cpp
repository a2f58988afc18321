#include <ui/queue/inbox_view.h>

#include <ui/queue/offer_card.h>
#include <ui/queue/person_list.h>
#include <ui/queue/section_header.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/empty_state.h>

#include <QtCore/QLocale>
#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace relevo::ui {

namespace {

using metrics::grid;
using models::InboxSection;

constexpr std::array order{InboxSection::Offered, InboxSection::Waiting, InboxSection::Mine,
                           InboxSection::Team,    InboxSection::Snoozed, InboxSection::Tickets,
                           InboxSection::Resolved};
static_assert(order.size() == models::inboxSections);

/// The two that are always there, so that everybody knows where to look.
bool isPermanent(InboxSection section)
{
    return section == InboxSection::Waiting || section == InboxSection::Mine;
}

QString emptyWords(InboxSection section)
{
    if (section == InboxSection::Waiting)
        return InboxView::tr("Nobody is waiting");
    return section == InboxSection::Mine ? InboxView::tr("No conversations yet") : QString();
}

const char* objectNameOf(InboxSection section)
{
    switch (section) {
    case InboxSection::Offered:
        return "offeredList";
    case InboxSection::Waiting:
        return "waitingList";
    case InboxSection::Mine:
        return "myList";
    case InboxSection::Team:
        return "teamList";
    case InboxSection::Snoozed:
        return "snoozedList";
    case InboxSection::Tickets:
        return "ticketList";
    case InboxSection::Resolved:
        return "resolvedList";
    }
    return "";
}

} // namespace

InboxView::InboxView(const Theme& theme, models::Inbox& inbox, QWidget* parent)
    : QScrollArea(parent), m_theme(theme), m_inbox(inbox), m_offers(new QWidget),
      m_offerCards(new QVBoxLayout(m_offers)),
      m_empty(new EmptyState(theme, QStringLiteral("inbox"), {}, {})), m_pinned(new QPushButton(this))
{
    setObjectName(QStringLiteral("inbox"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto* content = new QWidget;
    content->setAutoFillBackground(false);
    setWidget(content);
    content->setAutoFillBackground(false); // QScrollArea has set it
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, grid);
    layout->setSpacing(0);
    m_offerCards->setContentsMargins(0, 0, 0, 0);
    m_offerCards->setSpacing(0);
    for (const InboxSection section : order)
        makeBlock(section, *layout);
    m_empty->setCompact(true);
    m_empty->setMinimumHeight(16 * grid);
    layout->addWidget(m_empty, 1);
    layout->addStretch();

    m_pinned->setObjectName(QStringLiteral("goToMine"));
    m_pinned->setFont(theme.fonts().captionStrong);
    m_pinned->setIcon(theme.icon(QStringLiteral("arrow-down")));
    m_pinned->setFocusPolicy(Qt::NoFocus); // Ctrl+2 does the same
    m_pinned->hide();
    connect(m_pinned, &QPushButton::clicked, this, [this] { goTo(InboxSection::Mine); });
    connect(&inbox, &models::Inbox::countsChanged, this, &InboxView::refresh);
    connect(&inbox, &models::Inbox::arranged, this, [this] {
        applyFolds();
        verticalScrollBar()->setValue(0);
    });
    // Offers count down.
    connect(&inbox.section(InboxSection::Offered), &QAbstractItemModel::dataChanged, this,
            &InboxView::updateOffers);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &InboxView::updatePinned);
    refresh();
}

InboxView::Block& InboxView::block(InboxSection section)
{
    return m_blocks[static_cast<std::size_t>(section)];
}

void InboxView::makeBlock(InboxSection section, QVBoxLayout& layout)
{
    Block& made = block(section);
    const QString name = QString::fromLatin1(objectNameOf(section));
    made.header = new SectionHeader(m_theme, models::nameOf(section), widget());
    made.header->setObjectName(name + QStringLiteral("Header"));
    layout.addWidget(made.header);
    if (section == InboxSection::Offered) {
        layout.addWidget(m_offers);
    } else {
        made.list = new PersonList(m_theme, m_inbox, section, emptyWords(section), widget());
        made.list->setObjectName(name);
        made.more = new QPushButton(widget());
        made.more->setObjectName(name + QStringLiteral("More"));
        made.more->setFont(m_theme.fonts().captionStrong);
        setButtonKind(*made.more, ButtonKind::Quiet);
        layout.addWidget(made.list);
        layout.addWidget(made.more);
        connectList(section);
    }
    connect(made.header, &SectionHeader::foldWanted, this,
            [this, section](bool folded) { fold(section, folded); });
    connect(made.header, &SectionHeader::leftBy, this,
            [this, header = made.header](int step) { moveFrom(header, step); });
}

void InboxView::connectList(InboxSection section)
{
    PersonList* list = block(section).list;
    connect(list, &PersonList::chosen, this, [this](const domain::ConversationId& conversation) {
        showCurrent(conversation);
        Q_EMIT chosen(conversation);
    });
    connect(list, &PersonList::entered, this, &InboxView::entered);
    connect(list, &PersonList::leftBy, this, [this, list](int step) { moveFrom(list, step); });
    connect(list, &PersonList::wantsSight, this,
            [this, list](const QRect& part) { bringIntoSight(list, part); });
    connect(list, &PersonList::grew, this, [this, list](int y, int by) { keepPlace(*list, y, by); });
    connect(list, &PersonList::fitted, this, &InboxView::updatePinned);
    connect(block(section).more, &QPushButton::clicked, this, [this, section] {
        m_inbox.section(section).showMore();
        refresh();
    });
}

PersonList& InboxView::list(InboxSection section)
{
    return *block(section).list;
}

QList<InboxSection> InboxView::folded() const
{
    QList<InboxSection> list;
    for (const InboxSection section : order) {
        if (m_blocks[static_cast<std::size_t>(section)].folded)
            list.push_back(section);
    }
    return list;
}

void InboxView::setFolded(const QList<InboxSection>& folded)
{
    for (const InboxSection section : order)
        block(section).folded = folded.contains(section);
    applyFolds();
}

void InboxView::fold(InboxSection section, bool folded)
{
    if (block(section).folded == folded)
        return;
    block(section).folded = folded;
    applyFolds();
    Q_EMIT foldedChanged();
}

void InboxView::applyFolds()
{
    // Whoever searches wants to see what was found.
    const bool searching = !m_inbox.filter().text.isEmpty();
    for (const InboxSection section : order) {
        const bool folded = block(section).folded && !searching;
        m_inbox.section(section).setFolded(folded);
        block(section).header->setFolded(folded);
    }
    refresh();
}

void InboxView::refresh()
{
    for (const InboxSection section : order) {
        const models::SectionModel& model = m_inbox.section(section);
        Block& shown = block(section);
        const bool mine = section == InboxSection::Mine && model.count() > 0;
        const int unread = mine ? m_inbox.unread() : 0;
        shown.header->setCount(model.count(), unread > 0 ? tr("%n unread", nullptr, unread) : QString());
        shown.header->setVisible(model.count() > 0 || isPermanent(section));
        if (!shown.more)
            continue;
        const QLocale locale;
        shown.more->setVisible(!model.isFolded() && model.rowCount() < model.count());
        shown.more->setText(tr("Show more (%1 of %2)")
                                .arg(locale.toString(model.rowCount()), locale.toString(model.count())));
    }
    updateOffers();
    updateEmptyWords();
    updatePinned();
}

void InboxView::updateOffers()
{
    const models::SectionModel& model = m_inbox.section(InboxSection::Offered);
    QHash<domain::ConversationId, OfferCard*> over = std::exchange(m_cards, {});
    const Timestamp now = m_inbox.clock().now();
    for (int i = 0; i < model.rowCount(); ++i) {
        const domain::ConversationId id = model.conversationAt(i);
        const client::ConversationRow* row = models::rowIn(m_inbox.live(), id);
        if (!row)
            continue;
        OfferCard*& card = m_cards[id];
        card = over.take(id);
        if (card) {
            card->setRow(*row, now);
            continue;
        }
        card = new OfferCard(m_theme, *row, now, m_offers);
        card->setCurrent(id == m_current);
        m_offerCards->insertWidget(i, card);
        card->show();
        connectCard(card);
    }
    for (OfferCard* card : std::as_const(over)) {
        m_offerCards->removeWidget(card);
        card->hide();
        card->deleteLater(); // it may be what was just pressed
    }
    m_offers->setVisible(model.rowCount() > 0);
}

void InboxView::connectCard(OfferCard* card)
{
    connect(card, &OfferCard::chosen, this, [this](const domain::ConversationId& conversation) {
        showCurrent(conversation);
        Q_EMIT chosen(conversation);
    });
    connect(card, &OfferCard::accepted, this, &InboxView::claimPressed);
    connect(card, &OfferCard::declined, this, &InboxView::declinePressed);
    connect(card, &OfferCard::leftBy, this, [this, card](int step) { moveFrom(card, step); });
}

void InboxView::setLink(client::LinkState state)
{
    m_link = state;
    updateEmptyWords();
}

void InboxView::updateEmptyWords()
{
    int known = 0;
    for (const InboxSection section : order)
        known += m_inbox.total(section);
    int shown = 0;
    for (const InboxSection section : order)
        shown += m_inbox.section(section).count();
    // Where the relay has told that there is nobody, the sections say so. Before that nobody can.
    const bool told = !m_inbox.isBeginning() && (known > 0 || m_link == client::LinkState::Online);
    for (const InboxSection section : order) {
        if (PersonList* list = block(section).list)
            list->setKnown(told);
        block(section).header->setKnown(told);
    }
    m_empty->setVisible(shown == 0 && !told);
    if (m_inbox.isBeginning() || m_link == client::LinkState::Connecting ||
        m_link == client::LinkState::CatchingUp)
        m_empty->setWords(tr("Fetching the conversations…"), {});
    else
        m_empty->setWords(tr("Nothing to show yet"),
                          tr("Conversations appear here once there is a connection to the relay."));
}

void InboxView::showCurrent(const domain::ConversationId& conversation)
{
    m_current = conversation;
    for (const Block& one : m_blocks) {
        if (one.list)
            one.list->showCurrent(conversation);
    }
    for (OfferCard* card : std::as_const(m_cards))
        card->setCurrent(card->conversation() == conversation);
}

void InboxView::goTo(InboxSection section)
{
    fold(section, false);
    if (PersonList* list = block(section).list)
        list->startKeyboard();
    else
        (void)goToOffer();
}

void InboxView::goTo(const domain::ConversationId& conversation)
{
    const std::optional<models::Inbox::At> at = m_inbox.find(conversation);
    if (at && at->section == InboxSection::Offered && goToOffer())
        return;
    if (at && at->row >= 0 && block(at->section).list)
        block(at->section).list->startKeyboard();
    else
        goTo(InboxSection::Waiting);
}

bool InboxView::goToOffer()
{
    QLayoutItem* first = m_offerCards->itemAt(0);
    if (!first)
        return false;
    QWidget* card = first->widget();
    card->setFocus(Qt::ShortcutFocusReason);
    bringIntoSight(card, card->rect());
    return true;
}

void InboxView::step(int by)
{
    std::array<InboxSection, models::inboxSections> sections = order;
    if (by < 0)
        std::reverse(sections.begin(), sections.end());
    auto next = sections.begin();
    if (const std::optional<models::Inbox::At> at = m_inbox.find(m_current);
        at && at->row >= 0 && block(at->section).list) {
        if (block(at->section).list->stepBy(by))
            return;
        next = std::next(std::find(sections.begin(), sections.end(), at->section));
    }
    const bool hasKeyboard = isAncestorOf(QApplication::focusWidget());
    for (; next != sections.end(); ++next) {
        PersonList* list = block(*next).list;
        if (!list || !list->selectEnd(by))
            continue;
        if (hasKeyboard)
            list->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

void InboxView::takeKeyboard()
{
    const std::optional<models::Inbox::At> at = m_inbox.find(m_current);
    if (!at || at->row < 0)
        step(1);
    goTo(m_current);
}

QWidgetList InboxView::stops() const
{
    QWidgetList stops;
    for (const InboxSection section : order) {
        const Block& one = m_blocks[static_cast<std::size_t>(section)];
        if (one.header->isVisible())
            stops << one.header;
        if (section == InboxSection::Offered) {
            for (int i = 0; i < m_offerCards->count(); ++i)
                stops << m_offerCards->itemAt(i)->widget();
        } else if (one.list->isVisible()) {
            stops << one.list;
        }
        if (one.more && one.more->isVisible())
            stops << one.more;
    }
    return stops;
}

void InboxView::moveFrom(QWidget* stop, int step)
{
    const QWidgetList all = stops();
    for (qsizetype at = all.indexOf(stop) + step; at >= 0 && at < all.size(); at += step) {
        if (auto* list = qobject_cast<PersonList*>(all[at])) {
            if (!list->selectEnd(step))
                continue; // nobody in it
            list->setFocus(Qt::ShortcutFocusReason);
            return;
        }
        all[at]->setFocus(Qt::ShortcutFocusReason);
        bringIntoSight(all[at], all[at]->rect());
        return;
    }
}

void InboxView::keepPlace(const PersonList& list, int y, int by)
{
    // At the top one wants to see who comes; further down, what one reads stays where it is.
    const int seenFrom = verticalScrollBar()->value();
    if (seenFrom == 0 || list.y() + y >= seenFrom)
        return;
    if (m_shift == 0)
        QTimer::singleShot(0, this, [this] {
            verticalScrollBar()->setValue(verticalScrollBar()->value() + std::exchange(m_shift, 0));
        });
    m_shift += by;
}

void InboxView::bringIntoSight(QWidget* widget, const QRect& part)
{
    // Rows that have just come are not in their places before the layout's turn.
    const bool waits = !m_sightOf.isNull();
    m_sightOf = widget;
    m_sight = part;
    if (waits)
        return;
    QTimer::singleShot(0, this, [this] {
        const QWidget* shown = std::exchange(m_sightOf, nullptr);
        if (!shown || !shown->isVisible())
            return;
        const QPoint middle = shown->mapTo(this->widget(), m_sight.center());
        ensureVisible(0, middle.y(), 0, m_sight.height() / 2 + grid);
    });
}

void InboxView::updatePinned()
{
    const SectionHeader* header = block(InboxSection::Mine).header;
    const int top = header->mapTo(widget(), QPoint()).y() - verticalScrollBar()->value();
    // Measured without the strip it stands in, which would push them down itself.
    const int whole = viewport()->height() + viewportMargins().bottom();
    const bool below =
        isVisible() && m_inbox.section(InboxSection::Mine).count() > 0 && top > whole - header->height();
    m_pinned->setVisible(below);
    if (!below) {
        if (!viewportMargins().isNull())
            setViewportMargins({});
        return;
    }
    const QString words = tr("My conversations (%1)").arg(m_inbox.section(InboxSection::Mine).count());
    m_pinned->setText(m_inbox.unread() > 0
                          ? words + QStringLiteral(" · ") + tr("%n unread", nullptr, m_inbox.unread())
                          : words);
    const QSize size = m_pinned->sizeHint();
    // Beside the rows, not over one of them.
    const QMargins strip(0, 0, 0, size.height() + grid);
    if (viewportMargins() != strip)
        setViewportMargins(strip);
    m_pinned->setGeometry((viewport()->width() - size.width()) / 2, whole - size.height() - metrics::half,
                          size.width(), size.height());
    m_pinned->raise();
}

void InboxView::keyPressEvent(QKeyEvent* event)
{
    if (event->text() == QLatin1String("/"))
        Q_EMIT filterWanted();
    // Also on a header or an offer, where the arrows lead to from the rows.
    else if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier &&
             !m_inbox.marks().isEmpty())
        m_inbox.clearMarks();
    else
        QScrollArea::keyPressEvent(event);
}

void InboxView::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    updatePinned();
}

void InboxView::scrollContentsBy(int dx, int dy)
{
    QScrollArea::scrollContentsBy(dx, dy);
    updatePinned();
}

} // namespace relevo::ui
