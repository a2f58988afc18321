#include <assist/model_remote.h>

#include <assist/language.h>
#include <assist/model_answers.h>
#include <assist/model_prompts.h>

#include <QtCore/QRegularExpression>

namespace relevo::assist {
namespace {

constexpr qsizetype mostNames = 20;

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

/// "My name is Ana Souza": what customers say they are called.
void addNamesSaid(const QString& text, QStringList& names)
{
    static const QRegularExpression said(
        QStringLiteral(
            R"(\b(?i:my name is|my name's|me llamo|mi nombre es|meu nome é|me chamo|o meu nome é)\s+)"
            R"((\p{L}[\p{L}'’-]+(?:\s+(?:(?:da|de|do|dos|del|la|van|von)\s+)*\p{Lu}[\p{L}'’-]+){0,3}))"),
        QRegularExpression::UseUnicodePropertiesOption);
    for (auto matches = said.globalMatch(text); matches.hasNext();) {
        const QString name = matches.next().captured(1);
        if (!names.contains(name))
            names.push_back(name);
    }
}

/// The customer's and the agents' names.
Mask maskFor(const SummaryInput& input)
{
    QStringList names{input.conversation.contact.name};
    for (const domain::Message& message : input.messages) {
        if (message.author != domain::Author::Bot && !names.contains(message.authorName))
            names.push_back(message.authorName);
        if (message.author == domain::Author::Customer && names.size() < mostNames)
            addNamesSaid(message.content.left(4'096), names);
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
    m_client.ask(
        question, context,
        [input, mask, engine = engine(), answer = std::move(answer)](const Result<QJsonObject>& said) {
            answer(said ? repliesFrom(*said, input, engine, mask) : std::unexpected(said.error()));
        });
}

void RemoteModel::rewrite(const RewriteRequest& request, QObject* context, Answer<Draft> answer)
{
    Mask mask(request.names);
    const ModelQuestion question =
        rewriteQuestion(request, m_client.options().maskPersonalData ? &mask : nullptr);
    m_client.ask(question, context,
                 [text = request.text, mask, engine = engine(),
                  answer = std::move(answer)](const Result<QJsonObject>& said) {
                     answer(said ? rewriteFrom(*said, text, engine, mask) : std::unexpected(said.error()));
                 });
}

void RemoteModel::closingNote(const SummaryInput& input, const QString& done, QObject* context,
                              Answer<Draft> answer)
{
    Mask mask = maskFor(input);
    const ModelQuestion question =
        noteQuestion(input, done, languageOf(input), m_client.options().maskPersonalData ? &mask : nullptr);
    m_client.ask(
        question, context,
        [input, done, mask, engine = engine(), answer = std::move(answer)](const Result<QJsonObject>& said) {
            answer(said ? noteFrom(*said, input, done, engine, mask) : std::unexpected(said.error()));
        });
}

void RemoteModel::chooseLane(const LaneQuestion& question, QObject* context,
                             Answer<std::optional<domain::Lane>> answer)
{
    Mask mask = maskFor(question.talk);
    const ModelQuestion asked = laneQuestion(question, m_client.options().maskPersonalData ? &mask : nullptr);
    m_client.ask(asked, context,
                 [lanes = question.lanes, answer = std::move(answer)](const Result<QJsonObject>& said) {
                     answer(said ? laneFrom(*said, lanes) : std::unexpected(said.error()));
                 });
}

} // namespace relevo::assist
