#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class Text;

/// One quiet line above the link's state while something that the project needs does not work: what, and the
/// way to more about it. Hidden while all is well.
class HealthBar final : public QWidget
{
    Q_OBJECT
public:
    explicit HealthBar(const Theme& theme, QWidget* parent = nullptr);

    /// Empty `words`: all is well. `details` are for the tool tip and for screen readers.
    void tell(const QString& words, const QString& details);

Q_SIGNALS:
    void moreRequested();
    /// It has come or gone, or is another height.
    void placed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    const Theme& m_theme;
    Text* m_text;
    QPushButton* m_more;
};

} // namespace relevo::ui
