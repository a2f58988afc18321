#pragma once

#include <ui/theme/theme.h>

#include <protocol/json.h>

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLineEdit;

namespace relevo::ui {

class Text;

/// Which trigger would a customer's sentence fire? It is asked while one types.
class TryBox final : public QWidget
{
    Q_OBJECT
public:
    explicit TryBox(const Theme& theme);

    /// The relay's answer to the newest tryRequested.
    void showAnswer(const QString& text, const Result<protocol::Json>& answer);
    /// The settings are others: what is said may no longer be so.
    void settingsChanged();

Q_SIGNALS:
    void tryRequested(const QString& text);

private:
    QLineEdit* m_line;
    Text* m_verdict;
    Text* m_reason;
    QTimer m_soon;

    void ask();
    void say(const QString& verdict, QColor Colors::*color, const QString& reason);
};

} // namespace relevo::ui
