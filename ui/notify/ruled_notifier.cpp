#include <ui/notify/ruled_notifier.h>

namespace relevo::ui {

RuledNotifier::RuledNotifier(Notifier& next, std::function<NoticeRules()> rules,
                             std::function<QTime()> localTime, QObject* parent)
    : Notifier(parent), m_next(next), m_rules(std::move(rules)), m_localTime(std::move(localTime))
{
    connect(&next, &Notifier::opened, this, [this](const QString& key, const QString& token) {
        forget(key);
        Q_EMIT opened(key, token);
    });
    connect(&next, &Notifier::acted, this,
            [this](const QString& key, NoticeAction action, const QString& token) {
                forget(key);
                Q_EMIT acted(key, action, token);
            });
    connect(&next, &Notifier::dismissed, this, [this](const QString& key) {
        forget(key);
        Q_EMIT dismissed(key);
    });
}

void RuledNotifier::show(const Notice& notice)
{
    const NoticeRules rules = m_rules();
    if (!isWanted(rules, notice, m_localTime()))
        return;
    if (notice.heardOnly) {
        m_next.show(notice);
        return;
    }
    const Notice seen = asSeen(rules, notice);
    m_told.insert(notice.key, notice);
    m_shown.insert(notice.key, seen);
    m_next.show(seen);
}

void RuledNotifier::apply()
{
    const NoticeRules rules = m_rules();
    // Whoever shows them may tell at once that somebody has opened one.
    const QHash<QString, Notice> told = m_told;
    for (const Notice& notice : told) {
        Notice seen = asSeen(rules, notice);
        const Notice& shown = m_shown[notice.key];
        if (seen.title == shown.title && seen.body == shown.body)
            continue;
        seen.again = true;
        m_shown.insert(notice.key, seen);
        m_next.show(seen);
    }
}

void RuledNotifier::forget(const QString& key)
{
    m_told.remove(key);
    m_shown.remove(key);
}

void RuledNotifier::withdraw(const QString& key)
{
    forget(key);
    m_next.withdraw(key);
}

} // namespace relevo::ui
