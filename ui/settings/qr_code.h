#pragma once

#include <QtGui/QImage>
#include <QtWidgets/QWidget>

namespace relevo::ui {

/// A text as a QR code, one pixel a module, black on white without the quiet zone; null when it is too long.
[[nodiscard]] QImage qrImage(const QByteArray& text);

/// Draws a QR code, as large as fits, with its quiet zone. Black on white in either scheme: that is what
/// cameras read best.
class QrCode final : public QWidget
{
    Q_OBJECT
public:
    explicit QrCode(QWidget* parent = nullptr);

    void setText(const QByteArray& text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_image;
};

} // namespace relevo::ui
