#pragma once

#include <client/link.h>
#include <client/search.h>

#include <QtCore/QTimer>

namespace relevo::client {

class Mirror;

/// Looks for what an agent wants found: in the replica at once, and in the relay a moment after the last key,
/// when only words are asked, which is what the relay's search knows. Of questions that come faster than they
/// can be answered only the newest is. Lives on the mirror thread.
class Finder final : public QObject
{
    Q_OBJECT
public:
    /// `link` must outlive it.
    explicit Finder(Link& link, QObject* parent = nullptr);

    /// Another replica, or none.
    void setMirror(Mirror* mirror);
    /// `number` comes back with the answers. Replaces the one before.
    void find(quint64 number, const SearchQuery& query);

    static constexpr milliseconds askAfter{250};

Q_SIGNALS:
    /// Once with what is here, and once more when the relay has answered or cannot.
    void found(quint64 number, const relevo::client::SharedResults& results);
    /// The replica cannot be read.
    void failed(const relevo::Error& error);

private:
    Link& m_link;
    Mirror* m_mirror = nullptr;
    QTimer m_look;
    QTimer m_ask;
    quint64 m_number = 0;
    SearchQuery m_query;
    SearchResults m_here;

    void look();
    void ask();
    void answered(quint64 number, const Result<protocol::Json>& answer);
    [[nodiscard]] bool isHere(const domain::MessageId& message) const;
    void addHit(const protocol::Json& item, SearchResults& results);
};

} // namespace relevo::client
