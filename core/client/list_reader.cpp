#include <client/list_reader.h>

#include <base/log.h>
#include <protocol/limits.h>

#include <QtCore/QUrl>

namespace relevo::client {

using protocol::Json;

namespace {

constexpr std::size_t mostItems = 10'000; ///< more than a relay keeps of anything that is read whole

} // namespace

ListReader::ListReader(RelayApi& api, QString path, std::function<Result<void>(const Json&)> show,
                       QObject* parent)
    : QObject(parent), m_api(api), m_path(std::move(path)), m_show(std::move(show))
{
}

void ListReader::showKept(const QByteArray& kept)
{
    if (m_answered || kept.isEmpty())
        return;
    const Result<Json> json = protocol::parseJson({kept.constData(), static_cast<std::size_t>(kept.size())});
    // What cannot be read is read anew from the relay soon.
    if (json)
        (void)m_show(*json);
}

void ListReader::follow(const LinkInfo& link)
{
    const bool online = link.state == LinkState::Online;
    if (online && !m_online)
        renew();
    m_online = online;
}

void ListReader::renew()
{
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    m_pages = Json{{"items", Json::array()}};
    ask({});
}

void ListReader::ask(const QString& cursor)
{
    QString path = m_path;
    if (!cursor.isEmpty())
        path += QStringLiteral("?cursor=") + QString::fromLatin1(QUrl::toPercentEncoding(cursor));
    m_api.get(path, this, [this](const Result<Json>& answer) { take(answer); });
}

void ListReader::forget()
{
    // An answer to what was asked before comes as `unauthorized`, and changes nothing.
    m_online = false;
    m_again = false;
    m_answered = false;
}

void ListReader::take(const Result<Json>& answer)
{
    const Json* items = answer ? protocol::Fields(*answer).member("items") : nullptr;
    if (!items || !items->is_array()) {
        finish(answer);
        return;
    }
    Json& all = m_pages["items"];
    all.insert(all.end(), items->begin(), items->end());
    const QString next = protocol::Fields(*answer).optionalText("next", protocol::maxShortText);
    // What changed on the way is read from the start, below.
    if (next.isEmpty() || items->empty() || m_again || all.size() > mostItems)
        finish(std::exchange(m_pages, {}));
    else
        ask(next);
}

void ListReader::finish(const Result<Json>& list)
{
    m_asking = false;
    m_pages = {};
    if (std::exchange(m_again, false)) {
        renew();
        return;
    }
    const Result<void> shown = list ? m_show(*list) : std::unexpected(list.error());
    if (!shown) {
        if (shown.error().code != ErrorCode::Unauthorized)
            qCInfo(logClient).noquote() << m_path << "cannot be read:" << shown.error().message;
        return;
    }
    m_answered = true;
    Q_EMIT renewed(QByteArray::fromStdString(protocol::dump(*list)));
}

} // namespace relevo::client
