#include <relay/http_support.h>

#include <base/log.h>
#include <protocol/limits.h>
#include <protocol/problem.h>
#include <relay/answers.h>
#include <store/digest.h>

#include <algorithm>

namespace relevo::relay {
namespace {

// Marks what is no request at all (400), as opposed to one whose fields are wrong (422).
const QString malformed = QStringLiteral("malformed");

constexpr qsizetype contentHashBytes = 8;

} // namespace

Result<protocol::Json> jsonBody(const http::Request& request)
{
    if (request.body.isEmpty())
        return protocol::Json::object();
    Result<protocol::Json> json =
        protocol::parseJson({request.body.constData(), static_cast<std::size_t>(request.body.size())});
    if (json && !json->is_object())
        json = failure(ErrorCode::Invalid, QStringLiteral("The body must be a JSON object."));
    if (!json)
        json.error().context.insert({malformed, QStringLiteral("body")});
    return json;
}

http::Response jsonResponse(int status, const protocol::Json& json)
{
    return http::Response::json(status, QByteArray::fromStdString(protocol::dump(json)));
}

Result<void> checkLimit(const http::Request& request)
{
    const std::optional<QString> limit = request.queryItem(u"limit");
    bool isNumber = false;
    if (!limit || (limit->toLongLong(&isNumber) > 0 && isNumber))
        return {};
    return failure(ErrorCode::Invalid, QStringLiteral("\"limit\" must be a whole number from 1."),
                   QStringLiteral("Leave it out for 50."),
                   {{QStringLiteral("field"), QStringLiteral("limit")}});
}

int limitOf(const http::Request& request)
{
    const int limit = request.queryItem(u"limit").value_or(QString()).toInt();
    return limit <= 0 ? 50 : std::min(limit, protocol::maxPageItems);
}

Result<qint64> cursorOf(const http::Request& request)
{
    const std::optional<QString> cursor = request.queryItem(u"cursor");
    bool isNumber = false;
    const qint64 before = cursor ? cursor->toLongLong(&isNumber) : 0;
    if (!cursor || (isNumber && before > 0))
        return before;
    return failure(ErrorCode::Invalid, QStringLiteral("\"cursor\" is not one of a page before."),
                   QStringLiteral("Take it from \"next\", or leave it out for the first page."),
                   {{QStringLiteral("field"), QStringLiteral("cursor")}});
}

protocol::Json pageJson(protocol::Json items, qint64 next)
{
    return protocol::Json{{"items", std::move(items)},
                          {"next", next > 0 ? protocol::Json(std::to_string(next)) : protocol::Json()}};
}

void failRequest(const http::Request& request, const http::Responder& responder, const Error& error,
                 const protocol::Json& errors)
{
    qCInfo(logHttp).noquote() << logLine(u"Request refused",
                                         {{u"requestId", QString::fromLatin1(request.correlationId)},
                                          {u"code", wireName(error.code)},
                                          {u"method", QString::fromLatin1(request.method)}});
    const int status = error.context.contains(malformed)     ? 400
                       : error.context.contains(goneContext) ? 410
                                                             : httpStatus(error.code);
    protocol::Json problem = protocol::problemJson(error);
    problem["status"] = status;
    if (errors.is_array())
        problem["errors"] = errors;
    http::Response response =
        http::Response::json(status, QByteArray::fromStdString(protocol::dump(problem)));
    for (http::Header& header : response.headers) {
        if (header.name.compare("content-type", Qt::CaseInsensitive) == 0)
            header.value = "application/problem+json";
    }
    if (error.code == ErrorCode::Unauthorized)
        response.with("WWW-Authenticate", "Bearer");
    if (error.code == ErrorCode::Unavailable || error.code == ErrorCode::RateLimited) {
        const auto wait = error.context.find(QStringLiteral("retryAfter"));
        response.with("Retry-After", wait == error.context.end() ? QByteArray("1") : wait->second.toLatin1());
    }
    responder.send(std::move(response));
}

protocol::Json errorsOf(const std::vector<protocol::FieldFault>& faults)
{
    protocol::Json errors = protocol::Json::array();
    for (const protocol::FieldFault& fault : faults)
        errors.push_back(
            protocol::Json{{"field", protocol::utf8(fault.field)}, {"detail", protocol::utf8(fault.what)}});
    return errors;
}

Result<Scope> adminOf(const GatewayParts& parts, const http::Request& request, bool programs)
{
    Result<Scope> scope = parts.auth.scopeOf(request);
    if (!scope)
        return scope;
    const bool isAdmin = scope->isAgent() && scope->role == domain::Role::Admin;
    if (!isAdmin && !(programs && scope->isIntegration()))
        return failure(ErrorCode::Forbidden, QStringLiteral("Only admins see and change the settings."),
                       programs ? QStringLiteral("Sign in as an admin, or use the project's API key.")
                                : QStringLiteral("Sign in as an admin."));
    const auto project = domain::ProjectId::parse(QStringView(request.parameter(u"id")));
    if (project != scope->project || !parts.hub.state(scope->project))
        return failure(ErrorCode::NotFound, QStringLiteral("There is no such project."),
                       QStringLiteral("GET /api/auth/me names yours."));
    return scope;
}

void submitRequest(Pipeline& pipeline, const http::Request& request, http::Responder responder,
                   Result<Submission> submission, int status, std::function<void(protocol::Json&)> amend)
{
    if (!submission) {
        failRequest(request, responder, submission.error());
        return;
    }
    const QByteArray key = request.header("idempotency-key");
    if (key.size() > static_cast<qsizetype>(protocol::maxShortText)) {
        failRequest(request, responder,
                    {ErrorCode::Invalid, QStringLiteral("The Idempotency-Key is too long."), {}, {}});
        return;
    }
    if (!key.isEmpty())
        submission->commandIds.push_back({QStringLiteral("http:") + submission->actor.id + u'\n' +
                                              request.path + u'\n' + QString::fromUtf8(key),
                                          store::sha256({request.body}).first(contentHashBytes)});
    http::Request about; // what the log line of a refusal needs, without the body
    about.method = request.method;
    about.correlationId = request.correlationId;
    submission->done = [responder = std::move(responder), about = std::move(about), status,
                        amend = std::move(amend)](const Result<std::string>& answer) {
        if (!answer) {
            failRequest(about, responder, answer.error());
            return;
        }
        Result<protocol::Json> json = amend ? protocol::parseJson(*answer) : protocol::Json();
        if (amend && json) {
            amend(*json);
            responder.send(jsonResponse(status, *json));
        } else {
            responder.send(http::Response::json(status, QByteArray::fromStdString(*answer)));
        }
    };
    pipeline.submit(std::move(*submission));
}

void submitChange(Pipeline& pipeline, const Scope& scope, const std::optional<domain::AccessChange>& change,
                  std::function<Result<void>(store::Journal&)> work, std::function<void(Result<void>)> done)
{
    if (!change) {
        pipeline.submit(Chore{scope.project, std::move(work), std::move(done)});
        return;
    }
    Submission submission{scope.project, {}, scope.actor, {}, domain::RecordAccess{*change},
                          answers::done, {}};
    submission.check = std::move(work);
    submission.done = [done = std::move(done)](const Result<std::string>& answer) {
        done(answer ? Result<void>() : std::unexpected(answer.error()));
    };
    pipeline.submit(std::move(submission));
}

} // namespace relevo::relay
