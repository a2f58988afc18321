#include <client/session.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>

namespace relevo::client {

namespace {

/// The replica's file, what SQLite has beside it, and damaged ones that were set aside.
QFileInfoList filesOf(const QString& mirror)
{
    const QFileInfo file(mirror);
    return file.dir().entryInfoList({file.fileName() + QLatin1Char('*')},
                                    QDir::Files | QDir::Hidden | QDir::System);
}

} // namespace

void Session::measureStorage()
{
    StorageInfo info;
    info.bound = m_historyBytes;
    if (m_mirror) {
        for (const QFileInfo& file : filesOf(mirrorPath(m_options.dataDirectory, m_profile)))
            info.bytes += file.size();
        info.bytes += FileShelf::bytesIn(filesFolder(m_options.dataDirectory, m_profile));
        const std::vector<OutboxItem>& items = m_mirror->outbox().items();
        info.unsent = static_cast<int>(std::count_if(
            items.begin(), items.end(), [](const OutboxItem& item) { return item.answeredSeq == 0; }));
    }
    Q_EMIT storageMeasured(info);
}

void Session::setHistoryBytes(qint64 bytes)
{
    m_historyBytes = bytes;
    trimHistory();
    measureStorage();
}

void Session::keepList(KeptList which, const QByteArray& list)
{
    if (!m_mirror)
        return;
    if (const Result<void> kept = m_mirror->keepList(which, list); !kept)
        replicaTrouble(kept.error());
}

void Session::tellLists()
{
    for (const KeptList which : keptLists) {
        if (!m_mirror)
            return;
        if (const Result<QByteArray> kept = m_mirror->keptList(which))
            Q_EMIT listKept(which, *kept);
        else
            replicaTrouble(kept.error());
    }
}

void Session::trimHistory()
{
    if (!m_mirror)
        return;
    pruneFiles();
    if (const Result<void> trimmed = m_mirror->trim(m_historyBytes); !trimmed)
        replicaTrouble(trimmed.error());
}

void Session::pruneFiles()
{
    std::set<domain::AttachmentId> needed;
    const auto need = [&needed](const std::vector<OutgoingFile>& files) {
        for (const OutgoingFile& file : files)
            needed.insert(file.what.id);
    };
    for (const OutboxItem& item : m_mirror->outbox().items())
        need(item.files);
    std::vector<Draft> drafts = m_drafts.unwritten();
    const Result<std::vector<Draft>> written = m_mirror->drafts();
    if (!written)
        return; // trimming finds the same trouble and tells it
    drafts.insert(drafts.end(), written->begin(), written->end());
    for (const Draft& draft : drafts) {
        need(draft.files);
        need(draft.noteFiles);
    }
    m_files.shelf().prune(needed, m_options.clock.now());
}

std::optional<Error> Session::takeFiles(OutboxItem& item, const std::vector<OutgoingFile>& files)
{
    std::optional<Error> trouble;
    for (OutgoingFile file : files) {
        // One without a path is at the relay already: it is sent once more.
        if (!file.path.isEmpty() && !trouble) {
            if (const Result<void> taken = m_files.shelf().take(item.conversation, file); !taken)
                trouble = taken.error();
            if (trouble)
                trouble->context[QStringLiteral("file")] = file.what.name;
        }
        item.params["attachments"].push_back(file.what.id.text());
        item.files.push_back(std::move(file));
    }
    return trouble;
}

void Session::giveBackFiles(const OutboxItem& item)
{
    if (item.files.empty())
        return;
    const bool note = item.wish == Wish::Note;
    if (note)
        m_drafts.putBack(item.conversation, item.files);
    Q_EMIT filesReturned(item.conversation, QList(item.files.begin(), item.files.end()), note);
}

void Session::forgetDevice(const Profile& profile)
{
    QStringList left;
    for (const QFileInfo& file : filesOf(mirrorPath(m_options.dataDirectory, profile))) {
        if (!QFile::remove(file.filePath()))
            left << file.filePath();
    }
    QDir files(filesFolder(m_options.dataDirectory, profile));
    if (files.exists() && !files.removeRecursively())
        left << files.path();
    if (const Result<void> removed = removeProfile(m_options.dataDirectory, profile.name); !removed)
        left << removed.error().message;
    if (left.isEmpty())
        Q_EMIT deviceForgotten({});
    else
        Q_EMIT deviceForgotten(failure(ErrorCode::Unavailable, tr("Not everything could be deleted."),
                                       tr("Delete this by hand: %1").arg(left.join(QStringLiteral(", ")))));
}

void Session::forget(const MirrorChanges& changes)
{
    for (const domain::ConversationId& erased : changes.erased) {
        std::vector<QUuid> about;
        // It is gone where trouble with the contact before could not be mended; the rest is still forgotten.
        if (m_mirror) {
            for (const OutboxItem& item : m_mirror->outbox().items()) {
                if (item.conversation == erased)
                    about.push_back(item.commandId);
            }
        }
        for (const QUuid& id : about) {
            if (const Result<void> removed = m_mirror->outbox().remove(id); !removed) {
                replicaTrouble(removed.error());
                break;
            }
        }
        m_drafts.forget(erased);
        m_files.forget(erased);
        Q_EMIT contactErased(erased);
    }
    if (!changes.erased.empty())
        forgetSetAside(mirrorPath(m_options.dataDirectory, m_profile));
    for (const protocol::SnapshotRemoved& removed : changes.files) {
        for (const domain::AttachmentId& id : removed.ids)
            m_files.remove(removed.conversation, id);
    }
}

} // namespace relevo::client
