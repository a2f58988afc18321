#pragma once

#include <ui/notify/notice_rules.h>

#include <client/handoff_news.h>

#include <QtCore/QTimer>

#include <functional>

namespace relevo::ui {

/// Knows whether this desktop would show, or let hear, an offer and a customer who begins to wait: as the
/// agent's rules say now, and whatever they say while the window is before the agent's eyes. The relay is
/// told, so that nobody waits for an agent who was not told.
class AlertKeeper final : public QObject
{
    Q_OBJECT
public:
    /// Each is asked anew whenever it is looked; `localTime` is the clock on the wall.
    struct Sources
    {
        std::function<NoticeRules()> rules;
        std::function<QTime()> localTime;
        std::function<bool()> isLookedAt;
    };

    explicit AlertKeeper(Sources sources, QObject* parent = nullptr);

    /// One of them may be another now. Rules and hours are looked at every few seconds without that.
    void look();

Q_SIGNALS:
    void changed(const relevo::client::AlertsShown& shown);

private:
    Sources m_sources;
    QTimer m_timer;
    client::AlertsShown m_shown;
};

} // namespace relevo::ui
