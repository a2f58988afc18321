#pragma once

#include <domain/contact.h>
#include <domain/message.h>

#include <QtCore/QTimeZone>

#include <memory>
#include <vector>

namespace relevo::client {

/// What an agent looks for. All of it holds at once; what is empty asks for nothing.
struct SearchQuery
{
    QString words;   ///< the last of them may be the beginning of one; accents and case do not count
    QString from;    ///< part of the writer's or the contact's name
    QString channel; ///< "web", "http", …
    QString agent;   ///< part of the name of an agent who wrote in it or holds it
    QString tag;     ///< of the conversation, whole
    std::optional<Timestamp> after;  ///< from then on
    std::optional<Timestamp> before; ///< up to then, exclusive

    /// Whether there is anything to look for.
    [[nodiscard]] bool isEmpty() const;
    /// Whether something apart from words is asked. Without any words the relay cannot search.
    [[nodiscard]] bool hasFilters() const;

    friend bool operator==(const SearchQuery&, const SearchQuery&) = default;
};

/// Reads what was typed: words, and NAME:VALUE or NAME:"SEVERAL WORDS" for from, channel, agent, tag, after,
/// before and on (days as 2026-11-21, in `zone`). A name that is none of these, and a day that is none, are
/// words like the others.
[[nodiscard]] SearchQuery parseSearch(const QString& typed, const QTimeZone& zone);

/// A message or a contact that was found.
struct SearchHit
{
    enum class Kind { Contact, Message, Note };

    Kind kind = Kind::Message;
    domain::ConversationId conversation;
    domain::MessageId message; ///< null for a contact
    qint64 seq = 0;            ///< the message's; of a contact 0, or what the relay says
    Timestamp at;              ///< when it was said; of a contact, when the conversation last moved
    QString name;              ///< the contact's; empty while unknown
    QString channel;           ///< empty while unknown
    QString author;            ///< who said it; empty for the customer, and where it is not known
    bool open = false;         ///< the conversation goes on
    QString text;              ///< some words around, one line; of a contact, what is known of them
    /// Where in `text` the words are: start and length.
    std::vector<std::pair<qsizetype, qsizetype>> marks;
};

struct SearchResults
{
    enum class Relay {
        NotAsked, ///< nothing that it could tell
        Asked,    ///< its answer is still to come
        Answered,
        Away, ///< only this device was searched
    };

    SearchQuery query;
    std::vector<SearchHit> contacts; ///< most recent conversation first
    std::vector<SearchHit> messages; ///< newest first
    Relay relay = Relay::NotAsked;
    bool more = false; ///< there is more than fits; other words find it
};

/// How results cross the threads: made once, then only read.
using SharedResults = std::shared_ptr<const SearchResults>;

inline constexpr std::size_t mostContacts = 20;
inline constexpr std::size_t mostMessages = 100;

} // namespace relevo::client
