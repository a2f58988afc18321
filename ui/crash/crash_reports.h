#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <optional>

namespace relevo::ui {

/// What is left of a run that died.
struct CrashReport
{
    QString path; ///< where it is kept
    QDateTime at; ///< local; when it died
    QString text;
};

/// The reports of crashes on this computer: plain files for their owner only, the newest few. They go nowhere
/// by themselves.
class CrashReports
{
public:
    static constexpr int mostKept = 5;
    static constexpr qint64 mostRead = 256 * 1024; ///< bytes

    /// `folder` is made when it is missing. `profile` tells runs beside each other apart.
    CrashReports(const QString& folder, const QString& profile);

    /// Where the handler writes (crash_handler.h).
    [[nodiscard]] QString freshFile() const;
    /// What the run before has left, kept under its time from now on; nothing when it ended well. Before the
    /// handler is installed.
    [[nodiscard]] std::optional<CrashReport> take();

private:
    QString m_folder;
    QString m_profile;

    void prune() const;
};

} // namespace relevo::ui
