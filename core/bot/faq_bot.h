#pragma once

#include <bot/patterns.h>

#include <base/error.h>
#include <domain/bots.h>
#include <domain/business_hours.h>

#include <QtCore/QByteArray>

#include <map>
#include <vector>

namespace relevo::bot {

/// What the bot says to one message.
struct BotReply
{
    QString text;
    bool failed = false;   ///< the bot did not know; counts towards a handoff
    bool answered = false; ///< a real answer, worth giving also to somebody who waits for a human
};

/// The small bot of the web chat: answers from a list of questions in English, Spanish and Portuguese, and
/// says so when it does not know. Pure after loading; any thread.
class FaqBot
{
public:
    /// The questions that come with the relay.
    [[nodiscard]] static Result<FaqBot> builtIn();
    /// {"greeting":{lang:text},"unknown":{lang:[text…]},"alone":{"unknown":{lang:[text…]},"wish":{lang:text}},
    ///  "entries":[{"name","smallTalk"?,"words":{lang:["stem stem"…]},"answer":{lang:text},
    ///  "answerAlone"?:{lang:text}}]}; every text in en, es and pt. What is said alone is said where no human
    /// can be asked for; `wish` to whoever asks for one. An entry answers a message that has all stems of one
    /// of its patterns, in any order; a stem is the beginning of a word, one of up to three letters a whole
    /// word; the pattern with the most stems wins. Fails with `invalid`, naming what is missing.
    [[nodiscard]] static Result<FaqBot> fromJson(const QByteArray& json);

    /// The same bot with a project's own questions, which win where both fit equally; without `builtIns`
    /// those of the file do not answer, except for greetings and thanks. A question whose answer is missing
    /// in a language answers in another.
    [[nodiscard]] FaqBot with(const std::vector<domain::FaqEntry>& entries, bool builtIns) const;

    /// "es" or "pt"; English for any other.
    [[nodiscard]] QString greeting(const QString& language) const;
    /// `language` as detected or stored, empty when unknown: then the one whose words fit. `failures` is how
    /// often in a row the bot has not known; its words change with it. "{hours}" in an answer becomes the
    /// project's opening hours (hours_text.h). `people`: whoever asks for a human gets one, so the bot may
    /// say so.
    [[nodiscard]] BotReply answer(const QString& text, const QString& language, int failures,
                                  const std::optional<domain::BusinessHours>& hours,
                                  bool people = true) const;
    /// It has a real answer.
    [[nodiscard]] bool knows(const QString& text, const QString& language) const;

private:
    using Texts = std::map<QString, QString>; // by language
    struct Entry
    {
        QString name;
        std::map<QString, Patterns> patterns; // by language
        Texts answer;
        Texts answerAlone; // empty: the same
        bool smallTalk = false;
    };

    struct Found
    {
        const Entry* entry = nullptr; // null: none
        QString language;             // of the words that fit
    };

    [[nodiscard]] Found find(const QString& text, const QString& language) const;
    /// The entry whose pattern in this language fits best, or null.
    [[nodiscard]] const Entry* best(const std::vector<QString>& words, const QString& language) const;
    [[nodiscard]] static QString in(const Texts& texts, const QString& language);

    Texts m_greeting;
    std::map<QString, QStringList> m_unknown;
    std::map<QString, QStringList> m_unknownAlone;
    Texts m_wishAlone;
    std::vector<Entry> m_entries;
};

} // namespace relevo::bot
