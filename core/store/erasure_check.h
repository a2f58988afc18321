#pragma once

#include <store/eraser.h>

#include <map>
#include <optional>

namespace relevo::store {

/// Proves, event by event, that of each erased contact everything was taken out of the journal, and that
/// nothing else was: an emptied event's hash cannot be made again from its body, so it counts only when a
/// later contact.erased, which the chain does cover, answers for it.
class ErasureCheck
{
public:
    /// The next event with its body. Gives what is wrong; nothing when all is well so far.
    [[nodiscard]] std::optional<QString> next(const domain::Event& event, std::string_view body);
    /// After the last one.
    [[nodiscard]] std::optional<QString> end() const;

    [[nodiscard]] qint64 contacts() const { return m_contacts; }
    [[nodiscard]] qint64 events() const { return m_events; }

private:
    struct Emptied
    {
        qint64 first = 0; ///< the first one's sequence number
        ErasureDigest digest;
    };
    [[nodiscard]] std::optional<QString> settle(const domain::Event& event, const domain::Erasure& erasure);

    std::map<domain::ConversationId, Emptied> m_emptied; // until its contact.erased comes
    std::map<domain::ConversationId, qint64> m_whole;    // the newest event that tells of its customer
    qint64 m_contacts = 0;
    qint64 m_events = 0;
};

} // namespace relevo::store
