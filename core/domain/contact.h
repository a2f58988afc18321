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
