#include <relay/contact_orders.h>

#include <domain/email_address.h>

namespace relevo::relay {

Result<int> forgetInOrders(store::Journal& journal, const domain::ProjectId& project,
                           const domain::ContactId& contact, Timestamp now)
{
    const auto person = journal.person(project, contact);
    if (!person)
        return std::unexpected(person.error());
    QStringList addresses;
    const auto add = [&addresses](const QString& text) {
        const QString address = text.trimmed();
        if (domain::isEmailAddress(address) && !addresses.contains(address, Qt::CaseInsensitive))
            addresses.push_back(address);
    };
    for (const domain::KnownContact& one : *person) {
        add(one.contact.email);
        for (const auto& [name, value] : one.contact.attributes)
            add(value);
    }
    return journal.orders().forget(project, addresses, now);
}

} // namespace relevo::relay
