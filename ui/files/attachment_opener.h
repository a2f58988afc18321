#pragma once

#include <ui/theme/theme.h>

#include <client/attachments.h>

#include <QtCore/QPointer>

#include <functional>

class QWidget;

namespace relevo::ui {

class PictureStore;

/// What can be done with a message's file: looked at, saved, opened by another program. What could do harm
/// there is opened only after a question, and nothing is opened because somebody sent it.
class AttachmentOpener final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the opener; dialogs stand over `parent`. `open` hands a file to the desktop.
    AttachmentOpener(const Theme& theme, PictureStore& pictures, QWidget* parent);

    /// Without, nothing can be done.
    void setAttachments(client::Attachments& attachments) { m_attachments = &attachments; }
    /// In place of the desktop's own way to open a file.
    void setLauncher(std::function<bool(const QString& path)> launcher) { m_launcher = std::move(launcher); }

    /// A click on it: pictures are shown, among the others of the conversation; what failed is fetched again;
    /// other files are opened.
    void activate(const domain::ConversationId& conversation, const domain::Attachment& file,
                  const std::vector<domain::Attachment>& pictures);
    void open(const domain::ConversationId& conversation, const domain::Attachment& file);
    void save(const domain::ConversationId& conversation, const domain::Attachment& file);
    void cancel(const domain::Attachment& file);

Q_SIGNALS:
    /// What became of it, for people.
    void told(const QString& words, bool trouble);

private:
    const Theme& m_theme;
    PictureStore& m_pictures;
    QWidget* m_parent;
    QPointer<client::Attachments> m_attachments;
    std::function<bool(const QString& path)> m_launcher;

    void view(const domain::ConversationId& conversation, const domain::Attachment& file,
              const std::vector<domain::Attachment>& pictures);
    void launch(const domain::ConversationId& conversation, const domain::Attachment& file);
};

} // namespace relevo::ui
