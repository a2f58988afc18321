#pragma once

#include <domain/ids.h>

#include <QtCore/QString>

#include <vector>

namespace relevo::domain {

/// A file that belongs to a message. The bytes lie with the relay; this is what everybody knows of them.
struct Attachment
{
    AttachmentId id;
    QString name;    ///< safe (safeFileName): nobody's path, nothing that cannot be seen
    QString mime;    ///< as found in the bytes, whatever the sender called it
    qint64 size = 0; ///< bytes
    QString sha256;  ///< of the bytes, 64 lower-case hexadecimal digits
    int width = 0;   ///< pixels of an image; 0: not known, or no image
    int height = 0;
    bool gone = false; ///< the relay no longer keeps the bytes; said by whoever hands a message out, never in
                       ///< the event that brought it

    friend bool operator==(const Attachment&, const Attachment&) = default;
};

/// Files whose time was over: their messages stay, and keep their names and sizes.
struct AttachmentsRemoved
{
    std::vector<AttachmentId> ids;

    friend bool operator==(const AttachmentsRemoved&, const AttachmentsRemoved&) = default;
};

inline constexpr std::size_t maxAttachments = 10; ///< of one message
inline constexpr qsizetype maxFileName = 200;     ///< characters

/// What is left of a file's name as a stranger gives it: no directories, no control, format or bidirectional
/// characters, none that a file system refuses; at most maxFileName characters, of which the ending stays.
/// Never empty. Pure.
[[nodiscard]] QString safeFileName(const QString& name);

/// Whether a browser or a desk may show it in its place: pictures that can hold no program.
[[nodiscard]] bool isPicture(const QString& mime);

/// Message::kind of a message with these: what its only file is ("image", "audio", "video", "document") when
/// it says nothing else, "text" otherwise.
[[nodiscard]] QString kindWith(const std::vector<Attachment>& attachments, const QString& content);

} // namespace relevo::domain
