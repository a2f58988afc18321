#include "eval_sentiment_set.h"

#include <assist/sentiment.h>

#include <QtCore/QElapsedTimer>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>

// How well and how fast customers' frustration is told: eval_sentiment [--errors], which lists what is told
// wrong of the writers that are for tuning; those held out stay unread.

using namespace relevo;

namespace {

constexpr std::array<const char*, 3> labels{"frustrated", "neutral", "happy"};

std::size_t indexOf(const QString& label)
{
    const auto found = std::find_if(labels.begin(), labels.end(),
                                    [&](const char* each) { return label == QLatin1String(each); });
    return static_cast<std::size_t>(found - labels.begin());
}

double ratio(int part, int whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / whole;
}

/// Precision and recall of "frustrated" from a score on.
struct Threshold
{
    double from;
    int both = 0;
    int told = 0;
    int meant = 0;

    void add(double score, double frustration)
    {
        told += score >= from ? 1 : 0;
        meant += frustration > from - 0.05 ? 1 : 0;
        both += score >= from && frustration > from - 0.05 ? 1 : 0;
    }
};

class Tally
{
public:
    void add(const eval::FeelingText& text, const assist::Sentiment& told)
    {
        ++m_count;
        ++m_table[indexOf(text.label)][indexOf(told.label)];
        m_off += std::abs(told.score - text.frustration);
        m_half.add(told.score, text.frustration);
        m_usual.add(told.score, text.frustration);
    }

    void print(const char* name) const
    {
        int right = 0;
        double f1 = 0;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            int told = 0;
            int meant = 0;
            for (std::size_t j = 0; j < labels.size(); ++j) {
                told += m_table[j][i];
                meant += m_table[i][j];
            }
            right += m_table[i][i];
            f1 += ratio(2 * m_table[i][i], told + meant) / static_cast<double>(labels.size());
        }
        std::printf("%-8s %5d  accuracy %.3f  macro-F1 %.3f  MAE %.3f  at 0.5: P %.3f R %.3f  at 0.7: P %.3f "
                    "R %.3f\n",
                    name, m_count, ratio(right, m_count), f1, m_count == 0 ? 0.0 : m_off / m_count,
                    ratio(m_half.both, m_half.told), ratio(m_half.both, m_half.meant),
                    ratio(m_usual.both, m_usual.told), ratio(m_usual.both, m_usual.meant));
    }

private:
    std::array<std::array<int, 3>, 3> m_table{}; ///< [meant][told]
    int m_count = 0;
    double m_off = 0;
    Threshold m_half{0.5};
    Threshold m_usual{0.7};
};

double microseconds(const std::vector<eval::FeelingText>& texts)
{
    constexpr int rounds = 100;
    double sum = 0;
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < rounds; ++round) {
        for (const eval::FeelingText& text : texts)
            sum += assist::sentimentOf(text.text).score;
    }
    const double each =
        static_cast<double>(timer.nsecsElapsed()) / 1'000.0 / rounds / static_cast<double>(texts.size());
    return sum < 0 ? 0.0 : each;
}

} // namespace

int main(int argc, char** argv)
{
    const bool errors = argc > 1 && std::strcmp(argv[1], "--errors") == 0;
    std::array<Tally, 2> all;
    for (const char* language : {"en", "es", "pt"}) {
        const std::vector<eval::FeelingText> texts = eval::feelingTexts(
            QStringLiteral(RELEVO_EVAL_DATA "/sentiment_%1.tsv").arg(QLatin1String(language)));
        if (texts.empty()) {
            std::fprintf(stderr, "no texts for %s\n", language);
            return 1;
        }
        std::array<Tally, 2> tallies;
        for (const eval::FeelingText& text : texts) {
            const assist::Sentiment told = assist::sentimentOf(text.text);
            tallies[text.heldOut ? 1 : 0].add(text, told);
            all[text.heldOut ? 1 : 0].add(text, told);
            if (errors && !text.heldOut &&
                (told.label != text.label || std::abs(told.score - text.frustration) > 0.25))
                std::printf("  %-10s %.2f, meant %-10s %.1f: %s\n", qPrintable(told.label), told.score,
                            qPrintable(text.label), text.frustration, qPrintable(text.text));
        }
        tallies[0].print(qPrintable(QLatin1String(language) + QLatin1String(" tune")));
        tallies[1].print(qPrintable(QLatin1String(language) + QLatin1String(" held")));
        std::printf("%-8s %.2f us a message\n", language, microseconds(texts));
    }
    all[0].print("all tune");
    all[1].print("all held");
    return 0;
}
