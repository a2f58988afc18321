#include <domain/decide_handoff.h>

#include <algorithm>

namespace relevo::domain {
namespace {

constexpr qsizetype maxNotesLength =
    30'000; // of all about one contact, so that each event of it fits a frame

/// The contact a command names, when it is the conversation's; null otherwise.
const Contact* named(const Decision& decision, const ContactId& id)
{
    const ConversationState* state = decision.conversation();
    return state && state->conversation.contact.id == id ? &state->conversation.contact : nullptr;
}

std::unexpected<Error> invalid(const char* field, const QString& message, const QString& detail)
{
    return failure(ErrorCode::Invalid, message, detail,
                   {{QStringLiteral("field"), QString::fromLatin1(field)}});
}

Result<QStringList> checkedTags(const QStringList& tags)
{
    QStringList tidy = tidyTags(tags);
    if (tidy.size() > maxContactTags)
        return invalid("tags", QStringLiteral("A contact has at most 30 tags."),
                       QStringLiteral("Leave some out."));
    if (std::ranges::any_of(tidy, [](const QString& tag) { return tag.size() > maxContactTagLength; }))
        return invalid("tags", QStringLiteral("A tag has at most 50 characters."),
                       QStringLiteral("Choose a shorter one."));
    return tidy;
}

/// Puts the contact's person under `root`: those who were merged into them go along, so that nobody is ever
/// merged into somebody who is merged themselves.
void pointTo(Decision& decision, const ContactId& root, const std::vector<KnownContact>& person)
{
    Contact contact = decision.conversation()->conversation.contact;
    contact.mergedInto = root;
    decision.add(EventType::ContactMerged, std::move(contact));
    for (const KnownContact& one : person) {
        Contact moved = one.contact;
        moved.mergedInto = root;
        decision.addFor(one.conversation, EventType::ContactMerged, std::move(moved));
    }
}

} // namespace

bool isBlocked(const Decision& decision)
{
    return decision.conversation() && decision.conversation()->conversation.contact.blocked;
}

void setBlocked(Decision& decision, bool blocked, const std::vector<KnownContact>& person)
{
    if (isBlocked(decision) != blocked) {
        Contact contact = decision.conversation()->conversation.contact;
        contact.blocked = blocked;
        decision.add(EventType::ContactUpdated, std::move(contact));
    }
    for (const KnownContact& one : person) {
        if (one.contact.blocked == blocked)
            continue;
        Contact contact = one.contact;
        contact.blocked = blocked;
        decision.addFor(one.conversation, EventType::ContactUpdated, std::move(contact));
    }
}

Result<void> decideCorrectContact(Decision& decision, const CorrectContact& command)
{
    const Contact* known = named(decision, command.contact);
    if (!known)
        return noContact();
    Contact contact = *known;
    contact.name = command.name.value_or(known->name);
    contact.email = command.email.value_or(known->email);
    contact.phone = command.phone.value_or(known->phone);
    for (const auto& [key, value] : command.attributes) {
        if (value.isEmpty())
            contact.attributes.erase(key);
        else
            contact.attributes[key] = value;
    }
    if (contact.attributes.size() > maxContactAttributes)
        return invalid("attributes", QStringLiteral("A contact has at most 64 attributes."),
                       QStringLiteral("Remove some by giving them an empty text."));
    if (command.tags) {
        Result<QStringList> tags = checkedTags(*command.tags);
        if (!tags)
            return std::unexpected(tags.error());
        contact.tags = std::move(*tags);
    }
    contact.blocked = command.blocked.value_or(known->blocked);
    if (contact != *known)
        decision.add(EventType::ContactUpdated, std::move(contact));
    if (command.blocked)
        setBlocked(decision, *command.blocked, command.person);
    dropBlocked(decision);
    return {};
}

Result<void> decideContactNote(Decision& decision, const AddContactNote& command)
{
    const Contact* known = named(decision, command.contact);
    if (!known)
        return noContact();
    if (known->notes.size() >= maxContactNotes)
        return failure(ErrorCode::Conflict, QStringLiteral("A contact has at most 100 notes."),
                       QStringLiteral("Delete one that no longer helps."));
    const QString text = command.text.trimmed();
    if (text.isEmpty() || text.size() > maxContactNoteLength)
        return invalid("text", QStringLiteral("A note has 1 to 4000 characters."), {});
    qsizetype length = text.size();
    for (const ContactNote& note : known->notes)
        length += note.text.size();
    if (length > maxNotesLength)
        return failure(ErrorCode::Conflict,
                       QStringLiteral("The notes about a contact are too long together."),
                       QStringLiteral("Delete one that no longer helps."));
    Contact contact = *known;
    contact.notes.push_back({MessageId(decision.context().ids.next()), command.author, command.authorName,
                             text, decision.context().now});
    decision.add(EventType::ContactUpdated, std::move(contact));
    return {};
}

Result<void> decideDeleteContactNote(Decision& decision, const DeleteContactNote& command)
{
    const Contact* known = named(decision, command.contact);
    if (!known)
        return noContact();
    Contact contact = *known;
    const auto note = std::ranges::find(contact.notes, command.note, &ContactNote::id);
    if (note == contact.notes.end())
        return failure(ErrorCode::NotFound, QStringLiteral("There is no such note."),
                       QStringLiteral("It may have been deleted already."));
    if (!command.mayDeleteOthers && note->authorId != command.by)
        return failure(ErrorCode::Forbidden, QStringLiteral("Another agent wrote this note."),
                       QStringLiteral("Only its author or a supervisor can delete it."));
    contact.notes.erase(note);
    decision.add(EventType::ContactUpdated, std::move(contact));
    return {};
}

Result<void> decideMerge(Decision& decision, const MergeContact& command)
{
    const Contact* known = named(decision, command.contact);
    if (!known)
        return noContact();
    const auto other = std::ranges::find(command.other, command.into,
                                         [](const KnownContact& one) { return one.contact.id; });
    if (other == command.other.end())
        return failure(ErrorCode::NotFound, QStringLiteral("There is no contact to merge it into."),
                       QStringLiteral("GET /api/contacts lists them."),
                       {{QStringLiteral("field"), QStringLiteral("into")}});
    const ContactId root = rootOf(other->contact);
    if (root == rootOf(*known))
        return {};
    if (1 + command.person.size() + command.other.size() > maxMergedContacts)
        return failure(ErrorCode::Conflict, QStringLiteral("A person has at most 200 contacts."),
                       QStringLiteral("Nobody writes from so many places; look at who is merged."));
    pointTo(decision, root, command.person);
    return {};
}

Result<void> decideSplit(Decision& decision, const SplitContact& command)
{
    const Contact* known = named(decision, command.contact);
    if (!known)
        return noContact();
    if (known->mergedInto.isNull())
        return failure(ErrorCode::Conflict, QStringLiteral("The contact is merged into nobody."),
                       QStringLiteral("Split the ones that are merged into it instead."));
    Contact contact = *known;
    contact.mergedInto = {};
    decision.add(EventType::ContactSplit, std::move(contact));
    return {};
}

Result<void> decideRemoveAttachments(Decision& decision, const RemoveAttachments& command)
{
    const ConversationState* state = decision.conversation();
    if (!state)
        return noContact();
    // Whoever talks has use for what was sent; its time begins anew when the conversation ends.
    if (state->conversation.status != ConversationStatus::Closed)
        return failure(ErrorCode::Conflict, QStringLiteral("The conversation is open again."));
    if (!command.ids.empty())
        decision.add(EventType::AttachmentsRemoved, AttachmentsRemoved{command.ids});
    return {};
}

} // namespace relevo::domain
