#pragma once

#include <ui/spelling/spelled_words.h>
#include <ui/spelling/spelling.h>
#include <ui/theme/theme.h>

#include <QtCore/QPointer>
#include <QtCore/QTimer>

class QAction;
class QMenu;
class QTextEdit;

namespace relevo::ui {

/// How the agent wishes words to be checked.
struct SpellingHabits
{
    std::function<bool()> on;
    std::function<QStringList()> learnt; ///< words that are right whatever a dictionary says
    std::function<void(const QString& word)> learn;
};

/// Underlines in a field what is spelled wrongly, once the word is left, and offers in the field's menu what
/// may have been meant. The text itself, what can be undone of it and who listens to it are not touched.
class SpellMarks final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds typingPauses{300};
    static constexpr qsizetype mostChecked = 20'000; ///< characters; longer texts are not checked

    /// All must outlive it; it is the field's child.
    SpellMarks(const Theme& theme, Spelling& spelling, SpellingHabits habits, QTextEdit& edit);

    /// In which is being written, e.g. "es"; what cannot be checked is not marked.
    void setLanguage(const QString& code);
    /// The words that are underlined now.
    [[nodiscard]] QStringList marked() const;
    /// The field's menu, with what may have been meant by the word at this place.
    [[nodiscard]] QMenu* menuAt(const QPoint& place);

private:
    const Theme& m_theme;
    Spelling& m_spelling;
    SpellingHabits m_habits;
    QTextEdit& m_edit;
    QTimer m_pause;
    QString m_language;
    QSet<QString> m_right; ///< of the language, as far as it was asked
    QSet<QString> m_wrong;
    QSet<QString> m_asked;

    void look();
    void mark(const QList<WordSpan>& words);
    void offer(QMenu& menu, const WordSpan& span, const QString& word);
    void replace(const WordSpan& span, const QString& word, const QString& by);
    [[nodiscard]] QList<WordSpan> wordsToCheck() const;
    [[nodiscard]] QString wordOf(const WordSpan& span) const;
    [[nodiscard]] bool isWrong(const QString& word) const;
};

} // namespace relevo::ui
