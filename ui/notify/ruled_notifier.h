#pragma once

#include <ui/notify/notice_rules.h>

#include <QtCore/QHash>

#include <functional>

namespace relevo::ui {

/// Shows through another notifier what the agent wants to be notified of, and hides again what may no longer
/// be read.
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
    /// The rules may be others now, e.g. because the screen was locked or unlocked: what is still shown is
    /// shown as they let it be seen.
    void apply();

private:
    Notifier& m_next;
    std::function<NoticeRules()> m_rules;
    std::function<QTime()> m_localTime;
    QHash<QString, Notice> m_told;  ///< whole, by key; until withdrawn, opened or put away
    QHash<QString, Notice> m_shown; ///< the same as they were last let be seen

    void forget(const QString& key);
};

} // namespace relevo::ui
