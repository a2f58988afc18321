#pragma once

#include <domain/contact.h>

#include <optional>

// The commands about contacts; Command, in command.h, is all of them.
namespace relevo::domain {

/// Something was learnt about a customer, whoever speaks to them.
struct UpdateContact
{
    ContactPatch contact;
};

/// What somebody corrects of a contact: what is given replaces what is known, an empty text forgets it. Being
/// blocked is of the whole person.
struct CorrectContact
{
    ContactId contact;
    std::optional<QString> name;
    std::optional<QString> email;
    std::optional<QString> phone;
    std::map<QString, QString> attributes;
    std::optional<QStringList> tags = {}; ///< all of them, as they shall be
    std::optional<bool> blocked = {};
    std::vector<KnownContact> person = {}; ///< the others who are the same person; of the writer's making

    friend bool operator==(const CorrectContact&, const CorrectContact&) = default;
};

/// A note about a contact; its id is of the decision's making.
struct AddContactNote
{
    ContactId contact;
    AgentId author; ///< null: a program
    QString authorName;
    QString text;
};

struct DeleteContactNote
{
    ContactId contact;
    MessageId note;
    AgentId by;                   ///< null: a program
    bool mayDeleteOthers = false; ///< supervisors and programs
};

/// The contact's whole person and the one `into` belongs to are one from now on; who stands for them is who
/// stood for `into`.
struct MergeContact
{
    ContactId contact;
    ContactId into;
    std::vector<KnownContact> person =
        {}; ///< the others who are the same as `contact`; of the writer's making
    std::vector<KnownContact> other = {}; ///< the whole person of `into`; empty: there is none
};

/// Ends a handoff with somebody who only wants to be a nuisance: they are told nothing and asked nothing.
struct SpamHandoff
{
    HandoffId handoffId;
    AgentId agent;                         ///< null: a program
    bool mayEndOthers = false;             ///< supervisors and programs
    bool block = false;                    ///< the contact, with all who are the same person
    std::vector<KnownContact> person = {}; ///< the others who are; of the writer's making
};

/// Takes one contact out of the person it was merged into.
struct SplitContact
{
    ContactId contact;
};

/// Forgets a contact for good: ends what is going on with them, and takes what is known of them out of the
/// conversation the command is about.
struct EraseContact
{
    ContactId contact;
};

/// The time of a closed conversation's files is over: no longer kept from now on. The caller has made sure
/// that they are files of it.
struct RemoveAttachments
{
    std::vector<AttachmentId> ids;
};

} // namespace relevo::domain
