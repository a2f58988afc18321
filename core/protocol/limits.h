#pragma once

#include <QtCore/qglobal.h>

#include <cstddef>

namespace relevo::protocol {

/// The version of everything in PROTOCOL.md; raised only for changes that an older program could not live
/// with.
inline constexpr int version = 1;

inline constexpr std::size_t maxFrameBytes = 256 * 1024; ///< one WebSocket message, either way
inline constexpr int maxJsonDepth = 32;
inline constexpr std::size_t maxContentBytes = 32 * 1024; ///< a message's text; escaped it still fits a frame
inline constexpr qint64 maxAttachmentBytes = 25 * 1024 * 1024; ///< of one file, unless configured
inline constexpr std::size_t maxShortText = 512;               ///< names, ids made by others, reasons
inline constexpr std::size_t maxPreviewBytes = 2 * 1024; ///< of what somebody is typing, before it is sent
inline constexpr std::size_t maxNotesBytes = 16 * 1024;
inline constexpr std::size_t maxCommentBytes = 4 * 1024; ///< a customer's beside their rating
inline constexpr std::size_t maxAttributes = 64;         ///< of a contact
inline constexpr std::size_t maxTags = 20;               ///< in one message; 50 in a conversation
inline constexpr qsizetype maxTagLength = 64;            ///< characters
inline constexpr int snapshotMessages = 50; ///< newest messages of each open conversation in a snapshot
inline constexpr std::size_t maxNotificationBytes = 4 * 1024; ///< its body
inline constexpr std::size_t maxUrlBytes = 2 * 1024;
inline constexpr std::size_t maxNotifiedAgents = 200; ///< named one by one
inline constexpr int maxPageItems = 200;

} // namespace relevo::protocol
