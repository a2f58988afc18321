#include <assist/summary.h>

#include <assist/acts.h>
#include <assist/facts.h>
#include <assist/issue.h>
#include <assist/language.h>
#include <assist/open_question.h>
#include <assist/phrases.h>
#include <assist/sentiment.h>
#include <assist/suggest.h>
#include <assist/tokens.h>
#include <assist/told_name.h>
#include <assist/triggers.h>

#include <algorithm>

namespace relevo::assist {
namespace {

constexpr Phrase filesAlone{u"The customer sent files without saying what they are about.",
                            u"El cliente envió archivos sin decir de qué se trata.",
                            u"O cliente enviou arquivos sem dizer do que se trata."};
constexpr qsizetype longestWords = 64 * 1024; ///< of the customer's, for language and suggestion

const Phrase& reasonOf(domain::TriggerType type)
{
    static constexpr Phrase keyword{u"The customer asked for a human.",
                                    u"El cliente pidió hablar con una persona.",
                                    u"O cliente pediu para falar com uma pessoa."};
    static constexpr Phrase sentiment{u"The customer is frustrated.", u"El cliente está frustrado.",
                                      u"O cliente está frustrado."};
    static constexpr Phrase failed{u"The bot could not help.", u"El bot no pudo ayudar.",
                                   u"O bot não conseguiu ajudar."};
    static constexpr Phrase sensitive{u"It is about a sensitive matter.", u"Se trata de un asunto delicado.",
                                      u"Trata-se de um assunto delicado."};
    static constexpr Phrase urgent{u"The customer says that it is urgent.",
                                   u"El cliente dice que es urgente.", u"O cliente diz que é urgente."};
    static constexpr Phrase vip{u"An important customer is waiting.", u"Espera un cliente importante.",
                                u"Um cliente importante está esperando."};
    static constexpr Phrase manual{u"A human was requested.", u"Se solicitó a una persona.",
                                   u"Uma pessoa foi solicitada."};
    switch (type) {
    case domain::TriggerType::Keyword:
        return keyword;
    case domain::TriggerType::Sentiment:
        return sentiment;
    case domain::TriggerType::Failure:
        return failed;
    case domain::TriggerType::Sensitive:
        return sensitive;
    case domain::TriggerType::Urgent:
        return urgent;
    case domain::TriggerType::Vip:
        return vip;
    case domain::TriggerType::Manual:
        break;
    }
    return manual;
}

bool wishedForHuman(const std::vector<domain::Message>& messages)
{
    const Triggers triggers = wishTriggers();
    return std::any_of(messages.rbegin(), messages.rend(), [&triggers](const domain::Message& message) {
        return message.author == domain::Author::Customer && !message.note &&
               triggers.find(message.content.left(longestRead));
    });
}

/// A program's reason is its own words and stays; ours is said in the conversation's language. Without any
/// the conversation is asked.
QString whyEscalated(const SummaryInput& input, const domain::Summary& summary)
{
    const QString& language = summary.language;
    const domain::Trigger& trigger = input.trigger;
    const bool manual = trigger.type == domain::TriggerType::Manual;
    const bool english = language != QLatin1String("es") && language != QLatin1String("pt");
    if (!trigger.reason.isEmpty() && (english || manual))
        return trigger.reason;
    if (manual && wishedForHuman(input.messages))
        return reasonOf(domain::TriggerType::Keyword).in(language);
    QString why = reasonOf(trigger.type).in(language);
    if (manual && summary.sentimentLabel == QLatin1String("frustrated"))
        why += u' ' + reasonOf(domain::TriggerType::Sentiment).in(language);
    return why;
}

void fillCustomer(domain::Summary& summary, const domain::Contact& contact,
                  const std::vector<domain::Message>& messages)
{
    summary.customerName = contact.name.trimmed().isEmpty() ? toldName(messages) : contact.name;
    summary.customerEmail = contact.email;
    summary.customerPhone = contact.phone;
    for (const domain::Fact& fact : summary.facts) {
        if (fact.kind == QLatin1String("email") && summary.customerEmail.isEmpty())
            summary.customerEmail = fact.value;
        if (fact.kind == QLatin1String("phone") && summary.customerPhone.isEmpty())
            summary.customerPhone = fact.value;
    }
}

/// The mood as it is now: the strongest frustration, fading with every message after it.
void fillSentiment(domain::Summary& summary, const std::vector<domain::Message>& messages)
{
    double score = 0.0;
    bool happy = false;
    for (const domain::Message& message : messages) {
        if (message.author != domain::Author::Customer || message.note)
            continue;
        const Sentiment sentiment = sentimentOf(message.content.left(longestRead));
        score = std::max(score * 0.8, sentiment.score);
        happy = sentiment.label == QLatin1String("happy");
    }
    summary.sentimentScore = score;
    summary.sentimentLabel = score >= 0.5            ? QStringLiteral("frustrated")
                             : happy && score < 0.25 ? QStringLiteral("happy")
                                                     : QStringLiteral("neutral");
}

} // namespace

domain::Summary summarize(const SummaryInput& input)
{
    domain::Summary summary;
    QString spoken;
    bool sentFiles = false;
    for (const domain::Message& message : input.messages) {
        summary.basedOnSeq = std::max(summary.basedOnSeq, message.seq);
        if (message.author == domain::Author::System || message.note)
            continue;
        ++summary.messageCount;
        sentFiles = sentFiles || (message.author == domain::Author::Customer && !message.attachments.empty());
        if (message.author == domain::Author::Customer && spoken.size() < longestWords)
            spoken += message.content.left(longestRead) + u'\n';
    }
    if (!input.messages.empty())
        summary.durationSeconds =
            std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(input.messages.back().at -
                                                                                 input.messages.front().at)
                                    .count());
    summary.language =
        input.conversation.language.isEmpty() ? detectLanguage(spoken) : input.conversation.language;
    if (summary.language.isEmpty())
        summary.language = QStringLiteral("en");
    summary.facts = factsOf(input.messages);
    fillCustomer(summary, input.conversation.contact, input.messages);
    const Issue issue = issueOf(input.messages);
    summary.mainIssue = issue.text();
    if (summary.mainIssue.isEmpty() && sentFiles)
        summary.mainIssue = filesAlone.in(summary.language);
    summary.botTried = botTried(input.messages, summary.language);
    fillSentiment(summary, input.messages);
    summary.whyEscalated = whyEscalated(input, summary);
    summary.openQuestion = openQuestionOf(input.messages);
    summary.suggestedAction = suggestionFor(issue.problem.isEmpty() ? spoken : issue.problem,
                                            summary.language, issue.wish, summary.openQuestion);
    summary.engine = QStringLiteral("offline");
    return summary;
}

} // namespace relevo::assist
