#include <relay/visitor_book.h>

#include <algorithm>

namespace relevo::relay {
namespace {

/// One line to the network: an IPv4 address, or the 64 bits of an IPv6 address that are given to a customer.
QString lineOf(const QHostAddress& peer)
{
    bool isFour = false;
    const quint32 four = peer.toIPv4Address(&isFour);
    if (isFour)
        return QHostAddress(four).toString();
    Q_IPV6ADDR six = peer.toIPv6Address();
    std::fill(std::begin(six.c) + 8, std::end(six.c), quint8(0));
    return QHostAddress(six).toString();
}

std::unexpected<Error> tooMany(milliseconds wait, const QString& what)
{
    const qint64 seconds = std::max<qint64>(1, std::chrono::ceil<std::chrono::seconds>(wait).count());
    return failure(ErrorCode::RateLimited, what, QStringLiteral("Wait %1 seconds.").arg(seconds),
                   {{QStringLiteral("retryAfter"), QString::number(seconds)}});
}

} // namespace

Visitor VisitorBook::begin(const domain::ProjectId& project, const QByteArray& tokenHash)
{
    const auto conversation = m_ids.make<domain::ConversationId>();
    Visitor visitor{project, QStringLiteral("web:") + conversation.toString(), conversation};
    m_unwritten.insert(tokenHash, visitor);
    m_order.push_back(tokenHash);
    if (m_order.size() > static_cast<std::size_t>(remembered)) {
        m_unwritten.remove(m_order.front());
        m_order.pop_front();
    }
    return visitor;
}

std::optional<Visitor> VisitorBook::unwritten(const domain::ProjectId& project,
                                              const QByteArray& tokenHash) const
{
    const auto found = m_unwritten.constFind(tokenHash);
    return found != m_unwritten.cend() && found->project == project ? std::optional(*found) : std::nullopt;
}

std::optional<Visitor> VisitorBook::unwritten(const QByteArray& tokenHash) const
{
    const auto found = m_unwritten.constFind(tokenHash);
    return found != m_unwritten.cend() ? std::optional(*found) : std::nullopt;
}

VisitorBook::Rate& VisitorBook::rateOf(Rates& rates, const QString& name, milliseconds span) const
{
    const milliseconds now = m_clock.monotonic();
    if (rates.size() >= remembered && !rates.contains(name)) {
        rates.removeIf([now, span](const Rates::iterator& rate) { return now - rate->start >= span; });
        if (rates.size() >= remembered)
            rates.clear();
    }
    const auto found = rates.find(name);
    if (found == rates.end())
        return *rates.insert(name, Rate{now, 0, false, {}});
    if (now - found->start >= span) {
        found->start = now;
        found->count = 0;
    }
    return *found;
}

std::optional<milliseconds> VisitorBook::waitOf(const Rate& rate, int allowed, milliseconds span) const
{
    return rate.count < allowed ? std::nullopt : std::optional(rate.start + span - m_clock.monotonic());
}

Result<void> VisitorBook::message(const Visitor& visitor, const QHostAddress& peer)
{
    Rate& byVisitor = rateOf(m_visitors, visitor.sessionId);
    Rate& byAddress = rateOf(m_addresses, lineOf(peer));
    const std::optional<milliseconds> wait =
        std::max(waitOf(byVisitor, messagesPerVisitor), waitOf(byAddress, messagesPerAddress));
    if (wait)
        return tooMany(*wait, QStringLiteral("These are too many messages at once."));
    ++byVisitor.count;
    ++byAddress.count;
    return {};
}

Result<void> VisitorBook::upload(const Visitor& visitor, const QHostAddress& peer)
{
    Rate& byVisitor = rateOf(m_uploads, visitor.sessionId, uploadWindow);
    Rate& byAddress = rateOf(m_uploadAddresses, lineOf(peer), uploadWindow);
    const std::optional<milliseconds> wait = std::max(waitOf(byVisitor, uploadsPerVisitor, uploadWindow),
                                                      waitOf(byAddress, uploadsPerAddress, uploadWindow));
    if (wait)
        return tooMany(*wait, QStringLiteral("These are too many files at once."));
    ++byVisitor.count;
    ++byAddress.count;
    return {};
}

bool VisitorBook::typing(const Visitor& visitor, bool on)
{
    Rate& rate = rateOf(m_visitors, visitor.sessionId);
    if (!on)
        return std::exchange(rate.typing, false);
    // Also after it ended: whoever says on and off in turn tells no more than whoever goes on.
    const milliseconds now = m_clock.monotonic();
    if (rate.typingAt && now - *rate.typingAt < typingEvery)
        return false;
    rate.typing = true;
    rate.typingAt = now;
    return true;
}

} // namespace relevo::relay
