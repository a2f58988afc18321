#include <relay/searches.h>

#include <protocol/codec.h>
#include <relay/http_support.h>

#include <algorithm>

namespace relevo::relay {

using protocol::Json;

namespace {

Json hitJson(const store::SearchHit& hit)
{
    const bool isContact = hit.kind == store::SearchHit::Kind::Contact;
    return Json{{"type", isContact ? "contact" : "message"},
                {isContact ? "contactId" : "messageId", uuidText(hit.item)},
                {"conversationId", hit.conversation.text()},
                {"note", hit.kind == store::SearchHit::Kind::Note},
                {"seq", hit.seq},
                {"at", toRfc3339(hit.at)},
                {"text", protocol::utf8(hit.text)}};
}

} // namespace

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
                    const store::SearchIndex::Search& search, Found found)
{
    const auto query = [&index = m_index, project, search](store::Reader& reader) -> Result<Json> {
        const Result<store::SearchIndex::Page> page = index.search(project, search);
        if (!page)
            return std::unexpected(page.error());
        Json items = Json::array();
        for (const store::SearchHit& hit : page->hits) {
            if (!search.contacts) {
                items.push_back(hitJson(hit));
                continue;
            }
            const auto contact = reader.contact(project, domain::ContactId(hit.item));
            if (!contact)
                return std::unexpected(contact.error());
            if (*contact)
                items.push_back(contactJson(**contact));
        }
        return pageJson(std::move(items), page->next);
    };
    m_queries.run<Json>(context, query, std::move(found));
}

} // namespace relevo::relay
