#pragma once

#include <client/draft.h>

#include <base/error.h>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <map>
#include <vector>

namespace relevo::client {

class Mirror;

/// Writes drafts to the replica: what is typed goes to disk at most `delay` later, however fast the typing
/// is, and no key costs a write of its own. Lives on the mirror thread.
class DraftBox final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds delay{500};

    explicit DraftBox(QObject* parent = nullptr);

    /// Null while there is no replica. What is not written by then is forgotten: flush() first.
    void setMirror(Mirror* mirror);
    void keep(const Draft& draft);
    /// A text that will not be sent stands in front of the conversation's draft, its files before the others;
    /// together they answer to what the older of them did. On disk when this returns.
    void putInFront(const domain::ConversationId& conversation, const QString& text,
                    const std::vector<OutgoingFile>& files, qint64 basedOnSeq);
    /// The same for the files of a note that was not kept.
    void putBack(const domain::ConversationId& conversation, const std::vector<OutgoingFile>& noteFiles);
    /// The contact was erased: what is not written yet never is.
    void forget(const domain::ConversationId& conversation);
    /// Writes now what waits to be written.
    void flush();
    /// What could not be written yet.
    [[nodiscard]] std::vector<Draft> unwritten() const;

Q_SIGNALS:
    /// The replica cannot be written.
    void failed(const relevo::Error& error);

private:
    Mirror* m_mirror = nullptr;
    QTimer m_soon;
    std::map<domain::ConversationId, Draft> m_unwritten;

    [[nodiscard]] Draft newest(const domain::ConversationId& conversation) const;
};

} // namespace relevo::client
