#pragma once

#include <domain/event.h>
#include <domain/report_facts.h>

#include <map>
#include <optional>

namespace relevo::store {

/// A contact's labels as they are looked up: in folded case, in their order.
[[nodiscard]] QStringList foldedTags(const domain::Contact& contact);

/// What the tables beside the conversations (contacts, notifications, and what reports count) must hold after
/// a project's events: the fold that fills and proves them.
struct Facts
{
    struct Attended
    {
        qint64 seq = 0;
        domain::Attendance attendance;

        friend bool operator==(const Attended&, const Attended&) = default;
    };

    struct Known
    {
        domain::ConversationId conversation;
        qint64 seq = 0;               ///< when something was last told of them
        domain::ContactId mergedInto; ///< null: they stand for themselves
        QStringList tags;             ///< foldedTags()

        friend bool operator==(const Known&, const Known&) = default;
    };

    std::map<domain::ContactId, Known> contacts;
    std::map<domain::HandoffId, domain::HandoffFacts> handoffs;
    std::map<qint64, domain::Opening> openings; ///< by sequence number
    std::map<domain::AgentId, std::vector<Attended>> attendance;
    std::map<domain::NotificationId, qint64> notifications; ///< their sequence numbers
    std::map<std::pair<domain::NotificationId, domain::AgentId>, Timestamp> reads;

    void fold(const domain::Event& event);

private:
    struct Conversation
    {
        QString channel;
        qint64 opened = 0; ///< sequence number of the newest opening
    };
    std::map<domain::ConversationId, Conversation> m_conversations;
};

} // namespace relevo::store
