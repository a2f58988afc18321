#pragma once

#include <QtCore/QObject>

namespace relevo::ui {

/// Lets Enter press the button that has the keyboard in windows that are no dialog; Qt gives it to dialogs
/// only, and whoever works without a mouse expects it everywhere.
class EnterClicks final : public QObject
{
    Q_OBJECT
public:
    /// Watches the whole application as long as it lives.
    explicit EnterClicks(QObject* parent);

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace relevo::ui
