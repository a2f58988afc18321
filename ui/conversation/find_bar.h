#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QLineEdit;
class QPushButton;

namespace relevo::ui {

class Text;

/// Above a conversation: what is looked for in it, how often it was found, and the way from one place to the
/// next. Knows nothing of the messages.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    /// Shows itself with the keyboard on the field, its text selected.
    void open();
    /// "3 of 12", or that there is nothing; and whether there is anywhere to go.
    void showState(const QString& words, bool canGo);

Q_SIGNALS:
    void textChanged(const QString& text);
    void olderWanted();
    void newerWanted();
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QLineEdit* m_field;
    Text* m_state;
    QPushButton* m_older;
    QPushButton* m_newer;
    QPushButton* m_close;
};

} // namespace relevo::ui
