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

void Session::keepCanned(const QByteArray& list)
{
    if (!m_mirror)
        return;
    if (const Result<void> kept = m_mirror->keepCannedResponses(list); !kept)
        replicaTrouble(kept.error());
}

void Session::tellCanned()
{
    if (!m_mirror)
        return;
    if (const Result<QByteArray> kept = m_mirror->cannedResponses())
        Q_EMIT cannedKept(*kept);
    else
        replicaTrouble(kept.error());
}

void Session::trimHistory()
{
    if (!m_mirror)
        return;
    if (const Result<void> trimmed = m_mirror->trim(m_historyBytes); !trimmed)
        replicaTrouble(trimmed.error());
}

void Session::forgetDevice(const Profile& profile)
{
    QStringList left;
    for (const QFileInfo& file : filesOf(mirrorPath(m_options.dataDirectory, profile))) {
        if (!QFile::remove(file.filePath()))
            left << file.filePath();
    }
    if (const Result<void> removed = removeProfile(m_options.dataDirectory, profile.name); !removed)
        left << removed.error().message;
    if (left.isEmpty())
        Q_EMIT deviceForgotten({});
    else
        Q_EMIT deviceForgotten(failure(ErrorCode::Unavailable, tr("Not everything could be deleted."),
                                       tr("Delete this by hand: %1").arg(left.join(QStringLiteral(", ")))));
}

} // namespace relevo::client
