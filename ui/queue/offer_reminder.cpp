#include <ui/queue/offer_reminder.h>

#include <ui/queue/offer_card.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <models/inbox.h>
#include <models/section_model.h>

#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

namespace {

/// The one with the least time left; null when nothing is offered.
const client::ConversationRow* mostPressing(const models::Inbox& inbox)
{
    const models::SectionModel& offers = inbox.section(models::InboxSection::Offered);
    const client::ConversationRow* first = nullptr;
    for (int i = 0; i < offers.rowCount(); ++i) {
        const client::ConversationRow* row = models::rowIn(inbox.live(), offers.conversationAt(i));
        if (row && row->offeredUntil && (!first || *row->offeredUntil < *first->offeredUntil))
            first = row;
    }
    return first;
}

} // namespace

OfferReminder::OfferReminder(const Theme& theme, models::Inbox& inbox, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_inbox(inbox), m_layout(new QVBoxLayout(this)),
      m_more(new Text(theme, &Fonts::caption, &Colors::muted))
{
    setObjectName(QStringLiteral("offerReminder"));
    m_layout->setContentsMargins(0, 0, 0, grid);
    m_layout->setSpacing(metrics::half);
    m_more->setContentsMargins(2 * grid + metrics::half, 0, 2 * grid, 0);
    m_layout->addWidget(m_more);
    connect(&inbox, &models::Inbox::countsChanged, this, &OfferReminder::refresh);
    // Offers count down.
    connect(&inbox.section(models::InboxSection::Offered), &QAbstractItemModel::dataChanged, this,
            &OfferReminder::refresh);
    hide();
}

void OfferReminder::setNeeded(bool needed)
{
    m_needed = needed;
    refresh();
}

void OfferReminder::refresh()
{
    const client::ConversationRow* row = m_needed ? mostPressing(m_inbox) : nullptr;
    if (!row) {
        dropCard();
        hide();
        return;
    }
    showCard(row->id);
    m_card->setRow(*row, m_inbox.clock().now());
    const int others = m_inbox.section(models::InboxSection::Offered).rowCount() - 1;
    m_more->setWhole(tr("%n more offered to you", nullptr, others));
    m_more->setVisible(others > 0);
    show();
}

void OfferReminder::dropCard()
{
    if (!m_card)
        return;
    m_layout->removeWidget(m_card);
    m_card->hide();
    m_card->deleteLater(); // it may be what was just pressed
    m_card = nullptr;
}

void OfferReminder::showCard(const domain::ConversationId& first)
{
    if (m_card && m_card->conversation() == first)
        return;
    dropCard();
    m_card = new OfferCard(m_theme, *models::rowIn(m_inbox.live(), first), m_inbox.clock().now(), this);
    m_layout->insertWidget(0, m_card);
    m_card->show();
    connect(m_card, &OfferCard::chosen, this, &OfferReminder::chosen);
    connect(m_card, &OfferCard::accepted, this, &OfferReminder::accepted);
    connect(m_card, &OfferCard::declined, this, &OfferReminder::declined);
}

} // namespace relevo::ui
