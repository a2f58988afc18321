#pragma once

#include <QtWidgets/QHBoxLayout>

namespace relevo::ui {

/// A row with a button without a frame at its start, its end or both, whose words stand exactly under the
/// words above it: the room that a frame would need (metrics::buttonInset) hangs over into the margin, where
/// it only shows while the mouse or the keyboard is on the button. The widget needs a margin of at least
/// that.
class FlushRow final : public QHBoxLayout
{
    Q_OBJECT
public:
    enum class Side { Start, End, Both };

    explicit FlushRow(Side side = Side::Start);

    void setGeometry(const QRect& rect) override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] int minimumHeightForWidth(int width) const override;

private:
    Side m_side;

    [[nodiscard]] int start() const;
    [[nodiscard]] int end() const;
};

} // namespace relevo::ui
