#include <http/request_reader.h>

#include <cstdint>
#include <cstdlib>

using namespace relevo::http;

namespace {

/// What came out of a stream of bytes, enough to compare two readings of it.
struct Verdict
{
    int requests = 0;
    int status = 0;
    qint64 bodyBytes = 0;
    bool operator==(const Verdict&) const = default;
};

Verdict reading(std::span<const char> bytes, size_t step, const Limits& limits)
{
    Verdict verdict;
    std::unique_ptr<RequestReader> reader;
    while (!bytes.empty()) {
        std::span<const char> piece = bytes.first(std::min(step, bytes.size()));
        bytes = bytes.subspan(piece.size());
        while (!piece.empty() || (reader && reader->headerDone())) {
            if (!reader) {
                reader =
                    std::make_unique<RequestReader>(limits, [&](const Request&) { return limits.bodyBytes; });
            }
            const RequestReader::Outcome outcome = reader->feed(piece);
            if (outcome == RequestReader::Outcome::NeedMore) {
                break;
            }
            if (outcome == RequestReader::Outcome::Fault) {
                verdict.status = reader->fault().status;
                return verdict;
            }
            if (outcome == RequestReader::Outcome::Complete) {
                const Request request = reader->take();
                reader.reset();
                ++verdict.requests;
                verdict.bodyBytes += request.body.size();
                if (request.body.size() > limits.bodyBytes) {
                    std::abort();
                }
            }
        }
    }
    return verdict;
}

} // namespace

/// However the network cuts the bytes, the same requests must come out of them.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    Limits limits;
    limits.headerBytes = 2048;
    limits.targetBytes = 512;
    limits.bodyBytes = 4096;
    const std::span<const char> bytes(reinterpret_cast<const char*>(data), size);
    const Verdict whole = reading(bytes, std::max<size_t>(size, 1), limits);
    for (const size_t step : {size_t(1), size_t(7)}) {
        const Verdict pieces = reading(bytes, step, limits);
        // A request line that is too long may also be seen as a header that is, depending on what had come
        // when it was.
        const bool bothTooLong =
            (whole.status == 431 || whole.status == 414) && (pieces.status == 431 || pieces.status == 414);
        if (pieces != whole && !bothTooLong) {
            std::abort();
        }
    }
    return 0;
}
