#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

namespace relevo::ui {

/// The emoji that answers to customers need, each a button with a name; the arrows go from one to the next.
class EmojiGrid final : public QWidget
{
    Q_OBJECT
public:
    explicit EmojiGrid(const Theme& theme, QWidget* parent = nullptr);

    /// The keyboard goes to the first one.
    void startKeyboard();

Q_SIGNALS:
    void chosen(const QString& emoji);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QList<QWidget*> m_buttons;
};

} // namespace relevo::ui
