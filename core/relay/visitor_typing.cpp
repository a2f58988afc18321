#include <relay/visitor_typing.h>

#include <protocol/limits.h>

namespace relevo::relay {

bool previewsTyping(const Hub& hub, const domain::ProjectId& project)
{
    const domain::ProjectState* state = hub.state(project);
    return state && state->settings.typingPreview;
}

VisitorTyping::VisitorTyping(Hub& hub, VisitorBook& book) : m_hub(hub), m_book(book)
{
    m_later.setSingleShot(true);
    m_later.setInterval(VisitorBook::typingEvery);
    connect(&m_later, &QTimer::timeout, this, &VisitorTyping::tell);
}

Result<void> VisitorTyping::set(const Visitor& visitor, const protocol::Json& params)
{
    protocol::Fields fields(params);
    const bool on = fields.flag("on");
    const QString text = fields.optionalText("text", protocol::maxPreviewBytes);
    if (fields.error())
        return std::unexpected(*fields.error());
    // In a conversation in which nothing was said yet nobody listens.
    if (!m_hub.byId(visitor.project, visitor.conversation))
        return {};
    if (!on) {
        stop(visitor);
        return {};
    }
    m_visitor = visitor;
    m_text = text;
    // That they go on is told by the next one; what they have written may be the last of it.
    if (!m_later.isActive())
        tell();
    return {};
}

void VisitorTyping::stop(const Visitor& visitor)
{
    if (!m_visitor)
        return; // another page of theirs may be typing
    m_later.stop();
    m_text.clear();
    m_visitor.reset();
    if (m_book.typing(visitor, false))
        m_hub.tellTyping(visitor.project, visitor.conversation, domain::Author::Customer, {}, false);
}

void VisitorTyping::tell()
{
    if (!m_visitor)
        return;
    // The setting may have changed since: what is not wanted any more goes no further.
    if (!previewsTyping(m_hub, m_visitor->project))
        m_text.clear();
    if (m_book.typing(*m_visitor, true))
        m_hub.tellTyping(m_visitor->project, m_visitor->conversation, domain::Author::Customer, {}, true,
                         std::exchange(m_text, {}));
    else if (!m_text.isEmpty())
        m_later.start();
}

} // namespace relevo::relay
