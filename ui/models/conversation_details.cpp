#include <models/conversation_details.h>

#include <models/names.h>

#include <algorithm>

namespace relevo::models {

ConversationDetails::ConversationDetails(const client::LiveView& live, QObject* parent)
    : QObject(parent), m_live(live)
{
    connect(&live, &client::LiveView::agentsChanged, this, &ConversationDetails::changed);
    connect(&live, &client::LiveView::meChanged, this, &ConversationDetails::changed);
    connect(&live, &client::LiveView::rowsReset, this, &ConversationDetails::changed);
    connect(
        &live, &client::LiveView::rowsChanged, this,
        [this](const QList<domain::ConversationId>& changedRows, const QList<domain::ConversationId>& gone) {
            const domain::ConversationId id = conversation();
            if (changedRows.contains(id) || gone.contains(id))
                Q_EMIT changed();
        });
}

void ConversationDetails::setTranscript(client::Transcript* transcript)
{
    if (transcript == m_transcript)
        return;
    if (m_transcript)
        m_transcript->disconnect(this);
    m_transcript = transcript;
    if (transcript) {
        connect(transcript, &client::Transcript::reset, this, &ConversationDetails::changed);
        connect(transcript, &client::Transcript::changed, this, &ConversationDetails::changed);
        connect(transcript, &client::Transcript::stateChanged, this, &ConversationDetails::changed);
    }
    Q_EMIT changed();
}

const domain::ConversationState* ConversationDetails::state() const
{
    return m_transcript && m_transcript->state() ? &*m_transcript->state() : nullptr;
}

bool ConversationDetails::isEmpty() const
{
    return !state();
}

domain::ConversationId ConversationDetails::conversation() const
{
    return m_transcript ? m_transcript->conversation() : domain::ConversationId();
}

QString ConversationDetails::name() const
{
    if (!m_transcript)
        return {};
    // Until the transcript is here, what the lists know.
    const client::ConversationRow* row = state() ? nullptr : m_live.row(conversation());
    return visibleName(row ? row->contactName.text() : contact().name, conversation());
}

domain::Contact ConversationDetails::contact() const
{
    return state() ? state()->conversation.contact : domain::Contact();
}

bool ConversationDetails::isErased() const
{
    return state() && state()->conversation.erased;
}

bool ConversationDetails::isOpen() const
{
    return state() && state()->conversation.status == domain::ConversationStatus::Open;
}

QString ConversationDetails::session() const
{
    return state() ? state()->conversation.sessionId : QString();
}

bool ConversationDetails::isBotOff() const
{
    return state() && state()->conversation.botOff;
}

bool ConversationDetails::setsBot() const
{
    return isOpen() && !isErased() && (me().role != domain::Role::Agent || isMine());
}

QString ConversationDetails::channel() const
{
    if (state())
        return state()->conversation.channel;
    const client::ConversationRow* row = m_transcript ? m_live.row(conversation()) : nullptr;
    return row ? row->channel.text() : QString();
}

std::optional<domain::ReplyWindow> ConversationDetails::replyWindow() const
{
    return state() ? domain::replyWindow(*state()) : std::nullopt;
}

QString ConversationDetails::language() const
{
    return state() ? state()->conversation.language : QString();
}

std::optional<domain::Handoff> ConversationDetails::handoff() const
{
    return state() ? state()->handoff : std::nullopt;
}

std::optional<domain::Summary> ConversationDetails::summary() const
{
    return state() && state()->handoff ? state()->handoff->summary : std::nullopt;
}

bool ConversationDetails::summaryIsStale() const
{
    const std::optional<domain::Summary> made = summary();
    if (!made)
        return false;
    const std::vector<domain::Message>& messages = m_transcript->messages();
    return std::any_of(messages.rbegin(), messages.rend(), [&made](const domain::Message& message) {
        return message.seq > made->basedOnSeq && message.author == domain::Author::Customer;
    });
}

domain::Control ConversationDetails::control() const
{
    return state() ? state()->control : domain::Control{domain::Holder::Nobody, {}, 0};
}

QString ConversationDetails::holderName() const
{
    const domain::Control token = control();
    if (token.holder == domain::Holder::Bot)
        return tr("Bot");
    if (token.holder == domain::Holder::Nobody)
        return tr("Nobody");
    if (token.agent == m_live.me().id)
        return tr("You");
    const auto& agents = m_live.agents();
    const auto found = std::find_if(agents.begin(), agents.end(),
                                    [&token](const domain::Agent& agent) { return agent.id == token.agent; });
    return found == agents.end() ? tr("Another agent") : found->name;
}

QStringList ConversationDetails::knownTags() const
{
    QStringList tags;
    for (const client::LiveView::Rows* rows : {&m_live.rows(), &m_live.resolved()}) {
        for (const client::ConversationRow& row : *rows)
            tags += row.contactTags;
    }
    tags.sort(Qt::CaseInsensitive);
    tags.removeDuplicates();
    return tags;
}

bool ConversationDetails::isMine() const
{
    const domain::Control token = control();
    return token.holder == domain::Holder::Agent && token.agent == m_live.me().id && !m_live.me().id.isNull();
}

bool ConversationDetails::canClaim() const
{
    return state() && state()->handoff && domain::isWaiting(state()->handoff->status) &&
           state()->conversation.status == domain::ConversationStatus::Open;
}

bool ConversationDetails::canReply() const
{
    return isMine() && state()->handoff && domain::isHeld(state()->handoff->status);
}

bool ConversationDetails::isLeaving() const
{
    const client::ConversationRow* row = m_live.row(conversation());
    return row && row->leaving;
}

bool ConversationDetails::canResolve() const
{
    const client::ConversationRow* row = m_live.row(conversation());
    return canReply() && row && !row->resolving && !row->leaving;
}

} // namespace relevo::models
