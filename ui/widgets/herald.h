#pragma once

#include <QtCore/QString>

class QWidget;

namespace relevo::ui {

/// Has a screen reader say something that nobody's keyboard is on: what has just happened in the window of
/// `from`. By a notification of the accessibility interface without a look of its own; nothing where no
/// reader runs.
void announce(QWidget& from, const QString& words);

} // namespace relevo::ui
