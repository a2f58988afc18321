#pragma once

#include <protocol/json.h>
#include <relay/hub.h>
#include <relay/visitor_book.h>

#include <QtCore/QTimer>

namespace relevo::relay {

/// What one browser tells of its customer's typing: that they do, and, where the project wants it, what. It
/// is told on at most as often as the book allows, the newest of it in any case, and kept nowhere else. I/O
/// thread.
class VisitorTyping final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    VisitorTyping(Hub& hub, VisitorBook& book);

    /// A `typing.set` of theirs. Fails with `invalid`.
    [[nodiscard]] Result<void> set(const Visitor& visitor, const protocol::Json& params);
    /// They have sent it, or are gone: nothing of it is shown any longer.
    void stop(const Visitor& visitor);

private:
    void tell();

    Hub& m_hub;
    VisitorBook& m_book;
    std::optional<Visitor> m_visitor; // who types; nothing while nobody does
    QString m_text;
    QTimer m_later; // until what came too soon may be told
};

/// Agents of the project see what its customers are typing.
[[nodiscard]] bool previewsTyping(const Hub& hub, const domain::ProjectId& project);

} // namespace relevo::relay
