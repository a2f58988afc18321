#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

namespace relevo::ui {

class Text;

/// What stands in the place of a form while what it is about is not known: why not, and a button to ask once
/// more. A form would show values that nobody has set.
class FetchTrouble final : public QWidget
{
    Q_OBJECT
public:
    FetchTrouble(const Theme& theme, const QString& title, QWidget* parent);

    /// Asking, still or again.
    void showAsking();
    void showReason(const QString& reason);

Q_SIGNALS:
    void tryAgainRequested();

private:
    Text* m_title;
    Text* m_reason;
    QWidget* m_again;
};

} // namespace relevo::ui
