#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class Text;

/// Above the messages of a blocked customer: why nobody was called, and the way to let them in again.
class BlockedBar final : public QWidget
{
    Q_OBJECT
public:
    explicit BlockedBar(const Theme& theme, QWidget* parent = nullptr);

Q_SIGNALS:
    void unblockRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Text* m_words;
    QPushButton* m_unblock;
};

} // namespace relevo::ui
