#pragma once

#include <base/clock.h>
#include <base/error.h>
#include <domain/ids.h>

#include <QtCore/QHash>
#include <QtNetwork/QHostAddress>

#include <deque>

namespace relevo::relay {

/// Who a visitor of the web chat is, as their token says.
struct Visitor
{
    domain::ProjectId project;
    QString sessionId;
    domain::ConversationId conversation;
};

/// What the web chat's door remembers beyond one connection: the visitors who have a token but have said
/// nothing yet (they are written down with their first message, so that opening pages writes nothing), and
/// how fast each visitor and each address writes (so that a new connection changes nothing). Bounded memory.
/// I/O thread.
class VisitorBook
{
public:
    VisitorBook(const Clock& clock, IdSource& ids) : m_clock(clock), m_ids(ids) {}

    /// A new visitor, known by this token from now on.
    [[nodiscard]] Visitor begin(const domain::ProjectId& project, const QByteArray& tokenHash);
    /// The visitor of this token, when it is not written down yet.
    [[nodiscard]] std::optional<Visitor> unwritten(const domain::ProjectId& project,
                                                   const QByteArray& tokenHash) const;
    [[nodiscard]] std::optional<Visitor> unwritten(const QByteArray& tokenHash) const;
    void written(const QByteArray& tokenHash) { m_unwritten.remove(tokenHash); }

    /// Counts a message. Fails with rate_limited (context retryAfter, in seconds) when there were too many.
    [[nodiscard]] Result<void> message(const Visitor& visitor, const QHostAddress& peer);
    /// The same for a file.
    [[nodiscard]] Result<void> upload(const Visitor& visitor, const QHostAddress& peer);
    /// How large a file may be, in bytes; told to every browser that says hello.
    [[nodiscard]] qint64 fileBytes() const { return m_fileBytes; }
    void setFileBytes(qint64 bytes) { m_fileBytes = bytes; }
    /// True when typing is news to others: it began, it ended, or it goes on and nobody was told for a while.
    [[nodiscard]] bool typing(const Visitor& visitor, bool on);

    // A person does not write faster; a program at this door is answered with rate_limited.
    static constexpr int messagesPerVisitor = 30;
    static constexpr int messagesPerAddress = 600; ///< an office, or all who come through one proxy
    static constexpr int uploadsPerVisitor = 20;   ///< files, and any that fail
    static constexpr int uploadsPerAddress = 100;
    static constexpr std::chrono::seconds window{10};
    static constexpr std::chrono::seconds uploadWindow{60};
    static constexpr std::chrono::seconds typingEvery{1};
    static constexpr int remembered = 10'000; ///< of each kind

private:
    struct Rate
    {
        milliseconds start{0};
        int count = 0;
        bool typing = false;
        std::optional<milliseconds> typingAt; // when it was last told that they type
    };
    using Rates = QHash<QString, Rate>;
    [[nodiscard]] Rate& rateOf(Rates& rates, const QString& name, milliseconds span = window) const;
    /// How long to wait before one more; nothing when it may come now.
    [[nodiscard]] std::optional<milliseconds> waitOf(const Rate& rate, int allowed,
                                                     milliseconds span = window) const;

    const Clock& m_clock;
    IdSource& m_ids;
    qint64 m_fileBytes = 0;
    QHash<QByteArray, Visitor> m_unwritten; // by the token's hash
    std::deque<QByteArray> m_order;         // of those, the oldest first; some are written down meanwhile
    Rates m_visitors;                       // by session
    Rates m_addresses;
    Rates m_uploads; // by session
    Rates m_uploadAddresses;
};

} // namespace relevo::relay
