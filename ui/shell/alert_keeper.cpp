#include <ui/shell/alert_keeper.h>

namespace relevo::ui {

namespace {

constexpr std::chrono::seconds lookAgainEvery{5};

} // namespace

AlertKeeper::AlertKeeper(Sources sources, QObject* parent)
    : QObject(parent), m_sources(std::move(sources)), m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, &AlertKeeper::look);
    m_timer.start(lookAgainEvery);
}

void AlertKeeper::look()
{
    const NoticeRules rules = m_sources.rules();
    const QTime now = m_sources.localTime();
    const bool looked = m_sources.isLookedAt();
    Notice offer;
    offer.kind = NoticeKind::Offer;
    offer.urgent = true; // as every offer
    Notice request;
    request.kind = NoticeKind::NewHandoff;
    const client::AlertsShown shown{looked || isWanted(rules, offer, now),
                                    looked || isWanted(rules, request, now)};
    if (shown == m_shown)
        return;
    m_shown = shown;
    Q_EMIT changed(shown);
}

} // namespace relevo::ui
