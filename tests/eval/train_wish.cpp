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
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <unordered_map>

using namespace relevo;
using namespace relevo::eval;

namespace {

constexpr quint64 seed = 20'260'101;
constexpr int rounds = 12;
/// A lighter weight, of two of the file's steps, is not worth its bytes.
constexpr double least = 2.5 * 4.0 / 127;
constexpr double step = 0.03;  ///< small: a large one lets the last texts seen outweigh the rest
constexpr double margin = 6.0; ///< a sum this sure teaches nothing more
constexpr int settled = 3;     ///< rounds before weights count for their mean

/// What can be tried without building anew: --set name=value.
struct Tuning
{
    double samples = 16; ///< of each pattern
    double copies = 4;   ///< of each written sentence, each hurried in its own way
    double written = 8;  ///< what a sentence weighs as it was written
    double unseen = 30;  ///< percent of the features hidden at each step, so that none is relied on alone
    double pull = 2e-5;  ///< toward zero, each time a weight is touched
    double joined = 30;  ///< percent of the texts that are also joined to another one
    double others = 1;   ///< what one weighs that is no wish
    double fewest = 3;   ///< examples that must have a feature: less than one sentence's copies
    double learners = 3; ///< whose mean it is

    bool set(const QString& assignment)
    {
        const std::map<QString, double*> names{
            {QStringLiteral("samples"), &samples},  {QStringLiteral("copies"), &copies},
            {QStringLiteral("written"), &written},  {QStringLiteral("unseen"), &unseen},
            {QStringLiteral("pull"), &pull},        {QStringLiteral("joined"), &joined},
            {QStringLiteral("others"), &others},    {QStringLiteral("fewest"), &fewest},
            {QStringLiteral("learners"), &learners}};
        const auto at = names.find(assignment.section(u'=', 0, 0));
        bool isNumber = false;
        const double value = assignment.section(u'=', 1).toDouble(&isNumber);
        if (at == names.end() || !isNumber)
            return false;
        *at->second = value;
        return true;
    }
};

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

/// What there is to learn from.
struct Lesson
{
    QString sentences;      ///< directory of the sentences and patterns
    QString data;           ///< directory of other people's text; may be empty
    Half half = Half::Both; ///< of the intents in it
    Tuning tuning = {};
    std::vector<int> without = {}; ///< kinds of evidence left out (WishFeature), to see what each is worth
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

std::vector<Text> textsOf(const Lesson& lesson, const QString& language, const QStringList& leftOut,
                          Dice& dice)
{
    const Tuning& tuning = lesson.tuning;
    std::vector<Text> texts;
    for (const Sentence& sentence : readSentences(lesson.sentences, language)) {
        if (sentence.split != Split::Train || leftOut.contains(sentence.writer))
            continue;
        texts.push_back({sentence.text, sentence.wish, tuning.written});
        for (int copy = 0; copy < tuning.copies; ++copy)
            texts.push_back({hurried(sentence.text, dice), sentence.wish, 1.0});
    }
    const Patterns patterns(
        linesOf(lesson.sentences + QStringLiteral("/wish_patterns_") + language + QStringLiteral(".txt")));
    for (const Patterns::Pattern& pattern : patterns.all()) {
        for (int sample = 0; sample < tuning.samples; ++sample)
            texts.push_back({hurried(patterns.sentence(pattern, dice), dice), pattern.wish, 1.0});
    }
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!texts[i].wish)
            others.push_back(i);
    }
    const std::size_t single = texts.size();
    for (std::size_t i = 0; i < single; ++i) {
        if (!dice.chance(static_cast<unsigned>(tuning.joined)))
            continue;
        const QString other = texts[others[dice.roll(others.size())]].text;
        const bool before = dice.chance(60);
        texts.push_back({before ? joined(other, texts[i].text, dice) : joined(texts[i].text, other, dice),
                         texts[i].wish, 0.7});
    }
    for (Text& text : texts)
        text.weight *= text.wish ? 1.0 : tuning.others;
    return texts;
}

Example exampleOf(const Text& text, const std::vector<int>& without)
{
    const assist::WishText read(text.text);
    Example example{{}, text.wish, text.weight};
    for (const std::span<const assist::WishWord> words : read.stretches()) {
        std::vector<quint32> features;
        assist::visitWishFeatures(
            read, words, [&](quint64 hash, assist::WishFeature kind, std::size_t, std::size_t) {
                if (std::find(without.begin(), without.end(), static_cast<int>(kind)) == without.end())
                    features.push_back(static_cast<quint32>(hash));
            });
        example.stretches.push_back(std::move(features));
    }
    return example;
}

/// Six lots of ten bits from each number: most of the time of learning goes into drawing what is hidden.
class Lots
{
public:
    explicit Lots(quint64 start) : m_state(start) {}
    /// Whether one of `share` in 1,024 is drawn.
    [[nodiscard]] bool drawn(quint64 share)
    {
        if (m_left == 0) {
            m_state += 0x9e3779b97f4a7c15ULL;
            m_bits = (m_state ^ (m_state >> 30)) * 0xbf58476d1ce4e5b9ULL;
            m_bits = (m_bits ^ (m_bits >> 27)) * 0x94d049bb133111ebULL;
            m_bits ^= m_bits >> 31;
            m_left = 6;
        }
        const bool is = (m_bits & 1023) < share;
        m_bits >>= 10;
        --m_left;
        return is;
    }

private:
    quint64 m_state;
    quint64 m_bits = 0;
    int m_left = 0;
};

class Learner
{
public:
    Learner(std::vector<Example> examples, const Tuning& tuning)
        : m_tuning(tuning), m_examples(std::move(examples))
    {
        number();
    }

    void learn()
    {
        Dice dice(seed + 1);
        Lots lots(seed + 2);
        std::vector<std::size_t> order(m_examples.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[dice.roll(i)]);
            double loss = 0.0;
            for (const std::size_t each : order)
                loss += learn(m_examples[each], lots);
            if (round >= settled) {
                for (std::size_t i = 0; i < m_weights.size(); ++i)
                    m_sums[i] += m_weights[i];
                m_biasSum += m_bias;
            }
            std::fprintf(stderr, "round %2d: mean loss %.4f\n", round + 1,
                         loss / static_cast<double>(m_examples.size()));
        }
    }

    /// Adds this one's share of `of` to the weights by feature; returns its share of the bias.
    double addTo(std::map<quint32, double>& weights, int of) const
    {
        for (std::size_t i = 0; i < m_weights.size(); ++i)
            weights[m_features[i]] += m_sums[i] / (rounds - settled) / of;
        return m_biasSum / (rounds - settled) / of;
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
                    if (met[feature] < m_tuning.fewest)
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
    double learn(const Example& example, Lots& lots)
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
        const auto hidden = static_cast<quint64>(10.24 * m_tuning.unseen);
        for (const quint32 feature : *best) {
            if (lots.drawn(hidden))
                continue;
            m_shown.push_back(feature);
            sum += m_weights[feature] * 100.0 / (100.0 - m_tuning.unseen);
        }
        const double toward = example.wish ? sum : -sum;
        if (toward > margin)
            return 0.0;
        const double chance = 1.0 / (1.0 + std::exp(-sum));
        const double error = ((example.wish ? 1.0 : 0.0) - chance) * example.weight;
        for (const quint32 feature : m_shown) {
            const double gradient = error - m_tuning.pull * m_weights[feature];
            m_seen[feature] += gradient * gradient;
            m_weights[feature] += step * gradient / std::sqrt(m_seen[feature]);
        }
        m_biasSeen += error * error;
        m_bias += step * error / std::sqrt(m_biasSeen);
        return std::log1p(std::exp(-toward));
    }

    Tuning m_tuning;
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

/// What one learner sees: of everything but what the writers left out wrote.
std::vector<Example> examplesOf(const Lesson& lesson, const QStringList& leftOut, Dice& dice)
{
    std::vector<Example> examples;
    for (const QString& language : languages()) {
        for (const Text& text : textsOf(lesson, language, leftOut, dice))
            examples.push_back(exampleOf(text, lesson.without));
    }
    if (!lesson.data.isEmpty()) {
        for (const Sentence& sentence : readIntents(lesson.data, lesson.half))
            examples.push_back(exampleOf({sentence.text, sentence.wish, 0.5}, lesson.without));
        for (const QString& turn : readCustomerTurns(lesson.data))
            examples.push_back(exampleOf({turn, false, 1.0}, lesson.without));
    }
    return examples;
}

/// The weights' file: the mean of several learners, each with its own slips of the keyboard and samples of
/// the patterns, because what one takes from its own alone is chance.
QByteArray learned(const Lesson& lesson, const QStringList& leftOut)
{
    std::map<quint32, double> weights;
    double bias = 0.0;
    const int learners = std::max(1, static_cast<int>(lesson.tuning.learners));
    for (int each = 0; each < learners; ++each) {
        Dice dice(seed + 100 * static_cast<quint64>(each));
        std::vector<Example> examples = examplesOf(lesson, leftOut, dice);
        std::fprintf(stderr, "%zu examples\n", examples.size());
        Learner learner(std::move(examples), lesson.tuning);
        learner.learn();
        bias += learner.addTo(weights, learners);
    }
    std::vector<std::pair<quint32, double>> kept;
    for (const auto& [feature, weight] : weights) {
        if (std::abs(weight) >= least)
            kept.emplace_back(feature, weight);
    }
    return assist::WishModel::write(kept, bias);
}

/// How well writers are understood who were not learned from: each is left out once, with others of the same
/// fold, and judged by what the rest taught. Only writers of the training split: the others stay apart.
void validate(const Lesson& lesson, int folds, bool verbose)
{
    constexpr std::array thresholds{0.3, 0.35, assist::wishThreshold, 0.45, 0.5};
    struct Count
    {
        int hits = 0;
        int missed = 0;
        int wrong = 0;
    };
    std::map<QString, std::array<Count, thresholds.size()>> counts;
    for (int fold = 0; fold < folds; ++fold) {
        QStringList leftOut;
        for (const QString& language : languages()) {
            QStringList writers;
            for (const Sentence& sentence : readSentences(lesson.sentences, language)) {
                if (sentence.split == Split::Train && !writers.contains(sentence.writer))
                    writers.push_back(sentence.writer);
            }
            for (qsizetype i = fold; i < writers.size(); i += folds)
                leftOut.push_back(writers[i]);
        }
        const auto model = assist::WishModel::read(learned(lesson, leftOut));
        for (const QString& language : languages()) {
            for (const Sentence& sentence : readSentences(lesson.sentences, language)) {
                if (sentence.split != Split::Train || !leftOut.contains(sentence.writer))
                    continue;
                const double score = model->score(sentence.text);
                for (std::size_t i = 0; i < thresholds.size(); ++i) {
                    Count& count = counts[language][i];
                    const bool found = score >= thresholds[i];
                    ++(sentence.wish ? (found ? count.hits : count.missed) : count.wrong);
                    if (!sentence.wish && !found)
                        --count.wrong;
                }
                if (verbose && (score >= assist::wishThreshold) != sentence.wish)
                    std::printf("    %s %.2f [%s %s] %s\n", sentence.wish ? "MISSED" : "WRONG ", score,
                                qUtf8Printable(language), qUtf8Printable(sentence.writer),
                                qUtf8Printable(sentence.text));
            }
        }
    }
    for (const auto& [language, all] : counts) {
        for (std::size_t i = 0; i < thresholds.size(); ++i)
            std::printf("%s from %.2f on: precision %.4f  recall %.4f  (%d wishes, %d missed, %d wrong)\n",
                        qUtf8Printable(language), thresholds[i],
                        double(all[i].hits) / std::max(1, all[i].hits + all[i].wrong),
                        double(all[i].hits) / std::max(1, all[i].hits + all[i].missed),
                        all[i].hits + all[i].missed, all[i].missed, all[i].wrong);
    }
}

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
    const QCommandLineOption folds(
        QStringLiteral("folds"),
        QStringLiteral("Writes nothing: tells how well writers left out are understood."),
        QStringLiteral("count"));
    const QCommandLineOption without(
        QStringLiteral("without"),
        QStringLiteral("Leaves out a kind of evidence, by its number in WishFeature."),
        QStringLiteral("kind"));
    const QCommandLineOption verbose(QStringLiteral("verbose"));
    const QCommandLineOption tuned(QStringLiteral("set"), QStringLiteral("Tries another value of a tuning."),
                                   QStringLiteral("name=value"));
    const QCommandLineOption half(QStringLiteral("half"),
                                  QStringLiteral("Learns from one half of the intents only."),
                                  QStringLiteral("first|second"));
    parser.addOptions({sentences, data, half, output, folds, without, tuned, verbose});
    parser.addHelpOption();
    parser.process(app);

    Lesson lesson{parser.value(sentences), parser.value(data), halfOf(parser.value(half))};
    for (const QString& kind : parser.values(without))
        lesson.without.push_back(kind.toInt());
    for (const QString& assignment : parser.values(tuned)) {
        if (!lesson.tuning.set(assignment)) {
            std::fprintf(stderr, "There is nothing to set in \"%s\".\n", qUtf8Printable(assignment));
            return 2;
        }
    }

    if (parser.isSet(folds)) {
        validate(lesson, std::max(2, parser.value(folds).toInt()), parser.isSet(verbose));
        return 0;
    }
    const QByteArray file = learned(lesson, {});
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
