#include <domain/contact.h>

#include <algorithm>

namespace relevo::domain {

ContactId rootOf(const Contact& contact)
{
    return contact.mergedInto.isNull() ? contact.id : contact.mergedInto;
}

QStringList tidyTags(const QStringList& tags)
{
    QStringList tidy;
    for (const QString& tag : tags) {
        const QString text = tag.simplified();
        if (!text.isEmpty() && !tidy.contains(text, Qt::CaseInsensitive))
            tidy.push_back(text);
    }
    // Not by the machine's locale: both sides must come to the same order.
    std::ranges::sort(tidy, {}, [](const QString& tag) { return tag.toCaseFolded(); });
    return tidy;
}

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
