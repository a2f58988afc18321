#include <client/file_carrier.h>

#include <client/relay_api.h>
#include <client/relay_http.h>
#include <protocol/codec.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtNetwork/QNetworkReply>

#include <algorithm>

namespace relevo::client {

namespace {

constexpr std::size_t atOnce = 3;
constexpr qint64 largestAnswer = 64 * 1024;
// Whatever a relay is configured for; what claims to be larger is not for this computer.
constexpr qint64 largestFile = 1024LL * 1024 * 1024;

Error signedOut()
{
    return {ErrorCode::Unauthorized, FileCarrier::tr("Nobody is signed in."), {}, {}};
}

} // namespace

/// A file on its way here, under a name that says that it is not whole.
struct FileCarrier::Download
{
    Wanted wanted;
    QString path;
    QFile file;
    QCryptographicHash digest{QCryptographicHash::Sha256};
    qint64 received = 0;
    bool broken = false; ///< too long, or the disk is full

    explicit Download(Wanted what, const QString& place)
        : wanted(std::move(what)), path(place), file(place + QStringLiteral(".part"))
    {
    }
    ~Download()
    {
        if (file.isOpen())
            file.remove();
    }
    void take(const QByteArray& bytes)
    {
        received += bytes.size();
        digest.addData(bytes);
        broken = broken || received > wanted.file.size || file.write(bytes) != bytes.size();
    }
    [[nodiscard]] bool isWhole() const
    {
        const QString& known = wanted.file.sha256;
        return !broken && received == wanted.file.size &&
               (known.isEmpty() || QLatin1String(digest.result().toHex()) == known);
    }
};

FileCarrier::FileCarrier(QObject* parent) : QObject(parent), m_network(this)
{
    m_network.setAutoDeleteReplies(true);
    letGoOfDistrusted(m_network);
}

void FileCarrier::use(const QUrl& relay, const QString& token)
{
    forget();
    m_relay = relay;
    m_token = token.toUtf8();
}

void FileCarrier::forget()
{
    ++m_session;
    m_relay.clear();
    m_token.clear();
    m_waiting.clear();
    m_coming.clear();
    for (QNetworkReply* reply : m_network.findChildren<QNetworkReply*>())
        reply->abort();
}

QNetworkRequest FileCarrier::request(const QString& path) const
{
    QNetworkRequest request = relayRequest(m_relay, path);
    request.setRawHeader("Authorization", "Bearer " + m_token);
    return request;
}

void FileCarrier::upload(const OutgoingFile& file, Done done)
{
    if (m_token.isEmpty() || !QFileInfo(file.path).isReadable()) {
        const Error error =
            m_token.isEmpty() ? signedOut()
                              : Error{ErrorCode::NotFound, tr("The file is no longer there."), file.path, {}};
        QMetaObject::invokeMethod(
            this,
            [this, session = m_session, done = std::move(done), error] {
                if (session == m_session)
                    done(std::unexpected(error));
            },
            Qt::QueuedConnection);
        return;
    }
    if (file.what.size < worthAsking)
        post(file, 0, std::move(done));
    else
        ask(file, std::move(done));
}

void FileCarrier::ask(const OutgoingFile& file, Done done)
{
    const QString path =
        QStringLiteral("/api/attachments/%1/upload").arg(QString::fromStdString(file.what.id.text()));
    QNetworkReply* reply = m_network.get(request(path));
    boundAnswer(*reply, largestAnswer);
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, session = m_session, file, done = std::move(done)]() mutable {
                if (session != m_session)
                    return;
                const Result<protocol::Json> answer = answerOf(*reply);
                if (!answer && answer.error().code == ErrorCode::Unavailable) {
                    Q_EMIT brokeOff(file.what.id, file.what.size);
                    done(std::unexpected(answer.error()));
                    return;
                }
                // An older relay knows of no such thing; what is wrong otherwise is said about the file.
                const protocol::Json told = answer.value_or(protocol::Json::object());
                protocol::Fields fields(told);
                const qint64 there = fields.optionalNumber("received").value_or(0);
                if (fields.member("attachment")) {
                    Q_EMIT sent(file.what.id, file.what.size, file.what.size);
                    done({});
                } else {
                    post(file, there > 0 && there < file.what.size ? there : 0, std::move(done));
                }
            });
}

void FileCarrier::post(const OutgoingFile& file, qint64 from, Done done)
{
    auto bytes = std::make_unique<QFile>(file.path);
    if (!bytes->open(QIODevice::ReadOnly) || !bytes->seek(from)) {
        done(failure(ErrorCode::NotFound, tr("The file is no longer there."), file.path));
        return;
    }
    // All of it, so that no half is ever taken for the whole.
    QString query = QStringLiteral("?id=%1&size=%2&name=%3")
                        .arg(QString::fromStdString(file.what.id.text()), QString::number(bytes->size()),
                             QString::fromLatin1(QUrl::toPercentEncoding(file.what.name)));
    if (from > 0)
        query += QStringLiteral("&from=%1").arg(from);
    QNetworkRequest post = request(QStringLiteral("/api/attachments") + query);
    post.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/octet-stream"));
    QNetworkReply* reply = m_network.post(post, bytes.get());
    bytes.release()->setParent(reply);
    boundAnswer(*reply, largestAnswer);
    connect(reply, &QNetworkReply::uploadProgress, this,
            [this, id = file.what.id, from](qint64 sent, qint64 total) {
                if (total > 0)
                    Q_EMIT this->sent(id, from + sent, from + total);
            });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, session = m_session, what = file.what, from, done = std::move(done)] {
                if (session != m_session)
                    return;
                Result<protocol::Json> answer = answerOf(*reply);
                if (!answer)
                    Q_EMIT brokeOff(what.id, what.size);
                // What was there a moment ago is gone: the next attempt asks anew.
                if (!answer && from > 0 && answer.error().code == ErrorCode::Conflict)
                    answer.error().code = ErrorCode::Unavailable;
                done(answer ? Result<void>() : std::unexpected(answer.error()));
            });
}

void FileCarrier::fetch(const domain::ConversationId& conversation, const domain::Attachment& file)
{
    if (const QString here = m_shelf.find(conversation, file.id); !here.isEmpty()) {
        Q_EMIT came(file.id, here);
        return;
    }
    const bool asked = m_coming.contains(file.id) ||
                       std::any_of(m_waiting.begin(), m_waiting.end(),
                                   [&file](const Wanted& one) { return one.file.id == file.id; });
    if (asked)
        return;
    if (m_token.isEmpty()) {
        Q_EMIT failed(file.id, signedOut());
        return;
    }
    m_waiting.push_back({conversation, file});
    next();
}

void FileCarrier::forget(const domain::ConversationId& conversation)
{
    std::vector<domain::AttachmentId> gone;
    for (const Wanted& one : m_waiting) {
        if (one.conversation == conversation)
            gone.push_back(one.file.id);
    }
    for (const auto& [id, coming] : m_coming) {
        if (coming.conversation == conversation)
            gone.push_back(id);
    }
    for (const domain::AttachmentId& id : gone)
        cancel(id);
    m_shelf.forget(conversation);
}

void FileCarrier::remove(const domain::ConversationId& conversation, const domain::AttachmentId& id)
{
    cancel(id);
    m_shelf.drop(conversation, id);
    Q_EMIT removed(id);
}

void FileCarrier::cancel(const domain::AttachmentId& id)
{
    std::erase_if(m_waiting, [&id](const Wanted& one) { return one.file.id == id; });
    if (const auto found = m_coming.find(id); found != m_coming.end()) {
        QNetworkReply* reply = found->second.reply;
        m_coming.erase(found); // its end is not told then
        reply->abort();
        next();
    }
}

void FileCarrier::next()
{
    while (m_coming.size() < atOnce && !m_waiting.empty()) {
        // What was asked for last is what somebody looks at now.
        const Wanted wanted = std::move(m_waiting.back());
        m_waiting.pop_back();
        start(wanted);
    }
}

void FileCarrier::start(const Wanted& wanted)
{
    const domain::AttachmentId id = wanted.file.id;
    const Result<QString> place = m_shelf.placeFor(wanted.conversation, id);
    if (!place) {
        Q_EMIT failed(id, place.error());
        return;
    }
    const auto download = std::make_shared<Download>(wanted, *place);
    if (wanted.file.size > largestFile ||
        !download->file.open(QIODevice::WriteOnly | QIODevice::Truncate,
                             QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        Q_EMIT failed(id, {ErrorCode::Unavailable,
                           tr("The file cannot be kept on this computer."),
                           download->file.errorString(),
                           {}});
        return;
    }
    QNetworkRequest get = request(QStringLiteral("/api/attachments/") + QString::fromStdString(id.text()));
    get.setRawHeader("Accept", "*/*");
    QNetworkReply* reply = m_network.get(get);
    m_coming[id] = {wanted.conversation, reply};
    connect(reply, &QNetworkReply::readyRead, this, [this, reply, download] {
        // What refuses it is words, and not the file.
        if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
            return;
        download->take(reply->readAll());
        Q_EMIT progressed(download->wanted.file.id, download->received, download->wanted.file.size);
        if (download->broken)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, download] { finish(download, *reply); });
}

void FileCarrier::finish(const std::shared_ptr<Download>& download, QNetworkReply& reply)
{
    const domain::AttachmentId id = download->wanted.file.id;
    const auto found = m_coming.find(id);
    if (found == m_coming.end() || found->second.reply != &reply)
        return; // cancelled, or of another session
    m_coming.erase(found);
    if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200 && !download->broken) {
        download->take(reply.readAll());
        if (reply.error() == QNetworkReply::NoError && download->isWhole() && download->file.flush() &&
            (QFile::remove(download->path), download->file.rename(download->path))) {
            download->file.close();
            Q_EMIT came(id, download->path);
        } else {
            Q_EMIT failed(id, {ErrorCode::Unavailable, tr("The file did not arrive complete."), {}, {}});
        }
    } else if (download->broken) {
        Q_EMIT failed(id, {ErrorCode::Unavailable, tr("The file cannot be kept on this computer."), {}, {}});
    } else {
        const Result<protocol::Json> answer = answerOf(reply);
        Q_EMIT failed(id, answer
                              ? Error{ErrorCode::Unavailable, tr("The file did not arrive complete."), {}, {}}
                              : answer.error());
    }
    next();
}

} // namespace relevo::client
