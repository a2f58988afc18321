#include <bot/faq_bot.h>

#include <assist/language.h>
#include <assist/tokens.h>

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace relevo::bot {
namespace {

constexpr qsizetype longestSmallTalk = 4; ///< words; in a longer message the greeting is not what matters
constexpr qsizetype longestQuestion = 30; ///< words; a longer one is a story that no fixed answer fits

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
        return wrong(error.errorString() + u'.');
    FaqBot bot;
    auto greeting = texts(root[u"greeting"], QStringLiteral("greeting"));
    if (!greeting)
        return std::unexpected(greeting.error());
    bot.m_greeting = std::move(*greeting);
    for (const QString& language : languages()) {
        for (const QJsonValue& text : root[u"unknown"][language].toArray()) {
            if (!text.toString().isEmpty())
                bot.m_unknown[language].push_back(text.toString());
        }
        if (bot.m_unknown[language].isEmpty())
            return wrong(QStringLiteral("\"unknown\" has no text in \"%1\".").arg(language));
    }
    int number = 0;
    for (const QJsonValue& item : root[u"entries"].toArray()) {
        Entry entry;
        entry.name = item[u"name"].toString();
        const QString name = QStringLiteral("entry %1 %2").arg(++number).arg(entry.name).trimmed();
        auto answer = texts(item[u"answer"], name);
        if (!answer)
            return std::unexpected(answer.error());
        entry.answer = std::move(*answer);
        entry.smallTalk = item[u"smallTalk"].toBool();
        for (const QString& language : languages()) {
            for (const QJsonValue& pattern : item[u"words"][language].toArray()) {
                const QStringList stems = pattern.toString().split(u' ', Qt::SkipEmptyParts);
                if (!stems.isEmpty())
                    entry.patterns[language].push_back(stems);
            }
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

const FaqBot::Entry* FaqBot::find(const std::vector<QString>& words, const QString& language) const
{
    const auto count = static_cast<qsizetype>(words.size());
    const Entry* best = nullptr;
    qsizetype bestSize = 0;
    for (const Entry& entry : m_entries) {
        if (count > (entry.smallTalk ? longestSmallTalk : longestQuestion))
            continue;
        for (const QStringList& stems : entry.patterns.at(language)) {
            if (stems.size() > bestSize && meets(words, stems)) {
                best = &entry;
                bestSize = stems.size();
            }
        }
    }
    return best;
}

BotReply FaqBot::answer(const QString& text, const QString& language, int failures) const
{
    const std::vector<QString> words = assist::words(text);
    // The language of a short text may be guessed wrong, so all are tried; its own first.
    const QString likely = language.isEmpty() ? assist::detectLanguage(text) : language;
    QStringList order = languages();
    if (order.removeAll(likely) > 0)
        order.prepend(likely);
    const Entry* best = nullptr;
    QString spoken = order.first();
    for (const QString& tried : order) {
        const Entry* entry = find(words, tried);
        // A greeting in one language is less than a question in another ("hi, ¿cuál es el horario?").
        if (entry && (!best || (best->smallTalk && !entry->smallTalk))) {
            best = entry;
            spoken = tried;
        }
    }
    if (best)
        return {in(best->answer, language.isEmpty() ? spoken : language), false, !best->smallTalk};
    const auto known = m_unknown.find(language);
    const QStringList& unknown = known != m_unknown.end() ? known->second : m_unknown.at(languages().first());
    return {unknown[std::clamp<qsizetype>(failures, 0, unknown.size() - 1)], true, false};
}

} // namespace relevo::bot
