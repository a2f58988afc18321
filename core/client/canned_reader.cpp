#include <client/canned_reader.h>

#include <base/log.h>

namespace relevo::client {

using protocol::Json;

CannedReader::CannedReader(RelayApi& api, LiveView& live, QObject* parent)
    : QObject(parent), m_api(api), m_live(live)
{
}

void CannedReader::showKept(const QByteArray& kept)
{
    if (m_answered || kept.isEmpty())
        return;
    const Result<Json> json = protocol::parseJson({kept.constData(), static_cast<std::size_t>(kept.size())});
    // What cannot be read is read anew from the relay soon.
    if (auto responses = json ? cannedResponsesFrom(*json) : std::unexpected(json.error()))
        m_live.setCanned(std::move(*responses));
}

void CannedReader::follow(const LinkInfo& link)
{
    const bool online = link.state == LinkState::Online;
    if (online && !m_online)
        renew();
    m_online = online;
}

void CannedReader::renew()
{
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    m_api.get(QStringLiteral("/api/canned-responses"), this,
              [this](const Result<Json>& answer) { take(answer); });
}

void CannedReader::forget()
{
    // An answer to what was asked before comes as `unauthorized`, and changes nothing.
    m_online = false;
    m_again = false;
    m_answered = false;
}

void CannedReader::take(const Result<Json>& answer)
{
    m_asking = false;
    if (std::exchange(m_again, false))
        renew();
    auto responses = answer ? cannedResponsesFrom(*answer) : std::unexpected(answer.error());
    if (!responses) {
        if (responses.error().code != ErrorCode::Unauthorized)
            qCInfo(logClient).noquote()
                << "the canned responses cannot be read:" << responses.error().message;
        return;
    }
    m_answered = true;
    m_live.setCanned(std::move(*responses));
    Q_EMIT renewed(QByteArray::fromStdString(protocol::dump(*answer)));
}

} // namespace relevo::client
