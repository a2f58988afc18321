#include <http/proxy_trust.h>

#include <algorithm>

namespace relevo::http {
namespace {

/// One client has one address: ::ffff:192.0.2.1 is 192.0.2.1.
QHostAddress plain(const QHostAddress& address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

/// An address in full; Qt also takes "10" for one.
QHostAddress wholeAddress(const QString& text)
{
    const bool isWhole = text.contains(u':') || text.count(u'.') == 3;
    return isWhole ? plain(QHostAddress(text)) : QHostAddress();
}

/// "192.0.2.1", "192.0.2.1:443", "2001:db8::1" or "[2001:db8::1]:443"; null for anything else.
QHostAddress addressIn(QByteArray text)
{
    text = text.trimmed();
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        text = end < 0 ? QByteArray() : text.mid(1, end - 1);
    } else if (text.count(':') == 1) {
        text = text.first(text.indexOf(':'));
    }
    constexpr qsizetype longest = 45; // an IPv6 address in full; no scope has a meaning here
    return text.size() > longest || text.contains('%') ? QHostAddress()
                                                       : wholeAddress(QString::fromLatin1(text));
}

} // namespace

Result<ProxyTrust> ProxyTrust::parse(const QStringList& networks)
{
    ProxyTrust trust;
    for (const QString& text : networks) {
        const auto network = QHostAddress::parseSubnet(text);
        const bool isWhole = !wholeAddress(text.section(u'/', 0, 0)).isNull();
        if (network.first.isNull() || network.second < 0 || !isWhole) {
            return failure(
                ErrorCode::Invalid,
                QStringLiteral("The trusted proxy \"%1\" is no address or network.").arg(text.left(64)),
                QStringLiteral("For example 127.0.0.1, 10.0.0.0/8 or fd00::/8."));
        }
        trust.m_networks.append(network);
    }
    return trust;
}

bool ProxyTrust::trusts(const QHostAddress& address) const
{
    return std::any_of(m_networks.begin(), m_networks.end(), [&](const QPair<QHostAddress, int>& network) {
        return network.first.protocol() == address.protocol() && address.isInSubnet(network);
    });
}

QHostAddress ProxyTrust::clientOf(const QHostAddress& peer, const QByteArray& forwardedFor) const
{
    QHostAddress client = peer;
    QByteArrayView rest = forwardedFor;
    // From the right: each proxy appends whom it heard from, and what is further left anybody can have
    // written.
    while (!rest.isEmpty() && trusts(client)) {
        const qsizetype comma = rest.lastIndexOf(',');
        const QHostAddress said = addressIn(rest.sliced(comma + 1).toByteArray());
        if (said.isNull()) {
            break;
        }
        client = said;
        rest = rest.first(std::max<qsizetype>(comma, 0));
    }
    return client;
}

} // namespace relevo::http
