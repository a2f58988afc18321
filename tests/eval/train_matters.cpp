// Learns the weights of the sensitive matters, of urgency and of complaints of the bot (learner.h, a class
// for each matter). The same data give the same file.
#include "learner.h"
#include "matter_data.h"
#include "patterns.h"
#include "training.h"
#include "wish_data.h"

#include <assist/matter_model.h>
#include <assist/triggers_matters.h>

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

using namespace relevo;
using namespace relevo::eval;

namespace {

constexpr quint64 seed = 20'260'102;
constexpr double least = 0.035; ///< of the heaviest of a feature's weights; lighter ones are not worth it
constexpr quint32 none = 1U << assist::matterCount;

/// What can be tried without building anew: --set name=value.
struct Tuning
{
    double copies = 3;   ///< of each sentence, each hurried in its own way
    double written = 3;  ///< what a sentence weighs as it was written
    double joined = 40;  ///< percent of the texts that are also joined to one that is about nothing
    double chat = 0.15;  ///< what one of the sentences weighs that taught what is no wish for a human
    double business = 1; ///< what one of other people's requests weighs
    double turns = 1;    ///< what one of other people's messages weighs in which no rule sees a matter
    double learners = 7; ///< whose mean it is
    Pace pace = {.step = 0.1, .unseen = 30, .fewest = 16};

    bool set(const QString& assignment)
    {
        const std::map<QString, double*> names{
            {QStringLiteral("copies"), &copies},     {QStringLiteral("written"), &written},
            {QStringLiteral("joined"), &joined},     {QStringLiteral("turns"), &turns},
            {QStringLiteral("business"), &business}, {QStringLiteral("chat"), &chat},
            {QStringLiteral("learners"), &learners}, {QStringLiteral("unseen"), &pace.unseen},
            {QStringLiteral("pull"), &pace.pull},    {QStringLiteral("fewest"), &pace.fewest},
            {QStringLiteral("step"), &pace.step},    {QStringLiteral("margin"), &pace.margin}};
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
    quint32 right = none;
    double weight = 1.0;
};

/// What there is to learn from.
struct Lesson
{
    QString sentences;       ///< directory of the sentences
    QString data;            ///< directory of other people's requests; may be empty
    Half half = Half::First; ///< of them
    Tuning tuning = {};
};

std::vector<Text> textsOf(const Lesson& lesson, const QString& language, const QStringList& leftOut,
                          Dice& dice)
{
    const Tuning& tuning = lesson.tuning;
    std::vector<Text> texts;
    std::vector<QString> others;
    for (const MatterSentence& sentence : readMatters(lesson.sentences, language)) {
        if (!isLearnedFrom(sentence) || leftOut.contains(sentence.writer))
            continue;
        if (sentence.right == none)
            others.push_back(sentence.text);
        texts.push_back({sentence.text, sentence.right, tuning.written});
        for (int copy = 0; copy < tuning.copies; ++copy)
            texts.push_back({hurried(sentence.text, dice), sentence.right, 1.0});
    }
    const std::size_t single = texts.size();
    for (std::size_t i = 0; i < single; ++i) {
        if (!dice.chance(static_cast<unsigned>(tuning.joined)))
            continue;
        const QString other = others[dice.roll(others.size())];
        const bool before = dice.chance(60);
        texts.push_back({before ? joined(other, texts[i].text, dice) : joined(texts[i].text, other, dice),
                         texts[i].right, 0.7});
    }
    return texts;
}

Example exampleOf(const Text& text)
{
    const assist::WishText read(text.text);
    const assist::MatterText words(read);
    Example example{{}, text.right, text.weight};
    for (const auto& [from, to] : assist::matterParts(words.words().size())) {
        const assist::MatterFeatures features = assist::matterFeatures(words, from, to);
        example.stretches.emplace_back(features.begin(), features.end());
    }
    return example;
}

/// Whether a rule sees a matter in it, if only a hint of one.
bool isKnown(const QString& text)
{
    const assist::WishText read(text);
    const assist::MatterText words(read);
    return assist::sensitiveMatter(words) || assist::urgency(words) || assist::complaintOfBot(words);
}

/// What one learner sees: of everything but what the writers left out wrote.
std::vector<Example> examplesOf(const Lesson& lesson, const QStringList& leftOut, Dice& dice)
{
    std::vector<Example> examples;
    for (const QString& language : languages()) {
        for (const Text& text : textsOf(lesson, language, leftOut, dice))
            examples.push_back(exampleOf(text));
        // Nobody noted whether these are another matter: those count that no rule knows for one.
        for (const Sentence& sentence : readSentences(lesson.sentences, language)) {
            if (lesson.tuning.chat > 0 && sentence.split == Split::Train && !sentence.wish &&
                !isKnown(sentence.text))
                examples.push_back(exampleOf({sentence.text, none, lesson.tuning.chat}));
        }
    }
    if (!lesson.data.isEmpty()) {
        for (const Sentence& sentence : readBusiness(lesson.data, lesson.half))
            examples.push_back(exampleOf({sentence.text, none, lesson.tuning.business}));
        for (const QString& turn : readTurns(lesson.data, lesson.half)) {
            if (!isKnown(turn))
                examples.push_back(exampleOf({turn, none, lesson.tuning.turns}));
        }
    }
    return examples;
}

/// The weights' file: the mean of several learners, each with its own slips of the keyboard.
QByteArray learned(const Lesson& lesson, const QStringList& leftOut)
{
    std::map<quint32, std::vector<double>> weights;
    std::vector<double> biases;
    const int learners = std::max(1, static_cast<int>(lesson.tuning.learners));
    for (int each = 0; each < learners; ++each) {
        Dice dice(seed + 100 * static_cast<quint64>(each));
        std::vector<Example> examples = examplesOf(lesson, leftOut, dice);
        std::fprintf(stderr, "%zu examples\n", examples.size());
        Learner learner(std::move(examples), assist::matterCount, lesson.tuning.pace);
        learner.learn();
        learner.addTo(weights, biases, learners);
    }
    std::vector<assist::LinearModel::Row> kept;
    for (const auto& [feature, row] : weights) {
        if (std::any_of(row.begin(), row.end(), [](double weight) { return std::abs(weight) >= least; }))
            kept.emplace_back(feature, row);
    }
    return assist::MatterModel::write(biases, kept);
}

QStringList writersOf(const Lesson& lesson)
{
    QStringList writers;
    for (const QString& language : languages()) {
        for (const MatterSentence& sentence : readMatters(lesson.sentences, language)) {
            if (isLearnedFrom(sentence) && !sentence.writer.isEmpty() && !writers.contains(sentence.writer))
                writers.push_back(sentence.writer);
        }
    }
    return writers;
}

double scoreOf(const std::optional<domain::Trigger>& trigger)
{
    return trigger ? trigger->score : 0.0;
}

void dump(const char* fold, const QString& language, const MatterSentence& sentence,
          const assist::MatterModel& model)
{
    const assist::WishText read(sentence.text);
    const assist::MatterText words(read);
    std::printf("%s\t%s\t%s\t%s\t%u\t%.2f\t%.2f\t%.2f", fold, qUtf8Printable(language),
                qUtf8Printable(sentence.writer), qUtf8Printable(sentence.kind), sentence.right,
                scoreOf(assist::sensitiveMatter(words)), scoreOf(assist::urgency(words)),
                scoreOf(assist::complaintOfBot(words)));
    for (const double chance : model.chances(words))
        std::printf("\t%.4f", chance);
    std::printf("\t%s\n", qUtf8Printable(sentence.text.simplified()));
}

/// How well writers are understood who were not learned from: each is left out once, with others of the same
/// fold, and judged by what the rest taught. Only writers of the training split: the others stay apart.
void validate(const Lesson& lesson, int folds)
{
    const QStringList writers = writersOf(lesson);
    for (int fold = 0; fold < folds; ++fold) {
        QStringList leftOut;
        for (qsizetype i = fold; i < writers.size(); i += folds)
            leftOut.push_back(writers[i]);
        const auto model = assist::MatterModel::read(learned(lesson, leftOut));
        std::fprintf(stderr, "%zu features\n", model->size());
        for (const QString& language : languages()) {
            for (const MatterSentence& sentence : readMatters(lesson.sentences, language)) {
                if (isLearnedFrom(sentence) && leftOut.contains(sentence.writer))
                    dump("out", language, sentence, *model);
            }
        }
        if (fold > 0 || lesson.data.isEmpty())
            continue;
        const Half other = lesson.half == Half::First ? Half::Second : Half::First;
        for (const Sentence& sentence : readBusiness(lesson.data, other))
            dump("business", QStringLiteral("en"),
                 {sentence.text, QStringLiteral("none"), none, sentence.writer, {}}, *model);
        for (const QString& turn : readTurns(lesson.data, other))
            dump("turn", QStringLiteral("en"), {turn, QStringLiteral("none"), none, {}, {}}, *model);
    }
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const Training training(QStringLiteral(RELEVO_EVAL_DATA), QStringLiteral(RELEVO_MATTERS_FILE));
    Lesson lesson{training.sentences(), training.data()};
    if (!training.tune([&lesson](const QString& assignment) { return lesson.tuning.set(assignment); }))
        return 2;
    if (const std::optional<int> folds = training.folds()) {
        validate(lesson, *folds);
        return 0;
    }
    return training.write(learned(lesson, {}));
}
