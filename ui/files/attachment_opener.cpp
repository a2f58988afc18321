#include <ui/files/attachment_opener.h>

#include <ui/files/file_words.h>
#include <ui/files/picture_store.h>
#include <ui/files/picture_viewer.h>
#include <ui/settings/question.h>
#include <ui/widgets/text.h>

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QFileDialog>

#include <algorithm>

namespace relevo::ui {

AttachmentOpener::AttachmentOpener(const Theme& theme, PictureStore& pictures, QWidget* parent)
    : QObject(parent), m_theme(theme), m_pictures(pictures), m_parent(parent),
      m_launcher([](const QString& path) { return QDesktopServices::openUrl(QUrl::fromLocalFile(path)); })
{
}

void AttachmentOpener::activate(const domain::ConversationId& conversation, const domain::Attachment& file,
                                const std::vector<domain::Attachment>& pictures)
{
    if (!m_attachments)
        return;
    const client::Attachments::Known known = m_attachments->of(file.id);
    const bool broken = m_pictures.isBroken(known.path) && !known.path.isEmpty();
    if (domain::isPicture(file.mime) && broken)
        save(conversation, file);
    else if (domain::isPicture(file.mime) && known.state == client::Attachments::State::Here)
        view(conversation, file, pictures);
    else if (domain::isPicture(file.mime) || known.state == client::Attachments::State::Failed)
        m_attachments->want(conversation, file);
    else
        open(conversation, file);
}

void AttachmentOpener::view(const domain::ConversationId& conversation, const domain::Attachment& file,
                            const std::vector<domain::Attachment>& pictures)
{
    const auto found = std::find_if(pictures.begin(), pictures.end(),
                                    [&file](const domain::Attachment& one) { return one.id == file.id; });
    const std::vector<domain::Attachment> all =
        found == pictures.end() ? std::vector<domain::Attachment>{file} : pictures;
    const std::size_t which =
        found == pictures.end() ? 0 : static_cast<std::size_t>(found - pictures.begin());
    auto* viewer =
        new PictureViewer(m_theme, m_pictures, *m_attachments, conversation, all, which, m_parent->window());
    connect(viewer, &PictureViewer::saveWanted, this,
            [this, conversation](const domain::Attachment& wanted) { save(conversation, wanted); });
    viewer->show();
}

void AttachmentOpener::open(const domain::ConversationId& conversation, const domain::Attachment& file)
{
    if (isHarmless(file)) {
        launch(conversation, file);
        return;
    }
    auto* question = new Question(
        m_theme, QStringLiteral("openQuestion"), tr("Open %1?").arg(isolated(file.name)),
        tr("A file of this kind can contain a program and do harm. Open it only if you expected it from this "
           "person. Saving it does not open it."),
        m_parent->window());
    question->addAnswer(QStringLiteral("openAnyway"), tr("Open anyway"), ButtonKind::Normal,
                        [this, conversation, file] { launch(conversation, file); });
    question->addAnswer(QStringLiteral("saveInstead"), tr("Save as…"), ButtonKind::Primary,
                        [this, conversation, file] { save(conversation, file); });
    question->open();
}

void AttachmentOpener::launch(const domain::ConversationId& conversation, const domain::Attachment& file)
{
    if (!m_attachments)
        return;
    m_attachments->prepareToOpen(conversation, file, this, [this, file](const Result<QString>& path) {
        const QString name = isolated(file.name);
        if (!path)
            Q_EMIT told(tr("%1 could not be loaded").arg(name), true);
        else if (!m_launcher(*path))
            Q_EMIT told(tr("No program opens %1").arg(name), true);
    });
}

void AttachmentOpener::save(const domain::ConversationId& conversation, const domain::Attachment& file)
{
    if (!m_attachments)
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto* dialog = new QFileDialog(m_parent->window(), tr("Save as"), folder);
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(domain::safeFileName(file.name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, conversation, file](const QString& chosen) {
        if (!m_attachments)
            return;
        m_attachments->saveAs(conversation, file, chosen, this, [this, file](const Result<QString>& saved) {
            const QString name = isolated(file.name);
            Q_EMIT told(saved ? tr("%1 is saved").arg(name) : tr("%1 could not be saved").arg(name), !saved);
        });
    });
    dialog->open();
}

void AttachmentOpener::cancel(const domain::Attachment& file)
{
    if (m_attachments)
        m_attachments->cancel(file.id);
}

} // namespace relevo::ui
