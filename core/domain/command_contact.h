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

/// What somebody corrects of a contact: what is given replaces what is known, an empty text forgets it.
struct CorrectContact
{
    ContactId contact;
    std::optional<QString> name;
    std::optional<QString> email;
    std::optional<QString> phone;
    std::map<QString, QString> attributes;

    friend bool operator==(const CorrectContact&, const CorrectContact&) = default;
};

/// Forgets a contact for good: ends what is going on with them, and takes what is known of them out of the
/// conversation the command is about.
struct EraseContact
{
    ContactId contact;
};

} // namespace relevo::domain
