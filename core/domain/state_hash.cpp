#include <domain/state.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QDataStream>
#include <QtCore/QIODevice>

namespace relevo::domain {
namespace {

/// Writes every field in a fixed order and width, lengths before texts, so that different states never give
/// the same bytes.
class CanonicalWriter
{
public:
    CanonicalWriter() : m_stream(&m_bytes, QIODevice::WriteOnly) { m_stream.setVersion(QDataStream::Qt_6_4); }

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

    void operator()(const QString& text)
    {
        // Not operator<<: that tells an empty text from none, which are equal everywhere else.
        const QByteArray utf8 = text.toUtf8();
        m_stream.writeBytes(utf8.constData(), static_cast<uint>(utf8.size()));
    }
    void operator()(const QStringList& texts)
    {
        m_stream << static_cast<qint64>(texts.size());
        for (const QString& text : texts)
            (*this)(text);
    }
    void operator()(bool value) { m_stream << value; }
    void operator()(int value) { m_stream << static_cast<qint64>(value); }
    void operator()(qint64 value) { m_stream << value; }
    void operator()(double value) { m_stream << value; }
    void operator()(Timestamp at) { m_stream << static_cast<qint64>(at.time_since_epoch().count()); }
    template <typename Tag>
    void operator()(const Id<Tag>& id)
    {
        m_stream << id.uuid();
    }
    template <typename T>
    void operator()(const std::optional<T>& value)
    {
        m_stream << value.has_value();
        if (value)
            (*this)(*value);
    }
    template <typename T>
    requires std::is_enum_v<T>
    void operator()(T value) { m_stream << static_cast<qint64>(value); }
    void operator()(const std::map<QString, QString>& map)
    {
        m_stream << static_cast<qint64>(map.size());
        for (const auto& [key, value] : map)
            all(key, value);
    }
    void operator()(const AgentRef& agent) { all(agent.id, agent.name); }
    void operator()(const Agent& a)
    {
        all(a.id, a.name, a.email, a.role, a.availability, a.skills, a.languages, a.capacity, a.online,
            a.goneAt, a.lastAssignedAt, a.disabled, a.invited, a.totpRequired);
    }
    void operator()(const Contact& c)
    {
        all(c.id, c.name, c.email, c.phone, c.attributes);
        // A desk that knows none of these agrees as long as there are none.
        if (!c.tags.isEmpty() || c.blocked || !c.mergedInto.isNull() || !c.notes.empty())
            all(c.tags, c.blocked, c.mergedInto, c.notes);
    }
    void operator()(const ContactNote& n) { all(n.id, n.authorId, n.authorName, n.text, n.at); }
    void operator()(const Conversation& c)
    {
        all(c.id, c.sessionId, c.channel, c.contact, c.status, c.language, c.openedAt, c.closedAt,
            c.lastAgent, c.idleWarnedAt, c.customerGoneAt, c.botOff, c.tags);
    }
    void operator()(const Control& c) { all(c.holder, c.agent, c.epoch); }
    void operator()(const DeliveryError& e) { all(e.code, e.message); }
    void operator()(const Message& m)
    {
        all(m.id, m.conversationId, m.seq, m.author, m.authorId, m.authorName, m.kind, m.content, m.note,
            m.botFailed, m.frustration, m.repeats, m.clientId, m.externalId, m.delivery, m.deliveryError,
            m.at);
        if (!m.attachments.empty()) // a desk that knows none agrees as long as there are none
            (*this)(m.attachments);
        if (m.madeFrom)
            all(m.madeFrom->name, m.madeFrom->language, m.madeFrom->values);
    }
    void operator()(const Attachment& a) { all(a.id, a.name, a.mime, a.size, a.sha256, a.width, a.height); }
    void operator()(const Trigger& t) { all(t.type, t.reason, t.score); }
    void operator()(const Fact& f) { all(f.kind, f.value, f.messageId); }
    void operator()(const Summary& s)
    {
        all(s.customerName, s.customerEmail, s.customerPhone, s.durationSeconds, s.messageCount, s.mainIssue,
            s.botTried, s.whyEscalated, s.sentimentLabel, s.sentimentScore, s.suggestedAction, s.facts,
            s.openQuestion, s.language, s.engine, s.basedOnSeq);
    }
    void operator()(const Rating& r) { all(r.score, r.comment, r.at); }
    void operator()(const Handoff& h)
    {
        all(h.id, h.conversationId, h.sessionId, h.status, h.trigger, h.priority, h.mode, h.assignedTo,
            h.offer, h.passedBy, h.skills, h.knownBy, h.snoozedUntil, h.remindedAt, h.epoch, h.summary,
            h.responseDueAt, h.createdAt, h.notifiedAt, h.claimedAt, h.activatedAt, h.resolvedAt,
            h.resolutionNotes, h.disposition, h.handedBackToBot, h.sla, h.team, h.ratingAskedAt, h.rating);
        if (h.awaited)
            (*this)(h.awaited); // only then, so that older desktops agree about all others
        if (h.wokenAt)
            all(QStringLiteral("wokenAt"), *h.wokenAt); // named: what is left out must not look like it
    }
    void operator()(milliseconds span) { m_stream << static_cast<qint64>(span.count()); }
    void operator()(const SlaTerms& t)
    {
        all(t.policy, t.firstResponseMinutes, t.nextResponseMinutes, t.resolutionMinutes, t.warnPercent,
            t.businessTime);
    }
    void operator()(const Promise& p) { all(p.state, p.dueAt, p.warnAt, p.doneAt, p.left); }
    void operator()(const SlaPromises& s)
    {
        all(s.terms, s.firstResponse, s.nextResponse, s.resolution, s.answered);
    }
    void operator()(const Team& team) { all(team.id, team.name, team.members); }
    void operator()(const Passed& passed) { all(passed.agent, passed.reason); }
    void operator()(const Offer& offer) { all(offer.agent, offer.expiresAt); }
    void operator()(const Settings& s)
    {
        all(s.enabled, s.notificationChannel, s.businessHours, s.escalationKeywords, s.triggers,
            s.sentimentThreshold, s.failureCountThreshold, s.responseTimeoutMinutes, s.graceMinutes,
            s.idleCloseMinutes, s.routing, s.acceptSeconds, s.handoffMessage, s.awayMessage,
            s.resolvedMessage, s.sla, s.dailySummaryAt, s.retentionDays, s.csatEnabled, s.csatMessage);
        if (s.typingPreview)
            all(QStringLiteral("typingPreview"), true); // only then, as above
        // Only where they say something, so that older desktops agree about all others.
        if (!s.retentionRules.empty())
            all(QStringLiteral("retentionRules"), s.retentionRules);
        if (s.attachmentDays > 0)
            all(QStringLiteral("attachmentDays"), s.attachmentDays);
    }
    void operator()(const OpenSpan& span) { all(span.from, span.to); }
    void operator()(const BusinessHours& hours)
    {
        (*this)(hours.timezone);
        for (const std::vector<OpenSpan>& day : hours.days)
            (*this)(day);
        (*this)(hours.holidays);
    }
    void operator()(const TriggerSwitches& t)
    {
        all(t.wish, t.keywords, t.failure, t.sentiment, t.sensitive, t.urgent, t.vip);
    }
    void operator()(const SlaPolicy& p)
    {
        all(p.name, p.priorities, p.channels, p.tags, p.firstResponseMinutes, p.nextResponseMinutes,
            p.resolutionMinutes, p.businessTime);
    }
    void operator()(const RetentionRule& rule) { all(rule.channels, rule.tags, rule.days); }
    void operator()(const Sla& sla) { all(sla.policies, sla.warnPercent); }
    template <typename T>
    void operator()(const std::vector<T>& values)
    {
        m_stream << static_cast<qint64>(values.size());
        for (const T& value : values)
            (*this)(value);
    }
    template <typename... Values>
    void all(const Values&... values)
    {
        ((*this)(values), ...);
    }

private:
    QByteArray m_bytes;
    QDataStream m_stream;
};

} // namespace

QString stateHash(const ProjectState& state)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    CanonicalWriter head;
    head.all(state.project.id, state.project.name, state.settings, static_cast<qint64>(state.agents.size()));
    for (const auto& [id, agent] : state.agents)
        head(agent);
    head(static_cast<qint64>(state.teams.size()));
    for (const auto& [id, team] : state.teams)
        head(team);
    hash.addData(head.bytes());
    for (const auto& [id, conversation] : state.conversations) {
        CanonicalWriter one;
        one.all(conversation.conversation, conversation.control, conversation.lastMessage,
                conversation.handoff, conversation.botFailures, conversation.frustration);
        if (conversation.customerWroteAt)
            one(*conversation.customerWroteAt);
        if (conversation.unansweredSince)
            one.all(QStringLiteral("unansweredSince"), *conversation.unansweredSince);
        hash.addData(one.bytes());
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace relevo::domain
