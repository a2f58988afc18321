#include <ui/queue/bulk_run.h>

#include <models/names.h>

namespace relevo::ui {

BulkRun::BulkRun(const client::LiveView& live, QObject* parent) : QObject(parent), m_live(live)
{
    connect(&live, &client::LiveView::rowsChanged, this, &BulkRun::look);
    connect(&live, &client::LiveView::rowsReset, this, &BulkRun::look);
}

void BulkRun::start(const BulkWish& wish, const Send& send)
{
    m_wish = wish;
    m_refused.clear();
    m_done = 0;
    m_open = QSet<domain::ConversationId>(wish.conversations.cbegin(), wish.conversations.cend());
    m_claims = wish.action == BulkAction::Claim ? m_open : QSet<domain::ConversationId>();
    // An answer may come before send returns.
    for (const domain::ConversationId& id : wish.conversations) {
        const client::ConversationRow* row = m_live.row(id);
        if (row && !row->handoffId.isNull()) {
            const client::ConversationRow copy = *row;
            send(copy);
        } else {
            (void)takeFailure(id, tr("It is over."));
        }
    }
    look();
    tell();
}

bool BulkRun::takeFailure(const domain::ConversationId& conversation, const QString& why)
{
    m_claims.remove(conversation);
    if (!m_open.remove(conversation))
        return false;
    m_refused.push_back({nameOf(conversation), why});
    tell();
    return true;
}

void BulkRun::takeBack(const domain::ConversationId& conversation)
{
    m_claims.remove(conversation);
    if (m_open.remove(conversation))
        tell();
}

bool BulkRun::takeClaim(const domain::ConversationId& conversation)
{
    if (!m_claims.remove(conversation))
        return false;
    if (m_open.remove(conversation)) {
        ++m_done;
        tell();
    }
    return true;
}

bool BulkRun::isDone(const domain::ConversationId& conversation) const
{
    const client::ConversationRow* row = m_live.row(conversation);
    if (!row)
        return m_wish.action != BulkAction::Claim; // resolved, or gone with whoever got it
    const bool mine = client::isHeldBy(*row, m_live.me().id);
    switch (m_wish.action) {
    case BulkAction::Claim:
        return mine;
    case BulkAction::Resolve:
        return row->resolvedAt.has_value();
    case BulkAction::Snooze:
        return row->snoozedUntil.has_value();
    case BulkAction::Transfer:
        return m_wish.team.isNull() ? row->holderAgent == m_wish.agent
                                    : client::isWaiting(*row) && row->team == m_wish.team;
    }
    return false;
}

QString BulkRun::nameOf(const domain::ConversationId& conversation) const
{
    const client::ConversationRow* row = m_live.row(conversation);
    if (!row)
        row = m_live.resolved().find(conversation);
    return models::visibleName(row ? row->contactName : QString(), conversation);
}

void BulkRun::look()
{
    const auto before = m_open.size();
    m_open.removeIf([this](const domain::ConversationId& id) { return isDone(id); });
    if (m_open.size() == before)
        return;
    m_done += static_cast<int>(before - m_open.size());
    tell();
}

void BulkRun::tell()
{
    if (!m_wish.conversations.isEmpty())
        Q_EMIT progressed(m_done, static_cast<int>(m_open.size()), m_refused);
}

} // namespace relevo::ui
