#pragma once

#include <ui/supervise/live_figures.h>
#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QPainter;

namespace relevo::ui {

/// Each figure as a bar with its target marked, the number beside it, and in words and by a sign whether it
/// is where it should be: nothing depends on seeing colours. Its accessible description says all of it.
class TargetChart final : public QWidget
{
    Q_OBJECT
public:
    explicit TargetChart(const Theme& theme, QWidget* parent = nullptr);

    void setFigures(const std::vector<TargetFigure>& figures);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::vector<TargetFigure> m_figures;

    [[nodiscard]] int rowHeight() const;
    void paintRow(QPainter& painter, const QRect& row, const TargetFigure& figure) const;
};

/// "85 %", "85 % · half within 12:00", "–".
[[nodiscard]] QString valueText(const TargetFigure& figure);
/// "Escalation: 12 %, target below 20 %, met."
[[nodiscard]] QString spokenFigure(const TargetFigure& figure);

} // namespace relevo::ui
