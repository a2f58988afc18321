#pragma once

#include <client/outgoing_file.h>

namespace relevo::client {

/// What was written in one conversation and not sent. An answer and a note are two texts, so that a note can
/// never become an answer by a press of a button.
struct Draft
{
    domain::ConversationId conversation;
    QString message;          ///< to the customer
    QString note;             ///< to colleagues
    bool writingNote = false; ///< which of the two the composer shows
    /// The newest message that was on screen when `message` was last begun or confirmed; 0: not known, so
    /// that whatever was said counts as new.
    qint64 basedOnSeq = 0;
    std::vector<OutgoingFile> files = {};     ///< that go with `message`
    std::vector<OutgoingFile> noteFiles = {}; ///< that go with `note`

    [[nodiscard]] bool isEmpty() const
    {
        return message.isEmpty() && note.isEmpty() && files.empty() && noteFiles.empty();
    }

    friend bool operator==(const Draft&, const Draft&) = default;
};

} // namespace relevo::client
