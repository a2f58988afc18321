#include <ui/actions/note_dialog.h>

#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

NoteDialog::NoteDialog(const Theme& theme, const QString& contactName, const QString& refused,
                       QWidget* parent)
    : ActionDialog(theme, QStringLiteral("noteDialog"), tr("Private note"),
                   tr("Your note about %1 was not saved").arg(isolated(contactName)),
                   tr("You can save it as a private note. Only your team reads it."), parent),
      m_words(addWords(QStringLiteral("noteWords"), tr("Private note"),
                       tr("What should your colleagues know?"), 14 * grid))
{
    m_words->setPlainText(refused);
    QPushButton* save = addButtons(QStringLiteral("confirmNote"), tr("Add note"));
    const auto follow = [this, save] {
        save->setEnabled(!m_words->toPlainText().trimmed().isEmpty());
    };
    connect(m_words, &QPlainTextEdit::textChanged, this, follow);
    follow();
    m_words->moveCursor(QTextCursor::End);
    m_words->setFocus();
}

void NoteDialog::confirm()
{
    const QString text = notesOf(*m_words);
    if (text.isEmpty())
        return;
    Q_EMIT written(text);
    accept();
}

} // namespace relevo::ui
