#pragma once

#include <relay/bot_turn.h>

namespace relevo::relay {

/// Tells the project's enrichers (webhook bots that do not talk) of every message of a customer, whoever
/// speaks to them, and writes down what they say about the contact. What they would say is not used, and
/// nobody waits for them: what fails is logged, what was under way when the relay was ended is not asked
/// again. I/O thread.
class BotEnricher final : public QObject
{
    Q_OBJECT

public:
    explicit BotEnricher(BotTurnParts parts, QObject* parent = nullptr);

    void enrich(const domain::ProjectId& project, const domain::Message& message);

    static constexpr int mostAtOnce = 64; ///< over all projects; more are not asked

private:
    void ask(const domain::ProjectId& project, const QString& name, const bot::Turn& turn);

    BotTurnParts m_parts;
    int m_underWay = 0;
};

} // namespace relevo::relay
