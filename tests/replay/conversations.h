#pragma once

#include <base/error.h>

#include <QtCore/QIODevice>
#include <QtCore/QString>

#include <vector>

namespace relevo::replay {

enum class Role { Customer, Bot };

struct Turn
{
    Role role = Role::Customer;
    QString content;
};

/// A conversation as it was written down, before a human was asked in.
struct Conversation
{
    QString id;
    std::vector<Turn> turns;
    QByteArray contact; ///< JSON {"name","email",…} of who it is with; empty when nothing is known
};

/// Reads JSON lines `{"id","turns":[{"role":"customer|bot","content"}],"contact"?:{…}}`; empty lines are
/// skipped. Fails with Invalid and the number of the line at the first one that is not like that, or when an
/// id comes twice.
[[nodiscard]] Result<std::vector<Conversation>> readConversations(QIODevice& lines);

} // namespace relevo::replay
