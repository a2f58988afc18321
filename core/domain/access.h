#pragma once

#include <domain/ids.h>

#include <QtCore/QStringList>

namespace relevo::domain {

/// What was done to somebody's way in. The list only grows; the names are in PROTOCOL.md.
enum class AccessKind {
    Invited,         ///< a one-time token was made with which they set their password
    InviteAccepted,  ///< by such a token, after an invitation or a reset
    PasswordChanged, ///< by themselves; their other sessions have ended
    PasswordReset,   ///< the password is gone until they set a new one; their sessions have ended
    TotpEnabled,
    TotpDisabled,
    TotpReset, ///< by an admin
    SessionsEnded,
    KeyCreated,
    KeyRevoked,
    SignedIn,
    SignInsRefused,  ///< so many that the account has to wait; told once for each wait, not for each attempt
    WebhookCreated,  ///< by an admin; from now on somebody's program is told of the project's events
    WebhookEnabled,  ///< by an admin
    WebhookDisabled, ///< by the relay, which could not reach it, or was told to stop
    WebhookDeleted,
    TemplateChanged, ///< by an admin: a text that reaches customers at any time (message_template.h)
    TemplateDeleted,
    CannedChanged, ///< an answer kept ready for all agents, by its shortcut; each agent's own are theirs
    CannedDeleted,
    FaqChanged,    ///< what the bot answers to which questions
    BotSecretMade, ///< a new secret that a bot's webhook is signed with, by the bot's name
    OrdersChanged, ///< the orders bot's table, by a person; a program that keeps it in step is not told of
    OrderDeleted,
    ContactExported, ///< all that is known of a person was given out
    Unknown,         ///< of a newer program
};

/// What came in before may not hold any more: sessions and keys are looked at again.
[[nodiscard]] constexpr bool endsAccess(AccessKind kind)
{
    return kind < AccessKind::SignedIn || kind == AccessKind::Unknown;
}

/// Of something that has no id of its own here, but the change's name: a message template, a canned response,
/// a bot, an order; the FAQ and several orders have none.
[[nodiscard]] constexpr bool isAboutText(AccessKind kind)
{
    return kind >= AccessKind::TemplateChanged && kind < AccessKind::ContactExported;
}

/// A change of credentials, of who is told what or in which words, or their use, told so that it can be found
/// later; never holds a secret or its hash.
struct AccessChange
{
    AccessKind kind = AccessKind::Unknown;
    AgentId agent;          ///< whose way in; null when it is none of a person
    ApiKeyId key;           ///< null unless it is one
    QString name;           ///< the key's name; where the webhook is: scheme, host and port of its address;
                            ///< the template's name and language; the canned response's shortcut; the
                            ///< bot's name; the order's number, when it was one order
    QStringList scopes;     ///< the key's
    WebhookId webhook = {}; ///< null unless it is one
    int count =
        0; ///< sign-ins refused in the last quarter of an hour; of SignedIn: before it; orders written
    ContactId contact = {}; ///< who was exported, and nothing else of them: this outlives their erasure

    friend bool operator==(const AccessChange&, const AccessChange&) = default;
};

} // namespace relevo::domain
