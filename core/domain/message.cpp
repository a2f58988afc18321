#include <domain/message.h>

namespace relevo::domain {

bool advances(Delivery from, Delivery to)
{
    switch (from) {
    case Delivery::Queued:
        return to != Delivery::Queued;
    case Delivery::Sent:
        return to == Delivery::Delivered || to == Delivery::Read || to == Delivery::Failed ||
               to == Delivery::Unknown;
    case Delivery::Unknown:
        return to == Delivery::Sent || to == Delivery::Delivered || to == Delivery::Read;
    case Delivery::Delivered:
        return to == Delivery::Read;
    case Delivery::Read:
    case Delivery::Failed:
        return false;
    }
    return false;
}

} // namespace relevo::domain
