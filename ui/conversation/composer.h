#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QTextEdit>

class QPushButton;

namespace relevo::ui {

class Text;

/// Where an answer is written: grows with it, Enter sends, Shift+Enter makes a new line. Plain text only.
class Composer final : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString draft() const;
    void setDraft(const QString& text);
    /// Without a connection, what is sent waits: said in the hint.
    void setConnected(bool connected);
    void takeFocus();

Q_SIGNALS:
    /// Trimmed and not empty. The field is empty already.
    void sendRequested(const QString& text);
    /// The agent has typed; false once the field is empty.
    void typed(bool on);
    /// Escape: back to the lists.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Theme& m_theme;
    QTextEdit* m_edit;
    QPushButton* m_send;
    Text* m_hint;
    bool m_connected = true;
    bool m_setting = false;

    void changed();
    void grow();
    void send();
    [[nodiscard]] bool isTooLong() const;
};

} // namespace relevo::ui
