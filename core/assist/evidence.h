#pragma once

#include <assist/summary.h>

#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relevo::assist {

/// What was said in a conversation (without its notes), for holding what a language model writes against it.
/// A sentence is not proved by it, only refused where it says what nobody did: rather a true sentence too
/// few, which the rules replace, than an untrue one. English, Spanish and Portuguese; of other languages
/// numbers, addresses and names alone. Pure; made from and asked in one thread.
class Evidence
{
public:
    /// `input` must outlive it.
    explicit Evidence(const SummaryInput& input);
    /// A text alone, such as a draft: names are not asked for, since a translation changes their letters.
    explicit Evidence(const QString& text);

    void add(const QString& text);

    /// False when a sentence has a web or e-mail address, a name, or a number of `digits` digits or more, in
    /// digits or in words, that was not said: a shorter number counts things ("two of 3"), a longer one is
    /// somebody's.
    [[nodiscard]] bool holds(const QString& sentence, qsizetype digits = 2) const;

    /// True when a third or more of what the sentence speaks of was spoken of in the conversation.
    [[nodiscard]] bool isAbout(const QString& sentence) const;

    /// True when a question is one of a customer's messages in nearly the same words.
    [[nodiscard]] bool wasAsked(const QString& question) const;

    /// True when a bot spoke of what the act says that it did ("cancelled the order"), and did not deny it;
    /// what is told as done must not only have been asked or offered.
    [[nodiscard]] bool wasDone(const QString& act) const;

    /// The customer's message a value stands in: the one that is named (from 1 on), or else the first.
    [[nodiscard]] const domain::Message* messageWith(const QString& value, int named) const;

private:
    [[nodiscard]] bool isKnown(const QString& number, qsizetype digits) const;
    [[nodiscard]] bool knowsName(const QString& name) const;
    [[nodiscard]] bool spokeOf(const QString& word) const;

    const SummaryInput* m_input = nullptr;
    QString m_text;
    QSet<QString> m_numbers;    ///< digits alone
    QSet<QString> m_words;      ///< as words() gives them
    QSet<QString> m_beginnings; ///< their first letters, as many as tell a word from others
};

} // namespace relevo::assist
