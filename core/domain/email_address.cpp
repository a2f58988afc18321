#include <domain/email_address.h>

#include <QtCore/QRegularExpression>

namespace relevo::domain {

bool isEmailAddress(QStringView text)
{
    static const QRegularExpression shape(
        QStringLiteral(R"(\A[^\s\p{C}@<>"(),;:\\]+@[^\s\p{C}@<>"(),;:\\.]+(\.[^\s\p{C}@<>"(),;:\\.]+)+\z)"),
        QRegularExpression::UseUnicodePropertiesOption);
    return text.size() <= longestEmailAddress && shape.match(text.toString()).hasMatch();
}

} // namespace relevo::domain
