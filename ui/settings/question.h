#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QDialog>

#include <functional>

class QHBoxLayout;
class QVBoxLayout;

namespace relevo::ui {

/// A question over its window that stops nothing else. Cancel is always an answer, and does nothing. Deletes
/// itself when it is closed.
class Question final : public QDialog
{
    Q_OBJECT
public:
    Question(const Theme& theme, const QString& objectName, const QString& title, const QString& words,
             QWidget* parent);

    /// Answers stand in the order of adding, the one to be expected last. `chosen` is called once at most.
    void addAnswer(const QString& objectName, const QString& words, bool primary,
                   std::function<void()> chosen);

    /// Something to look at, under the words and what was added before.
    void addDetail(QWidget* detail);

private:
    QVBoxLayout* m_details;
    QHBoxLayout* m_buttons;
};

} // namespace relevo::ui
