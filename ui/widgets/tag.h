#pragma once

#include <QtWidgets/QWidget>

namespace relevo::ui {

class Theme;

/// A quiet frame around a word or two, as wide as they are; its layout is a row.
class Tag final : public QWidget
{
    Q_OBJECT
public:
    explicit Tag(const Theme& theme);

    void add(QWidget* word);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace relevo::ui
