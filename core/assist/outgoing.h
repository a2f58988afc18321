#pragma once

#include <QtCore/QPointer>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

namespace relevo::assist {

/// A request that goes where it was told and leaves nothing behind: a redirection is not followed (a key or a
/// signature is for one host), no cookie is sent or kept, and no answer is stored.
[[nodiscard]] QNetworkRequest outgoingRequest(const QUrl& url);

/// Ends a request, if there is one, without a further word to `listener`, and forgets it.
void dropReply(QPointer<QNetworkReply>& reply, QObject* listener);

} // namespace relevo::assist
