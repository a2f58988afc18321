// How good the offline summaries are, judged over real conversations: what customers stated and the summary
// reports (recall), and what it reports and they did not state (precision). `--print N` prints N of them to
// be read. The data is no part of the repository.
#include <assist/summary.h>
#include <assist/triggers.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QTextStream>

#include <algorithm>
#include <map>
#include <random>

using namespace relevo;

namespace {

struct Case
{
    QString id;
    assist::SummaryInput input;
};

std::vector<Case> read(const QString& path)
{
    std::vector<Case> cases;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    const assist::Triggers triggers{domain::Settings{}};
    while (!file.atEnd()) {
        const QJsonObject object = QJsonDocument::fromJson(file.readLine()).object();
        Case one{object[QStringLiteral("id")].toString(), {}};
        for (const QJsonValue turn : object[QStringLiteral("turns")].toArray()) {
            domain::Message message;
            const auto number = static_cast<uint>(one.input.messages.size() + 1);
            message.id = domain::MessageId(QUuid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
            message.seq = number;
            message.author = turn[QStringLiteral("role")].toString() == QLatin1String("bot")
                                 ? domain::Author::Bot
                                 : domain::Author::Customer;
            message.content = turn[QStringLiteral("content")].toString();
            message.at = Timestamp{std::chrono::seconds(30 * number)};
            if (message.author == domain::Author::Customer) {
                if (const std::optional<domain::Trigger> trigger = triggers.find(message.content))
                    one.input.trigger = *trigger;
            }
            one.input.messages.push_back(message);
        }
        if (!one.input.messages.empty())
            cases.push_back(std::move(one));
    }
    return cases;
}

QRegularExpression pattern(const QString& text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
}

/// What a customer certainly stated, found by other and stricter rules than the engine's.
const std::map<QString, QRegularExpression>& truths()
{
    static const std::map<QString, QRegularExpression> all{
        {QStringLiteral("order"),
         pattern(QStringLiteral(
             R"((?:\border\s*(?:number|no\.?|num|id)?\s*(?:is|:|-)?\s*#?\s*|#)((?:[A-Z]{1,4})?\d[\d-]{4,20}\d)\b(?!\s*(?:rs|rupees)))"))},
        {QStringLiteral("email"),
         pattern(QStringLiteral(R"(([a-z0-9._+]+@[a-z0-9]+(?:\.[a-z]{2,4}){1,2})\b)"))},
        {QStringLiteral("phone"),
         pattern(QStringLiteral(
             R"((?:phone|mobile|contact|call|my)(?: no\.?| number| num)?[^\d.\n]{0,12}((?:\+91[ -]?)?[6-9]\d{9})\b)"))},
        {QStringLiteral("amount"),
         pattern(QStringLiteral(
             R"(((?:₹|\$|€|\bRs\.?|\bINR)\s?\d[\d,]*(?:\.\d\d?)?|(?<![\w.,-])\d[\d,]*(?:\.\d\d?)?\s?(?:rs|rupees|dollars|euros|bucks)\b))"))},
    };
    return all;
}

/// What a value of a kind looks like; a kind without an entry may be any text.
const std::map<QString, QRegularExpression>& shapes()
{
    const auto whole = [](const char16_t* text) {
        return pattern(QRegularExpression::anchoredPattern(QStringView(text).toString()));
    };
    static const std::map<QString, QRegularExpression> all{
        {QStringLiteral("order"),
         whole(u"(?=.*\\d.*\\d)(?!\\d{1,2}(st|nd|rd|th|am|pm)$)(?!(19|20)\\d\\d$)[a-z0-9_/-]{3,32}")},
        {QStringLiteral("tracking"), whole(u"(?=.*\\d.*\\d.*\\d)[a-z0-9_/-]{6,32}")},
        {QStringLiteral("email"), whole(u"[^\\s@]+@[^\\s@]+\\.[a-z]{2,}")},
        {QStringLiteral("phone"), whole(u"(?!\\d{3}-\\d{7}-)[+(]?\\d[\\d ().-]{6,18}")},
        {QStringLiteral("amount"), whole(u".*(₹|\\$|€|£|rs|inr|usd|eur|brl|rupe|dollar|euro|peso|reais|bucks|"
                                         u"cents|soles|k|lakh|lac|\\d{3}).*")},
        {QStringLiteral("card"), whole(u"\\d{4}")},
        {QStringLiteral("time"), whole(u"\\d.*")},
    };
    return all;
}

QString essence(const QString& value)
{
    QString bare;
    for (const QChar c : value) {
        if (c.isLetterOrNumber())
            bare += c.toLower();
    }
    return bare;
}

struct Count
{
    int right = 0;
    int all = 0;
    QStringList faults;
};

class Judge
{
public:
    void judge(const Case& one)
    {
        const domain::Summary summary = assist::summarize(one.input);
        for (const domain::Message& message : one.input.messages) {
            if (message.author == domain::Author::Customer)
                judgeRecall(one.id, message.content, summary);
        }
        for (const domain::Fact& fact : summary.facts)
            judgePrecision(one, fact);
        ++m_cases;
        m_withoutIssue += summary.mainIssue.isEmpty() ? 1 : 0;
        m_withoutActs += summary.botTried.isEmpty() ? 1 : 0;
    }

    void print(QTextStream& out, bool verbose) const
    {
        out << "conversations " << m_cases << ", without an issue " << m_withoutIssue << ", without acts "
            << m_withoutActs << "\n\n";
        printTable(out, QStringLiteral("recall"), m_recall, verbose);
        printTable(out, QStringLiteral("precision"), m_precision, verbose);
    }

private:
    void judgeRecall(const QString& id, const QString& text, const domain::Summary& summary)
    {
        for (const auto& [kind, expression] : truths()) {
            for (auto matches = expression.globalMatch(text); matches.hasNext();) {
                const QString stated = matches.next().captured(1);
                Count& count = m_recall[kind];
                ++count.all;
                const bool found = std::any_of(
                    summary.facts.begin(), summary.facts.end(), [&, &kind = kind](const domain::Fact& fact) {
                        return fact.kind == kind && essence(fact.value).contains(essence(stated));
                    });
                if (found)
                    ++count.right;
                else
                    count.faults.push_back(id + QStringLiteral(": ") + stated + QStringLiteral(" in: ") +
                                           text.left(120));
            }
        }
    }

    void judgePrecision(const Case& one, const domain::Fact& fact)
    {
        Count& count = m_precision[fact.kind];
        ++count.all;
        const auto message =
            std::find_if(one.input.messages.begin(), one.input.messages.end(),
                         [&fact](const domain::Message& m) { return m.id == fact.messageId; });
        const bool literal = message != one.input.messages.end() &&
                             message->author == domain::Author::Customer &&
                             message->content.contains(fact.value);
        const auto shape = shapes().find(fact.kind);
        if (literal && (shape == shapes().end() || shape->second.match(fact.value).hasMatch()))
            ++count.right;
        else
            count.faults.push_back(one.id + QStringLiteral(": ") + fact.value);
    }

    static void printTable(QTextStream& out, const QString& title, const std::map<QString, Count>& counts,
                           bool verbose)
    {
        int right = 0;
        int all = 0;
        for (const auto& [kind, count] : counts) {
            right += count.right;
            all += count.all;
            out << title.leftJustified(11) << kind.leftJustified(12)
                << QStringLiteral("%1 of %2 ").arg(count.right, 5).arg(count.all, 5)
                << QString::number(100.0 * count.right / std::max(count.all, 1), 'f', 2).rightJustified(7)
                << " %\n";
            if (verbose) {
                for (const QString& fault : count.faults)
                    out << "    " << fault << '\n';
            }
        }
        out << title.leftJustified(11) << QStringLiteral("all").leftJustified(12)
            << QStringLiteral("%1 of %2 ").arg(right, 5).arg(all, 5)
            << QString::number(100.0 * right / std::max(all, 1), 'f', 2).rightJustified(7) << " %\n\n";
    }

    std::map<QString, Count> m_recall;
    std::map<QString, Count> m_precision;
    int m_cases = 0;
    int m_withoutIssue = 0;
    int m_withoutActs = 0;
};

void printSummary(QTextStream& out, const Case& one, bool transcript)
{
    const domain::Summary summary = assist::summarize(one.input);
    const auto line = [&out](const char* name, const QString& text) {
        if (!text.isEmpty())
            out << QString::fromLatin1(name).leftJustified(13) << text << '\n';
    };
    out << "--- " << one.id << " (" << summary.language << ", " << summary.messageCount << " messages, "
        << summary.sentimentLabel << ")\n";
    if (transcript) {
        for (const domain::Message& message : one.input.messages)
            out << (message.author == domain::Author::Bot ? "    b: " : "    C: ") << message.content << '\n';
    }
    line("issue", summary.mainIssue);
    line("bot", summary.botTried.join(QStringLiteral(" · ")));
    line("why", summary.whyEscalated);
    line("question", summary.openQuestion);
    line("next", summary.suggestedAction);
    QString kind;
    QStringList values;
    const auto flush = [&] {
        if (!values.isEmpty())
            line(kind.toLatin1().constData(), values.join(QStringLiteral(" · ")));
        values.clear();
    };
    for (const domain::Fact& fact : summary.facts) {
        if (fact.kind != kind)
            flush();
        kind = fact.kind;
        values.push_back(fact.value);
    }
    flush();
    out << '\n';
}

void printSpeed(QTextStream& out, const std::vector<Case>& cases)
{
    std::vector<double> spans;
    for (const Case& one : cases) {
        QElapsedTimer timer;
        timer.start();
        const domain::Summary summary = assist::summarize(one.input);
        spans.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    Case longest;
    for (const Case& one : cases) {
        for (const domain::Message& message : one.input.messages) {
            if (longest.input.messages.size() < 200)
                longest.input.messages.push_back(message);
        }
    }
    QElapsedTimer timer;
    timer.start();
    const domain::Summary summary = assist::summarize(longest.input);
    const double longSpan = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    std::sort(spans.begin(), spans.end());
    out << "speed      p50 " << QString::number(spans[spans.size() / 2], 'f', 2) << " ms, p99 "
        << QString::number(spans[spans.size() * 99 / 100], 'f', 2) << " ms; " << summary.messageCount
        << " messages " << QString::number(longSpan, 'f', 2) << " ms\n";
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("Judges the offline summaries over real conversations."));
    options.addHelpOption();
    options.addOptions({
        {QStringLiteral("data"), QStringLiteral("The directory of conversations_dev.jsonl."),
         QStringLiteral("dir"), QStringLiteral(".")},
        {QStringLiteral("print"), QStringLiteral("Prints this many summaries to be read."),
         QStringLiteral("n")},
        {QStringLiteral("seed"), QStringLiteral("Shuffles what is printed; without it, the first."),
         QStringLiteral("number")},
        {QStringLiteral("transcript"), QStringLiteral("Prints the conversations above their summaries.")},
        {QStringLiteral("faults"), QStringLiteral("Names each fault.")},
    });
    options.process(app);
    QTextStream out(stdout);
    const QString path = options.value(QStringLiteral("data")) + QStringLiteral("/conversations_dev.jsonl");
    std::vector<Case> cases = read(path);
    if (cases.empty()) {
        QTextStream(stderr) << "no conversations in " << path << '\n';
        return 2;
    }
    if (options.isSet(QStringLiteral("print"))) {
        if (options.isSet(QStringLiteral("seed"))) {
            std::mt19937 random(options.value(QStringLiteral("seed")).toUInt());
            std::shuffle(cases.begin(), cases.end(), random);
        }
        const auto many =
            std::min(cases.size(), static_cast<std::size_t>(options.value(QStringLiteral("print")).toUInt()));
        for (std::size_t i = 0; i < many; ++i)
            printSummary(out, cases[i], options.isSet(QStringLiteral("transcript")));
        return 0;
    }
    Judge judge;
    for (const Case& one : cases)
        judge.judge(one);
    judge.print(out, options.isSet(QStringLiteral("faults")));
    printSpeed(out, cases);
    return 0;
}
