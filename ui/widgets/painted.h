#pragma once

#include <QtGui/QPainter>
#include <QtWidgets/QWidget>

#include <functional>

namespace relevo::ui {

/// A square picture that a function paints; nothing to press or to hear.
class Painted final : public QWidget
{
public:
    using Paint = std::function<void(QPainter&, const QRect&)>;

    Painted(int size, Paint paint) : m_paint(std::move(paint)) { setFixedSize(size, size); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_paint(painter, rect());
    }

private:
    Paint m_paint;
};

} // namespace relevo::ui
