// How well the kinds of trigger beside the wish for a human are told, and how often daily business is taken
// for one of them. "--errors" lists what is told wrong of the texts that are for tuning, "--data" names a
// directory of other people's daily business, "--lines" a file whose lines are told one by one.
#include "wish_data.h"

#include <assist/triggers_matters.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>

#include <array>
#include <cstdio>
#include <cstring>

using namespace relevo;
using namespace relevo::eval;

namespace {

constexpr std::array<const char*, 4> kinds{"sensitive", "urgent", "failure", "none"};

const char* nameOf(const char* split)
{
    return std::strcmp(split, "tune") == 0     ? "chosen words by"
           : std::strcmp(split, "fresh") == 0  ? "fresh once, faults never read"
           : std::strcmp(split, "fresh2") == 0 ? "fresh, harder, faults never read"
           : std::strcmp(split, "fresh3") == 0 ? "fresh, the latest, faults never read"
           : std::strcmp(split, "open") == 0   ? "writers who knew nothing of the words"
                                               : "such writers, sealed";
}

/// What a text alone hands off for, in the order of Triggers::find().
QString kindOf(const QString& text)
{
    const assist::WishText read(text);
    const auto certain = [](const std::optional<domain::Trigger>& found) {
        return found && found->score >= assist::certainMatter;
    };
    return certain(assist::sensitiveMatter(read))  ? QStringLiteral("sensitive")
           : certain(assist::urgency(read))        ? QStringLiteral("urgent")
           : certain(assist::complaintOfBot(read)) ? QStringLiteral("failure")
                                                   : QStringLiteral("none");
}

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

/// A line's text and what it is, where it is of the split.
struct Case
{
    QString kind;
    QString text;
};

/// Of matters_<language>.tsv (split, kind, text), or of matters_blind_<language>.tsv, which tells the writer
/// too and says what a sensitive matter is about.
std::vector<Case> casesOf(const QString& split, const QString& language)
{
    std::vector<Case> cases;
    const bool blind = split == QLatin1String("open") || split == QLatin1String("sealed");
    const QString file = blind ? QStringLiteral(RELEVO_EVAL_DATA "/matters_blind_%1.tsv")
                               : QStringLiteral(RELEVO_EVAL_DATA "/matters_%1.tsv");
    for (const QString& line : linesOf(file.arg(language))) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() != (blind ? 4 : 3) || fields[0] != split)
            continue;
        const QString& kind = fields[blind ? 2 : 1];
        const bool known =
            kind == QLatin1String("none") ||
            std::ranges::any_of(kinds, [&kind](const char* each) { return kind == QLatin1String(each); });
        cases.push_back({known ? kind : QStringLiteral("sensitive"), fields.back()});
    }
    return cases;
}

/// Prints how a split is judged; false when it has no texts.
bool judge(const char* split, bool errors)
{
    std::array<Count, kinds.size()> counts;
    int texts = 0;
    QElapsedTimer timer;
    timer.start();
    for (const QString& language : languages()) {
        for (const Case& one : casesOf(QString::fromLatin1(split), language)) {
            const QString told = kindOf(one.text);
            ++texts;
            for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
                const QLatin1String name(kinds[kind]);
                counts[kind].meant += one.kind == name ? 1 : 0;
                counts[kind].told += told == name ? 1 : 0;
                counts[kind].both += told == one.kind && told == name ? 1 : 0;
            }
            if (errors && told != one.kind && qstrcmp(split, "tune") == 0)
                std::printf("    %s, meant %s: %s\n", qPrintable(told), qPrintable(one.kind),
                            qUtf8Printable(one.text));
        }
    }
    if (texts == 0)
        return false;
    std::printf("%s (%d texts, %.1f us a message)\n", nameOf(split), texts,
                double(timer.nsecsElapsed()) / 1000.0 / texts);
    for (std::size_t kind = 0; kind < kinds.size(); ++kind)
        counts[kind].print(kinds[kind]);
    return true;
}

/// Other people's daily business, of which next to nothing may be taken for such a matter.
void tellDailyBusiness(const QString& directory, bool errors)
{
    std::array<int, kinds.size()> told{};
    int texts = 0;
    for (const Sentence& sentence : readIntents(directory)) {
        if (sentence.wish || sentence.writer == QLatin1String("complaint"))
            continue;
        ++texts;
        const QString kind = kindOf(sentence.text);
        for (std::size_t each = 0; each < kinds.size(); ++each)
            told[each] += kind == QLatin1String(kinds[each]) ? 1 : 0;
        if (errors && kind != QLatin1String("none"))
            std::printf("    %s [%s]: %s\n", qPrintable(kind), qPrintable(sentence.writer),
                        qUtf8Printable(sentence.text));
    }
    std::printf("other people's daily business (%d texts)\n", texts);
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
    parser.addOptions({listed, data, lines});
    parser.addHelpOption();
    parser.process(app);
    if (parser.isSet(lines)) {
        for (const QString& line : linesOf(parser.value(lines)))
            std::printf("%s\t%s\n", qPrintable(kindOf(line)), qUtf8Printable(line));
        return 0;
    }
    const bool errors = parser.isSet(listed);
    bool any = true;
    for (const char* split : {"tune", "fresh", "fresh2", "fresh3", "open", "sealed"})
        any = judge(split, errors) && any;
    if (!any) {
        std::fprintf(stderr, "no texts\n");
        return 1;
    }
    if (parser.isSet(data))
        tellDailyBusiness(parser.value(data), errors);
    return 0;
}
