#include <client/draft_box.h>

#include <client/mirror.h>

#include <algorithm>

namespace relevo::client {

DraftBox::DraftBox(QObject* parent) : QObject(parent), m_soon(this)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(delay);
    connect(&m_soon, &QTimer::timeout, this, &DraftBox::flush);
}

void DraftBox::setMirror(Mirror* mirror)
{
    m_soon.stop();
    m_unwritten.clear();
    m_mirror = mirror;
}

void DraftBox::keep(const Draft& draft)
{
    if (!m_mirror)
        return;
    m_unwritten[draft.conversation] = draft;
    // What was sent must not be found again as a draft. The rest is not put off by the next key: whoever
    // types on and on is written down, too.
    if (draft.isEmpty())
        flush();
    else if (!m_soon.isActive())
        m_soon.start();
}

Draft DraftBox::newest(const domain::ConversationId& conversation) const
{
    if (const auto found = m_unwritten.find(conversation); found != m_unwritten.end())
        return found->second;
    const Result<std::optional<Draft>> written = m_mirror->draft(conversation);
    if (written && *written)
        return **written;
    Draft draft;
    draft.conversation = conversation;
    return draft;
}

void DraftBox::putInFront(const domain::ConversationId& conversation, const QString& text,
                          const std::vector<OutgoingFile>& files, qint64 basedOnSeq)
{
    if (!m_mirror)
        return;
    Draft draft = newest(conversation);
    const bool alone = draft.message.isEmpty() && draft.files.empty();
    draft.basedOnSeq = alone ? basedOnSeq : std::min(draft.basedOnSeq, basedOnSeq);
    if (!text.isEmpty())
        draft.message = draft.message.isEmpty() ? text : text + QLatin1Char('\n') + draft.message;
    draft.files.insert(draft.files.begin(), files.begin(), files.end());
    m_unwritten[conversation] = draft;
    flush();
}

void DraftBox::putBack(const domain::ConversationId& conversation, const std::vector<OutgoingFile>& noteFiles)
{
    if (!m_mirror)
        return;
    Draft draft = newest(conversation);
    draft.noteFiles.insert(draft.noteFiles.begin(), noteFiles.begin(), noteFiles.end());
    m_unwritten[conversation] = draft;
    flush();
}

void DraftBox::forget(const domain::ConversationId& conversation)
{
    m_unwritten.erase(conversation);
}

void DraftBox::flush()
{
    if (!m_mirror)
        return;
    while (!m_unwritten.empty()) {
        if (const Result<void> put = m_mirror->putDraft(m_unwritten.begin()->second); !put) {
            // It stays here for the next key, or for the replica that takes this one's place.
            Q_EMIT failed(put.error());
            return;
        }
        m_unwritten.erase(m_unwritten.begin());
    }
}

std::vector<Draft> DraftBox::unwritten() const
{
    std::vector<Draft> drafts;
    drafts.reserve(m_unwritten.size());
    for (const auto& [id, draft] : m_unwritten)
        drafts.push_back(draft);
    return drafts;
}

} // namespace relevo::client
