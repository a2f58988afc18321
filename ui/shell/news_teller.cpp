#include <ui/shell/news_teller.h>

#include <ui/shell/desk_notices.h>
#include <ui/shell/desk_page.h>
#include <ui/shell/main_window.h>

#include <client/desk.h>

namespace relevo::ui {

NewsTeller::NewsTeller(client::Desk& desk, MainWindow& window, DeskNotices& notices, QObject* parent)
    : QObject(parent), m_desk(desk), m_window(window), m_notices(notices)
{
    connect(&desk, &client::Desk::newHandoff, this, &NewsTeller::tell);
    connect(&desk, &client::Desk::handoffsWhileAway, this, &NewsTeller::tellWaiting);
    connect(&desk, &client::Desk::customerWrote, this, &NewsTeller::tellWritten);
    connect(&desk, &client::Desk::moreOfMine, this, &NewsTeller::tellMore);
}

bool NewsTeller::isBeforeTheirEyes(const domain::ConversationId& conversation) const
{
    return m_window.isLookedAt() && m_window.isDeskShown() && m_window.desk().current() == conversation;
}

void NewsTeller::tell(const client::HandoffNews& news)
{
    // For this agent alone, by somebody else's doing: it rings whatever they look at.
    const bool forMe = news.kind == client::NewsKind::OfferedToMe ||
                       news.kind == client::NewsKind::OfferOver || news.kind == client::NewsKind::GivenToMe;
    if (forMe || !m_window.isLookedAt()) {
        m_notices.tell(news);
        return;
    }
    const client::ConversationRow* row = m_desk.live().row(news.conversation);
    const bool mine =
        news.kind == client::NewsKind::TimeShort || (row && client::isHeldBy(*row, m_desk.live().me().id));
    if (mine && !isBeforeTheirEyes(news.conversation))
        m_notices.tell(news, true);
    else
        m_notices.hear(mine ? NoticeKind::TimeShort : NoticeKind::NewHandoff,
                       news.priority == domain::Priority::Urgent);
}

void NewsTeller::tellWaiting(int count, const QList<client::HandoffNews>& pressing)
{
    if (!m_window.isLookedAt())
        m_notices.handoffsWait(count, pressing);
    else
        m_notices.hear(NoticeKind::NewHandoff);
}

void NewsTeller::tellWritten(const domain::ConversationId& conversation, const QString& line)
{
    if (!m_window.isLookedAt())
        m_notices.customerWrote(conversation, line);
    else if (!isBeforeTheirEyes(conversation))
        m_notices.hear(NoticeKind::Reply);
}

void NewsTeller::tellMore(int count)
{
    if (!m_window.isLookedAt())
        m_notices.moreOfMine(count);
    else
        m_notices.hear(NoticeKind::Reply);
}

} // namespace relevo::ui
