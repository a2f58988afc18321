// How well the wish for a human is found, in figures: on sentences that were never learned from, and on a
// directory of other people's data.
#include "wish_data.h"

#include <assist/triggers.h>
#include <assist/wish.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>

#include <algorithm>
#include <cstdio>

using namespace relevo;
using namespace relevo::eval;

namespace {

struct Count
{
    int hits = 0;
    int missed = 0;
    int wrong = 0;
    int rest = 0;

    void add(bool wish, bool found) { ++(wish ? (found ? hits : missed) : (found ? wrong : rest)); }
    [[nodiscard]] double precision() const { return hits + wrong > 0 ? double(hits) / (hits + wrong) : 1.0; }
    [[nodiscard]] double recall() const { return hits + missed > 0 ? double(hits) / (hits + missed) : 1.0; }
    [[nodiscard]] double f1() const
    {
        const double sum = precision() + recall();
        return sum > 0.0 ? 2.0 * precision() * recall() / sum : 0.0;
    }
    void print(const char* name) const
    {
        std::printf(
            "  %-22s precision %.4f  recall %.4f  F1 %.4f   (%d wishes, %d others, %d missed, %d wrong)\n",
            name, precision(), recall(), f1(), hits + missed, wrong + rest, missed, wrong);
    }
};

/// What a plain list of keywords makes of it.
bool keywordIn(const QString& text)
{
    static const QStringList keywords = domain::Settings{}.escalationKeywords;
    return std::any_of(keywords.begin(), keywords.end(), [&text](const QString& keyword) {
        return text.contains(keyword, Qt::CaseInsensitive);
    });
}

class Evaluation
{
public:
    explicit Evaluation(const assist::WishModel& model) : m_model(model) {}

    void run(const QString& name, const std::vector<Sentence>& sentences, bool verbose) const
    {
        Count found;
        Count keywords;
        std::vector<std::pair<double, const Sentence*>> faults;
        QElapsedTimer timer;
        timer.start();
        for (const Sentence& sentence : sentences) {
            const double score = m_model.score(sentence.text);
            found.add(sentence.wish, score >= assist::wishThreshold);
            if ((score >= assist::wishThreshold) != sentence.wish)
                faults.emplace_back(sentence.wish ? score : 1.0 - score, &sentence);
        }
        const double micros =
            double(timer.nsecsElapsed()) / 1000.0 / double(std::max<std::size_t>(1, sentences.size()));
        for (const Sentence& sentence : sentences)
            keywords.add(sentence.wish, keywordIn(sentence.text));
        std::printf("%s (%.1f us a message)\n", qUtf8Printable(name), micros);
        found.print("wish");
        keywords.print("keywords alone");
        if (verbose)
            print(std::move(faults));
    }

private:
    void print(std::vector<std::pair<double, const Sentence*>> faults) const
    {
        std::stable_sort(faults.begin(), faults.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [certainty, sentence] : faults) {
            std::printf("    %s %.2f [%s] %s\n", sentence->wish ? "MISSED" : "WRONG ",
                        sentence->wish ? certainty : 1.0 - certainty, qUtf8Printable(sentence->writer),
                        qUtf8Printable(sentence->text));
            for (const assist::WishEvidence& each : m_model.evidence(sentence->text, 5))
                std::printf("             %+.2f %s\n", each.weight, qUtf8Printable(each.seen));
        }
    }

    const assist::WishModel& m_model;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption sentences(QStringLiteral("sentences"), QString(), QStringLiteral("dir"),
                                       QStringLiteral(RELEVO_EVAL_DATA));
    const QCommandLineOption data(QStringLiteral("data"), QString(), QStringLiteral("dir"));
    const QCommandLineOption weights(QStringLiteral("weights"), QString(), QStringLiteral("file"));
    const QCommandLineOption verbose(QStringLiteral("verbose"));
    const QCommandLineOption half(QStringLiteral("half"),
                                  QStringLiteral("Judges one half of the intents, and nothing else."),
                                  QStringLiteral("first|second"));
    parser.addOptions({sentences, data, half, weights, verbose});
    parser.addHelpOption();
    parser.process(app);

    std::optional<assist::WishModel> other;
    if (parser.isSet(weights)) {
        QFile file(parser.value(weights));
        if (file.open(QIODevice::ReadOnly))
            other = assist::WishModel::read(file.readAll());
        if (!other) {
            std::fprintf(stderr, "%s is no file of weights.\n", qUtf8Printable(file.fileName()));
            return 2;
        }
    }
    const assist::WishModel& model = other ? *other : assist::builtInWishModel();
    std::printf("%zu features\n", model.size());
    const Evaluation evaluation(model);
    if (parser.isSet(half)) {
        evaluation.run(QStringLiteral("intents, the %1 half").arg(parser.value(half)),
                       readIntents(parser.value(data), halfOf(parser.value(half))), parser.isSet(verbose));
        return 0;
    }
    for (const auto& [split, name] :
         {std::pair{Split::Train, ", learned from"},
          std::pair{Split::Held, ", never learned from, faults read"},
          std::pair{Split::Fresh, ", never learned from, faults never read"},
          std::pair{Split::Fresh2, ", never learned from, faults never read, later writers"},
          std::pair{Split::Fresh3, ", never learned from, faults never read, yet later writers"},
          std::pair{Split::Fresh4, ", never learned from, faults never read, latest writers"},
          std::pair{Split::Fresh5, ", never learned from, faults never read, ordinary chat"},
          std::pair{Split::Fresh6, ", never learned from, faults never read, many trades"},
          std::pair{Split::Fresh7, ", never learned from, faults never read, other hands"},
          std::pair{Split::Fresh8, ", never learned from, faults never read, as people write"},
          std::pair{Split::Fresh9, ", never learned from, faults never read, as another hand writes"},
          std::pair{Split::Fresh10, ", never learned from, faults never read, as a third hand writes"},
          std::pair{Split::Fresh11, ", never learned from, faults never read, sealed to the end"}}) {
        for (const QString& language : languages()) {
            std::vector<Sentence> chosen = readSentences(parser.value(sentences), language);
            std::erase_if(chosen, [split = split](const Sentence& each) { return each.split != split; });
            if (chosen.empty())
                continue; // not every hand writes every language
            // What is told wrong of the fresh ones stays unread: they must not choose words.
            evaluation.run(language + QLatin1String(name), chosen,
                           parser.isSet(verbose) && (split == Split::Train || split == Split::Held));
        }
    }
    if (parser.isSet(data)) {
        evaluation.run(QStringLiteral("intents"), readIntents(parser.value(data)), parser.isSet(verbose));
        std::vector<Sentence> turns;
        for (const QString& turn : readCustomerTurns(parser.value(data)))
            turns.push_back({turn, false, QStringLiteral("customer"), Split::Train});
        evaluation.run(QStringLiteral("customers' turns without a wish"), turns, parser.isSet(verbose));
    }
    return 0;
}
