#include <models/send_fence.h>

#include <algorithm>

namespace relevo::models {

std::vector<const domain::Message*> saidSince(const std::vector<domain::Message>& messages, qint64 basedOnSeq,
                                              const QString& me)
{
    const auto first =
        std::upper_bound(messages.begin(), messages.end(), basedOnSeq,
                         [](qint64 seq, const domain::Message& message) { return seq < message.seq; });
    std::vector<const domain::Message*> said;
    for (auto message = first; message != messages.end(); ++message) {
        const bool own = message->author == domain::Author::Agent && message->authorId == me;
        // A note has no customer behind it, but a reader before it; one that a program left counts, too.
        const bool told = message->author == domain::Author::System && !message->note;
        if (!own && !told)
            said.push_back(&*message);
    }
    return said;
}

void DraftBasis::typed(qint64 onScreen, milliseconds now)
{
    const bool begins = m_lastKey.count() < 0 || now - m_lastKey >= pause;
    m_lastKey = now;
    if (begins)
        m_seq = std::max(m_seq, onScreen);
}

} // namespace relevo::models
