#include <assist/triggers.h>
#include <assist/wish.h>

#include <cstdint>
#include <cstdlib>

/// Whatever a customer writes: nothing crashes, a score is from 0 to 1, and the same text has the same
/// answer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace relevo;
    static const assist::Triggers triggers = [] {
        domain::Settings settings;
        settings.escalationKeywords << QStringLiteral("acme ltd");
        return assist::Triggers(settings);
    }();
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const assist::Situation situation{size % 2 == 0, static_cast<int>(size % 3), std::nullopt};
    const std::optional<domain::Trigger> found = triggers.find(text, situation);
    if (found && (found->reason.isEmpty() || found->score < 0.0 || found->score > 1.0))
        std::abort();
    if (triggers.find(text, situation) != found)
        std::abort();
    (void)assist::builtInWishModel().evidence(text);
    return 0;
}
