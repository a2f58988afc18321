#include <domain/decide_handoff.h>
#include <domain/notices.h>
#include <domain/rating.h>
#include <domain/reply_window.h>

namespace relevo::domain {
namespace {

/// Who says the same again changes nothing.
void rate(Decision& decision, const Handoff& handoff, int score, const QString& comment)
{
    if (handoff.rating && handoff.rating->score == score && handoff.rating->comment == comment)
        return;
    Handoff next = nextOf(handoff, handoff.status);
    next.rating = Rating{score, comment, decision.context().now};
    decision.add(EventType::HandoffRated, std::move(next), handoff.id);
}

} // namespace

void markRatingAsked(const Decision& decision, const ResolveHandoff& command, Handoff& next)
{
    // Who has rated it before it was reopened is not asked again.
    if (command.asksRating && decision.project().settings.csatEnabled && !next.rating &&
        !isWindowClosed(*decision.conversation(), decision.context().now))
        next.ratingAskedAt = decision.context().now;
}

void askForRating(Decision& decision)
{
    const ConversationState& state = *decision.conversation();
    decision.addNotice(csatNotice(decision.project().settings, state.conversation.language),
                       messagekind::csat, state.handoff->id);
}

bool heedRating(Decision& decision, const ReceiveMessage& command)
{
    if (!command.rating || !awaitsRating(*decision.conversation(), decision.context().now))
        return false;
    learn(decision, command.contact);
    Message message = receivedMessage(decision, command);
    message.kind = messagekind::rating;
    message.repeats = 0; // "5" again is no complaint
    const Handoff handoff = *decision.conversation()->handoff;
    decision.add(EventType::MessageReceived, std::move(message), handoff.id);
    // A message has no words beside its number: the comment they may have left elsewhere stays.
    rate(decision, handoff, *command.rating, handoff.rating ? handoff.rating->comment : QString());
    if (!handoff.rating)
        decision.addNotice(csatThanksNotice(decision.conversation()->conversation.language),
                           messagekind::csatThanks, handoff.id);
    return true;
}

Result<void> decideRate(Decision& decision, const RateHandoff& command)
{
    const Handoff* newest = current(decision, command.handoffId);
    const Handoff* named = newest ? newest : command.stored ? &*command.stored : nullptr;
    const ConversationState* state = decision.conversation();
    const bool here = named && state && named->conversationId == state->conversation.id;
    if (!here || (command.visitor && *command.visitor != named->conversationId))
        return failure(ErrorCode::NotFound, QStringLiteral("There is no such handoff."),
                       QStringLiteral("Check the id; it came with the handoff."));
    if (command.score < lowestRating || command.score > highestRating)
        return failure(ErrorCode::Invalid, QStringLiteral("A rating is a whole number from 1 to 5."), {},
                       {{QStringLiteral("field"), QStringLiteral("score")}});
    // Their messages rate nothing either. That they are blocked is not for themselves to hear.
    if (isBlocked(decision))
        return failure(ErrorCode::Conflict,
                       command.visitor ? QStringLiteral("No rating is taken any more.")
                                       : QStringLiteral("The contact is blocked."),
                       command.visitor ? QString() : QStringLiteral("Unblock them before they rate."));
    const Handoff handoff = *named;
    const std::optional<Timestamp> until = ratedUntil(handoff);
    if (!until)
        return notNow(handoff, QStringLiteral("It can be rated once it is resolved."));
    if (command.visitor && !handoff.ratingAskedAt)
        return notNow(handoff, QStringLiteral("No rating was asked for."));
    if (decision.context().now >= *until)
        return failure(ErrorCode::Conflict, QStringLiteral("The time to rate this handoff is over."),
                       QStringLiteral("A rating is taken for 24 hours after it was resolved."));
    rate(decision, handoff, command.score, command.comment);
    return {};
}

} // namespace relevo::domain
