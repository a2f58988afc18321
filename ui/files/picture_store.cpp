#include <ui/files/picture_store.h>

#include <QtCore/QFile>
#include <QtGui/QImageReader>

#include <algorithm>

namespace relevo::ui {

namespace {

QString pixelsKey(const QString& path, const QSize& box)
{
    return QStringLiteral("%1x%2 %3").arg(box.width()).arg(box.height()).arg(path);
}

/// Nothing that is a program or asks for other files: no SVG, whatever plugins are there.
bool isPlainFormat(const QByteArray& format)
{
    static const QList<QByteArray> plain{"png", "jpeg", "jpg", "gif", "webp", "bmp"};
    return plain.contains(format);
}

} // namespace

PictureStore::PictureStore(QObject* parent) : QObject(parent), m_kept(mostKept)
{
    QImageReader::setAllocationLimit(mostDecoded);
    m_pool.setMaxThreadCount(2);
}

PictureStore::~PictureStore()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QImage PictureStore::decode(const QString& path, const QSize& box)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (!isPlainFormat(reader.format()) || whole.isEmpty() || whole.width() > longestSide ||
        whole.height() > longestSide)
        return {};
    if (!box.isEmpty()) {
        // The reader scales before it turns a photograph upright.
        const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
        const QSize room = turned ? box.transposed() : box;
        if (whole.width() > room.width() || whole.height() > room.height())
            reader.setScaledSize(whole.scaled(room, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    }
    return reader.read();
}

QImage PictureStore::picture(const QString& path, const QSize& box)
{
    const QString key = pixelsKey(path, box);
    if (const QImage* known = m_kept.object(key))
        return *known;
    if (path.isEmpty() || m_broken.contains(path) || m_underway.contains(key))
        return {};
    m_underway.insert(key);
    m_pool.start([this, key, path, box] {
        const QImage image = decode(path, box);
        // The destructor waits for this thread, and a call that is queued by then goes with the store.
        QMetaObject::invokeMethod(
            this, [this, key, path, image] { take(key, path, image); }, Qt::QueuedConnection);
    });
    return {};
}

void PictureStore::take(const QString& key, const QString& path, const QImage& image)
{
    m_underway.remove(key);
    if (image.isNull())
        m_broken.insert(path);
    else
        m_kept.insert(
            key, new QImage(image),
            std::max(1, static_cast<int>(std::min<qsizetype>(image.sizeInBytes() / 1024, mostKept))));
    Q_EMIT decoded(path);
}

} // namespace relevo::ui
