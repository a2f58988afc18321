#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class Text;

/// Whether bots may speak to this customer, and the way to switch that for whoever may.
class BotLine final : public QWidget
{
    Q_OBJECT
public:
    explicit BotLine(const Theme& theme, QWidget* parent = nullptr);

    /// `settable`: whoever looks may switch it, and can do so now. A bot that may speak is nothing to be told
    /// of to anybody else.
    void show(bool off, bool settable);

Q_SIGNALS:
    void wanted(bool on);

private:
    const Theme& m_theme;
    QWidget* m_sign;
    Text* m_words;
    QPushButton* m_switch;
    bool m_off = false;
};

} // namespace relevo::ui
