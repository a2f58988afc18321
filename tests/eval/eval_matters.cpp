// How well the kinds of trigger beside the wish for a human are told, and how often daily business is taken
// for one of them. "--errors" lists what is told wrong of the texts that are for tuning, "--data" names a
// directory of other people's daily business, "--lines" a file whose lines are told one by one, and why;
// "--rules" judges by the rules alone, "--weights" by those of another file.
#include "matter_data.h"
#include "wish_data.h"

#include <assist/matters.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>

#include <array>
#include <cstdio>
#include <cstring>

using namespace relevo;
using namespace relevo::eval;

namespace {

constexpr std::array<const char*, 4> kinds{"sensitive", "urgent", "failure", "none"};

const char* nameOf(const char* split)
{
    return std::strcmp(split, "tune") == 0      ? "chosen words by, and learned from"
           : std::strcmp(split, "fresh") == 0   ? "fresh once, faults never read"
           : std::strcmp(split, "fresh2") == 0  ? "fresh, harder, faults never read"
           : std::strcmp(split, "fresh3") == 0  ? "fresh, the latest, faults never read"
           : std::strcmp(split, "open") == 0    ? "writers who knew nothing of the words, learned from"
           : std::strcmp(split, "more") == 0    ? "written where others were misunderstood, learned from"
           : std::strcmp(split, "sealed") == 0  ? "such writers, sealed"
           : std::strcmp(split, "sealed2") == 0 ? "writers who wrote as people do, sealed"
                                                : "ordinary days, learned from";
}

/// Who judges.
struct Judge
{
    const assist::MatterModel* model = nullptr; ///< null: the rules alone

    /// What a text alone hands off for, in the order of Triggers::find(); null where it does not.
    [[nodiscard]] std::optional<domain::Trigger> trigger(const QString& text) const
    {
        const assist::WishText read(text);
        const assist::MatterText words(read);
        assist::Matters matters(read, model ? *model : assist::builtInMatterModel());
        for (const domain::TriggerType type :
             {domain::TriggerType::Sensitive, domain::TriggerType::Urgent, domain::TriggerType::Failure}) {
            const bool sensitive = type == domain::TriggerType::Sensitive;
            const bool urgent = type == domain::TriggerType::Urgent;
            std::optional<domain::Trigger> found = model ? (sensitive ? matters.sensitive()
                                                            : urgent  ? matters.urgent()
                                                                      : matters.complaint())
                                                         : (sensitive ? assist::sensitiveMatter(words)
                                                            : urgent  ? assist::urgency(words)
                                                                      : assist::complaintOfBot(words));
            if (found && found->score >= assist::certainMatter)
                return found;
        }
        return std::nullopt;
    }
    [[nodiscard]] QString kindOf(const QString& text) const
    {
        const auto found = trigger(text);
        return !found                                          ? QStringLiteral("none")
               : found->type == domain::TriggerType::Sensitive ? QStringLiteral("sensitive")
               : found->type == domain::TriggerType::Urgent    ? QStringLiteral("urgent")
                                                               : QStringLiteral("failure");
    }
};

struct Count
{
    int meant = 0;
    int told = 0;
    int both = 0;

    void print(const char* kind) const
    {
        std::printf("  %-10s precision %.3f  recall %.3f  (%d meant, %d told)\n", kind,
                    told > 0 ? double(both) / told : 1.0, meant > 0 ? double(both) / meant : 1.0, meant,
                    told);
    }
};

/// Prints how a split is judged; false when it has no texts.
bool tellSplit(const Judge& judge, const char* split, bool errors)
{
    std::vector<MatterSentence> sentences;
    for (const QString& language : languages()) {
        for (MatterSentence& sentence : readMatters(QStringLiteral(RELEVO_EVAL_DATA), language)) {
            if (sentence.split == QLatin1String(split))
                sentences.push_back(std::move(sentence));
        }
    }
    if (sentences.empty())
        return false;
    std::array<Count, kinds.size()> counts;
    Count any;
    QElapsedTimer timer;
    timer.start();
    for (const MatterSentence& sentence : sentences) {
        const QString told = judge.kindOf(sentence.text);
        for (std::size_t each = 0; each < kinds.size(); ++each) {
            const QLatin1String kind(kinds[each]);
            counts[each].meant += sentence.kind == kind ? 1 : 0;
            counts[each].told += told == kind ? 1 : 0;
            counts[each].both += told == kind && sentence.kind == kind ? 1 : 0;
        }
        const bool isMeant = sentence.kind != QLatin1String("none");
        const bool isTold = told != QLatin1String("none");
        any.meant += isMeant ? 1 : 0;
        any.told += isTold ? 1 : 0;
        any.both += isMeant && isTold ? 1 : 0;
        if (errors && told != sentence.kind && isLearnedFrom(sentence))
            std::printf("    %s, meant %s: %s\n", qPrintable(told), qPrintable(sentence.kind),
                        qUtf8Printable(sentence.text));
    }
    const auto texts = static_cast<int>(sentences.size());
    std::printf("%s (%d texts, %.1f us a message)\n", nameOf(split), texts,
                double(timer.nsecsElapsed()) / 1000.0 / texts);
    for (std::size_t kind = 0; kind < kinds.size(); ++kind)
        counts[kind].print(kinds[kind]);
    any.print("any");
    return true;
}

/// What is told of other people's texts.
void tellOthers(const Judge& judge, const char* what, Half half, const QStringList& texts, bool errors)
{
    std::array<int, kinds.size()> told{};
    for (const QString& text : texts) {
        const QString kind = judge.kindOf(text);
        for (std::size_t each = 0; each < kinds.size(); ++each)
            told[each] += kind == QLatin1String(kinds[each]) ? 1 : 0;
        if (errors && kind != QLatin1String("none"))
            std::printf("    %s: %s\n", qPrintable(kind), qUtf8Printable(text.simplified()));
    }
    std::printf("%s, the half %s (%d texts)\n", what,
                half == Half::First ? "learned from" : "never learned from", static_cast<int>(texts.size()));
    for (std::size_t each = 0; each < kinds.size(); ++each)
        std::printf("  %-10s told of %d\n", kinds[each], told[each]);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption listed(QStringLiteral("errors"));
    const QCommandLineOption data(QStringLiteral("data"), QString(), QStringLiteral("dir"));
    const QCommandLineOption lines(QStringLiteral("lines"), QString(), QStringLiteral("file"));
    const QCommandLineOption rules(QStringLiteral("rules"));
    const QCommandLineOption weights(QStringLiteral("weights"), QString(), QStringLiteral("file"));
    parser.addOptions({listed, data, lines, rules, weights});
    parser.addHelpOption();
    parser.process(app);
    std::optional<assist::MatterModel> other;
    if (parser.isSet(weights)) {
        QFile file(parser.value(weights));
        if (file.open(QIODevice::ReadOnly))
            other = assist::MatterModel::read(file.readAll());
        if (!other) {
            std::fprintf(stderr, "%s: no weights\n", qUtf8Printable(file.fileName()));
            return 2;
        }
    }
    const Judge judge{parser.isSet(rules) ? nullptr : other ? &*other : &assist::builtInMatterModel()};
    if (parser.isSet(lines)) {
        for (const QString& line : linesOf(parser.value(lines)))
            std::printf("%s\t%s\t%s\n", qPrintable(judge.kindOf(line)), qUtf8Printable(line),
                        qUtf8Printable(judge.trigger(line).value_or(domain::Trigger{}).reason));
        return 0;
    }
    const bool errors = parser.isSet(listed);
    bool any = true;
    for (const char* split :
         {"tune", "fresh", "fresh2", "fresh3", "open", "plain", "more", "sealed", "sealed2"})
        any = tellSplit(judge, split, errors) && any;
    if (!any) {
        std::fprintf(stderr, "no texts\n");
        return 1;
    }
    if (parser.isSet(data)) {
        for (const Half half : {Half::First, Half::Second}) {
            QStringList business;
            for (const Sentence& sentence : readBusiness(parser.value(data), half))
                business.push_back(sentence.text);
            tellOthers(judge, "other people's daily business, which is no matter", half, business, errors);
            tellOthers(judge, "other people's turns, of which some are a matter", half,
                       readTurns(parser.value(data), half), errors);
        }
    }
    return 0;
}
