#pragma once

#include <QtCore/QCache>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QThreadPool>
#include <QtGui/QImage>

namespace relevo::ui {

/// Pictures from files that strangers sent, decoded beside the UI thread into the size they are shown in.
/// Only formats that are nothing but pixels, and only as many of those as fit into memory; what is in a file
/// counts, not its name. Lives on the UI thread.
class PictureStore final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostKept = 96 * 1024; ///< KiB of pixels that are kept for later
    static constexpr int mostDecoded = 256;    ///< MiB of pixels of one picture while it is decoded
    static constexpr int longestSide = 20'000; ///< pixels of one that is decoded at all

    explicit PictureStore(QObject* parent = nullptr);
    ~PictureStore() override;

    /// The picture, no larger than `box` in its own proportions and never enlarged; null while it is being
    /// decoded (then `decoded` tells) and when it cannot be. An empty box means its own size.
    [[nodiscard]] QImage picture(const QString& path, const QSize& box);
    /// It was tried, and it is no picture that can be shown.
    [[nodiscard]] bool isBroken(const QString& path) const { return m_broken.contains(path); }

    /// Reads one here and now.
    [[nodiscard]] static QImage decode(const QString& path, const QSize& box);

Q_SIGNALS:
    void decoded(const QString& path);

private:
    QThreadPool m_pool;
    QCache<QString, QImage> m_kept;
    QSet<QString> m_underway;
    QSet<QString> m_broken;

    void take(const QString& key, const QString& path, const QImage& image);
};

} // namespace relevo::ui
