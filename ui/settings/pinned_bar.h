#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QGridLayout;
class QHBoxLayout;
class QPushButton;

namespace relevo::ui {

/// What stays at the lower edge of a page of the settings while the page scrolls above it: words, and buttons
/// beside or, where there is no room, under them.
class PinnedBar : public QWidget
{
    Q_OBJECT
public:
    PinnedBar(const Theme& theme, QWidget* parent);

protected:
    /// Once. `first` stands by itself where the line begins, away from the others, and may be null.
    void setParts(QPushButton* first, QWidget* words, const QList<QPushButton*>& buttons);
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QPushButton* m_first = nullptr;
    QWidget* m_words = nullptr;
    QWidget* m_buttons;
    QHBoxLayout* m_line;
    QGridLayout* m_layout;

    enum class Shape {
        None,       ///< not arranged yet
        Line,       ///< all in one
        WordsAbove, ///< and what can be pressed below
        FirstAbove, ///< with the words; the others below
    };
    Shape m_shape = Shape::None;

    [[nodiscard]] Shape shapeFor(int firstWidth) const;
    void arrange();
};

} // namespace relevo::ui
