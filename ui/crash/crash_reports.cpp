#include <ui/crash/crash_reports.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace relevo::ui {

namespace {

const QString keptReports = QStringLiteral("crash-*.txt");

} // namespace

CrashReports::CrashReports(const QString& folder, const QString& profile)
    : m_folder(folder), m_profile(profile)
{
    QDir().mkpath(folder);
}

QString CrashReports::freshFile() const
{
    return QStringLiteral("%1/fresh-%2.txt").arg(m_folder, m_profile);
}

std::optional<CrashReport> CrashReports::take()
{
    QFile fresh(freshFile());
    if (!fresh.open(QIODevice::ReadOnly))
        return {};
    CrashReport report;
    report.at = QFileInfo(fresh).lastModified();
    report.text = QString::fromUtf8(fresh.read(mostRead));
    fresh.close();
    report.path = QStringLiteral("%1/crash-%2.txt")
                      .arg(m_folder, report.at.toString(QStringLiteral("yyyyMMdd-HHmmss")));
    QFile::remove(report.path);
    if (!fresh.rename(report.path))
        report.path = freshFile(); // told all the same, and again next time
    prune();
    return report;
}

void CrashReports::prune() const
{
    const QFileInfoList kept = QDir(m_folder).entryInfoList({keptReports}, QDir::Files, QDir::Name);
    for (qsizetype i = 0; i + mostKept < kept.size(); ++i) // the names are in the order of time
        QFile::remove(kept[i].filePath());
}

} // namespace relevo::ui
