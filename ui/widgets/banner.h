#pragma once

#include <ui/theme/theme.h>

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <chrono>

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

    /// Shows itself, until it is dismissed or something else is told.
    void tell(Tone tone, const QString& text);
    /// The same for what is over by itself: it goes when it has been read.
    void tellInPassing(Tone tone, const QString& text,
                       std::chrono::milliseconds lasts = std::chrono::seconds(15));

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Tone m_tone = Tone::Information;
    Text* m_text;
    QPushButton* m_close;
    QTimer m_passes;
};

} // namespace relevo::ui
