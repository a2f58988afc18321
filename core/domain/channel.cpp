#include <domain/channel.h>

#include <array>

namespace relevo::domain {
namespace {

struct Rules
{
    QLatin1String channel;
    bool throughDoor = false;
    std::optional<milliseconds> replyWindow = std::nullopt;
};

constexpr std::array known{
    Rules{QLatin1String("web"), false},
    Rules{QLatin1String("http"), true},
    Rules{QLatin1String("whatsapp"), true, std::chrono::hours(24)},
};

const Rules* rulesOf(const QString& channel)
{
    for (const Rules& rules : known) {
        if (channel == rules.channel)
            return &rules;
    }
    return nullptr;
}

} // namespace

std::optional<milliseconds> replyWindowOf(const QString& channel)
{
    const Rules* rules = rulesOf(channel);
    return rules ? rules->replyWindow : std::nullopt;
}

bool comesThroughDoor(const QString& channel)
{
    const Rules* rules = rulesOf(channel);
    return rules && rules->throughDoor;
}

} // namespace relevo::domain
