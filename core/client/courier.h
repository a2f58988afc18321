#pragma once

#include <client/file_carrier.h>
#include <client/link.h>
#include <client/outbox.h>

#include <QtCore/QPointer>

#include <set>

namespace relevo::client {

/// Takes the outbox to the relay: in order within a conversation, one at a time there, conversations side by
/// side; a message's files before the message, each until the relay has it. What is kept back holds up what
/// was wanted after it in its conversation. What gets no answer goes again with the same command id: all wait
/// while the relay is busy, for a file that breaks off only its own conversation. What is refused for good
/// leaves the outbox. Lives on the mirror thread.
class Courier final : public QObject
{
    Q_OBJECT
public:
    Courier(const DeskOptions& options, Link& link, FileCarrier& files, QObject* parent = nullptr);

    /// Null while there is no replica.
    void setOutbox(Outbox* outbox);
    /// Sends what may go now.
    void pump();
    /// Takes a wish out that is kept back still; nothing when it may have gone already. Fails when the outbox
    /// cannot be written.
    [[nodiscard]] Result<std::optional<OutboxItem>> takeBack(const QUuid& commandId);

Q_SIGNALS:
    /// The relay has done it; `seq` is that of the message or note sent, else 0.
    void accepted(const relevo::client::OutboxItem& item, qint64 seq);
    /// Refused for good, and out of the outbox.
    void refused(const relevo::client::OutboxItem& item, const relevo::Error& error);
    /// The outbox itself cannot be written.
    void failed(const relevo::Error& error);

private:
    const DeskOptions& m_options;
    Link& m_link;
    FileCarrier& m_files;
    Outbox* m_outbox = nullptr;
    Backoff m_backoff;
    QTimer m_again;
    QTimer m_release; ///< when the first of what is kept back may go
    std::set<QUuid> m_underway;
    std::map<QUuid, int> m_attempts;
    std::set<QUuid> m_takenAgain;         ///< whose files the relay did not know any more
    std::map<QUuid, Backoff> m_brokenOff; ///< whose files broke off on their way
    std::set<QUuid> m_pausing;            ///< of those, until they are tried again

    void send(const OutboxItem& item);
    void uploaded(const QUuid& commandId, const domain::AttachmentId& file, const Result<void>& answer);
    void uploadFailed(const OutboxItem& item, const Error& error);
    /// It got no answer that counts: refused when trying again is of no use. True when it stays.
    bool staysAfter(const OutboxItem& item, const Error& error);
    /// Files that nothing was attached to for a day are gone at the relay; they are taken there once more.
    bool takeFilesAgain(const OutboxItem& item, const Error& error);
    void answered(const QUuid& commandId, const Result<protocol::Json>& answer);
    void refuse(const OutboxItem& item, const Error& error);
    [[nodiscard]] bool tooLate(const OutboxItem& item) const;
    /// The params as the relay reads them now.
    [[nodiscard]] protocol::Json paramsOf(const OutboxItem& item) const;
};

} // namespace relevo::client
