#pragma once

#include <client/link_state.h>
#include <client/relay_api.h>

#include <functional>

namespace relevo::client {

/// Keeps one of the relay's lists (canned responses, message templates) as it is there: reads it whenever the
/// connection is there again or the relay says that it changed, and without one shows that of last time. On
/// the UI thread.
class ListReader final : public QObject
{
    Q_OBJECT
public:
    /// `show` puts a list where it is looked at, or says why it cannot. `api` must outlive this.
    ListReader(RelayApi& api, QString path, std::function<Result<void>(const protocol::Json&)> show,
               QObject* parent = nullptr);

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
    QString m_path;
    std::function<Result<void>(const protocol::Json&)> m_show;
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
