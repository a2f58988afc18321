#pragma once

#include <protocol/json.h>

#include <QtCore/QUuid>

#include <vector>

namespace relevo::client {

/// An answer kept ready, to be put into a reply by its shortcut.
struct CannedResponse
{
    QUuid id;
    QString shortcut; ///< lower case; once among the project's, and once among an agent's own
    QString title;    ///< may be empty
    QString content;  ///< with variables as {{contact.name}}
    QString language; ///< two-letter code; empty: any
    bool personal = false;

    friend bool operator==(const CannedResponse&, const CannedResponse&) = default;
};

/// What the relay's list says ({"items": […]}), in its order. Single ones that make no sense are left out;
/// `invalid` when the whole does not.
[[nodiscard]] Result<std::vector<CannedResponse>> cannedResponsesFrom(const protocol::Json& list);

/// As the relay is told one; the id belongs into the path.
[[nodiscard]] protocol::Json toJson(const CannedResponse& response);

inline constexpr qsizetype longestShortcut = 40;

/// What `typed` can be as a shortcut: letters, digits, dots, hyphens and underscores, not too many.
[[nodiscard]] bool isShortcut(const QString& typed);

} // namespace relevo::client
