#pragma once

#include <domain/ids.h>

#include <QtCore/QList>
#include <QtCore/QString>

namespace relevo::ui {

enum class BulkAction { Claim, Transfer, Resolve, Snooze };

/// The same for many conversations at once.
struct BulkWish
{
    BulkAction action = BulkAction::Claim;
    QList<domain::ConversationId> conversations;
    domain::AgentId agent; ///< Transfer: to this agent, or
    domain::TeamId team;   ///< to this team
    QString target;        ///< its name
    int minutes = 0;       ///< Snooze
};

/// One of them that was refused.
struct BulkRefusal
{
    QString name; ///< the customer's
    QString why;  ///< a translated sentence
};

} // namespace relevo::ui
