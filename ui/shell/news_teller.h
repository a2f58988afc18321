#pragma once

#include <client/handoff_news.h>

#include <QtCore/QObject>

namespace relevo::client {
class Desk;
}

namespace relevo::ui {

class DeskNotices;
class MainWindow;

/// How loudly the agent is told what the desk hears of, by what they look at. Whoever looks elsewhere is
/// notified of everything. In the window's front nothing is shown twice: what stands in its lists is only
/// heard, what is read as it comes not even that, and what must be done soon in another conversation is shown
/// as well. What comes for this agent alone is always shown.
class NewsTeller final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    NewsTeller(client::Desk& desk, MainWindow& window, DeskNotices& notices, QObject* parent = nullptr);

private:
    client::Desk& m_desk;
    MainWindow& m_window;
    DeskNotices& m_notices;

    void tell(const client::HandoffNews& news);
    void tellWaiting(int count, const QList<client::HandoffNews>& pressing);
    void tellWritten(const domain::ConversationId& conversation, const QString& line);
    void tellMore(int count);
    [[nodiscard]] bool isBeforeTheirEyes(const domain::ConversationId& conversation) const;
};

} // namespace relevo::ui
