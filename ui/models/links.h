#pragma once

#include <QtCore/QString>
#include <QtCore/QUrl>

#include <vector>

namespace relevo::models {

/// An address in somebody's text, in UTF-16 units of it.
struct Link
{
    qsizetype start = 0;
    qsizetype length = 0;
    QUrl target;
};

/// The addresses in a text that may be opened: http, https, and mailto with nothing but an address. Whoever
/// wrote the text may be hostile: what names somebody before the host ("https://bank.com@evil.com"), has no
/// host, or hides characters is no link.
[[nodiscard]] std::vector<Link> linksIn(const QString& text);

/// The address as it really is, all of it in ASCII, so that a host of look-alike letters shows itself
/// ("https://xn--pypal-4ve.com/").
[[nodiscard]] QString plainAddress(const QUrl& target);

/// Whether the host is written otherwise in the text than it is: letters that may look like others.
[[nodiscard]] bool hasForeignHost(const QUrl& target);

} // namespace relevo::models
