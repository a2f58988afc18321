#include <domain/attachment.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace {

void check(const QString& name)
{
    using namespace relevo;
    const QString safe = domain::safeFileName(name);
    const auto isBad = [](QChar c) {
        return c.unicode() < 0x20 || c.unicode() == 0x7f || QStringView(u"/\\<>:\"|?*").contains(c);
    };
    if (safe.isEmpty() || safe.size() > domain::maxFileName || std::any_of(safe.begin(), safe.end(), isBad) ||
        safe.endsWith(u'.') || safe.endsWith(u' ') || !safe.isValidUtf16() ||
        domain::safeFileName(safe) != safe)
        std::abort();
}

} // namespace

/// Whatever a file is called, in UTF-8 and in UTF-16 that need not be any: what is left names one file, on
/// every system, and is left as it is the next time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    check(QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    QString units(static_cast<qsizetype>(size / 2), Qt::Uninitialized);
    if (!units.isEmpty())
        std::memcpy(units.data(), data, static_cast<std::size_t>(units.size()) * 2);
    check(units);
    return 0;
}
