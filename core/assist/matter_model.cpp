#include <assist/matter_model.h>

#include <assist/excerpt.h>

#include <QtCore/QFile>

#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace relevo::assist {
namespace {

constexpr quint32 magic = 0x3154414d;   // "MAT1"
constexpr std::size_t longestPart = 24; ///< words; a longer text is judged in parts
constexpr std::size_t partStep = 12;

/// Tells what has been there before, without putting it in order: for the few dozen features of a part that
/// have weights.
class FeaturesOnce
{
public:
    [[nodiscard]] bool isNew(quint32 feature)
    {
        if (feature == 0)
            return !std::exchange(m_nought, true);
        for (std::size_t at = feature % m_slots.size(); m_taken < m_slots.size() / 2;
             at = (at + 1) % m_slots.size()) {
            if (m_slots[at] == feature)
                return false;
            if (m_slots[at] == 0) {
                m_slots[at] = feature;
                ++m_taken;
                return true;
            }
        }
        return m_more.insert(feature).second && std::ranges::find(m_slots, feature) == m_slots.end();
    }

private:
    std::array<quint32, 512> m_slots{};
    std::size_t m_taken = 0;
    std::set<quint32> m_more; ///< of a part with very many
    bool m_nought = false;
};

} // namespace

QVarLengthArray<std::pair<std::size_t, std::size_t>, 64> matterParts(std::size_t words)
{
    QVarLengthArray<std::pair<std::size_t, std::size_t>, 64> parts;
    for (std::size_t from = 0; from < words; from += partStep) {
        const std::size_t to = std::min(from + longestPart, words);
        parts.append({from, to});
        if (to == words)
            break;
    }
    return parts;
}

MatterFeatures matterFeatures(const MatterText& text, std::size_t from, std::size_t to)
{
    MatterFeatures features;
    visitMatterFeatures(text, from, to, [&features](quint64 hash, std::size_t, std::size_t) {
        features.append(static_cast<quint32>(hash));
    });
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    return features;
}

std::optional<MatterModel> MatterModel::read(const QByteArray& file)
{
    std::optional<LinearModel> weights = LinearModel::read(file, magic, matterCount);
    return weights ? std::optional(MatterModel(std::move(*weights))) : std::nullopt;
}

QByteArray MatterModel::write(std::span<const double> biases, std::span<const LinearModel::Row> rows)
{
    return LinearModel::write(magic, biases, rows);
}

MatterChances MatterModel::chances(const MatterText& text) const
{
    MatterChances best{};
    double surest = 0.0;
    for (const auto& [from, to] : matterParts(text.words().size())) {
        std::array<int, matterCount> steps{};
        // All of them first: the table of weights is larger than the processor's cache, and so it is asked
        // for many places of it at once.
        QVarLengthArray<quint32, 512> features;
        visitMatterFeatures(text, from, to, [&features](quint64 hash, std::size_t, std::size_t) {
            features.append(static_cast<quint32>(hash));
        });
        for (const quint32 feature : features)
            m_weights.expect(feature);
        FeaturesOnce once;
        for (const quint32 feature : features) {
            // Most have none.
            const qint8* weights = m_weights.weights(feature);
            if (!weights || !once.isNew(feature))
                continue;
            for (std::size_t each = 0; each < matterCount; ++each)
                steps[each] += weights[each];
        }
        MatterChances sums{};
        for (std::size_t each = 0; each < matterCount; ++each)
            sums[each] = m_weights.bias(each) + steps[each] * m_weights.scale();
        // The rest, that it is none of them, has the sum 0; the greatest is taken off so that nothing
        // overflows.
        const double greatest = std::max(0.0, *std::max_element(sums.begin(), sums.end()));
        double all = std::exp(-greatest);
        for (double& sum : sums) {
            sum = std::exp(sum - greatest);
            all += sum;
        }
        double any = 0.0;
        for (double& sum : sums) {
            sum /= all;
            any += sum;
        }
        if (any > surest) {
            surest = any;
            best = sums;
        }
    }
    return best;
}

QString MatterModel::quote(const MatterText& text, Matter matter) const
{
    std::vector<double> worth(text.words().size(), 0.0);
    visitMatterFeatures(text, 0, text.words().size(), [&](quint64 hash, std::size_t first, std::size_t last) {
        const qint8* weights = m_weights.weights(hash);
        // What speaks of the whole says nothing of where.
        if (!weights || last - first > 5)
            return;
        for (std::size_t at = first; at <= last; ++at)
            worth[at] += weights[static_cast<std::size_t>(matter)] / static_cast<double>(last - first + 1);
    });
    // The run of words in one clause that is worth most.
    const std::span<const WishWord> all = text.words();
    std::size_t from = 0;
    std::size_t bestFrom = 0;
    std::size_t bestTo = 0;
    double sum = 0.0;
    double best = 0.0;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (sum <= 0.0 || all[at].clauseBefore) {
            sum = 0.0;
            from = at;
        }
        sum += worth[at];
        if (sum > best) {
            best = sum;
            bestFrom = from;
            bestTo = at;
        }
    }
    if (all.empty())
        return {};
    const qsizetype begin = all[bestFrom].begin;
    return excerptOf(text.text().text(), begin, all[bestTo].end, longestQuote);
}

const MatterModel& builtInMatterModel()
{
    static const MatterModel model = [] {
        QFile file(QStringLiteral(":/relevo/assist/matters.bin"));
        const bool opened = file.open(QIODevice::ReadOnly);
        std::optional<MatterModel> read = MatterModel::read(opened ? file.readAll() : QByteArray());
        Q_ASSERT_X(read, "builtInMatterModel", "the weights are compiled in");
        return std::move(*read);
    }();
    return model;
}

} // namespace relevo::assist
