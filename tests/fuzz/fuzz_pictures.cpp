#include <store/picture_size.h>

#include <cstdint>
#include <cstdlib>

/// Whatever a stranger's picture begins with: nothing is read beyond its bytes, and a size that is told is
/// one that a screen may make room for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace relevo;
    constexpr int largest = 100'000;
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const std::optional<store::PictureSize> found = store::pictureSize(bytes);
    if (found && (found->width < 1 || found->height < 1 || found->width > largest || found->height > largest))
        std::abort();
    // One that is cut off never tells another size than the whole.
    const std::optional<store::PictureSize> half = store::pictureSize(bytes.first(bytes.size() / 2));
    if (half && found && (half->width != found->width || half->height != found->height))
        std::abort();
    return 0;
}
