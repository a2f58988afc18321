// Learns the weights of the wish for a human: logistic regression, L2, by stochastic gradient descent with a
// step of its own for each weight. One thread, one seed: the same data give the same file.
#include "patterns.h"
#include "wish_data.h"

#include <assist/wish.h>
#include <assist/wish_features.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unordered_map>

using namespace relevo;
using namespace relevo::eval;

namespace {

constexpr quint64 seed = 20'260'101;
constexpr int rounds = 12;
constexpr int samplesOfPattern = 80;
constexpr int hurriedCopies = 5; ///< of each written sentence
constexpr int fewest = 30;       ///< examples that must have a feature
constexpr double step = 0.12;
constexpr double pull = 2e-5;  ///< toward zero, each time a weight is touched
constexpr double margin = 6.0; ///< a sum this sure teaches nothing more
constexpr unsigned unseen =
    40;                    ///< percent of the features hidden at each step, so that none is relied on alone
constexpr int settled = 3; ///< rounds before weights count for their mean

/// The features of the stretches of one text.
struct Example
{
    std::vector<std::vector<quint32>> stretches;
    bool wish = false;
    double weight = 1.0;
};

struct Text
{
    QString text;
    bool wish = false;
    double weight = 1.0;
};

/// Two messages in one, as people write what happened and what they want in one go.
QString joined(const QString& first, const QString& second, Dice& dice)
{
    static const QStringList between{QStringLiteral(". "), QStringLiteral(", "), QStringLiteral(" "),
                                     QStringLiteral("! "), QStringLiteral("? "), QStringLiteral("; "),
                                     QStringLiteral(" - ")};
    return first + between[static_cast<qsizetype>(dice.roll(static_cast<std::size_t>(between.size())))] +
           second;
}

std::vector<Text> textsOf(const QString& directory, const QString& language, Dice& dice)
{
    std::vector<Text> texts;
    for (const Sentence& sentence : readSentences(directory, language)) {
        if (sentence.split != Split::Train)
            continue;
        texts.push_back({sentence.text, sentence.wish, 2.0});
        for (int copy = 0; copy < hurriedCopies; ++copy)
            texts.push_back({hurried(sentence.text, dice), sentence.wish, 1.0});
    }
    const Patterns patterns(
        linesOf(directory + QStringLiteral("/wish_patterns_") + language + QStringLiteral(".txt")));
    for (const Patterns::Pattern& pattern : patterns.all()) {
        for (int sample = 0; sample < samplesOfPattern; ++sample)
            texts.push_back({hurried(patterns.sentence(pattern, dice), dice), pattern.wish, 1.0});
    }
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!texts[i].wish)
            others.push_back(i);
    }
    const std::size_t single = texts.size();
    for (std::size_t i = 0; i < single; ++i) {
        if (!dice.chance(30))
            continue;
        const QString other = texts[others[dice.roll(others.size())]].text;
        const bool before = dice.chance(60);
        texts.push_back({before ? joined(other, texts[i].text, dice) : joined(texts[i].text, other, dice),
                         texts[i].wish, 0.7});
    }
    return texts;
}

Example exampleOf(const Text& text)
{
    const assist::WishText read(text.text);
    Example example{{}, text.wish, text.weight};
    for (const std::span<const assist::WishWord> words : read.stretches()) {
        std::vector<quint32> features;
        assist::visitWishFeatures(read, words,
                                  [&](quint64 hash, assist::WishFeature, std::size_t, std::size_t) {
                                      features.push_back(static_cast<quint32>(hash));
                                  });
        example.stretches.push_back(std::move(features));
    }
    return example;
}

class Learner
{
public:
    explicit Learner(std::vector<Example> examples) : m_examples(std::move(examples)) { number(); }

    void learn()
    {
        Dice dice(seed + 1);
        std::vector<std::size_t> order(m_examples.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[dice.roll(i)]);
            double loss = 0.0;
            for (const std::size_t each : order)
                loss += learn(m_examples[each], dice);
            if (round >= settled) {
                for (std::size_t i = 0; i < m_weights.size(); ++i)
                    m_sums[i] += m_weights[i];
                m_biasSum += m_bias;
            }
            std::fprintf(stderr, "round %2d: mean loss %.4f\n", round + 1,
                         loss / static_cast<double>(m_examples.size()));
        }
    }

    [[nodiscard]] QByteArray file() const
    {
        std::vector<std::pair<quint32, double>> weights;
        for (std::size_t i = 0; i < m_weights.size(); ++i)
            weights.emplace_back(m_features[i], m_sums[i] / (rounds - settled));
        std::sort(weights.begin(), weights.end());
        return assist::WishModel::write(weights, m_biasSum / (rounds - settled));
    }

private:
    /// Gives each feature that is met often enough a number and forgets the rest.
    void number()
    {
        std::unordered_map<quint32, int> met;
        for (const Example& example : m_examples) {
            std::vector<quint32> all;
            for (const auto& stretch : example.stretches)
                all.insert(all.end(), stretch.begin(), stretch.end());
            std::sort(all.begin(), all.end());
            all.erase(std::unique(all.begin(), all.end()), all.end());
            for (const quint32 feature : all)
                ++met[feature];
        }
        std::unordered_map<quint32, quint32> numbers;
        for (Example& example : m_examples) {
            for (auto& stretch : example.stretches) {
                std::vector<quint32> kept;
                for (const quint32 feature : stretch) {
                    if (met[feature] < fewest)
                        continue;
                    const auto [at, isNew] =
                        numbers.try_emplace(feature, static_cast<quint32>(m_features.size()));
                    if (isNew)
                        m_features.push_back(feature);
                    kept.push_back(at->second);
                }
                stretch = std::move(kept);
            }
        }
        m_weights.assign(m_features.size(), 0.0);
        m_sums.assign(m_features.size(), 0.0);
        m_seen.assign(m_features.size(), 1e-2);
    }

    /// One step on the stretch that decides, the best one, as it does when the model is used.
    double learn(const Example& example, Dice& dice)
    {
        const std::vector<quint32>* best = nullptr;
        double highest = 0.0;
        for (const auto& stretch : example.stretches) {
            double sum = m_bias;
            for (const quint32 feature : stretch)
                sum += m_weights[feature];
            if (!best || sum > highest) {
                best = &stretch;
                highest = sum;
            }
        }
        if (!best)
            return 0.0;
        m_shown.clear();
        double sum = m_bias;
        for (const quint32 feature : *best) {
            if (dice.chance(unseen))
                continue;
            m_shown.push_back(feature);
            sum += m_weights[feature] * 100.0 / (100.0 - unseen);
        }
        const double toward = example.wish ? sum : -sum;
        if (toward > margin)
            return 0.0;
        const double chance = 1.0 / (1.0 + std::exp(-sum));
        const double error = ((example.wish ? 1.0 : 0.0) - chance) * example.weight;
        for (const quint32 feature : m_shown) {
            const double gradient = error - pull * m_weights[feature];
            m_seen[feature] += gradient * gradient;
            m_weights[feature] += step * gradient / std::sqrt(m_seen[feature]);
        }
        m_biasSeen += error * error;
        m_bias += step * error / std::sqrt(m_biasSeen);
        return std::log1p(std::exp(-toward));
    }

    std::vector<quint32> m_shown; ///< the features not hidden in this step
    std::vector<Example> m_examples;
    std::vector<quint32> m_features;
    std::vector<double> m_weights;
    std::vector<double> m_sums; ///< of the weights after each settled round
    std::vector<double> m_seen;
    double m_bias = -1.0;
    double m_biasSum = 0.0;
    double m_biasSeen = 1.0;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption sentences(QStringLiteral("sentences"), QString(), QStringLiteral("dir"),
                                       QStringLiteral(RELEVO_EVAL_DATA));
    const QCommandLineOption data(QStringLiteral("data"), QString(), QStringLiteral("dir"));
    const QCommandLineOption output(QStringLiteral("output"), QString(), QStringLiteral("file"),
                                    QStringLiteral(RELEVO_WISH_FILE));
    parser.addOptions({sentences, data, output});
    parser.addHelpOption();
    parser.process(app);

    Dice dice(seed);
    std::vector<Example> examples;
    std::size_t wishes = 0;
    const auto add = [&](const Text& text) {
        examples.push_back(exampleOf(text));
        wishes += text.wish ? 1 : 0;
    };
    for (const QString& language : languages()) {
        for (const Text& text : textsOf(parser.value(sentences), language, dice))
            add(text);
    }
    if (parser.isSet(data)) {
        for (const Sentence& sentence : readIntents(parser.value(data)))
            add({sentence.text, sentence.wish, 0.5});
        for (const QString& turn : readCustomerTurns(parser.value(data)))
            add({turn, false, 1.0});
    }
    std::fprintf(stderr, "%zu examples, %zu of them wishes\n", examples.size(), wishes);
    Learner learner(std::move(examples));
    learner.learn();
    const QByteArray file = learner.file();
    QFile written(parser.value(output));
    if (!written.open(QIODevice::WriteOnly) || written.write(file) != file.size()) {
        std::fprintf(stderr, "%s: %s\n", qUtf8Printable(written.fileName()),
                     qUtf8Printable(written.errorString()));
        return 2;
    }
    std::fprintf(stderr, "%s: %lld bytes\n", qUtf8Printable(written.fileName()),
                 static_cast<long long>(file.size()));
    return 0;
}
