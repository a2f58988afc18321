#include <relay/summary_source.h>

#include <domain/rating.h>

#include <algorithm>
#include <limits>

namespace relevo::relay {
namespace {

constexpr int newestRead = 200;
constexpr int firstRead = 50; ///< of a longer conversation, before those

bool isCustomers(const domain::Message& message)
{
    return message.author == domain::Author::Customer && !message.note;
}

/// A customer who came back has another matter; what lies before is the last one's. Kept when nothing else is
/// there: a conversation that an agent has opened again.
void dropEarlier(assist::SummaryInput& input)
{
    std::vector<domain::Message>& messages = input.messages;
    const auto first =
        std::find_if(messages.begin(), messages.end(), [&input](const domain::Message& message) {
            return message.at >= input.conversation.openedAt;
        });
    if (std::any_of(first, messages.end(), isCustomers))
        messages.erase(messages.begin(), first);
}

} // namespace

Result<assist::SummaryInput> readForSummary(store::Reader& reader, const domain::ProjectId& project,
                                            domain::Conversation conversation, domain::Trigger trigger)
{
    auto newest =
        reader.newestMessages(project, conversation.id, std::numeric_limits<qint64>::max(), newestRead);
    if (!newest)
        return std::unexpected(newest.error());
    assist::SummaryInput input{std::move(conversation), std::move(*newest), std::move(trigger)};
    const auto read = input.messages.size();
    std::erase_if(input.messages, domain::isRating);
    const auto left = input.messages.size();
    dropEarlier(input);
    if (read < newestRead || input.messages.size() < left || input.messages.empty())
        return input;
    // It is longer than what was read, and what it is about was said at its beginning.
    auto first = reader.messagesAfter(project, input.conversation.id, 0, firstRead, false);
    if (!first)
        return std::unexpected(first.error());
    const qint64 known = input.messages.front().seq;
    std::erase_if(*first, [known, &input](const domain::Message& message) {
        return domain::isRating(message) || message.seq >= known || message.at < input.conversation.openedAt;
    });
    input.cutAt = first->size();
    input.messages.insert(input.messages.begin(), std::make_move_iterator(first->begin()),
                          std::make_move_iterator(first->end()));
    return input;
}

Result<assist::SummaryInput> readForSummary(store::Reader& reader, const domain::ProjectId& project,
                                            const domain::HandoffId& handoff)
{
    auto found = reader.handoff(project, handoff);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return failure(ErrorCode::NotFound, QStringLiteral("There is no such handoff."),
                       QStringLiteral("GET /api/handoff/pending lists the waiting ones."));
    auto conversation = reader.conversationById(project, (*found)->conversationId);
    if (!conversation)
        return std::unexpected(conversation.error());
    if (!*conversation)
        return failure(ErrorCode::Internal, QStringLiteral("The handoff's conversation is missing."));
    return readForSummary(reader, project, std::move((*conversation)->conversation),
                          std::move((*found)->trigger));
}

} // namespace relevo::relay
