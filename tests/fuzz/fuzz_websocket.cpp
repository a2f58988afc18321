#include <http/websocket_frame.h>

#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace relevo::http;

namespace {

constexpr FrameParser::Limits limits{1000, 1500};

/// Everything the bytes mean, as one comparable text.
QByteArray reading(const uint8_t* data, size_t size, size_t step)
{
    std::vector<char> bytes(data, data + size); // unmasking writes
    FrameParser parser(limits);
    QByteArray all;
    for (size_t at = 0; at < size; at += step) {
        std::span<char> piece(bytes.data() + at, std::min(step, size - at));
        while (const std::optional<FrameParser::Event> event = parser.next(piece)) {
            if (event->payload.size() > limits.messageBytes) {
                std::abort();
            }
            if (event->type == FrameParser::Event::Type::Text) {
                Utf8Validator validator;
                const std::span<const char> text(event->payload.constData(),
                                                 static_cast<size_t>(event->payload.size()));
                if (!validator.feed(text) || !validator.isComplete()) {
                    std::abort();
                }
            }
            all += QByteArray::number(static_cast<int>(event->type)) + ':' + QByteArray::number(event->code) +
                   ':' + event->payload + ';';
        }
    }
    return all;
}

} // namespace

/// However the network cuts the bytes, the same messages must come out of them.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray whole = reading(data, size, std::max<size_t>(size, 1));
    if (reading(data, size, 1) != whole || reading(data, size, 5) != whole) {
        std::abort();
    }
    return 0;
}
