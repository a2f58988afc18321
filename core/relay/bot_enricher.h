#pragma once

#include <relay/bot_turn.h>

#include <set>

namespace relevo::relay {

/// Tells the project's enrichers (webhook bots that do not talk) of every message of a customer, whoever
/// speaks to them, with what was said before, and writes down what they say about the contact. What they
/// would say is not used, and nobody waits for them: what fails is logged. What they are asked is on disk
/// until they have answered, so that a restart in between asks them again, under the same turn. I/O thread.
class BotEnricher final : public QObject
{
    Q_OBJECT

public:
    explicit BotEnricher(BotTurnParts parts, QObject* parent = nullptr);

    /// Asks again what was under way when the relay was ended; what nobody is to be asked any more is
    /// dropped.
    void start();
    void enrich(const domain::ProjectId& project, const domain::Message& message);

    static constexpr std::size_t mostAtOnce = 64; ///< over all projects; more are not asked

private:
    using Key = std::pair<domain::MessageId, QString>;

    [[nodiscard]] static Key keyOf(const store::Enrichment& enrichment);
    [[nodiscard]] bool isWanted(const store::Enrichment& enrichment) const;
    void read(const store::Enrichment& enrichment);
    void ask(const store::Enrichment& enrichment, std::vector<domain::Message> messages);
    void answered(const store::Enrichment& enrichment, const bot::Reply& reply);
    void drop(const store::Enrichment& enrichment, const QString& why);
    void forget(const store::Enrichment& enrichment);

    BotTurnParts m_parts;
    std::set<Key> m_underWay;
    QTimer m_again; // the look for what was interrupted
};

} // namespace relevo::relay
