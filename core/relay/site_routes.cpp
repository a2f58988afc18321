#include <relay/site_routes.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

namespace relevo::relay {

namespace {

// The chat page runs our one script and talks to us; nothing else is allowed to it. Other sites may frame it.
// Pictures in messages are fetched with the visitor's token, which an address in <img> cannot carry: hence
// blob:.
constexpr auto chatPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; "
    "img-src 'self' data: blob:; base-uri 'none'; form-action 'none'";

/// The page for who is invited runs the script it holds and talks to us; nobody may frame it, for a password
/// is typed there.
QByteArray joinPolicy(const QByteArray& page)
{
    constexpr QByteArrayView begin("<script>");
    const qsizetype from = page.indexOf(begin) + begin.size();
    const QByteArray script = page.mid(from, page.indexOf("</script>", from) - from);
    return "default-src 'none'; script-src 'sha256-" +
           QCryptographicHash::hash(script, QCryptographicHash::Sha256).toBase64() +
           "'; style-src 'unsafe-inline'; connect-src 'self'; img-src data:; base-uri 'none'; "
           "form-action 'none'; frame-ancestors 'none'";
}

QByteArray resource(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

SiteRoutes::SiteRoutes(const Hub& hub, QObject* parent) : QObject(parent), m_hub(hub) {}

void SiteRoutes::addFile(http::Router& router, const QString& path, const QString& resourcePath,
                         const QByteArray& type)
{
    const QByteArray content = resource(resourcePath);
    const QByteArray tag =
        '"' + QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(32) + '"';
    http::RouteOptions open;
    open.cors = true;
    router.add(
        "GET", path,
        [content, tag, type](const http::Request& request, const http::Responder& responder) {
            const bool known = request.header("if-none-match") == tag;
            http::Response response =
                http::Response::text(known ? 304 : 200, known ? QByteArray() : content, type);
            response.with("ETag", tag)
                .with("Cache-Control", "public, max-age=0, must-revalidate")
                .with("X-Content-Type-Options", "nosniff");
            responder.send(std::move(response));
        },
        open);
}

void SiteRoutes::addTo(http::Router& router)
{
    router.add(
        "GET", QStringLiteral("/chat/{projectKey}"),
        [this](const http::Request& request, const http::Responder& responder) { chat(request, responder); });
    router.add("GET", QStringLiteral("/join"),
               [](const http::Request&, const http::Responder& responder) { join(responder); });
    addFile(router, QStringLiteral("/widget.js"), QStringLiteral(":/relevo/web/widget.js"),
            "text/javascript; charset=utf-8");
    addFile(router, QStringLiteral("/api/openapi.json"), QStringLiteral(":/relevo/api/openapi.json"),
            "application/json");
}

void SiteRoutes::chat(const http::Request& request, const http::Responder& responder) const
{
    const auto project = domain::ProjectId::parse(QStringView(request.parameter(u"projectKey")));
    if (!project || !m_hub.state(*project)) {
        responder.fail({ErrorCode::NotFound,
                        QStringLiteral("There is no such web chat."),
                        QStringLiteral("Check the address: /chat/ is followed by the project's id."),
                        {}});
        return;
    }
    static const QByteArray page = resource(QStringLiteral(":/relevo/web/chat.html"));
    http::Response response = http::Response::text(200, page, "text/html; charset=utf-8");
    response.with("Content-Security-Policy", chatPolicy)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-cache");
    responder.send(std::move(response));
}

void SiteRoutes::join(const http::Responder& responder)
{
    static const QByteArray page = resource(QStringLiteral(":/relevo/web/join.html"));
    static const QByteArray policy = joinPolicy(page);
    http::Response response = http::Response::text(200, page, "text/html; charset=utf-8");
    response.with("Content-Security-Policy", policy)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-cache");
    responder.send(std::move(response));
}

} // namespace relevo::relay
