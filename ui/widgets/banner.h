#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class Text;

/// A message of the program itself above the conversation, e.g. "Ana was faster": stays until it is closed,
/// another comes, or it is no longer true.
class Banner final : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Information, Warning, Problem };

    explicit Banner(const Theme& theme, QWidget* parent = nullptr);

    /// Shows itself.
    void tell(Tone tone, const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Tone m_tone = Tone::Information;
    Text* m_text;
    QPushButton* m_close;
};

} // namespace relevo::ui
