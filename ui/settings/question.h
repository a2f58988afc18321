#pragma once

#include <ui/theme/style.h>
#include <ui/theme/theme.h>

#include <QtWidgets/QDialog>

#include <functional>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace relevo::ui {

class Text;

/// A question over its window that stops nothing else. Cancel is always an answer, and does nothing. Deletes
/// itself when it is closed.
class Question final : public QDialog
{
    Q_OBJECT
public:
    Question(const Theme& theme, const QString& objectName, const QString& title, const QString& words,
             QWidget* parent);

    /// Answers stand in the order of adding, the one to be expected last. `kind` is Primary where it does no
    /// harm and Danger where it cannot be undone. `chosen` is called once at most.
    void addAnswer(const QString& objectName, const QString& words, ButtonKind kind,
                   std::function<void()> chosen);

    /// Something may be wrong, and to go on is not what is expected: a sign before the title, and Cancel is
    /// what is proposed.
    void warn();

    /// Something to look at, under the words and what was added before.
    void addDetail(QWidget* detail);

private:
    const Theme& m_theme;
    QHBoxLayout* m_head;
    Text* m_title;
    QPushButton* m_cancel;
    QVBoxLayout* m_details;
    QHBoxLayout* m_buttons;
};

} // namespace relevo::ui
