#include <assist/matter_model.h>
#include <assist/wish.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <numeric>

/// Whatever a file of weights holds: it is none, or judges a text without reading beyond its end, and what
/// are chances stay chances.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace relevo;
    const QByteArray file(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QString text = QStringLiteral("my card was cloned and nobody helps, let me talk to a person");
    if (const auto model = assist::WishModel::read(file)) {
        const double score = model->score(text);
        if (!(score >= 0.0 && score <= 1.0))
            std::abort();
        (void)model->evidence(text);
    }
    if (const auto model = assist::MatterModel::read(file)) {
        const assist::WishText read(text);
        const assist::MatterText words(read);
        const assist::MatterChances chances = model->chances(words);
        if (!std::ranges::all_of(chances, [](double chance) { return chance >= 0.0; }) ||
            std::accumulate(chances.begin(), chances.end(), 0.0) > 1.0 + 1e-9)
            std::abort();
        (void)model->quote(words, assist::Matter::Fraud);
    }
    return 0;
}
