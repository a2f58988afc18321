#include <domain/contact.h>

namespace relevo::domain {

bool isVip(const Contact& contact)
{
    const auto attribute = [&contact](const char16_t* name) {
        const auto at = contact.attributes.find(QStringView(name).toString());
        return at == contact.attributes.end() ? QString() : at->second.trimmed().toLower();
    };
    const QString vip = attribute(u"vip");
    return vip == u"true" || vip == u"yes" || vip == u"1" || attribute(u"tier") == u"vip" ||
           attribute(u"plan") == u"vip";
}

} // namespace relevo::domain
