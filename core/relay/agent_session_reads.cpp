#include <protocol/codec.h>
#include <protocol/limits.h>
#include <relay/agent_session.h>
#include <relay/contact_commands.h>
#include <relay/notification_box.h>
#include <relay/searches.h>

#include <algorithm>
#include <limits>

namespace relevo::relay {

using namespace protocol;

namespace {

/// As much of a page of things with a `seq` as fits into a frame; at least one of them.
Json fitted(Json page, std::size_t bound)
{
    Json& items = page.at("items");
    std::size_t bytes = 0;
    std::size_t count = 0;
    while (count < items.size()) {
        bytes += dump(items.at(count)).size();
        if (bytes > bound && count > 0)
            break;
        ++count;
    }
    if (count < items.size()) {
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(count), items.end());
        page["next"] = std::to_string(items.back().at("seq").get<qint64>());
    }
    return page;
}

/// How many things of a list are asked for; as many as a snapshot has of each unless it is said.
int limitAsked(Fields& fields)
{
    return static_cast<int>(
        std::clamp<qint64>(fields.optionalNumber("limit").value_or(snapshotMessages), 1, maxPageItems));
}

} // namespace

void AgentSession::history(const RpcRequest& request)
{
    Fields fields(request.params);
    const auto conversation = fields.id<domain::ConversationId>("conversationId");
    const qint64 before = fields.optionalNumber("before").value_or(std::numeric_limits<qint64>::max());
    const int limit = limitAsked(fields);
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    const auto query = [project = m_scope->project, conversation, before,
                        limit](store::Reader& reader) -> Result<SnapshotConversation> {
        auto state = reader.conversationById(project, conversation);
        if (!state)
            return std::unexpected(state.error());
        if (!*state)
            return failure(ErrorCode::NotFound, QStringLiteral("There is no such conversation."));
        auto messages = reader.newestMessages(project, conversation, before, limit);
        if (!messages)
            return std::unexpected(messages.error());
        return SnapshotConversation{std::move(**state), std::move(*messages)};
    };
    m_parts.queries.run<SnapshotConversation>(this, query,
                                              [this, id = request.id](Result<SnapshotConversation> page) {
                                                  if (!page) {
                                                      reply(rpcError(id, page.error()));
                                                      return;
                                                  }
                                                  std::string text = dump(toJson(*page));
                                                  while (text.size() > pageBytes && !page->messages.empty()) {
                                                      page->messages.erase(page->messages.begin());
                                                      text = dump(toJson(*page));
                                                  }
                                                  reply(rpcResultRaw(id, text));
                                              });
}

void AgentSession::search(const RpcRequest& request)
{
    Fields fields(request.params);
    const QString words = fields.text("q", maxShortText);
    const int limit = limitAsked(fields);
    const QString cursor = fields.optionalText("cursor", maxShortText);
    bool isNumber = true;
    const qint64 before = cursor.isEmpty() ? 0 : cursor.toLongLong(&isNumber);
    if (!isNumber || before < 0)
        fields.fail("cursor", "is not one of a page before");
    const auto asked = Searches::asked(*m_scope, words, before, limit);
    const Result<SearchFilter> filter =
        searchFilter([&fields](const char* name) { return fields.optionalText(name, maxShortText); });
    if (fields.error() || !asked || !filter) {
        reply(rpcError(request.id, fields.error() ? *fields.error()
                                   : asked        ? filter.error()
                                                  : asked.error()));
        return;
    }
    m_parts.searches.find(this, m_scope->project, *asked, *filter,
                          [this, id = request.id](const Result<Json>& page) {
                              reply(page ? rpcResult(id, *page) : rpcError(id, page.error()));
                          });
}

void AgentSession::getContact(const RpcRequest& request)
{
    Fields fields(request.params);
    const auto contact = fields.id<domain::ContactId>("contactId");
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    const auto query = [project = m_scope->project, contact](store::Reader& reader) -> Result<Json> {
        auto person = reader.person(project, contact);
        if (!person)
            return std::unexpected(person.error());
        Json json = personJson(contact, std::move(*person), pageBytes);
        if (json.is_null())
            return failure(ErrorCode::NotFound, QStringLiteral("There is no such contact."));
        return json;
    };
    m_parts.queries.run<Json>(this, query, [this, id = request.id](const Result<Json>& person) {
        reply(person ? rpcResult(id, *person) : rpcError(id, person.error()));
    });
}

void AgentSession::findContacts(const RpcRequest& request)
{
    Fields fields(request.params);
    const QString words = fields.text("q", maxShortText);
    const int limit = limitAsked(fields);
    auto asked = Searches::asked(*m_scope, words, 0, limit);
    if (fields.error() || !asked) {
        reply(rpcError(request.id, fields.error() ? *fields.error() : asked.error()));
        return;
    }
    asked->contacts = true;
    m_parts.searches.find(
        this, m_scope->project, *asked, {}, [this, id = request.id](const Result<Json>& page) {
            if (!page) {
                reply(rpcError(id, page.error()));
                return;
            }
            Json items = page->at("items");
            for (std::size_t bytes = 0, i = 0; i < items.size(); ++i) {
                bytes += dump(items[i]).size();
                if (bytes > pageBytes && i > 0) {
                    items.erase(items.begin() + static_cast<std::ptrdiff_t>(i), items.end());
                    break;
                }
            }
            reply(rpcResult(id, Json{{"items", std::move(items)}}));
        });
}

void AgentSession::onContact(const RpcRequest& request)
{
    Fields fields(request.params);
    const auto contact = fields.id<domain::ContactId>("contactId");
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    constexpr std::string_view prefix = "contact.";
    const contactcommands::Make make =
        contactcommands::named(std::string_view(request.method).substr(prefix.size()));
    submit(request, make(*m_scope, contact, request.params));
}

void AgentSession::markRead(const RpcRequest& request)
{
    Fields fields(request.params);
    const auto conversation = fields.id<domain::ConversationId>("conversationId");
    const qint64 upTo = fields.number("seq");
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    reply(rpcResultRaw(request.id, "{}"));
    // Who only looks on has not read it for the customer.
    const domain::ConversationState* state = m_parts.hub.byId(m_scope->project, conversation);
    if (!state || state->control.holder != domain::Holder::Agent || state->control.agent != m_scope->agent)
        return;
    const auto query = [project = m_scope->project, conversation,
                        before = std::min(upTo, m_parts.hub.state(m_scope->project)->seq) +
                                 1](store::Reader& reader) {
        return reader.newestMessages(project, conversation, before, snapshotMessages);
    };
    using Messages = std::vector<domain::Message>;
    m_parts.queries.run<Messages>(this, query, [this](const Result<Messages>& messages) {
        if (!messages)
            return; // the next mark tries again
        for (const domain::Message& message : *messages) {
            if (message.author != domain::Author::Customer ||
                !domain::advances(message.delivery, domain::Delivery::Read))
                continue;
            m_parts.pipeline.submit(Submission{
                m_scope->project,
                {},
                m_scope->actor,
                message.id,
                domain::RecordDelivery{{message.id, domain::Delivery::Read, std::nullopt}, message.delivery},
                {},
                {}});
        }
    });
}

void AgentSession::listNotifications(const RpcRequest& request)
{
    Fields fields(request.params);
    const qint64 before = fields.optionalNumber("before").value_or(0);
    const int limit = limitAsked(fields);
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    notificationbox::list(
        m_parts, this, *m_scope, before, limit, [this, id = request.id](const Result<Json>& page) {
            reply(page ? rpcResult(id, fitted(*page, pageBytes)) : rpcError(id, page.error()));
        });
}

void AgentSession::readNotification(const RpcRequest& request)
{
    Fields fields(request.params);
    const auto id = fields.id<domain::NotificationId>("notificationId");
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    notificationbox::read(m_parts, this, *m_scope, id, [this, request](Result<Submission> submission) {
        submit(request, std::move(submission));
    });
}

void AgentSession::stateHash(const RpcRequest& request)
{
    const domain::ProjectState& state = *m_parts.hub.state(m_scope->project);
    reply(rpcResult(request.id, Json{{"seq", state.seq}, {"hash", utf8(domain::stateHash(state))}}));
}

} // namespace relevo::relay
