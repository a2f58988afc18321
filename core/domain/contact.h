#pragma once

#include <base/timestamp.h>
#include <domain/ids.h>

#include <QtCore/QStringList>

#include <map>
#include <vector>

namespace relevo::domain {

/// Attributes of one contact; new ones past it are not kept, so that no contact grows without bound.
inline constexpr std::size_t maxContactAttributes = 64;

/// Labels of one contact, and how long each may be.
inline constexpr qsizetype maxContactTags = 30;
inline constexpr qsizetype maxContactTagLength = 50;
/// Notes about one contact, and how long each may be.
inline constexpr std::size_t maxContactNotes = 100;
inline constexpr qsizetype maxContactNoteLength = 4'000;
/// Contacts that may be one person.
inline constexpr std::size_t maxMergedContacts = 200;

/// What an agent wrote down about a contact, for whoever serves them next; they never see it.
struct ContactNote
{
    MessageId id;
    AgentId authorId; ///< null: a program
    QString authorName;
    QString text;
    Timestamp at;

    friend bool operator==(const ContactNote&, const ContactNote&) = default;
};

/// The person on the other side of a conversation, which is theirs alone. Empty fields are unknown.
struct Contact
{
    ContactId id;
    QString name;
    QString email;
    QString phone;
    std::map<QString, QString> attributes; ///< whatever the bot or site knows, e.g. "vip" → "true"
    QStringList tags = {};                 ///< as tidyTags() leaves them
    /// What they write is kept and shown, and nothing else comes of it: no bot, trigger, handoff or notice.
    bool blocked = false;
    /// They are the same person as that contact, who is merged into nobody; null: they stand for themselves.
    ContactId mergedInto = {};
    std::vector<ContactNote> notes = {}; ///< in the order they were written

    friend bool operator==(const Contact&, const Contact&) = default;
};

/// A contact with the conversation they are known from, whatever became of it.
struct KnownContact
{
    ConversationId conversation;
    Contact contact;

    friend bool operator==(const KnownContact&, const KnownContact&) = default;
};

/// The one contact that stands for the person a contact is: themselves, or whom they are merged into.
[[nodiscard]] ContactId rootOf(const Contact& contact);

/// Trimmed, without empty ones, each once whatever its case, in alphabetical order.
[[nodiscard]] QStringList tidyTags(const QStringList& tags);

/// The contact is important to the project: attribute "vip" is true, yes or 1, or "tier" or "plan" is vip, in
/// any case of letters.
[[nodiscard]] bool isVip(const Contact& contact);

/// That a contact was forgotten: what the events of their conversation told of them is gone from the journal.
/// The digest covers what is left of those events, so that nobody can take out, or put in, anything else.
struct Erasure
{
    ContactId contact;
    qint64 events = 0; ///< how many were emptied; they name the conversation themselves
    QString digest;    ///< SHA-256, in hex, over the bodies that are left, in order of sequence

    friend bool operator==(const Erasure&, const Erasure&) = default;
};

/// What a message told about its sender; empty fields leave what is known as it is.
struct ContactPatch
{
    QString name;
    QString email;
    QString phone;
    std::map<QString, QString> attributes;

    [[nodiscard]] bool isEmpty() const
    {
        return name.isEmpty() && email.isEmpty() && phone.isEmpty() && attributes.empty();
    }
};

} // namespace relevo::domain
