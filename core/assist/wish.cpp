#include <assist/wish.h>

#include <assist/excerpt.h>
#include <assist/wish_features.h>

#include <QtCore/QFile>

#include <algorithm>
#include <cmath>

namespace relevo::assist {
namespace {

constexpr quint32 magic = 0x31485357; // "WSH1"
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

} // namespace

std::optional<WishModel> WishModel::read(const QByteArray& file)
{
    std::optional<LinearModel> weights = LinearModel::read(file, magic, 1);
    return weights ? std::optional(WishModel(std::move(*weights))) : std::nullopt;
}

QByteArray WishModel::write(std::span<const std::pair<quint32, double>> weights, double bias)
{
    std::vector<LinearModel::Row> rows;
    rows.reserve(weights.size());
    for (const auto& [feature, weight] : weights)
        rows.push_back({feature, {weight}});
    return LinearModel::write(magic, {&bias, 1}, rows);
}

int WishModel::weight(quint64 hash) const
{
    const qint8* weight = m_weights.weights(hash);
    return weight ? *weight : 0;
}

double WishModel::sum(const WishText& text, std::span<const WishWord> words) const
{
    int steps = 0;
    visitWishFeatures(text, words,
                      [&](quint64 hash, WishFeature, std::size_t, std::size_t) { steps += weight(hash); });
    return m_weights.bias(0) + steps * m_weights.scale();
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
        found.push_back({QStringLiteral("%1 (%2)").arg(seen, QStringView(nameOf(kind)).toString()),
                         steps * m_weights.scale()});
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
