#include <assist/summary.h>

#include <assist/acts.h>
#include <assist/facts.h>
#include <assist/language.h>
#include <assist/sentiment.h>
#include <assist/tokens.h>
#include <assist/triggers.h>

#include <algorithm>

namespace relevo::assist {
namespace {

constexpr qsizetype longestIssue = 240;
constexpr qsizetype mostActs = 5;

/// How much a sentence tells about a problem: longer is better up to a point; facts and complaints count,
/// greetings do not.
int worthOf(const QString& sentence)
{
    static const QStringList telling{
        QStringLiteral("not"),       QStringLiteral("no"),       QStringLiteral("never"),
        QStringLiteral("didnt"),     QStringLiteral("cant"),     QStringLiteral("wrong"),
        QStringLiteral("broken"),    QStringLiteral("order"),    QStringLiteral("pedido"),
        QStringLiteral("refund"),    QStringLiteral("cancel"),   QStringLiteral("issue"),
        QStringLiteral("problem"),   QStringLiteral("problema"), QStringLiteral("nao"),
        QStringLiteral("reembolso"), QStringLiteral("charged"),  QStringLiteral("missing"),
        QStringLiteral("late"),      QStringLiteral("still")};
    const std::vector<QString> spoken = words(sentence);
    int worth = std::min<int>(static_cast<int>(spoken.size()), 18);
    if (spoken.size() < 4)
        worth -= 10;
    for (const QString& word : spoken) {
        worth += telling.contains(word) ? 4 : 0;
        worth += std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); }) ? 3 : 0;
    }
    return worth;
}

QString shortened(QString text)
{
    text = text.simplified();
    if (text.size() <= longestIssue)
        return text;
    const qsizetype space = text.lastIndexOf(u' ', longestIssue - 1);
    return text.left(space > longestIssue / 2 ? space : longestIssue - 1) + u'…';
}

/// The customer's most telling sentence, with the one after it when both are short. The wish for a human is
/// no issue.
QString mainIssue(const std::vector<domain::Message>& messages)
{
    const Triggers triggers{domain::Settings{}};
    QString best;
    int bestWorth = -100;
    int age = 0;
    for (const domain::Message& message : messages) {
        if (message.author != domain::Author::Customer)
            continue;
        const QStringList parts = sentences(message.content);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const bool wish = triggers.find(parts[i]).has_value();
            // What comes first usually says what it is about.
            const int worth = worthOf(parts[i]) - age - (wish ? 30 : 0);
            if (worth <= bestWorth)
                continue;
            bestWorth = worth;
            best = parts[i];
            if (best.size() < 80 && i + 1 < parts.size() && !triggers.find(parts[i + 1]))
                best += u' ' + parts[i + 1];
        }
        age = std::min(age + 2, 8);
    }
    return shortened(best);
}

QStringList botTried(const std::vector<domain::Message>& messages, const QString& language)
{
    QStringList tried;
    for (const domain::Message& message : messages) {
        if (message.author != domain::Author::Bot)
            continue;
        for (const QString& act : actsOf(message.content, language)) {
            if (!tried.contains(act))
                tried.push_back(act);
        }
    }
    return tried.mid(0, mostActs);
}

/// The customer's last question that nobody but the relay has spoken after.
QString openQuestion(const std::vector<domain::Message>& messages)
{
    for (auto it = messages.rbegin(); it != messages.rend(); ++it) {
        if (it->author == domain::Author::Bot || it->author == domain::Author::Agent)
            return {};
        if (it->author != domain::Author::Customer)
            continue;
        for (const QString& sentence : sentences(it->content)) {
            if (sentence.endsWith(u'?'))
                return shortened(sentence);
        }
    }
    return {};
}

QString reasonIn(const domain::Trigger& trigger, const QString& language)
{
    const bool spanish = language == QLatin1String("es");
    const bool portuguese = language == QLatin1String("pt");
    if (trigger.type == domain::TriggerType::Keyword && (spanish || portuguese))
        return spanish ? QStringLiteral("El cliente pidió hablar con una persona.")
                       : QStringLiteral("O cliente pediu para falar com uma pessoa.");
    if (trigger.type == domain::TriggerType::Failure && (spanish || portuguese))
        return spanish ? QStringLiteral("El bot no pudo ayudar varias veces seguidas.")
                       : QStringLiteral("O bot não conseguiu ajudar várias vezes seguidas.");
    if (!trigger.reason.isEmpty())
        return trigger.reason;
    return spanish      ? QStringLiteral("Se solicitó a una persona.")
           : portuguese ? QStringLiteral("Uma pessoa foi solicitada.")
                        : QStringLiteral("A human was requested.");
}

void fillFrom(domain::Summary& summary, const domain::Contact& contact)
{
    summary.customerName = contact.name;
    summary.customerEmail = contact.email;
    summary.customerPhone = contact.phone;
    for (const domain::Fact& fact : summary.facts) {
        if (fact.kind == QLatin1String("email") && summary.customerEmail.isEmpty())
            summary.customerEmail = fact.value;
        if (fact.kind == QLatin1String("phone") && summary.customerPhone.isEmpty())
            summary.customerPhone = fact.value;
    }
}

} // namespace

domain::Summary summarize(const SummaryInput& input)
{
    domain::Summary summary;
    QString spoken;
    for (const domain::Message& message : input.messages) {
        summary.basedOnSeq = std::max(summary.basedOnSeq, message.seq);
        if (message.author == domain::Author::System || message.note)
            continue;
        ++summary.messageCount;
        if (message.author == domain::Author::Customer)
            spoken += message.content + u'\n';
    }
    if (!input.messages.empty())
        summary.durationSeconds = std::chrono::duration_cast<std::chrono::seconds>(input.messages.back().at -
                                                                                   input.messages.front().at)
                                      .count();
    summary.language =
        input.conversation.language.isEmpty() ? detectLanguage(spoken) : input.conversation.language;
    if (summary.language.isEmpty())
        summary.language = QStringLiteral("en");
    summary.facts = factsOf(input.messages);
    fillFrom(summary, input.conversation.contact);
    summary.mainIssue = mainIssue(input.messages);
    summary.botTried = botTried(input.messages, summary.language);
    summary.whyEscalated = reasonIn(input.trigger, summary.language);
    double worst = 0.0;
    bool happy = false;
    for (const domain::Message& message : input.messages) {
        if (message.author != domain::Author::Customer)
            continue;
        const Sentiment sentiment = sentimentOf(message.content);
        worst = std::max(worst * 0.8, sentiment.score);
        happy = sentiment.label == QLatin1String("happy");
    }
    summary.sentimentScore = worst;
    summary.sentimentLabel = worst >= 0.5 ? QStringLiteral("frustrated")
                             : happy      ? QStringLiteral("happy")
                                          : QStringLiteral("neutral");
    summary.suggestedAction = suggestionFor(spoken, summary.language);
    summary.openQuestion = openQuestion(input.messages);
    summary.engine = QStringLiteral("offline");
    return summary;
}

} // namespace relevo::assist
