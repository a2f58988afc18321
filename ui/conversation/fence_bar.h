#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QBoxLayout;
class QPushButton;

namespace relevo::ui {

class Text;

/// Above the composer: what somebody else has said since the text was written, and whether it is to be sent
/// all the same. Asks once; the keyboard is on the answer that does nothing.
class FenceBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FenceBar(const Theme& theme, QWidget* parent = nullptr);

    /// Shows itself.
    void ask(const QString& words, const QString& quote);
    /// For whoever has just wanted to send: the next Enter must not.
    void takeKeyboard();

Q_SIGNALS:
    void sendAnyway();
    void lookAgain();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Theme& m_theme;
    Text* m_words;
    Text* m_quote;
    QPushButton* m_send;
    QPushButton* m_look;
    QBoxLayout* m_buttons; ///< beside each other, or one above the other where that is too wide
};

} // namespace relevo::ui
