#include <client/desk_post.h>

namespace relevo::client {

domain::ConversationId Desk::conversationOf(const domain::HandoffId& handoff) const
{
    if (const ConversationRow* row = m_live.rowOfHandoff(handoff))
        return row->id;
    for (const Transcript* transcript : m_transcripts) {
        if (transcript->state() && transcript->state()->handoff &&
            transcript->state()->handoff->id == handoff)
            return transcript->conversation();
    }
    return {};
}

domain::HandoffId Desk::handoffOf(const domain::ConversationId& conversation) const
{
    if (const ConversationRow* row = m_live.row(conversation))
        return row->handoffId;
    const Transcript* transcript = m_transcripts.value(conversation);
    return transcript && transcript->state() && transcript->state()->handoff
               ? transcript->state()->handoff->id
               : domain::HandoffId();
}

void Desk::claim(const domain::HandoffId& handoff)
{
    postAbout(handoff, [](Session& session, const auto& id, const auto& of) { session.claim(id, of); });
}

void Desk::send(const domain::ConversationId& conversation, const QString& text, milliseconds hold,
                const QList<OutgoingFile>& files, std::optional<qint64> basedOnSeq)
{
    if (text.trimmed().isEmpty() && files.isEmpty())
        return;
    // What the agent sees now is what the text answers to: its epoch goes with it.
    const ConversationRow* row = m_live.row(conversation);
    if (!row) {
        Q_EMIT commandFailed(Wish::Send, conversation,
                             {ErrorCode::NotFound, tr("The conversation is over."), {}, {}});
        Q_EMIT draftReturned(conversation, text, tr("The conversation is over."), basedOnSeq.value_or(0));
        if (!files.isEmpty())
            Q_EMIT filesReturned(conversation, files, false);
        return;
    }
    post([conversation, handoff = row->handoffId, epoch = row->epoch,
          words = Session::Words{text, {files.begin(), files.end()}, {}, basedOnSeq},
          hold](Session& session) { session.send(conversation, handoff, epoch, words, hold); });
}

void Desk::sendTemplate(const domain::ConversationId& conversation, const domain::TemplateUse& use,
                        const QString& text)
{
    const ConversationRow* row = m_live.row(conversation);
    if (!row) {
        Q_EMIT commandFailed(Wish::Send, conversation,
                             {ErrorCode::NotFound, tr("The conversation is over."), {}, {}});
        Q_EMIT templateReturned(conversation, use);
        return;
    }
    post([conversation, handoff = row->handoffId, epoch = row->epoch, words = Session::Words{text, {}, use}](
             Session& session) { session.send(conversation, handoff, epoch, words, milliseconds(0)); });
}

void Desk::takeBackMessage(const domain::ConversationId& conversation)
{
    post([conversation](Session& session) { session.takeBackMessage(conversation); });
}

void Desk::resolve(const domain::HandoffId& handoff, const Resolution& resolution)
{
    postAbout(handoff, [resolution](Session& session, const auto& id, const auto& of) {
        session.resolve(id, of, resolution);
    });
}

void Desk::transferToAgent(const domain::HandoffId& handoff, const domain::AgentId& agent,
                           const QString& note)
{
    postAbout(handoff, [agent, note](Session& session, const auto& id, const auto& of) {
        session.transfer(Wish::Transfer, id, of, protocol::Json{{"agentId", agent.text()}}, note);
    });
}

void Desk::transferToTeam(const domain::HandoffId& handoff, const domain::TeamId& team, const QString& note)
{
    postAbout(handoff, [team, note](Session& session, const auto& id, const auto& of) {
        session.transfer(Wish::Transfer, id, of, protocol::Json{{"teamId", team.text()}}, note);
    });
}

void Desk::handBack(const domain::HandoffId& handoff, const QString& note)
{
    postAbout(handoff, [note](Session& session, const auto& id, const auto& of) {
        session.transfer(Wish::HandBack, id, of, protocol::Json{{"bot", true}}, note);
    });
}

void Desk::release(const domain::HandoffId& handoff, const QString& note)
{
    postAbout(handoff, [note](Session& session, const auto& id, const auto& of) {
        session.transfer(Wish::Release, id, of, protocol::Json::object(), note);
    });
}

void Desk::decline(const domain::HandoffId& handoff, const QString& reason)
{
    postAbout(handoff, [reason](Session& session, const auto& id, const auto& of) {
        session.decline(id, of, reason);
    });
}

void Desk::snooze(const domain::HandoffId& handoff, int minutes)
{
    postAbout(handoff, [minutes](Session& session, const auto& id, const auto& of) {
        session.snooze(id, of, minutes);
    });
}

void Desk::reopen(const domain::HandoffId& handoff)
{
    postAbout(handoff, [](Session& session, const auto& id, const auto& of) { session.reopen(id, of); });
}

void Desk::note(const domain::ConversationId& conversation, const QString& text)
{
    noteNaming(conversation, text, {});
}

void Desk::noteNaming(const domain::ConversationId& conversation, const QString& text,
                      const QList<domain::AgentId>& mentions, const QList<OutgoingFile>& files)
{
    if (text.trimmed().isEmpty() && files.isEmpty())
        return;
    const domain::HandoffId handoff = handoffOf(conversation);
    if (handoff.isNull()) {
        Q_EMIT commandFailed(
            Wish::Note, conversation,
            {ErrorCode::NotFound, tr("No human has been asked for in this conversation."), {}, {}});
        if (!text.isEmpty())
            Q_EMIT noteReturned(conversation, text);
        if (!files.isEmpty())
            Q_EMIT filesReturned(conversation, files, true);
        return;
    }
    post([handoff, conversation, words = Session::Words{text, {files.begin(), files.end()}},
          mentions](Session& session) { session.note(handoff, conversation, words, mentions); });
}

void Desk::make(Wish kind, const domain::ConversationId& conversation, const protocol::Json& params,
                bool thoughtful)
{
    post([kind, conversation, params, thoughtful](Session& session) {
        session.make(kind, conversation, params, thoughtful);
    });
}

void Desk::takeBack(const QUuid& wish)
{
    post([wish](Session& session) { session.takeBack(wish); });
}

void Desk::setAlertsShown(const AlertsShown& shown)
{
    post([shown](Session& session) { session.setAlertsShown(shown); });
}

void Desk::setAvailability(domain::Availability availability)
{
    post([availability](Session& session) { session.setAvailability(availability); });
}

void Desk::setHere(bool here)
{
    post([here](Session& session) { session.setHere(here); });
}

void Desk::markNotificationRead(const domain::NotificationId& notification)
{
    post([notification](Session& session) { session.readNotification(notification); });
}

void Desk::keepDraft(const Draft& draft)
{
    post([draft](Session& session) { session.keepDraft(draft); });
}

void Desk::setTyping(const domain::ConversationId& conversation, bool on)
{
    post([conversation, on](Session& session) { session.setTyping(conversation, on); });
}

void Desk::markRead(const domain::ConversationId& conversation)
{
    post([conversation](Session& session) { session.markRead(conversation); });
}

} // namespace relevo::client
