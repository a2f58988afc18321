#include <relay/repeats.h>

#include <assist/failure.h>
#include <base/log.h>

#include <algorithm>
#include <limits>

namespace relevo::relay {
namespace {

constexpr std::size_t thingsRemembered = 3;
constexpr qsizetype charactersRemembered = 600; ///< what assist::sameness reads
constexpr int conversationsRemembered = 20'000;
constexpr std::size_t readUpAtMost = 500; ///< conversations, those with the newest messages
constexpr int messagesRead = 20;

/// Only what is said to the bot can tell that the bot does not help.
bool talksWithBot(const domain::ConversationState& conversation)
{
    return conversation.control.holder == domain::Holder::Bot &&
           !(conversation.handoff && domain::isOpen(conversation.handoff->status));
}

} // namespace

Repeats::Repeats(Hub& hub, QueryThread& queries, QObject* parent)
    : QObject(parent), m_hub(hub), m_queries(queries)
{
    m_hub.listenToAll(*this);
}

Repeats::~Repeats()
{
    m_hub.leaveAll(*this);
}

int Repeats::count(const domain::ConversationId& conversation, const QString& text) const
{
    const auto memory = m_said.constFind(conversation);
    if (memory == m_said.cend())
        return 0;
    const auto same = std::find_if(memory->rbegin(), memory->rend(), [&text](const Said& said) {
        return assist::sameness(said.text, text) >= assist::sameAgain;
    });
    return same == memory->rend() ? 0 : same->times;
}

void Repeats::remember(Memory& memory, const domain::Message& message)
{
    if (message.kind == domain::messagekind::rating)
        return; // it answered the relay, not the bot
    const QString text = message.content.left(charactersRemembered);
    // What is not even the same as itself says nothing.
    if (assist::sameness(text, text) < assist::sameAgain)
        return;
    const auto same = std::find_if(memory.begin(), memory.end(), [&text](const Said& said) {
        return assist::sameness(said.text, text) >= assist::sameAgain;
    });
    int times = message.repeats + 1;
    if (same != memory.end()) {
        times = std::max(times, same->times + 1);
        memory.erase(same);
    } else if (memory.size() >= thingsRemembered) {
        memory.erase(memory.begin());
    }
    memory.push_back({text, times});
}

void Repeats::heard(const Published& published)
{
    const domain::Event& event = published.event;
    if (event.type == domain::EventType::ConversationClosed ||
        event.type == domain::EventType::HandoffRequested) {
        m_said.remove(event.conversationId);
        return;
    }
    const auto* message = std::get_if<domain::Message>(&event.data);
    if (!message || message->author != domain::Author::Customer)
        return;
    const domain::ConversationState* conversation = m_hub.byId(published.project, event.conversationId);
    if (!conversation || !talksWithBot(*conversation))
        return;
    if (m_said.size() >= conversationsRemembered && !m_said.contains(event.conversationId))
        m_said.erase(m_said.begin());
    remember(m_said[event.conversationId], *message);
}

void Repeats::catchUp()
{
    struct Open
    {
        Timestamp at;
        domain::ProjectId project;
        domain::ConversationId conversation;
    };
    std::vector<Open> open;
    for (const domain::ProjectState* state : m_hub.all()) {
        for (const auto& [id, conversation] : state->conversations) {
            if (conversation.lastMessage && talksWithBot(conversation))
                open.push_back({conversation.lastMessage->at, state->project.id, id});
        }
    }
    const auto read = std::min(open.size(), readUpAtMost);
    std::partial_sort(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(read), open.end(),
                      [](const Open& a, const Open& b) { return a.at > b.at; });
    open.resize(read);
    for (const Open& one : open)
        readUp(one.project, one.conversation);
}

void Repeats::readUp(const domain::ProjectId& project, const domain::ConversationId& conversation)
{
    const auto query = [project, conversation](store::Reader& reader) {
        return reader.newestMessages(project, conversation, std::numeric_limits<qint64>::max(), messagesRead);
    };
    m_queries.run<std::vector<domain::Message>>(
        this, query, [this, project, conversation](const Result<std::vector<domain::Message>>& messages) {
            if (!messages) {
                qCWarning(logRelay).noquote() << logLine(
                    u"What was said before could not be read",
                    {{u"conversationId", conversation.toString()}, {u"reason", messages.error().message}});
                return;
            }
            const domain::ConversationState* state = m_hub.byId(project, conversation);
            if (!state || !talksWithBot(*state) || m_said.contains(conversation))
                return;
            Memory memory;
            for (const domain::Message& message : *messages) {
                // What was said before a human came, or was to come, is settled.
                if (message.author == domain::Author::Agent || message.author == domain::Author::System)
                    memory.clear();
                else if (message.author == domain::Author::Customer)
                    remember(memory, message);
            }
            m_said.insert(conversation, memory);
        });
}

} // namespace relevo::relay
