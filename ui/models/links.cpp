#include <models/links.h>

#include <QtCore/QRegularExpression>

namespace relevo::models {

namespace {

constexpr qsizetype longestAddress = 2'048;

/// What usually ends a sentence does not belong to an address. Nothing invisible is part of one (\p{C}:
/// controls, marks that turn the direction of writing): it would be shown otherwise than it is.
const QRegularExpression& addressPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral(R"((?<![\p{L}\p{N}])(?:https?://|mailto:)[^\s\p{C}<>"]+[^\s\p{C}<>".,;:!?)\]'’”»…])"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

/// Something invisible stands right behind it: it would not be seen where the address ends.
bool goesOnUnseen(const QString& text, qsizetype end)
{
    return end < text.size() && text[end].category() == QChar::Other_Format;
}

bool isMailAddress(const QUrl& url)
{
    // No headers: some mail programs would attach a file named in one.
    static const QRegularExpression address(
        QStringLiteral(R"(^[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$)"));
    return !url.hasQuery() && !url.hasFragment() && address.match(url.path()).hasMatch();
}

bool mayBeOpened(const QUrl& url)
{
    if (!url.isValid())
        return false;
    if (url.scheme() == QLatin1String("mailto"))
        return isMailAddress(url);
    return (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http")) &&
           !url.host().isEmpty() && url.userInfo().isEmpty();
}

} // namespace

std::vector<Link> linksIn(const QString& text)
{
    std::vector<Link> links;
    if (!text.contains(QLatin1Char(':')))
        return links;
    for (auto it = addressPattern().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (match.capturedLength() > longestAddress || goesOnUnseen(text, match.capturedEnd()))
            continue;
        const QUrl url(match.captured(), QUrl::StrictMode);
        if (mayBeOpened(url))
            links.push_back({match.capturedStart(), match.capturedLength(), url});
    }
    return links;
}

QString plainAddress(const QUrl& target)
{
    return QString::fromLatin1(target.toEncoded(QUrl::FullyEncoded));
}

bool hasForeignHost(const QUrl& target)
{
    return target.host(QUrl::FullyEncoded).contains(QLatin1String("xn--"));
}

} // namespace relevo::models
