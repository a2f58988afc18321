#pragma once

#include <QtCore/QByteArray>

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace relevo::assist {

/// What joins two hashes to that of both in this order.
[[nodiscard]] constexpr quint64 mixed(quint64 a, quint64 b)
{
    quint64 hash = (a ^ (b + 0x9e3779b97f4a7c15ULL + (a << 6) + (a >> 2))) * 0xff51afd7ed558ccdULL;
    return hash ^ (hash >> 32);
}

/// A chance of 0 … 1 for a sum of weights.
[[nodiscard]] double probability(double sum);

/// That this will be read soon: a hint to the processor.
inline void expectRead([[maybe_unused]] const void* address)
{
#ifdef __GNUC__
    __builtin_prefetch(address);
#endif
}

/// The weights of a linear model with one class or several, by feature: the low half of a hash. A byte for
/// each, as the model's file has them. Any thread, nothing is changed after reading.
class LinearModel
{
public:
    /// A feature and its weight for each class.
    using Row = std::pair<quint32, std::vector<double>>;

    /// From the bytes of a file with this magic number and as many classes; nothing when they are none.
    [[nodiscard]] static std::optional<LinearModel> read(const QByteArray& file, quint32 magic,
                                                         std::size_t classes);
    /// The file of these weights, one bias for each class. Features whose weights are all next to nothing are
    /// left out, weights beyond 4 are cut.
    [[nodiscard]] static QByteArray write(quint32 magic, std::span<const double> biases,
                                          std::span<const Row> rows);

    /// A feature's weights, one for each class, in steps of scale(); null when it has none.
    [[nodiscard]] const qint8* weights(quint64 hash) const
    {
        const auto feature = static_cast<quint32>(hash);
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t at = feature & mask; m_slots[at].row != 0; at = (at + 1) & mask) {
            if (m_slots[at].feature == feature)
                return m_weights.data() + (m_slots[at].row - 1) * m_biases.size();
        }
        return nullptr;
    }
    /// A feature's weights will be asked for soon.
    void expect(quint64 hash) const
    {
        expectRead(&m_slots[static_cast<quint32>(hash) & (m_slots.size() - 1)]);
    }
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] double bias(std::size_t ofClass) const { return m_biases[ofClass]; }
    /// How many features have weights.
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    struct Slot
    {
        quint32 feature = 0;
        quint32 row = 0; ///< counted from 1; 0: empty
    };

    LinearModel() = default;

    std::vector<Slot> m_slots;
    std::vector<qint8> m_weights;
    std::vector<double> m_biases;
    std::size_t m_size = 0;
    double m_scale = 0.0;
};

} // namespace relevo::assist
