#include <domain/decide.h>

#include <domain/decide_handoff.h>

namespace relevo::domain {

void assignKnown(QString& known, const QString& told)
{
    if (!told.isEmpty())
        known = told;
}

Message receivedMessage(const Decision& decision, const ReceiveMessage& command)
{
    const bool fromBot = command.author == Author::Bot;
    const Conversation& conversation = decision.conversation()->conversation;
    Message message;
    message.id = MessageId(decision.context().ids.next());
    message.conversationId = conversation.id;
    message.author = command.author;
    message.authorId = fromBot ? QString() : conversation.contact.id.toString();
    message.authorName = fromBot ? QString() : conversation.contact.name;
    message.kind =
        command.kind == messagekind::text ? kindWith(command.attachments, command.content) : command.kind;
    message.content = command.content;
    message.attachments = command.attachments;
    message.madeFrom = command.madeFrom;
    message.clientId = command.clientId;
    message.externalId = command.externalId;
    message.botFailed = command.botFailed;
    if (!fromBot) {
        message.frustration = command.frustration;
        message.repeats = command.repeats;
    }
    // What the relay has on disk has reached us; what a bot at the door says has reached the customer through
    // the bot.
    message.delivery = fromBot ? firstDelivery(conversation) : Delivery::Delivered;
    message.at = decision.context().now;
    return message;
}
namespace {

constexpr qsizetype maxConversationTags = 50; // so that none grows without bound

/// The labels of both, each once.
QStringList withTags(QStringList tags, const QStringList& added)
{
    for (const QString& tag : added) {
        if (tags.size() < maxConversationTags && !tags.contains(tag, Qt::CaseInsensitive))
            tags.push_back(tag);
    }
    return tags;
}

void openConversation(Decision& decision, const ReceiveMessage& command)
{
    const DecisionContext& context = decision.context();
    const bool known = decision.conversation() != nullptr;
    Conversation conversation;
    if (known) {
        conversation = decision.conversation()->conversation;
        conversation.status = ConversationStatus::Open;
        conversation.closedAt.reset();
        conversation.customerGoneAt.reset();
        conversation.botOff = false;
    } else {
        conversation.id = command.conversationId;
        conversation.sessionId = command.sessionId;
        conversation.channel = command.channel;
        conversation.contact.id = ContactId(context.ids.next());
        conversation.openedAt = context.now;
    }
    conversation.contact = patched(conversation.contact, command.contact);
    assignKnown(conversation.language, command.language);
    conversation.tags = withTags(conversation.tags, command.tags);
    decision.add(EventType::ConversationOpened, std::move(conversation));
    decision.addControl(Holder::Bot, {});
    if (!known)
        decision.add(EventType::ContactCreated, decision.conversation()->conversation.contact);
}

/// What an open conversation learns from a message: its contact's details, labels and its language.
void updateConversation(Decision& decision, const ReceiveMessage& command)
{
    learn(decision, command.contact);
    const Conversation& conversation = decision.conversation()->conversation;
    Conversation next = conversation;
    assignKnown(next.language, command.language);
    next.tags = withTags(next.tags, command.tags);
    if (command.author == Author::Customer)
        next.customerGoneAt.reset(); // whoever writes is there
    if (next != conversation)
        decision.add(EventType::ConversationUpdated, std::move(next));
}

std::optional<Trigger> triggerOf(const Decision& decision, const ReceiveMessage& command)
{
    const ConversationState& state = *decision.conversation();
    const bool openHandoff = state.handoff && isOpen(state.handoff->status);
    const Settings& settings = decision.project().settings;
    if (!settings.enabled || openHandoff)
        return std::nullopt;
    if (command.author == Author::Customer && command.trigger)
        return command.trigger;
    return failureTrigger(decision);
}

/// What a bot begins a conversation with is nothing the customer asked for.
Result<void> mayBotWrite(const Decision& decision, const ReceiveMessage& command)
{
    const Timestamp now = decision.context().now;
    if (decision.conversation())
        return mayWrite(*decision.conversation(), now, command.madeFrom);
    ConversationState begun;
    begun.conversation.channel = command.channel;
    begun.conversation.openedAt = now;
    return mayWrite(begun, now, command.madeFrom);
}

Result<void> decideReceive(Decision& decision, const ReceiveMessage& command)
{
    const ConversationState* state = decision.conversation();
    const bool fromBot = command.author == Author::Bot;
    if (fromBot && state) {
        if (state->control.holder != Holder::Bot || state->conversation.botOff)
            return failure(ErrorCode::StaleControl,
                           QStringLiteral("The bot does not have this conversation."),
                           QStringLiteral("Stay silent until the conversation is handed back."),
                           {{QStringLiteral("epoch"), QString::number(state->control.epoch)}});
    }
    const bool blocked = state && state->conversation.contact.blocked;
    if (fromBot && blocked)
        return failure(ErrorCode::StaleControl, QStringLiteral("The contact is blocked."),
                       QStringLiteral("Stay silent; their messages are kept, and nothing comes of them."),
                       {{QStringLiteral("epoch"), QString::number(state->control.epoch)}});
    if (Result<void> may = fromBot ? mayBotWrite(decision, command) : Result<void>(); !may)
        return may;
    if (!fromBot && state && !blocked && heedRating(decision, command))
        return {};
    if (!state || state->conversation.status == ConversationStatus::Closed)
        openConversation(decision, command);
    else
        updateConversation(decision, command);
    decision.add(fromBot ? EventType::MessageSent : EventType::MessageReceived,
                 receivedMessage(decision, command));

    if (blocked || (!fromBot && heedWaitingCustomer(decision, command)))
        return {};
    const std::optional<Handoff>& handoff = decision.conversation()->handoff;
    if (!fromBot && handoff && isOpen(handoff->status)) {
        passPromises(decision, SlaOccasion::CustomerWrote);
        if (decision.conversation()->handoff->snoozedUntil)
            wake(decision);
    }
    if (const std::optional<Trigger> trigger = triggerOf(decision, command))
        requestHandoff(decision, InitiateHandoff{*trigger, std::nullopt}, command.email);
    return {};
}

Result<void> decideInitiate(Decision& decision, const InitiateHandoff& command)
{
    const ConversationState* state = decision.conversation();
    if (!state)
        return failure(ErrorCode::NotFound, QStringLiteral("There is no such conversation."),
                       QStringLiteral("Send its first message before asking for a human."));
    if (Result<void> may = mayAskTeam(decision, command.team); !may)
        return may;
    if (state->handoff && isOpen(state->handoff->status))
        return {};
    if (isBlocked(decision))
        return failure(ErrorCode::Conflict, QStringLiteral("The contact is blocked."),
                       QStringLiteral("Unblock them before a human is asked for."));
    if (state->conversation.status == ConversationStatus::Closed) {
        ReceiveMessage reopening;
        openConversation(decision, reopening);
    }
    requestHandoff(decision, command, {});
    return {};
}

/// Here again, or gone since now, by what the agent says and what their desktops show.
void settlePresence(Agent& agent, Timestamp now)
{
    if (agent.availability == Availability::Away) {
        agent.goneAt = agent.goneAt.value_or(now);
    } else if (agent.online) {
        agent.goneAt.reset();
    }
}

Result<void> decideAvailability(Decision& decision, const SetAvailability& command)
{
    const auto found = decision.project().agents.find(command.agent);
    if (found == decision.project().agents.end())
        return failure(ErrorCode::NotFound, QStringLiteral("There is no such agent."));
    if (Result<void> may = mayHold(decision, command.agent); !may)
        return may;
    const bool says = command.availability != Availability::Away; // … that they are here
    if (found->second.availability == command.availability && !(says && found->second.goneAt))
        return {};
    Agent agent = found->second;
    agent.availability = command.availability;
    if (says)
        agent.goneAt.reset();
    settlePresence(agent, decision.context().now);
    decision.add(EventType::AgentAvailability, std::move(agent));
    return {};
}

Result<void> decidePresence(Decision& decision, const SetPresence& command)
{
    const auto found = decision.project().agents.find(command.agent);
    if (found == decision.project().agents.end())
        return failure(ErrorCode::NotFound, QStringLiteral("There is no such agent."));
    Agent agent = found->second;
    if (command.lastSeen) {
        // Whoever has a desktop is known by it, and whoever is gone already is.
        if (agent.disabled || agent.online || !isHere(agent))
            return {};
        agent.goneAt = *command.lastSeen;
        decision.add(EventType::AgentAvailability, std::move(agent));
        return {};
    }
    // An agent who is away changes nothing by coming or going: no event for each of thousands who only look
    // on.
    if (agent.disabled || agent.online == command.online ||
        (agent.availability == Availability::Away && !agent.online))
        return {};
    agent.online = command.online;
    if (!command.online)
        agent.goneAt = agent.goneAt.value_or(decision.context().now);
    settlePresence(agent, decision.context().now);
    decision.add(EventType::AgentAvailability, std::move(agent));
    return {};
}

Result<void> decideCreateAgent(Decision& decision, const CreateAgent& command)
{
    for (const auto& [id, agent] : decision.project().agents) {
        if (agent.email.compare(command.agent.email, Qt::CaseInsensitive) == 0)
            return failure(ErrorCode::Conflict,
                           QStringLiteral("This project already has an agent with that e-mail address."),
                           QStringLiteral("Use another address."));
    }
    decision.add(EventType::AgentCreated, command.agent);
    return {};
}

} // namespace

std::unexpected<Error> noContact()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such contact."),
                   QStringLiteral("GET /api/contacts lists them."));
}

namespace {

Result<void> decideAny(Decision& decision, const Command& command)
{
    struct Visitor
    {
        Decision& decision;
        Result<void> operator()(const ReceiveMessage& c) const { return decideReceive(decision, c); }
        Result<void> operator()(const InitiateHandoff& c) const { return decideInitiate(decision, c); }
        Result<void> operator()(const MarkNotified& c) const { return decideNotified(decision, c); }
        Result<void> operator()(const ClaimHandoff& c) const { return decideClaim(decision, c); }
        Result<void> operator()(const SendMessage& c) const { return decideReply(decision, c); }
        Result<void> operator()(const ResolveHandoff& c) const { return decideResolve(decision, c); }
        Result<void> operator()(const RateHandoff& c) const { return decideRate(decision, c); }
        Result<void> operator()(const RouteHandoff& c) const { return decideRoute(decision, c); }
        Result<void> operator()(const DeclineOffer& c) const { return decideDecline(decision, c); }
        Result<void> operator()(const AddNote& c) const { return decideNote(decision, c); }
        Result<void> operator()(const ReopenHandoff& c) const { return decideReopen(decision, c); }
        Result<void> operator()(const TransferHandoff& c) const { return decideTransfer(decision, c); }
        Result<void> operator()(const SnoozeHandoff& c) const { return decideSnooze(decision, c); }
        Result<void> operator()(const Tick&) const { return decideTick(decision); }
        Result<void> operator()(const SetPresence& c) const { return decidePresence(decision, c); }
        Result<void> operator()(const SetCustomerPresence& c) const
        {
            return decideCustomerPresence(decision, c);
        }
        Result<void> operator()(const AbandonHandoff& c) const { return decideAbandon(decision, c); }
        Result<void> operator()(const ConvertHandoff& c) const { return decideConvert(decision, c); }
        Result<void> operator()(const RecordSummary& c) const { return decideSummary(decision, c); }
        Result<void> operator()(const RecordDelivery& c) const
        {
            if (advances(c.current, c.update.delivery))
                decision.add(EventType::MessageDelivery, c.update);
            return {};
        }
        Result<void> operator()(const SetAvailability& c) const { return decideAvailability(decision, c); }
        Result<void> operator()(const ChangeSettings& c) const
        {
            if (c.settings != decision.project().settings)
                decision.add(EventType::SettingsChanged, c.settings);
            return {};
        }
        Result<void> operator()(const CorrectContact& c) const { return decideCorrectContact(decision, c); }
        Result<void> operator()(const PostNotification& c) const
        {
            decision.addNotification(c.notification);
            return {};
        }
        Result<void> operator()(const ReadNotification& c) const
        {
            decision.add(EventType::NotificationRead, c.read);
            return {};
        }
        Result<void> operator()(const RecordHealth& c) const
        {
            decision.add(EventType::ChannelHealth, c.change);
            return {};
        }
        Result<void> operator()(const CreateProject& c) const
        {
            decision.add(EventType::ProjectCreated, c.project);
            decision.add(EventType::SettingsChanged, Settings{});
            return {};
        }
        Result<void> operator()(const CreateAgent& c) const { return decideCreateAgent(decision, c); }
        Result<void> operator()(const AnswerTurn& c) const { return decideAnswer(decision, c); }
        Result<void> operator()(const UpdateContact& c) const { return decideUpdateContact(decision, c); }
        Result<void> operator()(const SwitchBot& c) const { return decideSwitchBot(decision, c); }
        Result<void> operator()(const ChangeBots& c) const
        {
            if (c.bots != decision.project().bots)
                decision.add(EventType::BotsChanged, c.bots);
            return {};
        }
        Result<void> operator()(const UpdateAgent& c) const { return decideUpdateAgent(decision, c); }
        Result<void> operator()(const CreateTeam& c) const { return decideCreateTeam(decision, c); }
        Result<void> operator()(const UpdateTeam& c) const { return decideUpdateTeam(decision, c); }
        Result<void> operator()(const DeleteTeam& c) const { return decideDeleteTeam(decision, c); }
        Result<void> operator()(const RecordAccess& c) const { return decideAccess(decision, c); }
        Result<void> operator()(const EraseContact& c) const { return decideErase(decision, c); }
        Result<void> operator()(const AddContactNote& c) const { return decideContactNote(decision, c); }
        Result<void> operator()(const DeleteContactNote& c) const
        {
            return decideDeleteContactNote(decision, c);
        }
        Result<void> operator()(const MergeContact& c) const { return decideMerge(decision, c); }
        Result<void> operator()(const SplitContact& c) const { return decideSplit(decision, c); }
        Result<void> operator()(const RemoveAttachments& c) const
        {
            return decideRemoveAttachments(decision, c);
        }
        Result<void> operator()(const SpamHandoff& c) const { return decideSpam(decision, c); }
    };
    return std::visit(Visitor{decision}, command);
}

} // namespace

Result<std::vector<Event>> decide(const ProjectState& project, const ConversationState* conversation,
                                  const Command& command, const DecisionContext& context)
{
    if (conversation && conversation->conversation.erased && !std::holds_alternative<EraseContact>(command))
        return failure(ErrorCode::NotFound, QStringLiteral("The contact of this conversation was erased."),
                       QStringLiteral("When they write again, it is a new conversation."));
    Decision decision(project, conversation, context);
    if (const Result<void> outcome = decideAny(decision, command); !outcome)
        return std::unexpected(outcome.error());
    tellOwner(decision);
    return decision.take();
}

} // namespace relevo::domain
