#include <assist/model_remote.h>

#include <assist/language.h>
#include <assist/model_answers.h>
#include <assist/model_prompts.h>

namespace relevo::assist {
namespace {

QString languageOf(const SummaryInput& input)
{
    if (!input.conversation.language.isEmpty())
        return input.conversation.language;
    QString spoken;
    for (const domain::Message& message : input.messages) {
        if (message.author == domain::Author::Customer && !message.note && spoken.size() < 8'192)
            spoken += message.content.left(1'024) + u'\n';
    }
    return detectLanguage(spoken);
}

/// The customer's and the agents' names.
Mask maskFor(const SummaryInput& input)
{
    QStringList names{input.conversation.contact.name};
    for (const domain::Message& message : input.messages) {
        if (message.author != domain::Author::Bot && !names.contains(message.authorName))
            names.push_back(message.authorName);
    }
    return Mask(names);
}

} // namespace

RemoteModel::RemoteModel(QNetworkAccessManager& network, ModelOptions options, const Clock& clock,
                         std::function<double()> random)
    : m_client(network, std::move(options), clock, std::move(random))
{
}

void RemoteModel::summarize(const SummaryInput& input, QObject* context, Answer<domain::Summary> answer)
{
    Mask mask = maskFor(input);
    const ModelQuestion question =
        summaryQuestion(input, languageOf(input), m_client.options().maskPersonalData ? &mask : nullptr);
    m_client.ask(
        question, context,
        [input, mask, engine = engine(), answer = std::move(answer)](const Result<QJsonObject>& said) {
            if (said)
                answer(summaryFrom(*said, input, assist::summarize(input), engine, mask));
            else
                answer(std::unexpected(said.error()));
        });
}

void RemoteModel::suggestReplies(const SummaryInput& input, QObject* context, Answer<Draft> answer)
{
    Mask mask = maskFor(input);
    const ModelQuestion question =
        repliesQuestion(input, languageOf(input), m_client.options().maskPersonalData ? &mask : nullptr);
    m_client.ask(question, context,
                 [mask, engine = engine(), answer = std::move(answer)](const Result<QJsonObject>& said) {
                     answer(said ? repliesFrom(*said, engine, mask) : std::unexpected(said.error()));
                 });
}

void RemoteModel::rewrite(const RewriteRequest& request, QObject* context, Answer<Draft> answer)
{
    Mask mask(request.names);
    const ModelQuestion question =
        rewriteQuestion(request, m_client.options().maskPersonalData ? &mask : nullptr);
    m_client.ask(question, context,
                 [mask, engine = engine(), answer = std::move(answer)](const Result<QJsonObject>& said) {
                     answer(said ? textFrom(*said, engine, mask) : std::unexpected(said.error()));
                 });
}

void RemoteModel::closingNote(const SummaryInput& input, const QString& done, QObject* context,
                              Answer<Draft> answer)
{
    Mask mask = maskFor(input);
    const ModelQuestion question =
        noteQuestion(input, done, languageOf(input), m_client.options().maskPersonalData ? &mask : nullptr);
    m_client.ask(question, context,
                 [mask, engine = engine(), answer = std::move(answer)](const Result<QJsonObject>& said) {
                     answer(said ? textFrom(*said, engine, mask) : std::unexpected(said.error()));
                 });
}

} // namespace relevo::assist
