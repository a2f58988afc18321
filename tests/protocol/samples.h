#pragma once

#include "bot_samples.h"
#include "handoff_samples.h"
#include "notice_samples.h"
#include "people_samples.h"

#include <domain/state.h>
#include <protocol/names.h>

#include <array>
#include <random>

namespace relevo::test {

using namespace domain;

/// Things with every field filled in from a seed; the texts are odd on purpose.
class Samples
{
public:
    explicit Samples(quint32 seed) : m_random(seed) {}

    QString text()
    {
        static const std::array<QString, 10> odd{QStringLiteral("plain"),
                                                 QStringLiteral("\"quoted\" \\ back\\slash"),
                                                 QStringLiteral("línea\nnueva\t\r"),
                                                 QStringLiteral("مرحبا ‏RTL"),
                                                 QStringLiteral("👩🏽‍💻🇧🇷"),
                                                 QString::fromUtf8("nul\0inside", 10),
                                                 QStringLiteral("\u2028\u2029\ufeff"),
                                                 QStringLiteral("é e\u0301"),
                                                 QStringLiteral("</script>{}[]:,"),
                                                 QChar(0xfeff) + QStringLiteral("mark")};
        return odd[below(odd.size())] + QString::number(below(1'000));
    }
    std::size_t below(std::size_t end) { return m_random() % end; }
    QUuid uuid()
    {
        return {static_cast<uint>(m_random()), 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0,
                static_cast<uchar>(below(256))};
    }
    template <typename IdType>
    IdType id()
    {
        return IdType(uuid());
    }
    Timestamp at()
    {
        return Timestamp{milliseconds(1'700'000'000'000 + static_cast<qint64>(m_random()) * 40)};
    }
    template <typename Enum>
    Enum one(Enum last)
    {
        return static_cast<Enum>(below(static_cast<std::size_t>(last) + 1));
    }

    Project project() { return {id<ProjectId>(), text()}; }
    Settings settings()
    {
        Settings s;
        s.enabled = below(2) == 0;
        s.notificationChannel = one(NotificationChannel::Desktop);
        if (below(2) == 0) {
            s.businessHours.emplace().timezone = text();
            s.businessHours->days[below(7)] = {{540, 1020}, {1320, 1800}};
            s.businessHours->holidays = {text()};
        }
        s.escalationKeywords = {text(), text()};
        s.triggers.vip = below(2) == 0;
        s.sentimentThreshold = 0.25;
        s.failureCountThreshold = 4;
        s.responseTimeoutMinutes = 7;
        s.routing = one(Routing::LeastBusy);
        s.handoffMessage = text();
        s.awayMessage = text();
        s.resolvedMessage = text();
        s.csatEnabled = s.typingPreview = below(2) == 0;
        s.csatMessage = text();
        s.dailySummaryAt = static_cast<int>(below(1'440));
        keepFrom(*this, s);
        s.sla.policies = {{text(), {one(Priority::Low)}, {text()}, {text()}, 1, 2, 3, below(2) == 0}};
        return s;
    }
    BotSettings bots() { return botsFrom(*this); }
    Agent agent()
    {
        return {id<AgentId>(),           text(),       text(),   one(Role::Admin),
                one(Availability::Away), {text()},     {text()}, 5,
                below(2) == 0,           at(),         at(),     below(2) == 0,
                below(2) == 0,           below(2) == 0};
    }
    Contact contact()
    {
        return {id<ContactId>(),
                text(),
                text(),
                text(),
                {{text(), text()}},
                {text(), text()},
                below(2) == 0,
                id<ContactId>(),
                {{id<MessageId>(), id<AgentId>(), text(), text(), at()}}};
    }
    Conversation conversation() { return conversationFrom(*this); }
    Attachment attachment() { return attachmentFrom(*this); }
    Message message()
    {
        Message m{id<MessageId>(),
                  id<ConversationId>(),
                  9,
                  one(Author::System),
                  text(),
                  text(),
                  text(),
                  text(),
                  below(2) == 0,
                  below(2) == 0,
                  static_cast<double>(below(1'001)) / 1'000,
                  static_cast<int>(below(3)),
                  text(),
                  text(),
                  one(Delivery::Unknown),
                  {},
                  {},
                  at()};
        if (below(2) == 0)
            m.attachments = {attachment(), attachment()};
        if (below(2) == 0)
            m.deliveryError = DeliveryError{text(), text()};
        if (below(2) == 0)
            m.madeFrom = TemplateUse{text(), text(), {text(), text()}};
        return m;
    }
    DeliveryUpdate delivery()
    {
        return {id<MessageId>(), one(Delivery::Unknown), DeliveryError{text(), text()}};
    }
    Control control() { return {Holder::Agent, id<AgentId>(), 12}; }
    Handoff handoff()
    {
        return {id<HandoffId>(),
                id<ConversationId>(),
                text(),
                one(HandoffStatus::ConvertedToTicket),
                {one(TriggerType::Vip), text(), 0.5},
                one(Priority::Low),
                one(HandoffMode::Async),
                AgentRef{id<AgentId>(), text()},
                Offer{{id<AgentId>(), text()}, at()},
                {{id<AgentId>(), text()}},
                {text()},
                id<AgentId>(),
                at(),
                at(),
                3,
                summaryFrom(*this),
                at(),
                at(),
                at(),
                at(),
                at(),
                at(),
                text(),
                text(),
                true,
                promisesFrom(*this),
                id<TeamId>(),
                at(),
                ratingFrom(*this)};
    }
    Event event(EventType type)
    {
        return {7,
                id<EventId>(),
                type,
                at(),
                {one(ActorType::Integration), text(), text()},
                id<ConversationId>(),
                id<HandoffId>(),
                data(type),
                below(4) == 0 ? id<ConversationId>() : ConversationId()};
    }
    ConversationState state()
    {
        return {conversation(), control(), message(), handoff(), 2, 0.25, at(), at()};
    }

private:
    EventData data(EventType type)
    {
        if ((type >= EventType::AgentUpdated && type <= EventType::ContactErased) || isOfFiles(type))
            return peopleFrom(*this, type);
        switch (type) {
        case EventType::ProjectCreated:
            return project();
        case EventType::SettingsChanged:
            return settings();
        case EventType::AgentCreated:
        case EventType::AgentAvailability:
        case EventType::AgentAssigned:
            return agent();
        case EventType::ContactUpdated:
        case EventType::ContactMerged:
        case EventType::ContactSplit:
        case EventType::ContactCreated:
            return contact();
        case EventType::ChannelHealth:
            return HealthChange{text(), text(), text(), one(ChannelState::Failing), at(), text()};
        case EventType::ConversationOpened:
        case EventType::ConversationUpdated:
        case EventType::ConversationClosed:
            return conversation();
        case EventType::MessageReceived:
        case EventType::MessageSent:
        case EventType::NoteAdded:
            return message();
        case EventType::MessageDelivery:
            return delivery();
        case EventType::ControlChanged:
            return control();
        case EventType::SummaryReady:
            return summaryFrom(*this);
        case EventType::BotsChanged:
            return bots();
        case EventType::NotificationPosted:
            return noticeFrom(*this);
        case EventType::NotificationRead:
            return NotificationRead{id<NotificationId>(), id<AgentId>()};
        case EventType::Hidden:
        case EventType::Unknown:
            return {};
        default:
            return handoff();
        }
    }

    std::mt19937 m_random;
};

inline std::vector<EventType> knownTypes()
{
    std::vector<EventType> types;
    for (int type = 0; type < static_cast<int>(EventType::Hidden); ++type)
        types.push_back(static_cast<EventType>(type));
    return types;
}

} // namespace relevo::test
