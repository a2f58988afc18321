#pragma once

#include <ui/supervise/live_figures.h>
#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

namespace relevo::ui {

/// How many customers asked for a human on each of the last days, the number on each bar.
class DayChart final : public QWidget
{
    Q_OBJECT
public:
    explicit DayChart(const Theme& theme, QWidget* parent = nullptr);

    void setDays(const std::vector<DayFigure>& days);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::vector<DayFigure> m_days;
};

} // namespace relevo::ui
