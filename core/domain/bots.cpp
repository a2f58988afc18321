#include <domain/bots.h>

namespace relevo::domain {

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
