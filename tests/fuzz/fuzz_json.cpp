#include <protocol/event_codec.h>
#include <protocol/rpc.h>
#include <protocol/snapshot.h>

#include <cstdint>
#include <cstdlib>

/// Whatever the bytes are: nothing crashes, and an event that was read is written so that it is read the same
/// again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace relevo;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)protocol::parseRpcRequest(text);
    (void)protocol::parseRpcIncoming(text);
    const Result<protocol::Json> json = protocol::parseJson(text);
    if (!json)
        return 0;
    (void)protocol::snapshotPageFromJson(*json);
    const Result<domain::Event> event = protocol::decodeEvent(*json);
    if (!event || event->type == domain::EventType::Unknown || event->type == domain::EventType::Hidden)
        return 0;
    const std::string written = protocol::encodeEvent(*event);
    const Result<domain::Event> again = protocol::decodeEvent(std::string_view(written));
    if (!again || *again != *event)
        std::abort();
    return 0;
}
