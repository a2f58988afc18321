#include <client/people.h>

#include <protocol/codec.h>

#include <QtCore/QPointer>

namespace relevo::client {

using protocol::Json;

namespace {

// Of a list longer than that something is wrong.
constexpr std::size_t mostListed = 500;

template <typename T>
std::vector<T> listOf(const Json& answer, const char* name)
{
    std::vector<T> list;
    const Json* items = protocol::Fields(answer).member(name);
    if (!items || !items->is_array())
        return list;
    for (const Json& item : *items) {
        if (list.size() == mostListed)
            break;
        if (Result<T> one = protocol::fromJson<T>(item))
            list.push_back(std::move(*one));
    }
    return list;
}

Result<Person> personFrom(const Json& answer)
{
    Result<domain::Contact> contact = protocol::fromJson<domain::Contact>(answer);
    if (!contact)
        return std::unexpected(contact.error());
    return Person{std::move(*contact), listOf<domain::Contact>(answer, "merged"),
                  listOf<domain::Conversation>(answer, "conversations")};
}

} // namespace

void People::wish(Wish kind, const ContactKey& whose, Json params, bool thoughtful)
{
    params["contactId"] = whose.contact.text();
    m_desk.make(kind, whose.conversation, params, thoughtful);
}

void People::update(const ContactKey& whose, const ContactChange& change)
{
    Json params = Json::object();
    if (change.name)
        params["name"] = protocol::utf8(*change.name);
    if (change.email)
        params["email"] = protocol::utf8(*change.email);
    if (change.phone)
        params["phone"] = protocol::utf8(*change.phone);
    for (const auto& [name, value] : change.attributes)
        params["attributes"][protocol::utf8(name)] = value.isEmpty() ? Json() : Json(protocol::utf8(value));
    if (change.tags) {
        params["tags"] = Json::array();
        for (const QString& tag : *change.tags)
            params["tags"].push_back(protocol::utf8(tag));
    }
    wish(Wish::UpdateContact, whose, std::move(params));
}

void People::setBlocked(const ContactKey& whose, bool blocked)
{
    // To let somebody in again harms nobody: it is done at once.
    wish(Wish::BlockContact, whose, {{"blocked", blocked}}, blocked);
}

void People::addNote(const ContactKey& whose, const QString& text)
{
    if (!text.trimmed().isEmpty())
        wish(Wish::AddContactNote, whose, {{"text", protocol::utf8(text.trimmed())}});
}

void People::deleteNote(const ContactKey& whose, const domain::MessageId& note)
{
    wish(Wish::DeleteContactNote, whose, {{"noteId", note.text()}});
}

void People::merge(const ContactKey& whose, const domain::ContactId& into)
{
    wish(Wish::MergeContacts, whose, {{"into", into.text()}});
}

void People::split(const ContactKey& whose)
{
    wish(Wish::SplitContact, whose, Json::object());
}

void People::markSpam(const domain::ConversationId& conversation, const domain::HandoffId& handoff,
                      bool block)
{
    Json params{{"handoffId", handoff.text()}};
    if (block)
        params["block"] = true;
    m_desk.make(Wish::MarkSpam, conversation, params);
}

void People::convertToTicket(const domain::ConversationId& conversation, const domain::HandoffId& handoff)
{
    m_desk.make(Wish::ConvertToTicket, conversation, {{"handoffId", handoff.text()}});
}

void People::get(const domain::ContactId& contact, const QObject* context,
                 std::function<void(const Result<Person>&)> done)
{
    m_desk.ask("contact.get", {{"contactId", contact.text()}},
               [context = QPointer(context), done = std::move(done)](const Result<Json>& answer) {
                   if (context)
                       done(answer ? personFrom(*answer) : std::unexpected(answer.error()));
               });
}

void People::find(const QString& words, int limit, const QObject* context,
                  std::function<void(const Result<std::vector<domain::Contact>>&)> done)
{
    m_desk.ask("contact.find", {{"q", protocol::utf8(words)}, {"limit", limit}},
               [context = QPointer(context), done = std::move(done)](const Result<Json>& answer) {
                   if (!context)
                       return;
                   if (answer)
                       done(listOf<domain::Contact>(*answer, "items"));
                   else
                       done(std::unexpected(answer.error()));
               });
}

} // namespace relevo::client
