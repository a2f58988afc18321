#include <relay/searches.h>

#include <protocol/codec.h>
#include <relay/http_support.h>

#include <algorithm>
#include <map>

namespace relevo::relay {

using protocol::Json;

namespace {

// Looked through for one question with a filter.
constexpr int mostLookedAt = 2'000;

bool holds(const QString& text, const QString& part)
{
    return part.isEmpty() || text.contains(part, Qt::CaseInsensitive);
}

/// The hits of one question, with what is known of their conversations.
class Looking
{
public:
    Looking(store::Reader& reader, const domain::ProjectId& project, const SearchFilter& filter)
        : m_reader(reader), m_project(project), m_filter(filter)
    {
    }

    /// Null where there is none any more: the index may be a moment behind.
    [[nodiscard]] Result<const domain::ConversationState*> conversationOf(const store::SearchHit& hit)
    {
        const auto known = m_conversations.find(hit.conversation);
        if (known != m_conversations.end())
            return known->second ? &*known->second : nullptr;
        Result<std::optional<domain::ConversationState>> state =
            m_reader.conversationById(m_project, hit.conversation);
        if (!state)
            return std::unexpected(state.error());
        const auto kept = m_conversations.emplace(hit.conversation, std::move(*state)).first;
        return kept->second ? &*kept->second : nullptr;
    }

    [[nodiscard]] Result<bool> isWithin(const store::SearchHit& hit, const domain::ConversationState& state)
    {
        if (!m_filter.channel.isEmpty() && state.conversation.channel != m_filter.channel)
            return false;
        if (hit.kind == store::SearchHit::Kind::Contact)
            return m_filter.from.isEmpty() && m_filter.agent.isEmpty() && m_filter.tag.isEmpty() &&
                   !m_filter.after && !m_filter.before;
        if ((m_filter.after && hit.at < *m_filter.after) || (m_filter.before && hit.at >= *m_filter.before))
            return false;
        if (!m_filter.tag.isEmpty() && !state.conversation.tags.contains(m_filter.tag, Qt::CaseInsensitive))
            return false;
        if (m_filter.from.isEmpty() && m_filter.agent.isEmpty())
            return true;
        const Result<std::vector<domain::Message>> message =
            m_reader.messagesAfter(m_project, hit.conversation, hit.seq - 1, 1, true);
        if (!message)
            return std::unexpected(message.error());
        if (message->empty() || message->front().seq != hit.seq)
            return false;
        const domain::Message& one = message->front();
        const bool customer = one.author == domain::Author::Customer;
        const bool byAgent = one.author == domain::Author::Agent;
        const QString holder =
            state.handoff && state.handoff->assignedTo ? state.handoff->assignedTo->name : QString();
        return holds(customer ? state.conversation.contact.name : one.authorName, m_filter.from) &&
               (holds(holder, m_filter.agent) || (byAgent && holds(one.authorName, m_filter.agent)));
    }

private:
    store::Reader& m_reader;
    const domain::ProjectId& m_project;
    const SearchFilter& m_filter;
    std::map<domain::ConversationId, std::optional<domain::ConversationState>> m_conversations;
};

Json hitJson(const store::SearchHit& hit, const domain::Conversation& conversation)
{
    const bool isContact = hit.kind == store::SearchHit::Kind::Contact;
    return Json{{"type", isContact ? "contact" : "message"},
                {isContact ? "contactId" : "messageId", uuidText(hit.item)},
                {"conversationId", hit.conversation.text()},
                {"contactName", protocol::utf8(conversation.contact.name)},
                {"channel", protocol::utf8(conversation.channel)},
                {"note", hit.kind == store::SearchHit::Kind::Note},
                {"seq", hit.seq},
                {"at", toRfc3339(hit.at)},
                {"text", protocol::utf8(hit.text)}};
}

/// Whether it is one of those that were asked for.
Result<bool> add(const store::SearchHit& hit, bool contacts, Looking& looking, Json& items)
{
    const Result<const domain::ConversationState*> state = looking.conversationOf(hit);
    if (!state)
        return std::unexpected(state.error());
    // The index may not have heard of an erasure yet.
    if (!*state || (*state)->conversation.erased)
        return false;
    const Result<bool> within = looking.isWithin(hit, **state);
    if (within && *within)
        items.push_back(contacts ? contactJson((*state)->conversation)
                                 : hitJson(hit, (*state)->conversation));
    return within;
}

} // namespace

Result<SearchFilter> searchFilter(const std::function<QString(const char* name)>& value)
{
    SearchFilter filter{value("from"), value("channel"), value("agent"), value("tag"), {}, {}};
    for (const auto& [name, moment] :
         {std::pair("after", &filter.after), std::pair("before", &filter.before)}) {
        const QString text = value(name);
        if (text.isEmpty())
            continue;
        const auto at = fromRfc3339(protocol::utf8(text));
        if (!at)
            return failure(ErrorCode::Invalid,
                           QStringLiteral("\"%1\" is no moment.").arg(QLatin1String(name)),
                           QStringLiteral("Write it as 2026-11-21T09:30:00Z."),
                           {{QStringLiteral("field"), QLatin1String(name)}});
        *moment = *at;
    }
    return filter;
}

Json contactJson(const domain::Conversation& conversation)
{
    Json json = protocol::toJson(conversation.contact);
    json["conversationId"] = conversation.id.text();
    json["sessionId"] = protocol::utf8(conversation.sessionId);
    json["channel"] = protocol::utf8(conversation.channel);
    return json;
}

Json personJson(const domain::ContactId& contact, std::vector<domain::Conversation> person, std::size_t bound)
{
    std::ranges::sort(person, std::ranges::greater(), &domain::Conversation::openedAt);
    Json json;
    Json conversations = Json::array();
    Json merged = Json::array();
    for (const domain::Conversation& one : person) {
        if (one.contact.id == contact)
            json = contactJson(one);
        else
            merged.push_back(contactJson(one));
        Json conversation = protocol::toJson(one);
        conversation["contact"].erase("notes"); // they are beside it
        conversations.push_back(std::move(conversation));
    }
    if (json.is_null())
        return json;
    std::size_t bytes = protocol::dump(json).size() + protocol::dump(merged).size();
    for (std::size_t i = 0; i < conversations.size(); ++i) {
        bytes += protocol::dump(conversations[i]).size() + 1;
        if (bytes > bound && i > 0) {
            conversations.erase(conversations.begin() + static_cast<std::ptrdiff_t>(i), conversations.end());
            break;
        }
    }
    json["conversations"] = std::move(conversations);
    json["merged"] = std::move(merged);
    return json;
}

Result<store::SearchIndex::Search> Searches::asked(const Scope& scope, const QString& words, qint64 before,
                                                   int limit)
{
    if (words.trimmed().isEmpty())
        return failure(ErrorCode::Invalid, QStringLiteral("There is nothing to search for."),
                       QStringLiteral("Give words in \"q\"."),
                       {{QStringLiteral("field"), QStringLiteral("q")}});
    return store::SearchIndex::Search{words, scope.isAgent(), false, before, limit};
}

void Searches::find(QObject* context, const domain::ProjectId& project,
                    const store::SearchIndex::Search& search, const SearchFilter& filter, Found found)
{
    const auto query = [&index = m_index, project, search, filter](store::Reader& reader) -> Result<Json> {
        Looking looking(reader, project, filter);
        store::SearchIndex::Search part = search;
        Json items = Json::array();
        qint64 next = 0;
        for (int looked = 0; looked < mostLookedAt;) {
            const Result<store::SearchIndex::Page> page = index.search(project, part);
            if (!page)
                return std::unexpected(page.error());
            next = page->next;
            for (const store::SearchHit& hit : page->hits) {
                ++looked;
                const Result<bool> added = add(hit, search.contacts, looking, items);
                if (!added)
                    return std::unexpected(added.error());
                if (*added && items.size() == static_cast<std::size_t>(search.limit)) {
                    next = hit.number == page->hits.back().number ? page->next : hit.number;
                    return pageJson(std::move(items), next);
                }
            }
            // Without a filter a page is a page.
            if (next == 0 || filter.isEmpty())
                break;
            part.before = next;
        }
        return pageJson(std::move(items), next);
    };
    m_queries.run<Json>(context, query, std::move(found));
}

} // namespace relevo::relay
