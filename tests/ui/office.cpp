#include "office.h"

namespace relevo {

Office::Office(QObject* parent) : Workplace(parent)
{
    remember(profile());
}

client::Profile Office::profile() const
{
    client::Profile profile;
    profile.relay = relay.url();
    profile.email = QStringLiteral("agent0@example.com");
    profile.agent = world.agent(0);
    return profile;
}

} // namespace relevo
