#include "fake_files.h"

#include <protocol/codec.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>
#include <QtCore/QUuid>

namespace relevo::test {

using protocol::Json;

namespace {

const QByteArray door = "/api/attachments";

void say(QTcpSocket* socket, int status, const QByteArray& type, const QByteArray& body, qint64 length = -1)
{
    socket->write("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type +
                  "\r\nConnection: close\r\nContent-Length: " +
                  QByteArray::number(length < 0 ? body.size() : length) + "\r\n\r\n" + body);
    socket->disconnectFromHost();
}

} // namespace

bool FakeFiles::takes(QTcpSocket* socket)
{
    const QByteArray head = socket->peek(256);
    const bool post = head.startsWith("POST " + door);
    if (!post && !head.startsWith("GET " + door + '/'))
        return false;
    const QByteArray request = socket->peek(socket->bytesAvailable());
    const qsizetype body = request.indexOf("\r\n\r\n") + 4;
    if (body < 4)
        return true; // more is to come
    const qsizetype at = request.toLower().indexOf("content-length:");
    const qsizetype length =
        at < 0 ? 0 : request.mid(at + 15, request.indexOf('\r', at) - at - 15).trimmed().toLongLong();
    const QByteArray target = request.mid(post ? 5 : 4, request.indexOf(" HTTP/") - (post ? 5 : 4));
    if (post && cuts(socket, target, request.mid(body)))
        return true;
    if (request.size() - body < length)
        return true;
    (void)socket->readAll();
    if (post)
        upload(socket, target, request.mid(body));
    else if (target.endsWith("/upload"))
        tellReceived(socket, target);
    else
        download(socket, target);
    return true;
}

bool FakeFiles::cuts(QTcpSocket* socket, const QByteArray& target, const QByteArray& body)
{
    if (cutUploads == 0 || body.size() < cutAfter)
        return false;
    --cutUploads;
    const QUrlQuery query{QUrl(QString::fromUtf8(target)).query()};
    const auto id = domain::AttachmentId::parse(QStringView(query.queryItemValue(QStringLiteral("id"))));
    const qint64 from = query.queryItemValue(QStringLiteral("from")).toLongLong();
    parts[*id] = parts[*id].left(from) + body.left(cutAfter);
    goesOn.push_back(from);
    (void)socket->readAll();
    socket->abort();
    return true;
}

void FakeFiles::tellReceived(QTcpSocket* socket, const QByteArray& target)
{
    const QByteArray name = target.mid(door.size() + 1).chopped(qstrlen("/upload"));
    const auto id = domain::AttachmentId::parse(std::string_view(name.toStdString()));
    Json answer{{"received", id && parts.contains(*id) ? parts.at(*id).size() : 0}};
    if (id && known.contains(*id))
        answer = {{"received", known.at(*id).size}, {"attachment", protocol::toJson(known.at(*id))}};
    say(socket, 200, "application/json", QByteArray::fromStdString(protocol::dump(answer)));
}

void FakeFiles::upload(QTcpSocket* socket, const QByteArray& target, const QByteArray& rest)
{
    if (refuseWith != 0) {
        const QByteArray code = refuseWith == 413 ? "too_large" : "internal";
        say(socket, refuseWith, "application/problem+json", "{\"code\":\"" + code + "\",\"title\":\"No.\"}");
        return;
    }
    const QUrlQuery query{QUrl(QString::fromUtf8(target)).query()};
    domain::Attachment file;
    file.id = domain::AttachmentId::parse(QStringView(query.queryItemValue(QStringLiteral("id"))))
                  .value_or(domain::AttachmentId(QUuid::createUuid()));
    const qint64 from = query.queryItemValue(QStringLiteral("from")).toLongLong();
    if (from > 0 && parts[file.id].size() != from) {
        say(socket, 409, "application/problem+json", "{\"code\":\"conflict\",\"title\":\"No.\"}");
        return;
    }
    goesOn.push_back(from);
    const QByteArray body = from > 0 ? parts.extract(file.id).mapped() + rest : rest;
    if (query.queryItemValue(QStringLiteral("size")).toLongLong() != body.size()) {
        say(socket, 422, "application/problem+json", "{\"code\":\"invalid\",\"title\":\"Not whole.\"}");
        return;
    }
    if (!known.contains(file.id)) {
        ++uploads;
        file.name = query.queryItemValue(QStringLiteral("name"), QUrl::FullyDecoded);
        file.mime = QStringLiteral("text/plain");
        file.size = body.size();
        file.sha256 = QLatin1String(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());
        known[file.id] = file;
        bytes[file.id] = body;
    }
    if (loseUploads > 0) {
        --loseUploads;
        socket->abort();
        return;
    }
    say(socket, 201, "application/json",
        QByteArray::fromStdString(protocol::dump(protocol::toJson(known[file.id]))));
}

void FakeFiles::download(QTcpSocket* socket, const QByteArray& target)
{
    ++downloads;
    const auto id = domain::AttachmentId::parse(std::string_view(target.mid(door.size() + 1).toStdString()));
    if (!id || !bytes.contains(*id)) {
        say(socket, 404, "application/problem+json", "{\"code\":\"not_found\",\"title\":\"No.\"}");
        return;
    }
    const QByteArray& all = bytes[*id];
    say(socket, 200, "application/octet-stream", cutDownloads ? all.left(all.size() / 2) : all, all.size());
}

std::optional<std::vector<domain::Attachment>> FakeFiles::named(const Json* ids) const
{
    std::vector<domain::Attachment> files;
    for (const Json& id : ids ? *ids : Json::array()) {
        const auto parsed = domain::AttachmentId::parse(std::string_view(id.get_ref<const std::string&>()));
        const auto found = parsed ? known.find(*parsed) : known.end();
        if (found == known.end())
            return std::nullopt;
        files.push_back(found->second);
    }
    return files;
}

domain::Attachment FakeFiles::add(const QString& name, const QString& mime, const QByteArray& content)
{
    domain::Attachment file;
    file.id = domain::AttachmentId(QUuid::createUuid());
    file.name = name;
    file.mime = mime;
    file.size = content.size();
    file.sha256 = QLatin1String(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    known[file.id] = file;
    bytes[file.id] = content;
    return file;
}

} // namespace relevo::test
