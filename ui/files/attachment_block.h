#pragma once

#include <ui/theme/theme.h>

#include <client/attachments.h>

#include <QtCore/QPointer>
#include <QtCore/QRect>

class QPainter;

namespace relevo::ui {

class PictureStore;

/// How the files of a message stand in its bubble, one below the other: pictures in the size they will have
/// from the beginning, so that nothing moves when they come, and a card with name and size for everything
/// else. Small pictures are fetched when they come into view; the rest when somebody asks.
class AttachmentBlock
{
public:
    /// Larger ones are fetched by a click.
    static constexpr qint64 fetchedUnasked = 5 * 1024 * 1024;

    /// `pictures` must outlive this.
    AttachmentBlock(const Theme& theme, PictureStore& pictures) : m_theme(theme), m_pictures(pictures) {}

    /// Without, nothing is fetched and nothing shown but what is known of a file.
    void setAttachments(client::Attachments* attachments) { m_attachments = attachments; }

    using Files = std::vector<domain::Attachment>;

    /// The room that `files` need, no wider than `width`; null without any.
    [[nodiscard]] QSize size(const Files& files, int width) const;
    /// `block` has the size that size() gave.
    void paint(QPainter& painter, const QRect& block, const Files& files,
               const domain::ConversationId& conversation, bool leftToRight) const;
    /// The file at a place of such a block, or -1; of one that is no longer kept nothing can be had there.
    [[nodiscard]] int fileAt(const QRect& block, const Files& files, const QPoint& place,
                             bool leftToRight) const;
    /// It is a picture, and it is there to be seen large.
    [[nodiscard]] bool isShown(const domain::Attachment& file) const;

private:
    const Theme& m_theme;
    PictureStore& m_pictures;
    QPointer<client::Attachments> m_attachments;

    [[nodiscard]] client::Attachments::Known known(const domain::Attachment& file) const;
    [[nodiscard]] int cardHeight() const;
    [[nodiscard]] QSize sizeOf(const domain::Attachment& file, int width) const;
    [[nodiscard]] QRect placeOf(const QRect& block, const Files& files, std::size_t which,
                                bool leftToRight) const;
    /// What is to be said of it beside its size; empty when nothing is.
    [[nodiscard]] QString stateWords(const domain::Attachment& file) const;
    void paintPicture(QPainter& painter, const QRect& tile, const domain::Attachment& file) const;
    void paintCard(QPainter& painter, const QRect& card, const domain::Attachment& file,
                   bool leftToRight) const;
    void paintProgress(QPainter& painter, const QRect& line, const domain::Attachment& file) const;
};

} // namespace relevo::ui
