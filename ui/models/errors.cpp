#include <models/errors.h>

namespace relevo::models {

QString sentenceOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid:
        return QCoreApplication::translate("relevo::models",
                                           "This was not accepted. Check it and try again.");
    case ErrorCode::Unauthorized:
        return QCoreApplication::translate("relevo::models", "You are not signed in. Sign in and try again.");
    case ErrorCode::Forbidden:
        return QCoreApplication::translate("relevo::models",
                                           "You are not allowed to do this. Ask your administrator.");
    case ErrorCode::NotFound:
        return QCoreApplication::translate("relevo::models", "The conversation is over.");
    case ErrorCode::AlreadyClaimed:
        return QCoreApplication::translate("relevo::models",
                                           "Somebody else was faster and has this conversation.");
    case ErrorCode::StaleControl:
        return QCoreApplication::translate("relevo::models", "Somebody else has this conversation now.");
    case ErrorCode::Conflict:
        return QCoreApplication::translate("relevo::models",
                                           "The conversation has changed in the meantime. Look at it again.");
    case ErrorCode::WindowClosed:
        return QCoreApplication::translate(
            "relevo::models",
            "The time for free text is over. Choose a template, or wait until the customer writes.");
    case ErrorCode::RateLimited:
        return QCoreApplication::translate("relevo::models",
                                           "Too many requests at once. Wait a little and try again.");
    case ErrorCode::TooLarge:
        return QCoreApplication::translate("relevo::models",
                                           "The text is too long. Send it in several messages.");
    case ErrorCode::Unavailable:
        return QCoreApplication::translate("relevo::models",
                                           "This cannot be done now. Try again in a moment.");
    case ErrorCode::Internal:
        return QCoreApplication::translate(
            "relevo::models", "Something went wrong. If it happens again, tell your administrator.");
    }
    return {};
}

} // namespace relevo::models
