#include <relay/attachment_routes.h>

#include <protocol/codec.h>
#include <protocol/limits.h>
#include <protocol/problem.h>
#include <relay/attachment_fields.h>
#include <relay/http_support.h>
#include <relay/rights.h>

#include <QtCore/QUrl>

namespace relevo::relay {

using protocol::Json;

namespace {

const char* const visitorPath = "/api/visitor/attachments/";
// The file is somebody's: no script of it runs, and it may load nothing.
constexpr auto filePolicy = "default-src 'none'; sandbox";

std::unexpected<Error> noFile()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such file."),
                   QStringLiteral("Its address stands in the message that carries it."));
}

/// Said with 410: it was there, and asking again is of no use.
std::unexpected<Error> noLongerKept()
{
    return failure(
        ErrorCode::NotFound, QStringLiteral("The file is no longer kept."),
        QStringLiteral("The project keeps files for a time after their conversation has ended; the "
                       "message keeps its name and size."),
        {{goneContext, QStringLiteral("attachment")}});
}

/// The same words as for a request that has come whole.
http::Response refusal(const Error& error)
{
    Json problem = protocol::problemJson(error);
    problem["status"] = httpStatus(error.code);
    http::Response response = jsonResponse(httpStatus(error.code), problem);
    response.headers.front().value = "application/problem+json";
    if (error.code == ErrorCode::Unauthorized)
        response.with("WWW-Authenticate", "Bearer");
    if (error.code == ErrorCode::Unavailable || error.code == ErrorCode::RateLimited) {
        const auto wait = error.context.find(QStringLiteral("retryAfter"));
        response.with("Retry-After", wait == error.context.end() ? QByteArray("1") : wait->second.toLatin1());
    }
    return response;
}

/// The caller's own id for a file, or one made of the request's Idempotency-Key and who sends it: with either
/// a repeat is the same file. Null without them.
domain::AttachmentId chosenId(const http::Request& request, const domain::ProjectId& project,
                              const QString& owner)
{
    if (const std::optional<QString> id = request.queryItem(u"id"))
        return domain::AttachmentId::parse(QStringView(*id)).value_or(domain::AttachmentId());
    const QByteArray key = request.header("Idempotency-Key");
    if (key.isEmpty() || owner.isEmpty())
        return {};
    return domain::AttachmentId(QUuid::createUuidV5(project.uuid(), owner.toUtf8() + '/' + key));
}

Json described(const domain::Attachment& attachment, const char* path)
{
    Json json = protocol::toJson(attachment);
    json["url"] = path + attachment.id.text();
    return json;
}

} // namespace

QByteArray dispositionOf(const domain::Attachment& attachment)
{
    QByteArray plain;
    for (const QChar c : attachment.name)
        plain += c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'"' && c != u'\\' ? c.toLatin1() : '_';
    QByteArray value = domain::isPicture(attachment.mime) ? "inline" : "attachment";
    return value + "; filename=\"" + plain + "\"; filename*=UTF-8''" +
           QUrl::toPercentEncoding(attachment.name);
}

AttachmentRoutes::AttachmentRoutes(GatewayParts parts, AttachmentShelf& shelf, VisitorGateway& visitors,
                                   QObject* parent)
    : QObject(parent), m_parts(parts), m_shelf(shelf), m_visitors(visitors)
{
}

void AttachmentRoutes::addTo(http::Router& router)
{
    http::RouteOptions upload;
    upload.open = [this](const http::Request& request) {
        return openForScope(request);
    };
    router.add(
        "POST", QStringLiteral("/api/attachments"),
        [this](const http::Request& request, const http::Responder& responder) { take(request, responder); },
        upload);
    router.add(
        "GET", QStringLiteral("/api/attachments/{id}"),
        [this](const http::Request& request, const http::Responder& responder) { give(request, responder); });
    router.add("GET", QStringLiteral("/api/attachments/{id}/upload"),
               [this](const http::Request& request, const http::Responder& responder) {
                   tellReceived(request, responder);
               });
    http::RouteOptions visitors;
    visitors.cors = true;
    router.add(
        "GET", QStringLiteral("/api/visitor/attachments/{id}"),
        [this](const http::Request& request, const http::Responder& responder) {
            giveToVisitor(request, responder);
        },
        visitors);
    visitors.open = [this](const http::Request& request) {
        return openForVisitor(request);
    };
    router.add(
        "POST", QStringLiteral("/api/visitor/attachments"),
        [this](const http::Request& request, const http::Responder& responder) {
            takeFromVisitor(request, responder);
        },
        visitors);
}

AttachmentRoutes::Sink AttachmentRoutes::openForScope(const http::Request& request)
{
    // The guard before the handler asks again, when the file has come: too late to be asked first.
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope)
        return std::unexpected(refusal(scope.error()));
    if (const Result<void> may = checkRight(*rightTo("POST /api/attachments"), *scope); !may)
        return std::unexpected(refusal(may.error()));
    return open(request, scope->project, uploadOwner(*scope));
}

AttachmentRoutes::Sink AttachmentRoutes::openForVisitor(const http::Request& request)
{
    const Result<Visitor> visitor = m_visitors.visitorOf(request.bearerToken());
    if (!visitor)
        return std::unexpected(refusal(visitor.error()));
    if (const Result<void> may = m_visitors.mayUpload(*visitor, request.peer); !may)
        return std::unexpected(refusal(may.error()));
    return open(request, visitor->project, {}); // whoever has no account leaves nothing behind
}

AttachmentRoutes::Sink AttachmentRoutes::open(const http::Request& request, const domain::ProjectId& project,
                                              const QString& owner)
{
    const auto invalid = [](const char* field, const QString& message, const QString& advice) {
        return std::unexpected(refusal(
            {ErrorCode::Invalid, message, advice, {{QStringLiteral("field"), QString::fromLatin1(field)}}}));
    };
    AttachmentShelf::Card card{project, owner, {}, {}};
    if (const std::optional<QString> id = request.queryItem(u"id")) {
        const auto parsed = domain::AttachmentId::parse(QStringView(*id));
        if (!parsed)
            return invalid("id", QStringLiteral("\"id\" must be a UUID."),
                           QStringLiteral("Make one for each file, or leave it out."));
    }
    if (!owner.isEmpty())
        card.id = chosenId(request, project, owner);
    qint64 from = 0;
    if (const std::optional<QString> text = request.queryItem(u"from")) {
        bool isNumber = false;
        from = text->toLongLong(&isNumber);
        if (!isNumber || from < 0 || (from > 0 && card.id.isNull()))
            return invalid("from",
                           QStringLiteral("\"from\" must be a number of bytes, of a file with an id."),
                           QStringLiteral("Ask how much is here, or leave it out."));
    }
    UploadTold told;
    const QByteArray length = request.header("Content-Length");
    if (const std::optional<QString> text = request.queryItem(u"size")) {
        bool isNumber = false;
        told.size = text->toLongLong(&isNumber);
        if (!isNumber || told.size < 0 || (told.size > 0 && told.size <= from))
            return invalid("size", QStringLiteral("\"size\" must be the number of bytes of the whole file."),
                           QStringLiteral("Say it as it is, or leave it out."));
        if (told.size > 0 && !length.isEmpty() && from + length.toLongLong() != told.size)
            return invalid("size",
                           QStringLiteral("The body and what is here make %1 bytes, not %2.")
                               .arg(from + length.toLongLong())
                               .arg(told.size),
                           QStringLiteral("Send all that comes behind \"from\" in one body."));
    }
    if (const std::optional<QString> text = request.queryItem(u"sha256")) {
        told.sha256 = text->toLatin1().toLower();
        if (told.sha256.size() != 64 || QByteArray::fromHex(told.sha256).size() != 32)
            return invalid("sha256", QStringLiteral("\"sha256\" must be 64 hexadecimal digits."),
                           QStringLiteral("Say the digest of the whole file, or leave it out."));
    }
    Result<std::shared_ptr<AttachmentUpload>> upload =
        m_shelf.begin(length.toLongLong(), card, from, std::move(told));
    if (!upload)
        return std::unexpected(refusal(upload.error()));
    return std::move(*upload);
}

void AttachmentRoutes::tellReceived(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const auto id = domain::AttachmentId::parse(QStringView(request.parameter(u"id")));
    if (!scope || !id) {
        failRequest(request, responder, scope ? noFile().error() : scope.error());
        return;
    }
    const QString owner = uploadOwner(*scope);
    const auto stored = m_shelf.find(scope->project, *id);
    if (!stored) {
        failRequest(request, responder, stored.error());
        return;
    }
    Json answer = Json::object();
    if (*stored && (*stored)->owner == owner) {
        answer["received"] = (*stored)->attachment.size;
        answer["attachment"] = described((*stored)->attachment, protocol::attachmentUrl);
    } else {
        answer["received"] = m_shelf.received({scope->project, owner, *id, {}});
    }
    responder.send(jsonResponse(200, answer));
}

void AttachmentRoutes::take(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    keep(request, responder, scope->project, uploadOwner(*scope), protocol::attachmentUrl);
}

void AttachmentRoutes::takeFromVisitor(const http::Request& request, const http::Responder& responder)
{
    const Result<Visitor> visitor = m_visitors.visitorOf(request.bearerToken());
    if (!visitor) {
        failRequest(request, responder, visitor.error());
        return;
    }
    keep(request, responder, visitor->project, store::visitorOwner(visitor->conversation), visitorPath);
}

void AttachmentRoutes::keep(const http::Request& request, const http::Responder& responder,
                            const domain::ProjectId& project, const QString& owner, const char* path)
{
    AttachmentShelf::Card card;
    card.project = project;
    card.owner = owner;
    card.name = domain::safeFileName(request.queryItem(u"name").value_or(QString()));
    card.id = chosenId(request, project, owner);
    http::Request about; // what the log line of a refusal needs, without the file
    about.method = request.method;
    about.correlationId = request.correlationId;
    m_shelf.keep(std::dynamic_pointer_cast<AttachmentUpload>(request.sink), std::move(card),
                 [responder, about, path](const Result<domain::Attachment>& kept) {
                     if (kept)
                         responder.send(jsonResponse(201, described(*kept, path)));
                     else
                         failRequest(about, responder, kept.error());
                 });
}

Result<store::StoredAttachment> AttachmentRoutes::named(const http::Request& request,
                                                        const domain::ProjectId& project)
{
    const auto id = domain::AttachmentId::parse(QStringView(request.parameter(u"id")));
    if (!id)
        return noFile();
    auto stored = m_shelf.find(project, *id);
    if (!stored)
        return std::unexpected(stored.error());
    return *stored ? Result<store::StoredAttachment>(std::move(**stored)) : noFile();
}

void AttachmentRoutes::give(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const Result<store::StoredAttachment> stored =
        scope ? named(request, scope->project)
              : Result<store::StoredAttachment>(std::unexpected(scope.error()));
    if (stored)
        send(request, responder, *stored);
    else
        failRequest(request, responder, stored.error());
}

void AttachmentRoutes::giveToVisitor(const http::Request& request, const http::Responder& responder)
{
    const Result<Visitor> visitor = m_visitors.visitorOf(request.bearerToken());
    Result<store::StoredAttachment> stored =
        visitor ? named(request, visitor->project)
                : Result<store::StoredAttachment>(std::unexpected(visitor.error()));
    // What agents say among each other, and to others, is for them as if it were not there.
    if (stored && stored->owner != store::visitorOwner(visitor->conversation) &&
        !(stored->shown && stored->conversation == visitor->conversation))
        stored = noFile();
    if (stored)
        send(request, responder, *stored);
    else
        failRequest(request, responder, stored.error());
}

void AttachmentRoutes::send(const http::Request& request, const http::Responder& responder,
                            const store::StoredAttachment& stored)
{
    const domain::Attachment& attachment = stored.attachment;
    Result<std::shared_ptr<http::BodySource>> source =
        stored.gone ? noLongerKept() : m_shelf.open(attachment);
    if (!source) {
        failRequest(request, responder, source.error());
        return;
    }
    http::Response response;
    response.source = std::move(*source);
    response.with("Content-Type", attachment.mime.toLatin1())
        .with("Content-Disposition", dispositionOf(attachment))
        .with("Content-Security-Policy", filePolicy)
        .with("Cache-Control", "private, max-age=86400, immutable");
    responder.send(std::move(response));
}

} // namespace relevo::relay
