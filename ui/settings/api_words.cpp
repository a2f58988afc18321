#include <ui/settings/api_words.h>

#include <QtCore/QCoreApplication>

namespace relevo::ui {

QString apiWords(const Error& error, const QString& own)
{
    // Those have the desk's own words, in this language.
    if (error.context.contains(QStringLiteral("reason"))) {
        return error.detail.isEmpty() ? error.message : error.message + u' ' + error.detail;
    }
    switch (error.code) {
    case ErrorCode::Unauthorized:
        return QCoreApplication::translate("relevo::ui", "Your session has ended. Sign in again.");
    case ErrorCode::RateLimited: {
        const auto wait = error.context.find(QStringLiteral("retryAfter"));
        const int seconds = wait == error.context.end() ? 0 : wait->second.toInt();
        const int minutes = (seconds + 59) / 60;
        if (minutes == 0)
            return QCoreApplication::translate("relevo::ui",
                                               "Too many attempts. Wait a little and try again.");
        return QCoreApplication::translate(
            "relevo::ui", "Too many attempts. Wait %n minute(s) and try again.", nullptr, minutes);
    }
    case ErrorCode::Forbidden:
        return own.isEmpty() ? QCoreApplication::translate(
                                   "relevo::ui", "You are not allowed to do this. Ask an administrator.")
                             : own;
    case ErrorCode::Unavailable:
        return QCoreApplication::translate("relevo::ui", "The relay is busy. Try again in a moment.");
    case ErrorCode::Internal:
        return QCoreApplication::translate(
            "relevo::ui", "Something went wrong at the relay. If it happens again, tell your administrator.");
    default:
        return own.isEmpty() ? QCoreApplication::translate(
                                   "relevo::ui", "The relay did not accept this. Check it and try again.")
                             : own;
    }
}

} // namespace relevo::ui
