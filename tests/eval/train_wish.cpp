// Learns the weights of the wish for a human (learner.h, with one class). The same data give the same file.
#include "learner.h"
#include "patterns.h"
#include "training.h"
#include "wish_data.h"

#include <assist/wish.h>
#include <assist/wish_features.h>

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>

using namespace relevo;
using namespace relevo::eval;

namespace {

constexpr quint64 seed = 20'260'101;
/// A lighter weight, of two of the file's steps, is not worth its bytes.
constexpr double least = 2.5 * 4.0 / 127;

/// What can be tried without building anew: --set name=value.
struct Tuning
{
    double samples = 16;                     ///< of each pattern
    double copies = 4;                       ///< of each written sentence, each hurried in its own way
    double written = 8;                      ///< what a sentence weighs as it was written
    double joined = 30;                      ///< percent of the texts that are also joined to another one
    double others = 1;                       ///< what one weighs that is no wish
    double learners = 3;                     ///< whose mean it is
    Pace pace = {.unseen = 30, .fewest = 3}; ///< met in fewer examples than one sentence has copies

    bool set(const QString& assignment)
    {
        const std::map<QString, double*> names{
            {QStringLiteral("samples"), &samples},  {QStringLiteral("copies"), &copies},
            {QStringLiteral("written"), &written},  {QStringLiteral("unseen"), &pace.unseen},
            {QStringLiteral("pull"), &pace.pull},   {QStringLiteral("joined"), &joined},
            {QStringLiteral("others"), &others},    {QStringLiteral("fewest"), &pace.fewest},
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
    Example example{{}, text.wish ? 1U : 2U, text.weight};
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
    std::map<quint32, std::vector<double>> weights;
    std::vector<double> bias;
    const int learners = std::max(1, static_cast<int>(lesson.tuning.learners));
    for (int each = 0; each < learners; ++each) {
        Dice dice(seed + 100 * static_cast<quint64>(each));
        std::vector<Example> examples = examplesOf(lesson, leftOut, dice);
        std::fprintf(stderr, "%zu examples\n", examples.size());
        Learner learner(std::move(examples), 1, lesson.tuning.pace);
        learner.learn();
        learner.addTo(weights, bias, learners);
    }
    std::vector<std::pair<quint32, double>> kept;
    for (const auto& [feature, weight] : weights) {
        if (std::abs(weight[0]) >= least)
            kept.emplace_back(feature, weight[0]);
    }
    return assist::WishModel::write(kept, bias[0]);
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
    const QCommandLineOption without(
        QStringLiteral("without"),
        QStringLiteral("Leaves out a kind of evidence, by its number in WishFeature."),
        QStringLiteral("kind"));
    const QCommandLineOption verbose(QStringLiteral("verbose"));
    const QCommandLineOption half(QStringLiteral("half"),
                                  QStringLiteral("Learns from one half of the intents only."),
                                  QStringLiteral("first|second"));
    const Training training(QStringLiteral(RELEVO_EVAL_DATA), QStringLiteral(RELEVO_WISH_FILE),
                            {without, verbose, half});
    const QCommandLineParser& options = training.options();
    Lesson lesson{training.sentences(), training.data(), halfOf(options.value(half))};
    for (const QString& kind : options.values(without))
        lesson.without.push_back(kind.toInt());
    if (!training.tune([&lesson](const QString& assignment) { return lesson.tuning.set(assignment); }))
        return 2;
    if (const std::optional<int> folds = training.folds()) {
        validate(lesson, *folds, options.isSet(verbose));
        return 0;
    }
    return training.write(learned(lesson, {}));
}
