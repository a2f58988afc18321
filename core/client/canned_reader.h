#pragma once

#include <client/canned_response.h>
#include <client/link_state.h>
#include <client/live_view.h>
#include <client/relay_api.h>

namespace relevo::client {

/// Keeps LiveView's canned responses true: reads them whenever the connection is there again or the relay
/// says that they changed, and without one shows those of last time. On the UI thread.
class CannedReader final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    CannedReader(RelayApi& api, LiveView& live, QObject* parent = nullptr);

    /// What was kept of this account; not when the relay has answered already.
    void showKept(const QByteArray& kept);
    void follow(const LinkInfo& link);
    /// Asks the relay. While it has not answered, once more after that.
    void renew();
    /// Somebody else may be signed in from now on.
    void forget();

Q_SIGNALS:
    /// To be kept for the next start.
    void renewed(const QByteArray& kept);

private:
    RelayApi& m_api;
    LiveView& m_live;
    bool m_online = false;
    bool m_asking = false;
    bool m_again = false;
    bool m_answered = false; ///< for whoever is signed in
    protocol::Json m_pages;  ///< what has come of the list that is being read

    void ask(const QString& cursor);
    void take(const Result<protocol::Json>& answer);
    void finish(const Result<protocol::Json>& list);
};

} // namespace relevo::client
