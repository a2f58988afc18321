#pragma once

#include <ui/actions/action_dialog.h>

namespace relevo::ui {

/// Words to the colleagues that were refused with something else: they can be kept as a note.
class NoteDialog final : public ActionDialog
{
    Q_OBJECT
public:
    NoteDialog(const Theme& theme, const QString& contactName, const QString& refused,
               QWidget* parent = nullptr);

    void confirm() override;

Q_SIGNALS:
    /// Not empty.
    void written(const QString& text);

private:
    QPlainTextEdit* m_words;
};

} // namespace relevo::ui
