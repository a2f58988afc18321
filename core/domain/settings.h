#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relevo::domain {

/// A project's handoff settings. Empty texts mean the built-in sentence in the customer's language.
struct Settings
{
    bool enabled = true; ///< when off, only a request through the API hands off
    QStringList escalationKeywords{QStringLiteral("human"), QStringLiteral("agent"), QStringLiteral("person"),
                                   QStringLiteral("support"), QStringLiteral("help")};
    int failureCountThreshold = 3;  ///< bot failures in a row, 1 … 20
    int responseTimeoutMinutes = 5; ///< the first answer is due this long after the handoff
    QString handoffMessage;
    QString awayMessage;
    QString resolvedMessage;

    friend bool operator==(const Settings&, const Settings&) = default;
};

} // namespace relevo::domain
