#include <domain/bots.h>

namespace relevo::domain {

QString laneName(Lane lane)
{
    switch (lane) {
    case Lane::Info:
        return QStringLiteral("info");
    case Lane::Commerce:
        return QStringLiteral("commerce");
    case Lane::Support:
        break;
    }
    return QStringLiteral("support");
}

QString orderNumber(const QString& written)
{
    QString number;
    for (const QChar c : written.toUpper()) {
        if (!c.isSpace() && c != u'#')
            number += c;
    }
    return number;
}

} // namespace relevo::domain
