#include <assist/linear_model.h>

#include <QtCore/QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>

namespace relevo::assist {
namespace {

// The file: magic, number of features, scale, a bias for each class (4 bytes each, little endian), then the
// features and after them their weights, a byte for each class, in steps of the scale.
constexpr qsizetype number = 4;  ///< bytes
constexpr double heaviest = 4.0; ///< weights beyond it are cut
constexpr long steps = 127;
constexpr std::size_t most = 1 << 20; ///< features

} // namespace

double probability(double sum)
{
    return 1.0 / (1.0 + std::exp(-sum));
}

std::optional<LinearModel> LinearModel::read(const QByteArray& file, quint32 magic, std::size_t classes)
{
    const auto at = [&file](qsizetype index) {
        return qFromLittleEndian<quint32>(file.constData() + number * index);
    };
    const auto real = [&at](qsizetype index) {
        return static_cast<double>(std::bit_cast<float>(at(index)));
    };
    const auto width = static_cast<qsizetype>(classes);
    const qsizetype header = 3 + width;
    if (file.size() < number * header || at(0) != magic || at(1) > most)
        return std::nullopt;
    LinearModel model;
    model.m_size = at(1);
    const auto count = static_cast<qsizetype>(model.m_size);
    if (file.size() != number * (header + count) + width * count)
        return std::nullopt;
    model.m_scale = real(2);
    bool isWhole = std::isfinite(model.m_scale);
    for (qsizetype i = 0; i < width; ++i) {
        model.m_biases.push_back(real(3 + i));
        isWhole = isWhole && std::isfinite(model.m_biases.back());
    }
    if (!isWhole)
        return std::nullopt;
    const char* weights = file.constData() + number * (header + count);
    model.m_weights.assign(weights, weights + width * count);
    model.m_slots.resize(std::bit_ceil(2 * model.m_size + 2));
    const std::size_t mask = model.m_slots.size() - 1;
    for (qsizetype i = 0; i < count; ++i) {
        const quint32 feature = at(header + i);
        std::size_t slot = feature & mask;
        while (model.m_slots[slot].row != 0)
            slot = (slot + 1) & mask;
        model.m_slots[slot] = {feature, static_cast<quint32>(i) + 1};
    }
    return model;
}

QByteArray LinearModel::write(quint32 magic, std::span<const double> biases, std::span<const Row> rows)
{
    const double scale = heaviest / steps;
    std::vector<quint32> features;
    QByteArray weights;
    for (const auto& [feature, row] : rows) {
        QByteArray bytes;
        for (const double weight : row)
            bytes.append(static_cast<char>(std::clamp(std::lround(weight / scale), -steps, steps)));
        if (bytes.count('\0') == bytes.size())
            continue;
        features.push_back(feature);
        weights += bytes;
    }
    QByteArray file;
    const auto put = [&file](quint32 value) {
        const quint32 bytes = qToLittleEndian(value);
        file.append(reinterpret_cast<const char*>(&bytes), sizeof bytes);
    };
    const auto putReal = [&put](double value) {
        put(std::bit_cast<quint32>(static_cast<float>(value)));
    };
    put(magic);
    put(static_cast<quint32>(features.size()));
    putReal(scale);
    for (const double bias : biases)
        putReal(bias);
    for (const quint32 feature : features)
        put(feature);
    return file + weights;
}

} // namespace relevo::assist
