#pragma once

#include <base/error.h>

#include <QtNetwork/QNetworkRequest>

#include <optional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
QT_END_NAMESPACE

namespace relevo::client {

// What everything that the desk asks over HTTP has in common.

/// A request to the relay at this base URL, for `path` (which may have a query). JSON either way; gives up
/// after 20 seconds without a byte; redirections are not followed: what is sent is for the address that was
/// typed.
[[nodiscard]] QNetworkRequest relayRequest(const QUrl& relay, const QString& path);

/// What could not be trusted is tried anew each time: Qt would go on for two minutes with what it accepted
/// then, whatever a person has agreed to since.
void letGoOfDistrusted(QNetworkAccessManager& network);

/// Ends the reply when it grows past so many bytes.
void boundAnswer(QNetworkReply& reply, qint64 bytes);

/// Why no answer came over HTTP, in sentences for people, with context["reason"] "tls", "unreachable" or
/// "not_relevo". Nothing when one came, whatever it says.
[[nodiscard]] std::optional<Error> transportError(const QNetworkReply& reply);

} // namespace relevo::client
