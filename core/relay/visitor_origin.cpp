#include <relay/visitor_origin.h>

#include <protocol/limits.h>

#include <QtCore/QTimeZone>
#include <QtCore/QUrl>

namespace relevo::relay {

namespace {

QString pageOf(const QString& given)
{
    QUrl url(given, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return {};
    url = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    // Some servers keep the session behind a semicolon.
    url.setPath(url.path(QUrl::FullyEncoded).section(u';', 0, 0), QUrl::StrictMode);
    const QByteArray whole = url.toEncoded();
    if (whole.size() <= static_cast<qsizetype>(protocol::maxShortText))
        return QString::fromLatin1(whole);
    url.setPath({});
    const QByteArray site = url.toEncoded();
    return site.size() <= static_cast<qsizetype>(protocol::maxShortText) ? QString::fromLatin1(site)
                                                                         : QString();
}

} // namespace

domain::ContactPatch visitorOrigin(const QString& page, const QString& timezone)
{
    domain::ContactPatch patch;
    if (const QString kept = pageOf(page); !kept.isEmpty())
        patch.attributes[QStringLiteral("page")] = kept;
    if (!timezone.isEmpty() && QTimeZone::isTimeZoneIdAvailable(timezone.toLatin1()))
        patch.attributes[QStringLiteral("timezone")] = timezone;
    return patch;
}

} // namespace relevo::relay
