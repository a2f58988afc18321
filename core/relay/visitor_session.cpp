#include <relay/visitor_session.h>

#include <bot/faq_bot.h>
#include <domain/customer.h>
#include <domain/rating.h>
#include <protocol/codec.h>
#include <protocol/limits.h>
#include <protocol/names.h>
#include <relay/answers.h>
#include <relay/secrets.h>
#include <relay/visitor_origin.h>
#include <relay/visitor_views.h>
#include <relay/wishes.h>

#include <QtCore/QPointer>

#include <algorithm>

namespace relevo::relay {

using namespace protocol;

namespace {

constexpr quint16 closeNoHello = 4001;
constexpr std::chrono::seconds visitorHelloWithin{10};
constexpr std::size_t pageBytes = 192 * 1024;        // leaves room in a frame for one more long message
constexpr std::size_t longestPageAddress = 8 * 1024; // of a page, with all that is not kept of it
constexpr qint64 visitorTypingBound = 64 * 1024; // a reader so far behind is not told of what lapses anyway

} // namespace

VisitorSession::VisitorSession(std::shared_ptr<http::WebSocket> socket, const QHostAddress& peer,
                               GatewayParts parts, const bot::FaqBot& bot, VisitorBook& book, QObject* parent)
    : QObject(parent), m_socket(std::move(socket)), m_peer(peer), m_parts(parts), m_bot(bot), m_book(book),
      m_typing(parts.hub, book)
{
    QTimer::singleShot(visitorHelloWithin, this, [this] {
        if (!m_greeting)
            m_socket->close(closeNoHello, "no hello");
    });
    m_socket->onText([this](const QByteArray& text) { received(text); });
    m_socket->onClosed([this](quint16) {
        if (m_visitor)
            m_typing.stop(*m_visitor);
        Q_EMIT closed();
    });
}

void VisitorSession::reply(const std::string& text)
{
    m_socket->send({text.data(), static_cast<qsizetype>(text.size())});
}

void VisitorSession::received(const QByteArray& text)
{
    const auto request = parseRpcRequest({text.constData(), static_cast<std::size_t>(text.size())});
    if (!request) {
        reply(rpcError(request.error().id, request.error().number, request.error().message));
        return;
    }
    const std::string& method = request->method;
    if (method == "ping") {
        reply(rpcResultRaw(request->id, "{}"));
    } else if (method == "hello") {
        hello(*request);
    } else if (!m_live) {
        reply(rpcError(request->id,
                       Error{ErrorCode::Unauthorized, QStringLiteral("Say hello first."), {}, {}}));
    } else if (method == "message.send") {
        send(*request);
    } else if (method == "handoff.cancel") {
        cancelHandoff(*request);
    } else if (method == "handoff.rate") {
        rate(*request);
    } else if (method == "typing.set") {
        setTyping(*request);
    } else if (method == "read.mark") {
        readMark(*request, domain::Delivery::Read);
    } else if (method == "delivered.mark") {
        readMark(*request, domain::Delivery::Delivered);
    } else {
        reply(rpcError(request->id, rpcerror::methodNotFound, QStringLiteral("There is no such method.")));
    }
}

void VisitorSession::hello(const RpcRequest& request)
{
    Fields fields(request.params);
    const domain::ProjectId project = fields.id<domain::ProjectId>("projectKey");
    const QByteArray token = fields.optionalText("visitorToken", maxShortText).toUtf8();
    const QString epoch = fields.optionalText("epoch", maxShortText);
    // Another journal's numbers mean other messages.
    const bool otherJournal = !epoch.isEmpty() && epoch != m_parts.journalEpoch;
    const qint64 asked = otherJournal ? 0 : fields.optionalNumber("since").value_or(0);
    m_language = fields.optionalText("language", 35).left(2).toLower();
    m_origin = visitorOrigin(fields.optionalText("page", longestPageAddress),
                             fields.optionalText("timezone", maxShortText));
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    if (m_greeting || !m_parts.hub.state(project)) {
        reply(rpcError(request.id,
                       m_greeting
                           ? Error{ErrorCode::Conflict, QStringLiteral("Hello was said already."), {}, {}}
                           : Error{ErrorCode::NotFound,
                                   QStringLiteral("There is no such project."),
                                   QStringLiteral("Check the project key of the page."),
                                   {}}));
        return;
    }
    m_greeting = true;
    const qint64 since = std::clamp<qint64>(asked, 0, m_parts.hub.state(project)->seq);
    if (token.isEmpty()) {
        const QByteArray fresh = newToken("rv_");
        m_unwritten = tokenHash(fresh);
        greet(request.id, m_book.begin(project, m_unwritten), fresh, 0);
        return;
    }
    if (const std::optional<Visitor> known = m_book.unwritten(project, tokenHash(token))) {
        m_unwritten = tokenHash(token);
        greet(request.id, *known, token, since);
        return;
    }
    find(request.id, project, token, since);
}

void VisitorSession::find(const Json& id, const domain::ProjectId& project, const QByteArray& token,
                          qint64 since)
{
    using Found = std::optional<store::StoredVisitor>;
    const auto query = [project, hash = tokenHash(token)](store::Reader& reader) {
        return reader.credentials().visitorOf(project, hash);
    };
    m_parts.queries.run<Found>(this, query, [this, id, project, token, since](Result<Found> found) {
        if (!m_socket->isOpen())
            return;
        if (!found) {
            giveUp(id, found.error());
        } else if (*found) {
            greet(id, {project, (*found)->sessionId, (*found)->conversation}, token, since);
        } else {
            const QByteArray fresh = newToken("rv_");
            m_unwritten = tokenHash(fresh);
            greet(id, m_book.begin(project, m_unwritten), fresh, 0);
        }
    });
}

void VisitorSession::greet(const Json& id, const Visitor& visitor, const QByteArray& token, qint64 since)
{
    m_visitor = visitor;
    // From here on events are kept for this browser, so that none is lost while its page is read.
    Q_EMIT greeted();
    if (m_unwritten.isEmpty() || m_parts.hub.byId(visitor.project, visitor.conversation))
        readPage(id, token, since);
    else
        welcome(id, token, {}); // nothing was said yet
}

Result<VisitorSession::Page> VisitorSession::pageOf(store::Reader& reader, const Visitor& visitor,
                                                    qint64 since, Timestamp now)
{
    constexpr int handoffsLookedAt = 3; // whoever has had more since has long been asked anew
    // One more than is shown tells whether there are more.
    const auto messages =
        reader.newestMessagesAfter(visitor.project, visitor.conversation, since, maxPageItems + 1);
    const auto handoffs = reader.newestHandoffs(visitor.project, visitor.conversation, handoffsLookedAt);
    if (!messages || !handoffs)
        return std::unexpected(!messages ? messages.error() : handoffs.error());
    std::vector<Json> newest; // the newest first
    std::size_t bytes = 0;
    for (auto message = messages->rbegin(); message != messages->rend(); ++message) {
        Json json = messageForVisitor(*message);
        bytes += dump(json).size();
        if (newest.size() == maxPageItems || (bytes > pageBytes && !newest.empty()))
            break;
        newest.push_back(std::move(json));
    }
    Page page;
    const auto ratable = std::ranges::find_if(*handoffs, [now](const domain::Handoff& handoff) {
        return handoff.ratingAskedAt && domain::ratedUntil(handoff).value_or(now) > now;
    });
    if (ratable != handoffs->end())
        page.ratable = *ratable;
    page.more = newest.size() < messages->size();
    for (auto json = newest.rbegin(); json != newest.rend(); ++json)
        page.messages.push_back(std::move(*json));
    return page;
}

void VisitorSession::readPage(const Json& id, const QByteArray& token, qint64 since)
{
    const auto query = [visitor = *m_visitor, since, now = m_parts.clock.now()](store::Reader& reader) {
        return pageOf(reader, visitor, since, now);
    };
    m_parts.queries.run<Page>(this, query, [this, id, token, since](Result<Page> page) {
        if (!m_socket->isOpen())
            return;
        if (!page) {
            giveUp(id, page.error());
            return;
        }
        welcome(id, token, std::move(*page));
        // Whatever the browser says it has is delivered.
        markUpTo(since, domain::Delivery::Delivered);
    });
}

void VisitorSession::leave()
{
    m_socket->close(http::closecode::GoingAway);
}

void VisitorSession::giveUp(const Json& id, const Error& error)
{
    // It may be listed for events already, so there is no second hello: the browser comes again.
    reply(rpcError(id, error));
    m_socket->close(http::closecode::Internal, error.message.toUtf8());
}

void VisitorSession::welcome(const Json& id, const QByteArray& token, Page page)
{
    const domain::ProjectState& state = *m_parts.hub.state(m_visitor->project);
    const domain::ConversationState* conversation =
        m_parts.hub.byId(m_visitor->project, m_visitor->conversation);
    Json handoff;
    if (conversation && conversation->handoff && domain::isOpen(conversation->handoff->status))
        handoff = handoffForVisitor(*conversation->handoff, conversation);
    reply(rpcResult(
        id, Json{{"visitorToken", token.toStdString()},
                 {"conversationId", m_visitor->conversation.text()},
                 {"seq", state.seq},
                 {"epoch", utf8(m_parts.journalEpoch)},
                 {"project", Json{{"name", utf8(state.project.name)}}},
                 {"greeting", utf8(m_bot.greeting(m_language))},
                 {"serverTime", toRfc3339(m_parts.clock.now())},
                 {"messages", std::move(page.messages)},
                 {"more", page.more},
                 {"handoff", std::move(handoff)},
                 {"typingPreview", previewsTyping(m_parts.hub, m_visitor->project)},
                 {"people", hearsWishes(state.settings)},
                 {"limits", Json{{"files", domain::maxAttachments}, {"fileBytes", m_book.fileBytes()}}},
                 {"rating", page.ratable ? ratingForVisitor(*page.ratable) : Json()}}));
    m_live = true;
    for (const std::string& event : m_early)
        reply(event);
    m_early = {};
}

void VisitorSession::writeDown()
{
    const QPointer<VisitorSession> guard(this);
    const auto work = [visitor = *m_visitor, hash = m_unwritten,
                       now = m_parts.clock.now()](store::Journal& journal) -> Result<void> {
        const auto known = journal.credentials().visitorOf(visitor.project, hash);
        if (!known)
            return std::unexpected(known.error());
        if (*known)
            return {};
        return journal.credentials().addVisitor(hash, visitor.project, visitor.sessionId,
                                                visitor.conversation, now);
    };
    m_parts.pipeline.submit(Chore{m_visitor->project, work, [guard](const Result<void>& written) {
                                      if (!guard || !written)
                                          return; // the next message, of this browser or another, tries again
                                      guard->m_book.written(guard->m_unwritten);
                                      guard->m_unwritten.clear();
                                  }});
}

void VisitorSession::send(const RpcRequest& request)
{
    if (const Result<void> allowed = m_book.message(*m_visitor, m_peer); !allowed) {
        reply(rpcError(request.id, allowed.error()));
        return;
    }
    Result<Submission> submission =
        m_parts.commands.visitorMessage(m_visitor->project, m_visitor->sessionId, m_visitor->conversation,
                                        m_language, m_origin, request.params);
    if (!submission) {
        reply(rpcError(request.id, submission.error()));
        return;
    }
    m_typing.stop(*m_visitor);
    // Before the message and by the same way: nobody shall hold a token that leads to nothing once the relay
    // was started again.
    if (!m_unwritten.isEmpty())
        writeDown();
    submit(request.id, std::move(*submission));
}

void VisitorSession::cancelHandoff(const RpcRequest& request)
{
    if (const Result<void> allowed = m_book.message(*m_visitor, m_peer); !allowed) {
        reply(rpcError(request.id, allowed.error()));
        return;
    }
    const domain::ConversationState* conversation =
        m_parts.hub.byId(m_visitor->project, m_visitor->conversation);
    if (!conversation || !conversation->handoff || !domain::isOpen(conversation->handoff->status)) {
        reply(rpcResult(request.id, Json{{"success", true}})); // it is as they want it
        return;
    }
    const domain::HandoffId handoff = conversation->handoff->id;
    submit(request.id, Submission{m_visitor->project,
                                  {},
                                  {domain::ActorType::Customer, {}, {}},
                                  handoff,
                                  domain::AbandonHandoff{handoff, domain::AbandonReason::BackToBot},
                                  answers::done,
                                  {}});
}

void VisitorSession::rate(const RpcRequest& request)
{
    if (const Result<void> allowed = m_book.message(*m_visitor, m_peer); !allowed) {
        reply(rpcError(request.id, allowed.error()));
        return;
    }
    Result<Submission> submission =
        m_parts.commands.visitorRating(m_visitor->project, m_visitor->conversation, request.params);
    if (submission)
        submit(request.id, std::move(*submission));
    else
        reply(rpcError(request.id, submission.error()));
}

void VisitorSession::submit(const Json& id, Submission submission)
{
    const QPointer<VisitorSession> guard(this);
    submission.done = [guard, id](const Result<std::string>& answer) {
        if (guard)
            guard->reply(answer ? rpcResultRaw(id, *answer) : rpcError(id, answer.error()));
    };
    m_parts.pipeline.submit(std::move(submission));
}

void VisitorSession::setTyping(const RpcRequest& request)
{
    const Result<void> set = m_typing.set(*m_visitor, request.params);
    reply(set ? rpcResultRaw(request.id, "{}") : rpcError(request.id, set.error()));
}

void VisitorSession::readMark(const RpcRequest& request, domain::Delivery delivery)
{
    Fields fields(request.params);
    const qint64 seq = fields.number("seq");
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    markUpTo(seq, delivery);
    reply(rpcResultRaw(request.id, "{}"));
}

void VisitorSession::markUpTo(qint64 seq, domain::Delivery delivery)
{
    // Never beyond what there is: a mark of the far future would cover what is still to come.
    const qint64 upTo = std::min(seq, m_parts.hub.state(m_visitor->project)->seq);
    Receipts& receipts = delivery == domain::Delivery::Read ? m_read : m_delivered;
    receipts.wanted = std::max(receipts.wanted, upTo);
    recordReceipts();
}

void VisitorSession::recordReceipts()
{
    // What is read has arrived, so that needs no record of its own.
    m_delivered.recorded = std::max(m_delivered.recorded, m_read.recorded);
    const bool read = m_read.wanted > m_read.recorded;
    if (m_recording || (!read && m_delivered.wanted <= m_delivered.recorded))
        return;
    const auto delivery = read ? domain::Delivery::Read : domain::Delivery::Delivered;
    const qint64 upTo = read ? m_read.wanted : m_delivered.wanted;
    const auto query = [visitor = *m_visitor, upTo](store::Reader& reader) {
        return reader.newestMessages(visitor.project, visitor.conversation, upTo + 1, snapshotMessages);
    };
    m_recording = true;
    m_parts.queries.run<std::vector<domain::Message>>(
        this, query, [this, upTo, delivery](const Result<std::vector<domain::Message>>& messages) {
            m_recording = false;
            if (!messages)
                return; // the next mark tries again
            (delivery == domain::Delivery::Read ? m_read : m_delivered).recorded = upTo;
            record(*messages, delivery);
            recordReceipts(); // what was marked meanwhile
        });
}

void VisitorSession::record(const std::vector<domain::Message>& messages, domain::Delivery delivery)
{
    for (const domain::Message& message : messages) {
        if (message.author == domain::Author::Customer || message.note ||
            !domain::advances(message.delivery, delivery))
            continue;
        m_parts.pipeline.submit(
            Submission{m_visitor->project,
                       {},
                       domain::Actor{domain::ActorType::Customer, {}, {}},
                       message.id,
                       domain::RecordDelivery{{message.id, delivery, std::nullopt}, message.delivery},
                       {},
                       {}});
    }
}

bool VisitorSession::heard(const Published& published)
{
    const std::optional<Json> data =
        dataForVisitor(published.event, m_parts.hub.byId(published.project, published.event.conversationId));
    if (!data || !m_socket->isOpen())
        return false;
    const std::string text =
        rpcNotification("event", dump(Json{{"seq", published.event.seq},
                                           {"type", protocol::nameOf(published.event.type)},
                                           {"at", toRfc3339(published.event.at)},
                                           {"data", *data}}));
    if (m_live)
        reply(text);
    else
        m_early.push_back(text);
    return m_live;
}

void VisitorSession::settingsChanged()
{
    const domain::ProjectState* state = m_parts.hub.state(m_visitor->project);
    if (m_live && state)
        reply(rpcNotification("settings", dump(Json{{"typingPreview", state->settings.typingPreview},
                                                    {"people", hearsWishes(state->settings)}})));
}

void VisitorSession::sendTyping(domain::Author author, const QString& name, bool on)
{
    if (m_live && m_socket->bytesPending() <= visitorTypingBound)
        reply(rpcNotification(
            "typing", dump(Json{{"author", protocol::nameOf(author)}, {"name", utf8(name)}, {"on", on}})));
}

} // namespace relevo::relay
