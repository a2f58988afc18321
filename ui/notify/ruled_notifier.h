#pragma once

#include <ui/notify/notice_rules.h>

#include <functional>

namespace relevo::ui {

/// Shows through another notifier what the agent wants to be notified of.
class RuledNotifier final : public Notifier
{
    Q_OBJECT
public:
    /// `rules` is asked for each notice, so that a change of them counts at once; `localTime` is the clock on
    /// the wall. `next` must outlive this.
    RuledNotifier(Notifier& next, std::function<NoticeRules()> rules, std::function<QTime()> localTime,
                  QObject* parent = nullptr);

    void show(const Notice& notice) override;
    void withdraw(const QString& key) override;

private:
    Notifier& m_next;
    std::function<NoticeRules()> m_rules;
    std::function<QTime()> m_localTime;
};

} // namespace relevo::ui
