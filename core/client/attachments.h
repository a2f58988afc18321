#pragma once

#include <domain/attachment.h>

#include <base/error.h>

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <functional>

namespace relevo::client {

class FileCarrier;

/// The files of messages, for the windows: whether they are on this device, how far they have come, and what
/// can be done with them. Lives on the UI thread and never waits for disk or network. What is asked for while
/// it is on its way is done when it is here.
class Attachments final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Absent, ///< as far as is known; want() may find it on disk
        Coming, ///< done of total bytes
        Here,
        Failed,
    };
    struct Known
    {
        State state = State::Absent;
        QString path;    ///< of the file as it is kept, under no name of its own; only when Here
        qint64 done = 0; ///< of total; also of one that is here and goes to the relay
        qint64 total = 0;
        std::optional<Error> error; ///< only when Failed
        bool brokenOff = false;     ///< it has not come whole to the relay, and goes there again by itself
    };
    using Copied = std::function<void(const Result<QString>& path)>;

    /// `carrier` must outlive this; it may live on another thread.
    explicit Attachments(FileCarrier& carrier, QObject* parent = nullptr);

    [[nodiscard]] const Known& of(const domain::AttachmentId& id) const;
    /// Brings it here, unless it is here or on its way; one that failed is tried again.
    void want(const domain::ConversationId& conversation, const domain::Attachment& file);
    /// Nobody waits for it any more.
    void cancel(const domain::AttachmentId& id);
    /// Brings it here if need be, and copies it to `path`. Answered once, unless cancelled or context is
    /// gone.
    void saveAs(const domain::ConversationId& conversation, const domain::Attachment& file,
                const QString& path, QObject* context, Copied done);
    /// The same, as a copy under its own name for another program.
    void prepareToOpen(const domain::ConversationId& conversation, const domain::Attachment& file,
                       QObject* context, Copied done);
    /// Keeps what is no file yet (a picture from the clipboard), so that it can be sent. Answers with the
    /// path.
    void keep(const domain::ConversationId& conversation, const domain::AttachmentId& id,
              const QByteArray& bytes, QObject* context, Copied done);
    /// What keep() has kept will not be sent.
    void drop(const domain::ConversationId& conversation, const domain::AttachmentId& id);

    /// What failed may be tried again: there is a connection.
    void connected();
    /// Of this conversation nothing is here any more.
    void forget(const domain::ConversationId& conversation);
    /// Another account, or none.
    void clear();

Q_SIGNALS:
    void changed(const relevo::domain::AttachmentId& id);

private:
    struct Entry
    {
        Known known;
        domain::ConversationId conversation;
        std::vector<std::function<void(const Result<void>&)>> waiting; ///< until it is here
    };

    FileCarrier& m_carrier;
    QHash<domain::AttachmentId, Entry> m_entries;
    quint64 m_era = 0; ///< counts the accounts: what an earlier one asked for is not answered

    void come(const domain::AttachmentId& id, const QString& path);
    void fail(const domain::AttachmentId& id, const Error& error);
    void lose(const domain::AttachmentId& id);
    void move(const domain::AttachmentId& id, qint64 done, qint64 total);
    void sent(const domain::AttachmentId& id, qint64 done, qint64 total);
    void breakOff(const domain::AttachmentId& id, qint64 total);
    void whenHere(const domain::ConversationId& conversation, const domain::Attachment& file,
                  std::function<void(const Result<void>&)> then);
    /// Runs on the carrier's thread and answers here.
    void copy(std::function<Result<QString>()> work, QObject* context, Copied done);
};

} // namespace relevo::client
