#pragma once

#include <ui/theme/theme.h>

#include <QtGui/QKeySequence>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

/// Shows keys as they look on a keyboard, and when it is pressed takes the next ones that are.
class KeyRecorder final : public QPushButton
{
    Q_OBJECT
public:
    explicit KeyRecorder(const Theme& theme, QWidget* parent = nullptr);

    void setKeys(const QStringList& words);
    [[nodiscard]] bool isRecording() const { return m_recording; }
    void stop();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// Goes on recording until stop() is called.
    void recorded(const QKeySequence& keys);
    /// Backspace or Delete: no keys at all.
    void emptied();
    /// Began, or was left without keys.
    void recordingChanged(bool recording);

protected:
    bool event(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QStringList m_words;
    bool m_recording = false;

    void start();
    void take(const QKeyEvent& key);
    [[nodiscard]] QStringList shown() const;
    [[nodiscard]] int widthOf(const QString& cap) const;
};

} // namespace relevo::ui
