#pragma once

#include <ui/theme/theme.h>

#include <models/canned_text.h>

#include <QtWidgets/QWidget>

class QBoxLayout;
class QPushButton;

namespace relevo::ui {

class Text;

/// Above the composer: a variable of a canned response still stands in the text, or the name of a canned
/// response that there is not is all of it. The text goes when it was changed, or by the bar's own button.
/// The keyboard stays where it is filled in; who sends once more comes to the button.
class GapBar final : public QWidget
{
    Q_OBJECT
public:
    explicit GapBar(const Theme& theme, QWidget* parent = nullptr);

    /// The first gap of `text`, when it has one and is not sent all the same; shows itself then.
    [[nodiscard]] std::optional<models::Gap> stop(const QString& text);
    /// Another text is written, or this one was changed.
    void relax();

Q_SIGNALS:
    void sendAnyway();
    /// Back to the text.
    void fillIn();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Theme& m_theme;
    Text* m_words;
    QPushButton* m_send;
    QBoxLayout* m_line; ///< the button under the words where both side by side are too wide
    QString m_stopped;
    bool m_allowed = false; ///< the button was pressed for m_stopped
};

} // namespace relevo::ui
