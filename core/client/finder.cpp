#include <client/finder.h>

#include <client/mirror.h>
#include <protocol/codec.h>

#include <algorithm>

namespace relevo::client {

using protocol::Json;

namespace {

constexpr std::size_t maxType = 64;
constexpr std::size_t maxText = 4'096;

} // namespace

Finder::Finder(Link& link, QObject* parent) : QObject(parent), m_link(link), m_look(this), m_ask(this)
{
    m_look.setSingleShot(true);
    m_look.setInterval(0);
    connect(&m_look, &QTimer::timeout, this, &Finder::look);
    m_ask.setSingleShot(true);
    m_ask.setInterval(askAfter);
    connect(&m_ask, &QTimer::timeout, this, &Finder::ask);
}

void Finder::setMirror(Mirror* mirror)
{
    m_mirror = mirror;
    m_look.stop();
    m_ask.stop();
    m_here = {};
}

void Finder::find(quint64 number, const SearchQuery& query)
{
    m_number = number;
    m_query = query;
    m_ask.stop();
    // What has been asked meanwhile comes first, and replaces this one.
    m_look.start();
}

void Finder::look()
{
    if (!m_mirror)
        return;
    Result<SearchResults> here = SearchResults();
    if (!m_query.isEmpty())
        here = m_mirror->search(m_query);
    if (!here) {
        Q_EMIT failed(here.error());
        return;
    }
    m_here = std::move(*here);
    m_here.query = m_query;
    const bool relayKnows = !m_query.words.isEmpty(); // it finds words, and narrows those
    const bool online = m_link.state() == LinkState::Online;
    if (relayKnows)
        m_here.relay = online ? SearchResults::Relay::Asked : SearchResults::Relay::Away;
    else if (!m_query.isEmpty())
        m_here.relay = SearchResults::Relay::NotAsked;
    if (m_here.relay == SearchResults::Relay::Asked)
        m_ask.start();
    Q_EMIT found(m_number, std::make_shared<SearchResults>(m_here));
}

void Finder::ask()
{
    Json params{{"q", protocol::utf8(m_query.words)}, {"limit", mostMessages}};
    for (const auto& [name, value] :
         {std::pair("from", &m_query.from), std::pair("channel", &m_query.channel),
          std::pair("agent", &m_query.agent), std::pair("tag", &m_query.tag)}) {
        if (!value->isEmpty())
            params[name] = protocol::utf8(*value);
    }
    if (m_query.after)
        params["after"] = toRfc3339(*m_query.after);
    if (m_query.before)
        params["before"] = toRfc3339(*m_query.before);
    m_link.call("search", params,
                [this, number = m_number](const Result<Json>& answer) { answered(number, answer); });
}

bool Finder::isHere(const domain::MessageId& message) const
{
    return std::ranges::any_of(m_here.messages, [&](const SearchHit& hit) { return hit.message == message; });
}

void Finder::addHit(const Json& item, SearchResults& results)
{
    protocol::Fields fields(item);
    const QString type = fields.text("type", maxType);
    SearchHit hit;
    hit.conversation = fields.id<domain::ConversationId>("conversationId");
    hit.seq = fields.number("seq");
    const auto at = fromRfc3339(protocol::utf8(fields.text("at", maxType)));
    hit.at = at.value_or(Timestamp());
    hit.text = oneLine(fields.optionalText("text", maxText));
    const bool contact = type == QLatin1String("contact");
    if (!contact) {
        hit.message = fields.id<domain::MessageId>("messageId");
        hit.kind = fields.flag("note") ? SearchHit::Kind::Note : SearchHit::Kind::Message;
    } else {
        hit.kind = SearchHit::Kind::Contact;
    }
    hit.name = fields.optionalText("contactName", maxText);
    hit.channel = fields.optionalText("channel", maxType);
    if (fields.error() || !at || (!contact && type != QLatin1String("message")))
        return;
    if (const auto known = m_mirror->row(hit.conversation); known && *known) {
        hit.name = (*known)->contactName;
        hit.channel = (*known)->channel;
        hit.open = true;
    }
    std::vector<SearchHit>& list = contact ? results.contacts : results.messages;
    const bool twice =
        contact ? std::ranges::any_of(
                      list, [&](const SearchHit& other) { return other.conversation == hit.conversation; })
                : isHere(hit.message);
    if (!twice)
        list.push_back(std::move(hit));
}

void Finder::answered(quint64 number, const Result<Json>& answer)
{
    if (number != m_number || !m_mirror)
        return;
    SearchResults results = m_here;
    results.relay = answer ? SearchResults::Relay::Answered : SearchResults::Relay::Away;
    const Json* items = answer ? protocol::Fields(*answer).member("items") : nullptr;
    if (items && items->is_array()) {
        for (const Json& item : *items)
            addHit(item, results);
        results.more = results.more || protocol::Fields(*answer).has("next");
    }
    std::ranges::stable_sort(results.messages, std::ranges::greater(), &SearchHit::seq);
    if (results.messages.size() > mostMessages) {
        results.messages.resize(mostMessages);
        results.more = true;
    }
    Q_EMIT found(number, std::make_shared<SearchResults>(std::move(results)));
}

} // namespace relevo::client
