#include <ui/settings/qr_code.h>

#include <QtGui/QPainter>

#include <memory>

#include <qrencode.h>

namespace relevo::ui {

namespace {

constexpr int side = 200;
constexpr int quietZone = 4; ///< modules of white around, as the standard wants

} // namespace

QImage qrImage(const QByteArray& text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return {};
    QImage image(code->width, code->width, QImage::Format_Grayscale8);
    for (int y = 0; y < code->width; ++y) {
        uchar* line = image.scanLine(y);
        for (int x = 0; x < code->width; ++x) {
            const bool dark = (code->data[y * code->width + x] & 1U) != 0; // the lowest bit of each module
            line[x] = dark ? 0 : 255;
        }
    }
    return image;
}

QrCode::QrCode(QWidget* parent) : QWidget(parent)
{
    setFixedSize(sizeHint());
}

void QrCode::setText(const QByteArray& text)
{
    m_image = qrImage(text);
    update();
}

QSize QrCode::sizeHint() const
{
    return {side, side};
}

void QrCode::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    // Its white margin belongs to it: without an edge it would seem to stand further in on a white page.
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(Qt::white);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (m_image.isNull())
        return;
    // Whole device pixels for each module, so that none is wider than another.
    const int modules = m_image.width() + 2 * quietZone;
    const qreal ratio = devicePixelRatioF();
    const int pixels = std::max(1, static_cast<int>(width() * ratio) / modules);
    const qreal module = pixels / ratio;
    const qreal size = module * m_image.width();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(QRectF((width() - size) / 2, (height() - size) / 2, size, size), m_image);
}

} // namespace relevo::ui
