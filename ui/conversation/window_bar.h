#pragma once

#include <ui/theme/theme.h>

#include <base/clock.h>
#include <domain/reply_window.h>

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QBoxLayout;
class QPushButton;

namespace relevo::ui {

class Text;

/// Above the composer, on channels that take free text for a while only: how long still, when that is not
/// long; that it no longer does, and the way to a template. Out of sight while there is time.
class WindowBar final : public QWidget
{
    Q_OBJECT
public:
    /// None: always free. Ample: long enough not to be spoken of. Ending: within hours. Near: soon.
    enum class State { None, Ample, Ending, Near, Closed };

    /// The clock must outlive the bar.
    WindowBar(const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    void setWindow(const std::optional<domain::ReplyWindow>& window);
    [[nodiscard]] State state() const { return m_state; }
    /// Why nothing can be sent; empty while it can.
    [[nodiscard]] QString lockWords() const;
    /// Looks at the clock again; happens by itself.
    void refresh();

Q_SIGNALS:
    void stateChanged();
    void templateWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Theme& m_theme;
    const Clock& m_clock;
    Text* m_words;
    QPushButton* m_choose;
    QBoxLayout* m_line; ///< the button under the words where both side by side are too wide
    QTimer m_tick;
    std::optional<domain::ReplyWindow> m_window;
    State m_state = State::None;

    [[nodiscard]] State stateNow(milliseconds left) const;
    [[nodiscard]] QString wordsFor(milliseconds left) const;
};

} // namespace relevo::ui
