#include <ui/conversation/composer.h>

#include <ui/conversation/message_edit.h>

#include <QtGui/QKeyEvent>

// What is offered while one writes: colleagues after "@", and answers kept ready after "/".

namespace relevo::ui {

void Composer::setColleagues(const QList<Mentionable>& colleagues)
{
    m_mentions->setColleagues(colleagues);
}

QList<domain::AgentId> Composer::mentions() const
{
    return m_mentions->namedIn(draft());
}

void Composer::setLock(const QString& words)
{
    if (words == m_lock)
        return;
    m_lock = words;
    refresh();
    update();
}

void Composer::offerColleagues()
{
    const std::optional<QString> typed = m_mode == Mode::Note && !m_setting && m_edit->hasFocus()
                                             ? mentionBefore(draft(), m_edit->textCursor().position())
                                             : std::nullopt;
    if (!typed) {
        m_mentions->hide();
        return;
    }
    // The list is taller than the composer: it lies over the whole window.
    if (m_mentions->parentWidget() != window())
        m_mentions->setParent(window());
    const QRect cursor = m_edit->cursorRect();
    m_mentions->offer(*typed, m_edit->viewport()->mapTo(window(), cursor.topLeft()));
    m_edit->setAccessibleDescription(m_mentions->chosen());
}

void Composer::offerCanned()
{
    if (m_setting || !m_edit->hasFocus())
        m_canned->hide();
    else
        m_canned->follow();
}

void Composer::mention()
{
    const QString name = m_mentions->chosen();
    QTextCursor cursor = m_edit->textCursor();
    const std::optional<QString> typed = mentionBefore(draft(), cursor.position());
    if (name.isEmpty() || !typed)
        return;
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor,
                        static_cast<int>(typed->size()));
    cursor.insertText(name + QLatin1Char(' '));
    m_mentions->hide();
    m_edit->setFocus();
}

bool Composer::mentionKey(const QKeyEvent& key)
{
    if (m_mentions->isHidden())
        return false;
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_mentions->step(key.key() == Qt::Key_Down ? 1 : -1);
        m_edit->setAccessibleDescription(m_mentions->chosen());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        mention();
        return true;
    case Qt::Key_Escape:
        m_mentions->hide();
        return true;
    default:
        return false;
    }
}

} // namespace relevo::ui
