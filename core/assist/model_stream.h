#pragma once

#include <base/error.h>

#include <QtCore/QByteArray>

namespace relevo::assist {

/// Puts the pieces of a streamed chat answer together: server-sent events as they come in off the network,
/// cut anywhere.
class ModelStream
{
public:
    void feed(const QByteArray& bytes);

    /// True once the server said that this was all.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// What was said; an error when the model refused to answer.
    [[nodiscard]] Result<QString> text() const;

private:
    void readEvent(const QByteArray& data);

    QByteArray m_line; ///< what has come of it
    QByteArray m_data; ///< of the event being read
    QString m_text;
    bool m_complete = false;
    bool m_refused = false;
};

/// The text of a chat answer that came in one piece; an error when it is none, or a refusal.
[[nodiscard]] Result<QString> chatText(const QByteArray& body);

} // namespace relevo::assist
