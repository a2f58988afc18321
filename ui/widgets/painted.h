#pragma once

#include <ui/theme/theme.h>

#include <QtGui/QPainter>
#include <QtWidgets/QWidget>

#include <functional>

namespace relevo::ui {

/// A square picture that a function paints; nothing to press or to hear. Grows with the text as icons do.
class Painted final : public QWidget
{
public:
    using Paint = std::function<void(QPainter&, const QRect&)>;

    /// `size` in pixels beside text of the usual size; `theme` must outlive the widget.
    Painted(const Theme& theme, int size, Paint paint) : m_paint(std::move(paint))
    {
        const auto follow = [this, &theme, size] {
            setFixedSize(theme.grown(size), theme.grown(size));
        };
        connect(&theme, &Theme::changed, this, follow);
        follow();
    }

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
