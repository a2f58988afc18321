#include <ui/spelling/spell_marks.h>

#include <QtGui/QTextBlock>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTextEdit>

namespace relevo::ui {

SpellMarks::SpellMarks(const Theme& theme, Spelling& spelling, SpellingHabits habits, QTextEdit& edit)
    : QObject(&edit), m_theme(theme), m_spelling(spelling), m_habits(std::move(habits)), m_edit(edit),
      m_pause(this)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauses);
    connect(&m_pause, &QTimer::timeout, this, &SpellMarks::look);
    connect(&edit, &QTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    // The word in which the cursor stands is being written.
    connect(&edit, &QTextEdit::cursorPositionChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&theme, &Theme::changed, this, &SpellMarks::look);
    edit.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&edit, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        QMenu* menu = menuAt(place);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_edit.mapToGlobal(place));
    });
}

void SpellMarks::setLanguage(const QString& code)
{
    if (code == m_language)
        return;
    m_language = code;
    m_right.clear();
    m_wrong.clear();
    m_asked.clear();
    look();
}

QString SpellMarks::wordOf(const WordSpan& span) const
{
    return m_edit.toPlainText().mid(span.start, span.length);
}

bool SpellMarks::isWrong(const QString& word) const
{
    return m_wrong.contains(word) && !m_habits.learnt().contains(word, Qt::CaseInsensitive);
}

QList<WordSpan> SpellMarks::wordsToCheck() const
{
    const QString text = m_edit.toPlainText();
    if (!m_habits.on() || text.size() > mostChecked || !m_spelling.knows(m_language))
        return {};
    return spelledWords(text);
}

void SpellMarks::look()
{
    const QList<WordSpan> words = wordsToCheck();
    mark(words);
    QStringList unknown;
    const QString text = m_edit.toPlainText();
    for (const WordSpan& span : words) {
        const QString word = text.mid(span.start, span.length);
        if (m_right.contains(word) || m_wrong.contains(word) || m_asked.contains(word))
            continue;
        m_asked.insert(word);
        unknown << word;
    }
    if (unknown.isEmpty())
        return;
    m_spelling.check(m_language, unknown, this,
                     [this, unknown, language = m_language](const QSet<QString>& wrong) {
                         if (language != m_language)
                             return;
                         for (const QString& word : unknown) {
                             m_asked.remove(word);
                             (wrong.contains(word) ? m_wrong : m_right).insert(word);
                         }
                         mark(wordsToCheck());
                     });
}

void SpellMarks::mark(const QList<WordSpan>& words)
{
    const QString text = m_edit.toPlainText();
    const int cursor = m_edit.textCursor().position();
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    format.setUnderlineColor(m_theme.colors().danger);
    QList<QTextEdit::ExtraSelection> marks;
    for (const WordSpan& span : words) {
        const bool beingWritten = m_edit.hasFocus() && cursor == span.start + span.length;
        if (beingWritten || !isWrong(text.mid(span.start, span.length)))
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(m_edit.document());
        selection.cursor.setPosition(static_cast<int>(span.start));
        selection.cursor.setPosition(static_cast<int>(span.start + span.length), QTextCursor::KeepAnchor);
        selection.format = format;
        marks.push_back(selection);
    }
    if (!marks.isEmpty() || !m_edit.extraSelections().isEmpty())
        m_edit.setExtraSelections(marks);
}

QStringList SpellMarks::marked() const
{
    QStringList words;
    for (const QTextEdit::ExtraSelection& selection : m_edit.extraSelections())
        words << selection.cursor.selectedText();
    return words;
}

QMenu* SpellMarks::menuAt(const QPoint& place)
{
    QMenu* menu = m_edit.createStandardContextMenu(place);
    menu->setObjectName(QStringLiteral("messageMenu"));
    const int at = m_edit.cursorForPosition(place).position();
    for (const WordSpan& span : wordsToCheck()) {
        const QString word = wordOf(span);
        if (at >= span.start && at <= span.start + span.length && isWrong(word))
            offer(*menu, span, word);
    }
    return menu;
}

void SpellMarks::offer(QMenu& menu, const WordSpan& span, const QString& word)
{
    QAction* first = menu.actions().value(0);
    auto* waiting = new QAction(tr("Looking for suggestions…"), &menu);
    waiting->setEnabled(false);
    menu.insertAction(first, waiting);
    auto* learn = new QAction(tr("“%1” is correct").arg(word), &menu);
    learn->setObjectName(QStringLiteral("learnWord"));
    connect(learn, &QAction::triggered, this, [this, word] {
        m_habits.learn(word);
        look();
    });
    menu.insertAction(first, learn);
    menu.insertSeparator(first);
    m_spelling.suggest(m_language, word, &menu, [this, &menu, waiting, span, word](const QStringList& words) {
        for (const QString& one : words) {
            auto* take = new QAction(one, &menu);
            take->setObjectName(QStringLiteral("suggestion"));
            QFont font = take->font();
            font.setBold(true);
            take->setFont(font);
            connect(take, &QAction::triggered, this, [this, span, word, one] { replace(span, word, one); });
            menu.insertAction(waiting, take);
        }
        if (words.isEmpty())
            waiting->setText(tr("No suggestions"));
        else
            menu.removeAction(waiting);
    });
}

void SpellMarks::replace(const WordSpan& span, const QString& word, const QString& by)
{
    if (wordOf(span) != word)
        return; // it was changed while the menu stood open
    QTextCursor cursor(m_edit.document());
    cursor.setPosition(static_cast<int>(span.start));
    cursor.setPosition(static_cast<int>(span.start + span.length), QTextCursor::KeepAnchor);
    cursor.insertText(by);
    m_edit.setFocus();
}

} // namespace relevo::ui
