#pragma once

#include <ui/queue/bulk_wish.h>

#include <client/live_view.h>

#include <QtCore/QSet>

#include <functional>

namespace relevo::ui {

/// One bulk wish on its way: what has been done is seen in the live state, what was refused is told here. One
/// at a time; a new one leaves what is still open of the last to itself.
class BulkRun final : public QObject
{
    Q_OBJECT
public:
    /// Wishes it for one conversation.
    using Send = std::function<void(const client::ConversationRow& row)>;

    /// `live` must outlive the run.
    explicit BulkRun(const client::LiveView& live, QObject* parent = nullptr);

    void start(const BulkWish& wish, const Send& send);
    /// A wish about a conversation was refused. False when it is none of the run's.
    [[nodiscard]] bool takeFailure(const domain::ConversationId& conversation, const QString& why);
    /// It was taken back before it left: it is asked for no longer.
    void takeBack(const domain::ConversationId& conversation);
    /// A claim was won. False when it is none of the run's.
    [[nodiscard]] bool takeClaim(const domain::ConversationId& conversation);

Q_SIGNALS:
    /// `open` are still to be answered.
    void progressed(int done, int open, const QList<relevo::ui::BulkRefusal>& refused);

private:
    const client::LiveView& m_live;
    BulkWish m_wish;
    QSet<domain::ConversationId> m_open;
    QSet<domain::ConversationId> m_claims; ///< whose answer is to come, though they are seen to be ours
    QList<BulkRefusal> m_refused;
    int m_done = 0;

    [[nodiscard]] bool isDone(const domain::ConversationId& conversation) const;
    [[nodiscard]] QString nameOf(const domain::ConversationId& conversation) const;
    void look();
    void tell();
};

} // namespace relevo::ui
