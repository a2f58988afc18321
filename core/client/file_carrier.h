#pragma once

#include <client/file_shelf.h>

#include <QtCore/QObject>
#include <QtNetwork/QNetworkAccessManager>

#include <deque>
#include <functional>
#include <map>

namespace relevo::client {

/// Brings the files of messages from the relay to the shelf, and takes what is to be sent there. Bytes go
/// between disk and network in pieces; no file is ever whole in memory. Lives on the mirror thread; all
/// signals may be heard on another.
class FileCarrier final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<void>&)>;

    explicit FileCarrier(QObject* parent = nullptr);

    [[nodiscard]] FileShelf& shelf() { return m_shelf; }
    /// From now on from this relay, with this session.
    void use(const QUrl& relay, const QString& token);
    /// Ends whatever is underway, unanswered.
    void forget();

    /// One attempt, which goes on with what an earlier one has brought there. Answered once, later, with the
    /// relay's own error or `unavailable`; not at all when forget() comes first.
    void upload(const OutgoingFile& file, Done done);
    /// Less than this begins anew, before anybody has asked how much of it is there. In bytes.
    static constexpr qint64 worthAsking = 128 * 1024;
    /// Tells came or failed: at once when it is here, else when it was brought; three at a time.
    void fetch(const domain::ConversationId& conversation, const domain::Attachment& file);
    /// Of this conversation nothing is kept, nor comes any more.
    void forget(const domain::ConversationId& conversation);
    /// The relay does not keep it any more: neither is it kept here. Tells removed.
    void remove(const domain::ConversationId& conversation, const domain::AttachmentId& id);
    /// It is not wanted any more; tells nothing.
    void cancel(const domain::AttachmentId& id);

Q_SIGNALS:
    /// So many of its bytes have gone to the relay.
    void sent(const relevo::domain::AttachmentId& id, qint64 done, qint64 total);
    /// Its way to the relay has ended before the relay had it; whoever sent it tries again, or gives up.
    void brokeOff(const relevo::domain::AttachmentId& id, qint64 total);
    /// So many of its bytes have come.
    void progressed(const relevo::domain::AttachmentId& id, qint64 done, qint64 total);
    void came(const relevo::domain::AttachmentId& id, const QString& path);
    void failed(const relevo::domain::AttachmentId& id, const relevo::Error& error);
    void removed(const relevo::domain::AttachmentId& id);

private:
    struct Wanted
    {
        domain::ConversationId conversation;
        domain::Attachment file;
    };
    struct Download;

    FileShelf m_shelf;
    QNetworkAccessManager m_network;
    QUrl m_relay;
    QByteArray m_token;
    quint64 m_session = 0; ///< counts whose session it is: what an earlier one brings is not believed
    std::deque<Wanted> m_waiting;
    struct Coming
    {
        domain::ConversationId conversation;
        QNetworkReply* reply = nullptr;
    };
    std::map<domain::AttachmentId, Coming> m_coming;

    [[nodiscard]] QNetworkRequest request(const QString& path) const;
    void ask(const OutgoingFile& file, Done done);
    /// What comes behind its first bytes, of which the relay has so many.
    void post(const OutgoingFile& file, qint64 from, Done done);
    void next();
    void start(const Wanted& wanted);
    void finish(const std::shared_ptr<Download>& download, QNetworkReply& reply);
};

} // namespace relevo::client
