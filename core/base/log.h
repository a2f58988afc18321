#pragma once

#include <QtCore/QLoggingCategory>
#include <QtCore/QString>

#include <initializer_list>
#include <utility>

namespace relevo {

// One list of log categories. Messages carry ids and numbers, never what people wrote or who they are.
Q_DECLARE_LOGGING_CATEGORY(logHttp)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logRelay)
Q_DECLARE_LOGGING_CATEGORY(logAuth)
Q_DECLARE_LOGGING_CATEGORY(logClient)
Q_DECLARE_LOGGING_CATEGORY(logUi)

/// Sends all Qt log output to standard error as JSON lines: {"at","level","category","message", …}. What
/// looks like personal data or a secret is masked (redacted). Call once, before threads start.
void installJsonLog();

enum class LogLevel { Debug, Info, Warning, Error };

/// What is less important than this is not written from now on, in any category. Any thread.
void setLogLevel(LogLevel least);

/// A message with machine-readable fields: logLine(u"claimed", {{u"requestId", id}, {u"seq", n}}). The
/// JSON log writes the fields beside the message; without it they are appended as text.
[[nodiscard]] QString logLine(QStringView message,
                              std::initializer_list<std::pair<QStringView, QString>> fields);

/// The text with e-mail addresses, phone numbers, bearer tokens and long random strings replaced by
/// "[redacted]".
[[nodiscard]] QString redacted(const QString& text);

} // namespace relevo
