#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QDialog>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace relevo::ui {

class Text;

/// How the questions look that an action asks before it is done: what is about to happen, what one can say,
/// and one way on. Ctrl+Enter confirms from everywhere.
class ActionDialog : public QDialog
{
    Q_OBJECT
public:
    /// Confirms, as the button does.
    virtual void confirm() = 0;

protected:
    /// `explanation` may be empty.
    ActionDialog(const Theme& theme, const QString& objectName, const QString& title, const QString& heading,
                 const QString& explanation, QWidget* parent);

    bool eventFilter(QObject* watched, QEvent* event) override;

    [[nodiscard]] const Theme& theme() const { return m_theme; }
    /// Where the question's own parts go.
    [[nodiscard]] QVBoxLayout& body() { return *m_body; }
    /// A field for some lines, below a caption.
    [[nodiscard]] QPlainTextEdit* addWords(const QString& objectName, const QString& caption,
                                           const QString& placeholder, int height);
    /// The last row; the keyboard's way to confirm too. `leave` are the words of the other button: "Cancel".
    [[nodiscard]] QPushButton* addButtons(const QString& objectName, const QString& words,
                                          const QString& leave = {});
    /// At most so much as the relay takes: whoever pastes a book gets its beginning.
    [[nodiscard]] static QString notesOf(const QPlainTextEdit& field);
    /// Keys of `widget` are looked at for Ctrl+Enter.
    void watch(QWidget* widget);

private:
    const Theme& m_theme;
    QVBoxLayout* m_body;
};

} // namespace relevo::ui
