#include <assist/wish.h>

#include <assist/excerpt.h>
#include <assist/wish_features.h>

#include <QtCore/QFile>
#include <QtCore/QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace relevo::assist {
namespace {

// The file: magic, number of features, scale, bias (4 bytes each, little endian), then the features and after
// them their weights, a byte each, in steps of the scale.
constexpr quint32 magic = 0x31485357; // "WSH1"
constexpr qsizetype headerSize = 16;
constexpr double heaviest = 4.0; ///< weights beyond it are cut
constexpr int steps = 127;
constexpr double doubt = 2.5; ///< taken off what has no word in it that hints at somebody: daily business

const char16_t* nameOf(WishFeature kind)
{
    switch (kind) {
    case WishFeature::Word:
        return u"word";
    case WishFeature::Pair:
    case WishFeature::Triple:
    case WishFeature::Gap:
    case WishFeature::Apart:
    case WishFeature::Ends:
        return u"phrase";
    case WishFeature::Letters:
    case WishFeature::Stem:
        return u"letters";
    case WishFeature::Length:
        return u"length";
    case WishFeature::Ending:
    case WishFeature::Stressed:
        return u"form of a word";
    case WishFeature::Frame:
    case WishFeature::Opening:
        return u"what is said of a person";
    case WishFeature::Beside:
    case WishFeature::Elsewhere:
        return u"what stands around it";
    case WishFeature::WordClass:
    case WishFeature::ClassWord:
        return u"word and kind of word";
    default:
        return u"kinds of words";
    }
}

double probability(double sum)
{
    return 1.0 / (1.0 + std::exp(-sum));
}

} // namespace

std::optional<WishModel> WishModel::read(const QByteArray& file)
{
    const auto number = [&file](qsizetype at) {
        return qFromLittleEndian<quint32>(file.constData() + at);
    };
    if (file.size() < headerSize || number(0) != magic)
        return std::nullopt;
    WishModel model;
    model.m_count = number(4);
    const auto count = static_cast<qsizetype>(model.m_count);
    if (count > (1 << 20) || file.size() != headerSize + 5 * count)
        return std::nullopt;
    model.m_scale = static_cast<double>(std::bit_cast<float>(number(8)));
    model.m_bias = static_cast<double>(std::bit_cast<float>(number(12)));
    model.m_slots.resize(std::bit_ceil(2 * model.m_count + 2));
    const std::size_t mask = model.m_slots.size() - 1;
    const char* weights = file.constData() + headerSize + 4 * count;
    for (qsizetype i = 0; i < count; ++i) {
        const quint32 feature = number(headerSize + 4 * i);
        std::size_t at = feature & mask;
        while (model.m_slots[at].weight != 0)
            at = (at + 1) & mask;
        model.m_slots[at] = {feature, static_cast<qint8>(weights[i])};
    }
    return model;
}

QByteArray WishModel::write(std::span<const std::pair<quint32, double>> weights, double bias)
{
    const double scale = heaviest / steps;
    std::vector<std::pair<quint32, qint8>> kept;
    for (const auto& [feature, weight] : weights) {
        const long step =
            std::clamp(std::lround(weight / scale), static_cast<long>(-steps), static_cast<long>(steps));
        if (step != 0)
            kept.emplace_back(feature, static_cast<qint8>(step));
    }
    QByteArray file;
    const auto put = [&file](quint32 value) {
        const quint32 bytes = qToLittleEndian(value);
        file.append(reinterpret_cast<const char*>(&bytes), sizeof bytes);
    };
    put(magic);
    put(static_cast<quint32>(kept.size()));
    put(std::bit_cast<quint32>(static_cast<float>(scale)));
    put(std::bit_cast<quint32>(static_cast<float>(bias)));
    for (const auto& each : kept)
        put(each.first);
    for (const auto& each : kept)
        file.append(static_cast<char>(each.second));
    return file;
}

int WishModel::weight(quint64 hash) const
{
    const auto feature = static_cast<quint32>(hash);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = feature & mask; m_slots[at].weight != 0; at = (at + 1) & mask) {
        if (m_slots[at].feature == feature)
            return m_slots[at].weight;
    }
    return 0;
}

double WishModel::sum(const WishText& text, std::span<const WishWord> words) const
{
    int steps = 0;
    visitWishFeatures(text, words,
                      [&](quint64 hash, WishFeature, std::size_t, std::size_t) { steps += weight(hash); });
    return m_bias + steps * m_scale;
}

/// The sum of the best stretch and its index; -1 when there is none to look at.
std::pair<double, qsizetype> WishModel::best(const WishText& text) const
{
    std::pair<double, qsizetype> found{0.0, -1};
    for (qsizetype i = 0; i < text.stretches().size(); ++i) {
        const double value = sum(text, text.stretches()[i]) - (text.hasNoHint() ? doubt : 0.0);
        if (found.second < 0 || value > found.first)
            found = {value, i};
    }
    return found;
}

double WishModel::score(const QString& text) const
{
    const auto [value, at] = best(WishText(text));
    return at < 0 ? 0.0 : probability(value);
}

Wish WishModel::find(const WishText& text) const
{
    const auto [value, at] = best(text);
    if (at < 0)
        return {};
    Wish wish{probability(value), {}};
    const std::span<const WishWord> words = text.stretches()[at];
    wish.words = excerptOf(text.text(), words.front().begin, words.back().end, longestQuote);
    return wish;
}

std::vector<WishEvidence> WishModel::evidence(const QString& text, std::size_t most) const
{
    const WishText read(text);
    const qsizetype at = best(read).second;
    if (at < 0)
        return {};
    const std::span<const WishWord> words = read.stretches()[at];
    std::vector<WishEvidence> found;
    visitWishFeatures(read, words, [&](quint64 hash, WishFeature kind, std::size_t first, std::size_t last) {
        const int steps = weight(hash);
        if (steps == 0)
            return;
        const QString seen = kind == WishFeature::Length
                                 ? QString::number(words.size())
                                 : excerptOf(text, words[first].begin, words[last].end, longestQuote);
        found.push_back(
            {QStringLiteral("%1 (%2)").arg(seen, QStringView(nameOf(kind)).toString()), steps * m_scale});
    });
    std::stable_sort(found.begin(), found.end(), [](const WishEvidence& a, const WishEvidence& b) {
        // Of two that weigh the same the one for it.
        return std::pair(std::abs(a.weight), a.weight) > std::pair(std::abs(b.weight), b.weight);
    });
    if (found.size() > most)
        found.resize(most);
    return found;
}

const WishModel& builtInWishModel()
{
    static const WishModel model = [] {
        QFile file(QStringLiteral(":/relevo/assist/wish.bin"));
        const bool opened = file.open(QIODevice::ReadOnly);
        std::optional<WishModel> read = WishModel::read(opened ? file.readAll() : QByteArray());
        Q_ASSERT_X(read, "builtInWishModel", "the weights are compiled in");
        return std::move(*read);
    }();
    return model;
}

} // namespace relevo::assist
