#pragma once

#include <domain/summary.h>

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relevo::assist {

/// What the agent could do next, in `language` ("en", "es", "pt"), by the kind of issue the text is about and
/// by what the customer wished for later; when they show none, to answer the question that is open, or a
/// general one.
[[nodiscard]] QString suggestionFor(const QString& issue, const QString& language, const QString& wish = {},
                                    const QString& openQuestion = {});

/// Three replies an agent could begin from, in the conversation's language, by the kind of issue: one that
/// takes it over, one that asks for what is still missing to act, one that asks for patience. They promise
/// nothing that has not been decided and state nothing that the customer did not.
[[nodiscard]] QStringList repliesFor(const domain::Summary& summary);

/// What is noted when a conversation is closed: the issue, what the bot had tried, and `done`, the agent's
/// own words of what was done; in the conversation's language.
[[nodiscard]] QString closingNoteFor(const domain::Summary& summary, const QString& done);

} // namespace relevo::assist
