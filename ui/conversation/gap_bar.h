#pragma once

#include <ui/theme/theme.h>

#include <models/canned_text.h>

#include <QtWidgets/QWidget>

class QBoxLayout;
class QPushButton;

namespace relevo::ui {

class Text;

/// Above the composer: a variable of a canned response still stands in the text. Stops a text once; the
/// keyboard stays where it is filled in.
class GapBar final : public QWidget
{
    Q_OBJECT
public:
    explicit GapBar(const Theme& theme, QWidget* parent = nullptr);

    /// The first gap of `text`, when it has one and has not been stopped for it; shows itself then.
    [[nodiscard]] std::optional<models::Gap> stop(const QString& text);
    /// Another text is written, or this one was changed.
    void relax();

Q_SIGNALS:
    void sendAnyway();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Theme& m_theme;
    Text* m_words;
    QPushButton* m_send;
    QBoxLayout* m_line; ///< the button under the words where both side by side are too wide
    QString m_stopped;
};

} // namespace relevo::ui
