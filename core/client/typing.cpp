#include <client/typing.h>

#include <protocol/limits.h>

namespace relevo::client {

namespace {

constexpr milliseconds renewEvery{3'000};
constexpr milliseconds holdsFor{6'000}; // without a renewal (PROTOCOL.md)

} // namespace

Typing::Typing(const Clock& clock, Link& link, QObject* parent)
    : QObject(parent), m_clock(clock), m_link(link), m_timer(this)
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &Typing::expire);
}

void Typing::set(const domain::ConversationId& conversation, bool on)
{
    const milliseconds now = m_clock.monotonic();
    const auto told = m_told.constFind(conversation);
    const bool known = told != m_told.cend();
    if (on ? known && now - *told < renewEvery : !known)
        return;
    if (on)
        m_told.insert(conversation, now);
    else
        m_told.remove(conversation);
    m_link.call("typing.set", {{"conversationId", conversation.text()}, {"on", on}},
                [](const Result<protocol::Json>&) {});
}

void Typing::heard(const protocol::Json& params, const QString& ownName)
{
    protocol::Fields fields(params);
    const auto conversation = fields.id<domain::ConversationId>("conversationId");
    const QString author = fields.optionalText("author", protocol::maxShortText);
    const QString name = fields.optionalText("name", protocol::maxShortText);
    const QString text = fields.optionalText("text", protocol::maxPreviewBytes);
    const bool on = fields.flag("on");
    if (fields.error() || (author == QLatin1String("agent") && name == ownName))
        return;
    const bool was = m_others.contains(conversation);
    if (on)
        m_others.insert(conversation, {name, m_clock.monotonic() + holdsFor});
    else
        m_others.remove(conversation);
    if (on && !m_timer.isActive())
        m_timer.start();
    // A renewal is told too: whoever looks only now has not heard the beginning.
    if (on || was)
        Q_EMIT changed(conversation, name, on, on ? text : QString());
}

void Typing::forget()
{
    m_told.clear();
    const QHash<domain::ConversationId, Other> others = std::exchange(m_others, {});
    m_timer.stop();
    for (auto other = others.cbegin(); other != others.cend(); ++other)
        Q_EMIT changed(other.key(), other->name, false, {});
}

void Typing::expire()
{
    const milliseconds now = m_clock.monotonic();
    QList<domain::ConversationId> over;
    for (auto other = m_others.cbegin(); other != m_others.cend(); ++other) {
        if (other->until <= now)
            over.push_back(other.key());
    }
    for (const domain::ConversationId& id : over) {
        const Other other = m_others.take(id);
        Q_EMIT changed(id, other.name, false, {});
    }
    if (m_others.isEmpty())
        m_timer.stop();
}

} // namespace relevo::client
