#include <bot/faq_bot.h>

#include <bot/hours_text.h>

#include <assist/language.h>
#include <assist/tokens.h>
#include <assist/triggers.h>

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

std::unexpected<Error> wrongFaq(const QString& what)
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
            return wrongFaq(QStringLiteral("\"%1\" has no text in \"%2\".").arg(name, language));
    }
    return result;
}

/// Texts in every language, one after the other to be said, or an error.
Result<std::map<QString, QStringList>> lists(const QJsonValue& value, const QString& name)
{
    std::map<QString, QStringList> result;
    for (const QString& language : languages()) {
        for (const QJsonValue& text : value[language].toArray()) {
            if (!text.toString().isEmpty())
                result[language].push_back(text.toString());
        }
        if (result[language].isEmpty())
            return wrongFaq(QStringLiteral("\"%1\" has no text in \"%2\".").arg(name, language));
    }
    return result;
}

} // namespace

Result<FaqBot> FaqBot::builtIn()
{
    QFile file(QStringLiteral(":/relevo/bot/faq.json"));
    if (!file.open(QIODevice::ReadOnly))
        return wrongFaq(QStringLiteral("the built-in file is missing."));
    return fromJson(file.readAll());
}

Result<FaqBot> FaqBot::fromJson(const QByteArray& json)
{
    QJsonParseError error{};
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return wrongFaq(error.errorString() + u'.');
    FaqBot bot;
    auto greeting = texts(root[u"greeting"], QStringLiteral("greeting"));
    if (!greeting)
        return std::unexpected(greeting.error());
    bot.m_greeting = std::move(*greeting);
    auto unknown = lists(root[u"unknown"], QStringLiteral("unknown"));
    if (!unknown)
        return std::unexpected(unknown.error());
    bot.m_unknown = std::move(*unknown);
    auto unknownAlone = lists(root[u"alone"][u"unknown"], QStringLiteral("alone.unknown"));
    if (!unknownAlone)
        return std::unexpected(unknownAlone.error());
    bot.m_unknownAlone = std::move(*unknownAlone);
    auto wishAlone = texts(root[u"alone"][u"wish"], QStringLiteral("alone.wish"));
    if (!wishAlone)
        return std::unexpected(wishAlone.error());
    bot.m_wishAlone = std::move(*wishAlone);
    int number = 0;
    for (const QJsonValue& item : root[u"entries"].toArray()) {
        Entry entry;
        entry.name = item[u"name"].toString();
        const QString name = QStringLiteral("entry %1 %2").arg(++number).arg(entry.name).trimmed();
        auto answer = texts(item[u"answer"], name);
        if (!answer)
            return std::unexpected(answer.error());
        entry.answer = std::move(*answer);
        if (item[u"answerAlone"].isObject()) {
            auto alone = texts(item[u"answerAlone"], name + QStringLiteral(" alone"));
            if (!alone)
                return std::unexpected(alone.error());
            entry.answerAlone = std::move(*alone);
        }
        entry.smallTalk = item[u"smallTalk"].toBool();
        for (const QString& language : languages()) {
            QStringList written;
            for (const QJsonValue& pattern : item[u"words"][language].toArray())
                written.push_back(pattern.toString());
            entry.patterns[language] = Patterns(written);
            if (entry.patterns[language].isEmpty())
                return wrongFaq(QStringLiteral("%1 has no words in \"%2\".").arg(name, language));
        }
        bot.m_entries.push_back(std::move(entry));
    }
    if (bot.m_entries.empty())
        return wrongFaq(QStringLiteral("there is no entry."));
    return bot;
}

FaqBot FaqBot::with(const std::vector<domain::FaqEntry>& entries, bool builtIns) const
{
    FaqBot bot = *this;
    if (!builtIns)
        std::erase_if(bot.m_entries, [](const Entry& entry) { return !entry.smallTalk; });
    std::vector<Entry> own;
    own.reserve(entries.size() + bot.m_entries.size());
    for (const domain::FaqEntry& entry : entries) {
        Entry made;
        made.name = entry.name;
        for (const auto& [language, words] : entry.words)
            made.patterns[language] = Patterns(words);
        made.answer = entry.answer;
        own.push_back(std::move(made));
    }
    // The project's own come first: of equally good ones the first wins.
    bot.m_entries.insert(bot.m_entries.begin(), std::make_move_iterator(own.begin()),
                         std::make_move_iterator(own.end()));
    return bot;
}

QString FaqBot::in(const Texts& texts, const QString& language)
{
    for (const QString& tried : QStringList{language} + languages()) {
        if (const auto found = texts.find(tried); found != texts.end())
            return found->second;
    }
    return {};
}

QString FaqBot::greeting(const QString& language) const
{
    return in(m_greeting, language);
}

const FaqBot::Entry* FaqBot::best(const std::vector<QString>& words, const QString& language) const
{
    const auto count = static_cast<qsizetype>(words.size());
    const Entry* best = nullptr;
    std::size_t bestSize = 0;
    for (const Entry& entry : m_entries) {
        if (count > (entry.smallTalk ? longestSmallTalk : longestQuestion))
            continue;
        const auto patterns = entry.patterns.find(language);
        const std::size_t size = patterns == entry.patterns.end() ? 0 : patterns->second.best(words);
        if (size > bestSize) {
            best = &entry;
            bestSize = size;
        }
    }
    return best;
}

FaqBot::Found FaqBot::find(const QString& text, const QString& language) const
{
    const std::vector<QString> words = assist::words(text);
    // The language of a short text may be guessed wrong, so all are tried; its own first.
    const QString likely = language.isEmpty() ? assist::detectLanguage(text) : language;
    QStringList order = languages();
    if (order.removeAll(likely) > 0)
        order.prepend(likely);
    Found found;
    for (const QString& tried : order) {
        const Entry* entry = best(words, tried);
        // A greeting in one language is less than a question in another ("hi, ¿cuál es el horario?").
        if (entry && (!found.entry || (found.entry->smallTalk && !entry->smallTalk)))
            found = {entry, tried};
    }
    return found;
}

bool FaqBot::knows(const QString& text, const QString& language) const
{
    const Found found = find(text, language);
    return found.entry && !found.entry->smallTalk;
}

BotReply FaqBot::answer(const QString& text, const QString& language, int failures,
                        const std::optional<domain::BusinessHours>& hours, bool people) const
{
    if (const Found found = find(text, language); found.entry) {
        // Who plainly asks in another language than the conversation's so far is answered in it; a word that
        // another language has, too ("delivery"), tells nothing.
        const bool plain = assist::words(text).size() > 1 && assist::detectLanguage(text) == found.language;
        const QString spoken = language.isEmpty() || plain ? found.language : language;
        const bool alone = !people && !found.entry->answerAlone.empty();
        return {withHours(in(alone ? found.entry->answerAlone : found.entry->answer, spoken), hours, spoken),
                false, !found.entry->smallTalk};
    }
    if (!people && assist::wishTriggers().find(text))
        return {in(m_wishAlone, language), true, false};
    const auto& texts = people ? m_unknown : m_unknownAlone;
    const auto known = texts.find(language);
    const QStringList& unknown = known != texts.end() ? known->second : texts.at(languages().first());
    return {unknown[std::clamp<qsizetype>(failures, 0, unknown.size() - 1)], true, false};
}

} // namespace relevo::bot
