#pragma once

#include <client/desk.h>

#include <domain/contact.h>
#include <domain/conversation.h>

#include <map>
#include <optional>

namespace relevo::client {

/// A contact, and the conversation in which the agent looks at them: what is wished of the one waits its turn
/// in the other.
struct ContactKey
{
    domain::ConversationId conversation;
    domain::ContactId contact;

    friend bool operator==(const ContactKey&, const ContactKey&) = default;
};

/// What is to be known of a contact from now on; an empty text forgets, and what is left out stays.
struct ContactChange
{
    std::optional<QString> name = {};
    std::optional<QString> email = {};
    std::optional<QString> phone = {};
    std::map<QString, QString> attributes = {};
    std::optional<QStringList> tags = {}; ///< all of them
};

/// Somebody as the relay knows them: a contact, and the others that were found to be the same person.
struct Person
{
    domain::Contact contact;
    std::vector<domain::Contact> merged;
    std::vector<domain::Conversation> conversations; ///< of all of them, newest first

    friend bool operator==(const Person&, const Person&) = default;
};

/// What an agent does with contacts. Wishes are made sure of as all of a Desk's are, are seen at once in the
/// contact's transcript and rows, and can be taken back for a moment where the desk says so (canBeTakenBack).
/// Questions are answered once, on the UI thread, unless the replica is left or `context` is gone by then.
class People
{
public:
    /// `desk` must outlive this.
    explicit People(Desk& desk) : m_desk(desk) {}

    void update(const ContactKey& whose, const ContactChange& change);
    /// A blocked contact's messages are kept and shown, but ring no bell.
    void setBlocked(const ContactKey& whose, bool blocked);
    void addNote(const ContactKey& whose, const QString& text);
    /// One's own; of a supervisor anybody's.
    void deleteNote(const ContactKey& whose, const domain::MessageId& note);
    /// They are the same person as `into`, who keeps the name.
    void merge(const ContactKey& whose, const domain::ContactId& into);
    /// They are a person of their own after all.
    void split(const ContactKey& whose);
    /// Ends it without a word to the customer.
    void markSpam(const domain::ConversationId& conversation, const domain::HandoffId& handoff, bool block);
    void convertToTicket(const domain::ConversationId& conversation, const domain::HandoffId& handoff);

    void get(const domain::ContactId& contact, const QObject* context,
             std::function<void(const Result<Person>&)> done);
    /// Contacts in which all the words are, newest first; at most `limit`.
    void find(const QString& words, int limit, const QObject* context,
              std::function<void(const Result<std::vector<domain::Contact>>&)> done);

private:
    Desk& m_desk;

    void wish(Wish kind, const ContactKey& whose, protocol::Json params, bool thoughtful = true);
};

} // namespace relevo::client
