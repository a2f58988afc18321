#include <relay/searches.h>

#include <protocol/codec.h>
#include <relay/http_support.h>

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
