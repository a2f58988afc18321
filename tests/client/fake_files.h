#pragma once

#include <domain/attachment.h>
#include <protocol/json.h>

#include <QtCore/QObject>
#include <QtNetwork/QTcpSocket>

#include <map>

namespace relevo::test {

/// A relay's door for the files of messages, with what a test wants to go wrong.
class FakeFiles final : public QObject
{
    Q_OBJECT
public:
    /// True when this request is about files, and will be answered here; asked again with every byte.
    [[nodiscard]] bool takes(QTcpSocket* socket);
    /// What a message may carry of what it names; nothing for an id that is not here.
    [[nodiscard]] std::optional<std::vector<domain::Attachment>> named(const protocol::Json* ids) const;
    /// As if somebody else had sent it.
    domain::Attachment add(const QString& name, const QString& mime, const QByteArray& bytes);

    std::map<domain::AttachmentId, QByteArray> bytes;
    std::map<domain::AttachmentId, domain::Attachment> known;
    int uploads = 0;     ///< that came whole
    int downloads = 0;   ///< that were asked for
    int loseUploads = 0; ///< so many are kept, and hung up on before the answer
    int cutUploads = 0;  ///< so many end when `cutAfter` bytes of them have come, which are kept
    qsizetype cutAfter = 0;
    std::map<domain::AttachmentId, QByteArray> parts; ///< what has come of those
    std::vector<qint64> goesOn;                       ///< behind how many bytes each of the uploads went on
    int refuseWith = 0;        ///< the status of every answer to an upload; 0: as it should be
    bool cutDownloads = false; ///< ends in the middle

private:
    [[nodiscard]] bool cuts(QTcpSocket* socket, const QByteArray& target, const QByteArray& body);
    void tellReceived(QTcpSocket* socket, const QByteArray& target);
    void upload(QTcpSocket* socket, const QByteArray& target, const QByteArray& body);
    void download(QTcpSocket* socket, const QByteArray& target);
};

} // namespace relevo::test
