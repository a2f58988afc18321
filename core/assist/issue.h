#pragma once

#include <domain/message.h>

#include <QtCore/QString>

#include <vector>

namespace relevo::assist {

/// What a conversation is about, in the customer's own words.
struct Issue
{
    QString problem; ///< one or two sentences, no greeting or "I am writing to" in front; empty when unsaid
    QString wish;    ///< what the customer asked to be done, when `problem` does not say it

    /// Both, at most 240 characters.
    [[nodiscard]] QString text() const;
};

/// The sentence that tells a stranger most. When it speaks of "it" or "the item" and another message names
/// what that is, the name stands behind it in square brackets, as editors write it. The wish for a human is
/// no issue.
[[nodiscard]] Issue issueOf(const std::vector<domain::Message>& messages);

} // namespace relevo::assist
