#include "wish_data.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

#include <cstdio>
#include <cstdlib>
#include <map>

namespace relevo::eval {

const QStringList& languages()
{
    static const QStringList all{QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt")};
    return all;
}

QStringList linesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s: %s\n", qUtf8Printable(path), qUtf8Printable(file.errorString()));
        std::exit(2);
    }
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

Split splitOf(const QString& name)
{
    static const std::map<QString, Split> splits{
        {QStringLiteral("train"), Split::Train},    {QStringLiteral("held"), Split::Held},
        {QStringLiteral("fresh"), Split::Fresh},    {QStringLiteral("fresh2"), Split::Fresh2},
        {QStringLiteral("fresh3"), Split::Fresh3},  {QStringLiteral("fresh4"), Split::Fresh4},
        {QStringLiteral("fresh5"), Split::Fresh5},  {QStringLiteral("fresh6"), Split::Fresh6},
        {QStringLiteral("fresh7"), Split::Fresh7},  {QStringLiteral("fresh8"), Split::Fresh8},
        {QStringLiteral("fresh9"), Split::Fresh9},  {QStringLiteral("fresh10"), Split::Fresh10},
        {QStringLiteral("fresh11"), Split::Fresh11}};
    const auto at = splits.find(name);
    if (at == splits.end()) {
        std::fprintf(stderr, "There is no split \"%s\".\n", qUtf8Printable(name));
        std::exit(2);
    }
    return at->second;
}

std::vector<Sentence> readSentences(const QString& directory, const QString& language)
{
    std::vector<Sentence> sentences;
    const QStringList lines =
        linesOf(directory + QStringLiteral("/wish_") + language + QStringLiteral(".tsv"));
    for (const QString& line : lines.mid(1)) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() == 4)
            sentences.push_back(
                {fields[3], fields[2] == QLatin1String("wish"), fields[1], splitOf(fields[0])});
    }
    return sentences;
}

Half halfOf(const QString& name)
{
    return name == QLatin1String("first")    ? Half::First
           : name == QLatin1String("second") ? Half::Second
                                             : Half::Both;
}

std::vector<Sentence> readIntents(const QString& directory, Half half)
{
    // "Ask an agent where …" is a question and a request at once.
    static const QRegularExpression either(
        QStringLiteral("\\bask (an?|the|your) (agent|assistant|operator|person|human)"),
        QRegularExpression::CaseInsensitiveOption);
    std::vector<Sentence> sentences;
    for (const QString& line : linesOf(directory + QStringLiteral("/handoff_intent_dev.tsv")).mid(1)) {
        const QString intent = line.section(u'\t', 0, 0);
        const QString text = line.section(u'\t', 1);
        if (intent == QLatin1String("contact_customer_service") || text.contains(either))
            continue;
        const Half own = qChecksum(text.toUtf8()) % 2 == 0 ? Half::First : Half::Second;
        if (half != Half::Both && own != half)
            continue;
        sentences.push_back({text, intent == QLatin1String("contact_human_agent"), intent, Split::Train});
    }
    return sentences;
}

std::vector<Sentence> readBusiness(const QString& directory, Half half)
{
    // Ending an account is a matter, asking how it is done is none, and many a text could be either.
    static const QRegularExpression ending(QStringLiteral("\\b(cancel|clos|terminat)\\w*\\b.*\\baccount"),
                                           QRegularExpression::CaseInsensitiveOption);
    std::vector<Sentence> sentences = readIntents(directory, half);
    std::erase_if(sentences, [](const Sentence& sentence) {
        return sentence.wish || sentence.writer == QLatin1String("complaint") ||
               sentence.text.contains(ending);
    });
    return sentences;
}

QStringList readCustomerTurns(const QString& directory)
{
    static const QRegularExpression asking(
        QStringLiteral(
            "agent|human|person|someone|somebody|anyone|speak|talk|call|manager|supervisor|senior|"
            "representative|executive|escalat|connect|transfer|contact|customer (care|service)|bot\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList turns = readTurns(directory);
    turns.removeIf([](const QString& turn) { return turn.contains(asking); });
    return turns;
}

QStringList readTurns(const QString& directory, Half half)
{
    QStringList turns;
    for (const QString& line : linesOf(directory + QStringLiteral("/conversations_dev.jsonl"))) {
        const QJsonObject conversation = QJsonDocument::fromJson(line.toUtf8()).object();
        const QByteArray id = conversation.value(u"id").toString().toUtf8();
        const Half own = qChecksum(id) % 2 == 0 ? Half::First : Half::Second;
        if (half != Half::Both && own != half)
            continue;
        const QJsonArray said = conversation.value(u"turns").toArray();
        for (const auto& turn : said) {
            if (turn.toObject().value(u"role").toString() == QLatin1String("customer"))
                turns.push_back(turn.toObject().value(u"content").toString());
        }
    }
    return turns;
}

} // namespace relevo::eval
