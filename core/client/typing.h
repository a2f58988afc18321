#pragma once

#include <client/link.h>

#include <QtCore/QHash>

namespace relevo::client {

/// Who is typing, both ways: what this agent does is told to the relay sparingly, what others do ends by
/// itself. Lives on the mirror thread.
class Typing final : public QObject
{
    Q_OBJECT
public:
    Typing(const Clock& clock, Link& link, QObject* parent = nullptr);

    /// This agent's keys; repeated calls are told on every few seconds.
    void set(const domain::ConversationId& conversation, bool on);
    /// A `typing` notification. The relay tells all agents, the one called `ownName` too, who is left out.
    void heard(const protocol::Json& params, const QString& ownName);
    /// The connection is gone, and with it what was known.
    void forget();

Q_SIGNALS:
    /// `text`: what they have written so far, where the channel tells it; mostly empty.
    void changed(const relevo::domain::ConversationId& conversation, const QString& name, bool on,
                 const QString& text);

private:
    struct Other
    {
        QString name;
        milliseconds until{0};
    };

    const Clock& m_clock;
    Link& m_link;
    QTimer m_timer;
    QHash<domain::ConversationId, milliseconds> m_told;
    QHash<domain::ConversationId, Other> m_others;

    void expire();
};

} // namespace relevo::client
