#include <protocol/codec.h>

#include <protocol/codec_support.h>

namespace relevo::protocol {

using namespace domain;
using namespace detail;

template <>
Result<AgentRef> fromJson<AgentRef>(const Json& json)
{
    Fields fields(json);
    AgentRef agent{fields.id<AgentId>("id"), fields.optionalText("name", anyLength)};
    return finish(fields, std::move(agent));
}

template <>
Result<Trigger> fromJson<Trigger>(const Json& json)
{
    Fields fields(json);
    Trigger trigger;
    trigger.type = named(fields, "type", TriggerType::Manual);
    trigger.reason = fields.optionalText("reason", anyLength);
    trigger.score = real(fields, "score", 1.0);
    return finish(fields, std::move(trigger));
}

template <>
Result<Offer> fromJson<Offer>(const Json& json)
{
    Fields fields(json);
    Offer offer;
    if (std::optional<AgentRef> agent = nested<AgentRef>(fields, "agent"))
        offer.agent = std::move(*agent);
    else
        fields.fail("agent", "is required");
    offer.expiresAt = time(fields, "expiresAt");
    return finish(fields, std::move(offer));
}

namespace {

Json promiseJson(const Promise& promise)
{
    Json json{{"state", nameOf(promise.state)}};
    put(json, "dueAt", promise.dueAt);
    put(json, "warnAt", promise.warnAt);
    put(json, "doneAt", promise.doneAt);
    if (promise.left > milliseconds(0))
        json["leftMilliseconds"] = promise.left.count();
    return json;
}

/// `sla` as far as it is about promises; nothing but the response's due time when no policy applied.
Json slaJson(const Handoff& handoff)
{
    Json json = Json::object();
    put(json, "firstResponseDueAt", handoff.responseDueAt);
    if (!handoff.sla)
        return json;
    const SlaTerms& terms = handoff.sla->terms;
    json["policy"] = utf8(terms.policy);
    json["terms"] = Json{{"firstResponseMinutes", terms.firstResponseMinutes},
                         {"nextResponseMinutes", terms.nextResponseMinutes},
                         {"resolutionMinutes", terms.resolutionMinutes},
                         {"warnPercent", terms.warnPercent},
                         {"businessTime", terms.businessTime}};
    if (handoff.sla->firstResponse)
        json["firstResponse"] = promiseJson(*handoff.sla->firstResponse);
    if (handoff.sla->nextResponse)
        json["nextResponse"] = promiseJson(*handoff.sla->nextResponse);
    if (handoff.sla->resolution)
        json["resolution"] = promiseJson(*handoff.sla->resolution);
    if (handoff.sla->answered)
        json["answered"] = true;
    return json;
}

} // namespace

template <>
Result<Promise> fromJson<Promise>(const Json& json)
{
    Fields fields(json);
    Promise promise;
    promise.state = named(fields, "state", PromiseState::Running);
    promise.dueAt = optionalTime(fields, "dueAt");
    promise.warnAt = optionalTime(fields, "warnAt");
    promise.doneAt = optionalTime(fields, "doneAt");
    promise.left = milliseconds(fields.optionalNumber("leftMilliseconds").value_or(0));
    return finish(fields, std::move(promise));
}

template <>
Result<SlaPromises> fromJson<SlaPromises>(const Json& json)
{
    Fields fields(json);
    SlaPromises promises;
    promises.terms.policy = fields.optionalText("policy", anyLength);
    if (const Json* terms = fields.member("terms")) {
        Fields each(*terms);
        promises.terms.firstResponseMinutes = smallNumber(each, "firstResponseMinutes", 0);
        promises.terms.nextResponseMinutes = smallNumber(each, "nextResponseMinutes", 0);
        promises.terms.resolutionMinutes = smallNumber(each, "resolutionMinutes", 0);
        promises.terms.warnPercent = smallNumber(each, "warnPercent", 100);
        promises.terms.businessTime = each.flag("businessTime");
        adopt(fields, "terms", each);
    }
    promises.firstResponse = nested<Promise>(fields, "firstResponse");
    promises.nextResponse = nested<Promise>(fields, "nextResponse");
    promises.resolution = nested<Promise>(fields, "resolution");
    promises.answered = fields.flag("answered");
    return finish(fields, std::move(promises));
}

Json toJson(const Rating& rating)
{
    Json json{{"score", rating.score}, {"at", toRfc3339(rating.at)}};
    put(json, "comment", rating.comment);
    return json;
}

template <>
Result<Rating> fromJson<Rating>(const Json& json)
{
    Fields fields(json);
    Rating rating;
    rating.score = smallNumber(fields, "score", 0);
    rating.comment = fields.optionalText("comment", anyLength);
    rating.at = time(fields, "at");
    return finish(fields, std::move(rating));
}

Json toJson(const Handoff& handoff)
{
    Json json{{"id", handoff.id.text()},
              {"conversationId", handoff.conversationId.text()},
              {"sessionId", utf8(handoff.sessionId)},
              {"status", nameOf(handoff.status)},
              {"trigger", Json{{"type", nameOf(handoff.trigger.type)},
                               {"reason", utf8(handoff.trigger.reason)},
                               {"score", handoff.trigger.score}}},
              {"priority", nameOf(handoff.priority)},
              {"mode", nameOf(handoff.mode)},
              {"assignedTo", nullptr},
              {"epoch", handoff.epoch},
              {"createdAt", toRfc3339(handoff.createdAt)},
              {"handedBackToBot", handoff.handedBackToBot}};
    if (handoff.assignedTo)
        json["assignedTo"] =
            Json{{"id", handoff.assignedTo->id.text()}, {"name", utf8(handoff.assignedTo->name)}};
    if (handoff.offer)
        json["offer"] = Json{{"agent", Json{{"id", handoff.offer->agent.id.text()},
                                            {"name", utf8(handoff.offer->agent.name)}}},
                             {"expiresAt", toRfc3339(handoff.offer->expiresAt)}};
    if (!handoff.passedBy.empty()) {
        Json passed = Json::array();
        for (const Passed& one : handoff.passedBy)
            passed.push_back(Json{{"agentId", one.agent.text()}, {"reason", utf8(one.reason)}});
        json["passedBy"] = std::move(passed);
    }
    if (!handoff.skills.isEmpty())
        json["skills"] = list(handoff.skills);
    if (!handoff.knownBy.isNull())
        json["knownBy"] = handoff.knownBy.text();
    put(json, "snoozedUntil", handoff.snoozedUntil);
    if (handoff.awaited)
        json["awaited"] = true;
    put(json, "remindedAt", handoff.remindedAt);
    put(json, "wokenAt", handoff.wokenAt);
    if (handoff.summary)
        json["summary"] = toJson(*handoff.summary);
    if (handoff.responseDueAt || handoff.sla)
        json["sla"] = slaJson(handoff);
    put(json, "notifiedAt", handoff.notifiedAt);
    put(json, "claimedAt", handoff.claimedAt);
    put(json, "activatedAt", handoff.activatedAt);
    put(json, "resolvedAt", handoff.resolvedAt);
    put(json, "resolutionNotes", handoff.resolutionNotes);
    put(json, "disposition", handoff.disposition);
    if (!handoff.team.isNull())
        json["teamId"] = handoff.team.text();
    put(json, "ratingAskedAt", handoff.ratingAskedAt);
    if (handoff.rating)
        json["rating"] = toJson(*handoff.rating);
    return json;
}

template <>
Result<Handoff> fromJson<Handoff>(const Json& json)
{
    Fields fields(json);
    Handoff handoff;
    handoff.id = fields.id<HandoffId>("id");
    handoff.conversationId = fields.id<ConversationId>("conversationId");
    handoff.sessionId = fields.optionalText("sessionId", anyLength);
    handoff.status = named(fields, "status", HandoffStatus::Pending);
    handoff.trigger = nested<Trigger>(fields, "trigger").value_or(Trigger{});
    handoff.priority = named(fields, "priority", Priority::Normal);
    handoff.mode = named(fields, "mode", HandoffMode::Sync);
    handoff.assignedTo = nested<AgentRef>(fields, "assignedTo");
    handoff.offer = nested<Offer>(fields, "offer");
    if (const Json* passed = fields.member("passedBy"); passed && passed->is_array()) {
        for (const Json& item : *passed) {
            Fields one(item);
            handoff.passedBy.push_back({one.id<AgentId>("agentId"), one.optionalText("reason", anyLength)});
            adopt(fields, "passedBy", one);
        }
    }
    handoff.skills = texts(fields, "skills");
    handoff.knownBy = fields.optionalId<AgentId>("knownBy");
    handoff.snoozedUntil = optionalTime(fields, "snoozedUntil");
    handoff.awaited = fields.flag("awaited");
    handoff.remindedAt = optionalTime(fields, "remindedAt");
    handoff.wokenAt = optionalTime(fields, "wokenAt");
    handoff.epoch = fields.number("epoch");
    handoff.summary = nested<Summary>(fields, "summary");
    if (const Json* sla = fields.member("sla")) {
        Fields slaFields(*sla);
        handoff.responseDueAt = optionalTime(slaFields, "firstResponseDueAt");
        adopt(fields, "sla", slaFields);
        // Before there were promises `sla` had the due time alone.
        if (slaFields.member("policy"))
            handoff.sla = nested<SlaPromises>(fields, "sla");
    }
    handoff.createdAt = time(fields, "createdAt");
    handoff.notifiedAt = optionalTime(fields, "notifiedAt");
    handoff.claimedAt = optionalTime(fields, "claimedAt");
    handoff.activatedAt = optionalTime(fields, "activatedAt");
    handoff.resolvedAt = optionalTime(fields, "resolvedAt");
    handoff.resolutionNotes = fields.optionalText("resolutionNotes", anyLength);
    handoff.disposition = fields.optionalText("disposition", anyLength);
    handoff.handedBackToBot = fields.flag("handedBackToBot");
    handoff.team = fields.optionalId<TeamId>("teamId");
    handoff.ratingAskedAt = optionalTime(fields, "ratingAskedAt");
    handoff.rating = nested<Rating>(fields, "rating");
    return finish(fields, std::move(handoff));
}

Json toJson(const Summary& summary)
{
    Json customer = Json::object();
    put(customer, "name", summary.customerName);
    put(customer, "email", summary.customerEmail);
    put(customer, "phone", summary.customerPhone);
    Json facts = Json::array();
    for (const Fact& fact : summary.facts)
        facts.push_back(Json{
            {"kind", utf8(fact.kind)}, {"value", utf8(fact.value)}, {"messageId", fact.messageId.text()}});
    return Json{
        {"customer", std::move(customer)},
        {"durationSeconds", summary.durationSeconds},
        {"messageCount", summary.messageCount},
        {"mainIssue", utf8(summary.mainIssue)},
        {"botTried", list(summary.botTried)},
        {"whyEscalated", utf8(summary.whyEscalated)},
        {"sentiment", Json{{"label", utf8(summary.sentimentLabel)}, {"score", summary.sentimentScore}}},
        {"suggestedAction", utf8(summary.suggestedAction)},
        {"facts", std::move(facts)},
        {"openQuestion", utf8(summary.openQuestion)},
        {"language", utf8(summary.language)},
        {"engine", utf8(summary.engine)},
        {"basedOnSeq", summary.basedOnSeq}};
}

template <>
Result<Fact> fromJson<Fact>(const Json& json)
{
    Fields fields(json);
    Fact fact{fields.optionalText("kind", anyLength), fields.optionalText("value", anyLength),
              fields.optionalId<MessageId>("messageId")};
    return finish(fields, std::move(fact));
}

template <>
Result<Summary> fromJson<Summary>(const Json& json)
{
    Fields fields(json);
    Summary summary;
    if (const Json* customer = fields.member("customer")) {
        Fields who(*customer);
        summary.customerName = who.optionalText("name", anyLength);
        summary.customerEmail = who.optionalText("email", anyLength);
        summary.customerPhone = who.optionalText("phone", anyLength);
        adopt(fields, "customer", who);
    }
    summary.durationSeconds = fields.optionalNumber("durationSeconds").value_or(0);
    summary.messageCount = smallNumber(fields, "messageCount", 0);
    summary.mainIssue = fields.optionalText("mainIssue", anyLength);
    summary.botTried = texts(fields, "botTried");
    summary.whyEscalated = fields.optionalText("whyEscalated", anyLength);
    if (const Json* sentiment = fields.member("sentiment")) {
        Fields mood(*sentiment);
        summary.sentimentLabel = mood.optionalText("label", anyLength);
        summary.sentimentScore = real(mood, "score", 0.0);
        adopt(fields, "sentiment", mood);
    }
    summary.suggestedAction = fields.optionalText("suggestedAction", anyLength);
    if (const Json* facts = fields.member("facts")) {
        if (!facts->is_array())
            fields.fail("facts", "must be a list");
        for (const Json& item : *facts) {
            Result<Fact> fact = fromJson<Fact>(item);
            if (fact)
                summary.facts.push_back(std::move(*fact));
            else
                fields.fail("facts", "has an item that does not have the expected shape");
        }
    }
    summary.openQuestion = fields.optionalText("openQuestion", anyLength);
    summary.language = fields.optionalText("language", anyLength);
    summary.engine = fields.optionalText("engine", anyLength);
    summary.basedOnSeq = fields.optionalNumber("basedOnSeq").value_or(0);
    return finish(fields, std::move(summary));
}

Json toJson(const ConversationState& state)
{
    Json json{{"conversation", toJson(state.conversation)},
              {"control", toJson(state.control)},
              {"botFailures", state.botFailures}};
    if (state.frustration > 0)
        json["frustration"] = state.frustration;
    if (state.lastMessage)
        json["lastMessage"] = toJson(*state.lastMessage);
    if (state.handoff)
        json["handoff"] = toJson(*state.handoff);
    put(json, "customerWroteAt", state.customerWroteAt);
    put(json, "unansweredSince", state.unansweredSince);
    if (const std::optional<ReplyWindow> window = replyWindow(state))
        json["replyWindow"] = toJson(*window);
    return json;
}

Json toJson(const ReplyWindow& window)
{
    return Json{{"closesAt", toRfc3339(window.closesAt)}};
}

template <>
Result<ConversationState> fromJson<ConversationState>(const Json& json)
{
    Fields fields(json);
    ConversationState state;
    const Json* conversation = fields.member("conversation");
    const Json* control = fields.member("control");
    if (!conversation || !control)
        return failure(ErrorCode::Invalid,
                       QStringLiteral("A conversation's state needs its conversation and control."));
    Result<Conversation> readConversation = fromJson<Conversation>(*conversation);
    if (!readConversation)
        return std::unexpected(readConversation.error());
    Result<Control> readControl = fromJson<Control>(*control);
    if (!readControl)
        return std::unexpected(readControl.error());
    state.conversation = std::move(*readConversation);
    state.control = *readControl;
    state.botFailures = smallNumber(fields, "botFailures", 0);
    state.frustration = std::clamp(real(fields, "frustration", 0.0), 0.0, 1.0);
    state.lastMessage = nested<Message>(fields, "lastMessage");
    state.handoff = nested<Handoff>(fields, "handoff");
    state.customerWroteAt = optionalTime(fields, "customerWroteAt");
    state.unansweredSince = optionalTime(fields, "unansweredSince");
    return finish(fields, std::move(state));
}

} // namespace relevo::protocol
