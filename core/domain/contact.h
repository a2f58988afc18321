#pragma once

#include <domain/ids.h>

#include <map>

namespace relevo::domain {

/// Attributes of one contact; new ones past it are not kept, so that no contact grows without bound.
inline constexpr std::size_t maxContactAttributes = 64;

/// The person on the other side of a conversation. Empty fields are unknown.
struct Contact
{
    ContactId id;
    QString name;
    QString email;
    QString phone;
    std::map<QString, QString> attributes; ///< whatever the bot or site knows, e.g. "vip" → "true"

    friend bool operator==(const Contact&, const Contact&) = default;
};

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
