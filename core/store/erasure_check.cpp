#include <store/erasure_check.h>

#include <domain/redaction.h>

namespace relevo::store {

std::optional<QString> ErasureCheck::next(const domain::Event& event, std::string_view body)
{
    if (!event.erasedWith.isNull()) {
        if (domain::withoutPerson(event, event.erasedWith) != event)
            return QStringLiteral("event %1 was emptied and still tells of the contact").arg(event.seq);
        auto [emptied, first] = m_emptied.try_emplace(event.erasedWith);
        if (first)
            emptied->second.first = event.seq;
        emptied->second.digest.add(body);
        return std::nullopt;
    }
    if (const auto* erasure = std::get_if<domain::Erasure>(&event.data))
        return settle(event, *erasure);
    if (!event.conversationId.isNull() && domain::tellsOfPerson(event))
        m_whole[event.conversationId] = event.seq;
    return std::nullopt;
}

std::optional<QString> ErasureCheck::settle(const domain::Event& event, const domain::Erasure& erasure)
{
    if (const auto whole = m_whole.find(event.conversationId); whole != m_whole.end())
        return QStringLiteral("event %1 tells of a contact that event %2 erased")
            .arg(whole->second)
            .arg(event.seq);
    const auto emptied = m_emptied.find(event.conversationId);
    const ErasureDigest digest = emptied == m_emptied.end() ? ErasureDigest() : emptied->second.digest;
    if (digest.events() != erasure.events || digest.hex() != erasure.digest)
        return QStringLiteral("what is left of the contact that event %1 erased is not what it left")
            .arg(event.seq);
    if (emptied != m_emptied.end())
        m_emptied.erase(emptied);
    ++m_contacts;
    m_events += erasure.events;
    return std::nullopt;
}

std::optional<QString> ErasureCheck::end() const
{
    if (m_emptied.empty())
        return std::nullopt;
    return QStringLiteral("event %1 was emptied, and no contact was erased with it")
        .arg(m_emptied.begin()->second.first);
}

} // namespace relevo::store
