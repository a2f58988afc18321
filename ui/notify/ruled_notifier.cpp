#include <ui/notify/ruled_notifier.h>

namespace relevo::ui {

RuledNotifier::RuledNotifier(Notifier& next, std::function<NoticeRules()> rules,
                             std::function<QTime()> localTime, QObject* parent)
    : Notifier(parent), m_next(next), m_rules(std::move(rules)), m_localTime(std::move(localTime))
{
    connect(&next, &Notifier::opened, this, &Notifier::opened);
    connect(&next, &Notifier::acted, this, &Notifier::acted);
    connect(&next, &Notifier::dismissed, this, &Notifier::dismissed);
}

void RuledNotifier::show(const Notice& notice)
{
    const NoticeRules rules = m_rules();
    if (isWanted(rules, notice, m_localTime()))
        m_next.show(asSeen(rules, notice));
}

void RuledNotifier::withdraw(const QString& key)
{
    m_next.withdraw(key);
}

} // namespace relevo::ui
