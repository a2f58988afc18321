#include <relay/event_counts.h>

#include <domain/rating.h>
#include <protocol/names.h>

namespace relevo::relay {
namespace {

// What a handoff can end as. Handed back is a resolution after which the bot goes on.
constexpr auto resolved = "resolved";
constexpr auto handedBack = "handed_back";
constexpr auto abandoned = "abandoned";
constexpr auto converted = "converted_to_ticket";

} // namespace

EventCounts::EventCounts(Hub& hub) : m_hub(hub)
{
    // Those that watch want to see a nothing as 0, not as nothing.
    using enum domain::TriggerType;
    for (const domain::TriggerType type : {Keyword, Sentiment, Failure, Manual, Sensitive, Urgent, Vip})
        m_triggers[std::string(protocol::nameOf(type))] = 0;
    for (const domain::Author author : {domain::Author::Bot, domain::Author::Agent, domain::Author::System})
        m_messagesOut[std::string(protocol::nameOf(author))] = 0;
    for (const char* outcome : {resolved, handedBack, abandoned, converted})
        m_handoffsEnded[outcome] = 0;
    for (int score = domain::lowestRating; score <= domain::highestRating; ++score)
        m_ratings[std::to_string(score)] = 0;
    m_hub.listenToAll(*this);
}

EventCounts::~EventCounts()
{
    m_hub.leaveAll(*this);
}

void EventCounts::heard(const Published& published)
{
    const domain::Event& event = published.event;
    ++m_events[std::string(protocol::nameOf(event.type))];
    const auto* message = std::get_if<domain::Message>(&event.data);
    const auto* handoff = std::get_if<domain::Handoff>(&event.data);
    switch (event.type) {
    case domain::EventType::MessageReceived:
        ++m_messagesIn;
        break;
    case domain::EventType::MessageSent:
        if (message)
            ++m_messagesOut[std::string(protocol::nameOf(message->author))];
        break;
    case domain::EventType::HandoffRequested:
        if (handoff)
            ++m_triggers[std::string(protocol::nameOf(handoff->trigger.type))];
        break;
    case domain::EventType::HandoffResolved:
        ++m_handoffsEnded[handoff && handoff->handedBackToBot ? handedBack : resolved];
        break;
    case domain::EventType::HandoffAbandoned:
        ++m_handoffsEnded[abandoned];
        break;
    case domain::EventType::HandoffConverted:
        ++m_handoffsEnded[converted];
        break;
    case domain::EventType::HandoffRated:
        if (handoff && handoff->rating)
            ++m_ratings[std::to_string(handoff->rating->score)];
        break;
    default:
        break;
    }
}

} // namespace relevo::relay
