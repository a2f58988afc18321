#include <ui/theme/icons.h>

#include <QtGui/QIconEngine>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

namespace relevo::ui {

namespace {

class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString name, std::function<QColor(QIcon::Mode)> color)
        : m_name(std::move(name)), m_color(std::move(color))
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, m_color(mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Qt asks in device pixels here.
        return tintedPixmap(m_name, (QSizeF(size) / scale).toSize(), scale, m_color(mode));
    }

    QIconEngine* clone() const override { return new TintedIconEngine(m_name, m_color); }

private:
    QString m_name;
    std::function<QColor(QIcon::Mode)> m_color;
};

} // namespace

QPixmap tintedPixmap(const QString& name, const QSize& size, qreal devicePixelRatio, const QColor& color)
{
    const QSize pixels = (QSizeF(size) * devicePixelRatio).toSize();
    const QString key = QStringLiteral("relevo/%1/%2x%3@%4/%5")
                            .arg(name)
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(devicePixelRatio)
                            .arg(color.rgba(), 8, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(QStringLiteral(":/relevo/icons/%1.svg").arg(name));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter& painter, const QRect& rect, const QString& name, const QColor& color)
{
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    painter.drawPixmap(rect.topLeft(), tintedPixmap(name, rect.size(), ratio, color));
}

QIcon liveIcon(const QString& name, std::function<QColor(QIcon::Mode)> color)
{
    return QIcon(new TintedIconEngine(name, std::move(color)));
}

} // namespace relevo::ui
