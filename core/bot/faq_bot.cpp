#include <bot/faq_bot.h>

#include <assist/tokens.h>

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace relevo::bot {
namespace {

const QStringList& languages()
{
    static const QStringList list{QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt")};
    return list;
}

std::unexpected<Error> wrong(const QString& what)
{
    return failure(ErrorCode::Invalid, QStringLiteral("The bot's questions cannot be used: %1").arg(what));
}

/// A text in every language, or an error.
Result<std::map<QString, QString>> texts(const QJsonValue& value, const QString& name)
{
    std::map<QString, QString> result;
    for (const QString& language : languages()) {
        result[language] = value[language].toString();
        if (result[language].isEmpty())
            return wrong(QStringLiteral("\"%1\" has no text in \"%2\".").arg(name, language));
    }
    return result;
}

/// True when each stem begins one of the words; stems of up to three letters are whole words.
bool meets(const std::vector<QString>& words, const QStringList& stems)
{
    return std::all_of(stems.begin(), stems.end(), [&words](const QString& stem) {
        return std::any_of(words.begin(), words.end(), [&stem](const QString& word) {
            return stem.size() <= 3 ? word == stem : word.startsWith(stem);
        });
    });
}

} // namespace

Result<FaqBot> FaqBot::builtIn()
{
    QFile file(QStringLiteral(":/relevo/bot/faq.json"));
    if (!file.open(QIODevice::ReadOnly))
        return wrong(QStringLiteral("the built-in file is missing."));
    return fromJson(file.readAll());
}

Result<FaqBot> FaqBot::fromJson(const QByteArray& json)
{
    QJsonParseError error{};
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return wrong(error.errorString());
    FaqBot bot;
    auto greeting = texts(root[u"greeting"], QStringLiteral("greeting"));
    if (!greeting)
        return std::unexpected(greeting.error());
    bot.m_greeting = std::move(*greeting);
    for (const QString& language : languages()) {
        for (const QJsonValue& text : root[u"unknown"][language].toArray())
            bot.m_unknown[language].push_back(text.toString());
        if (bot.m_unknown[language].isEmpty())
            return wrong(QStringLiteral("\"unknown\" has no text in \"%1\".").arg(language));
    }
    int number = 0;
    for (const QJsonValue& item : root[u"entries"].toArray()) {
        const QString name = QStringLiteral("entry %1").arg(++number);
        Entry entry;
        auto answer = texts(item[u"answer"], name);
        if (!answer)
            return std::unexpected(answer.error());
        entry.answer = std::move(*answer);
        entry.smallTalk = item[u"smallTalk"].toBool();
        for (const QString& language : languages()) {
            for (const QJsonValue& pattern : item[u"words"][language].toArray())
                entry.patterns[language].push_back(pattern.toString().split(u' ', Qt::SkipEmptyParts));
            if (entry.patterns[language].empty())
                return wrong(QStringLiteral("%1 has no words in \"%2\".").arg(name, language));
        }
        bot.m_entries.push_back(std::move(entry));
    }
    if (bot.m_entries.empty())
        return wrong(QStringLiteral("there is no entry."));
    return bot;
}

QString FaqBot::in(const Texts& texts, const QString& language)
{
    const auto found = texts.find(language);
    return found != texts.end() ? found->second : texts.at(languages().first());
}

QString FaqBot::greeting(const QString& language) const
{
    return in(m_greeting, language);
}

BotReply FaqBot::answer(const QString& text, const QString& language, int failures) const
{
    const std::vector<QString> words = assist::words(text);
    const Entry* best = nullptr;
    qsizetype bestSize = 0;
    // The language may be guessed wrong in a short text, so all are tried; its own first.
    QStringList order = languages();
    order.removeAll(language);
    order.prepend(languages().contains(language) ? language : languages().first());
    for (const QString& tried : order) {
        for (const Entry& entry : m_entries) {
            for (const QStringList& stems : entry.patterns.at(tried)) {
                if (stems.size() > bestSize && meets(words, stems) &&
                    (!entry.smallTalk || words.size() <= 4)) {
                    best = &entry;
                    bestSize = stems.size();
                }
            }
        }
        if (best)
            return {in(best->answer, language.isEmpty() ? tried : language), false, !best->smallTalk};
    }
    const auto known = m_unknown.find(language);
    const QStringList& unknown = known != m_unknown.end() ? known->second : m_unknown.at(languages().first());
    return {unknown[std::min<qsizetype>(failures, unknown.size() - 1)], true, false};
}

} // namespace relevo::bot
