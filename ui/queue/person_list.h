#pragma once

#include <ui/theme/theme.h>

#include <models/inbox.h>

#include <QtWidgets/QListView>

namespace relevo::ui {

class InboxDelegate;
class SpokenRows;

/// One section of the inbox as a list, as high as its rows: what scrolls is the whole inbox. What is selected
/// is what the user looks at: choosing a row, by arrow keys, mouse or a screen reader, shows it; Enter goes
/// into it. Rows that come, go or move by themselves never choose anything. Beside that any number of rows
/// can be marked, for what is done to many at once.
class PersonList final : public QListView
{
    Q_OBJECT
public:
    /// `inbox` must outlive the list. `emptyWords` are shown while there is no row; without them the list is
    /// gone then.
    PersonList(const Theme& theme, models::Inbox& inbox, models::InboxSection section,
               const QString& emptyWords = {}, QWidget* parent = nullptr);

    /// False while nobody can tell who would be in the list: then an empty one says nothing.
    void setKnown(bool known);

    /// Selects the conversation's row without telling, and shows it when it is another one than before;
    /// nothing when it is null or not in the list.
    void showCurrent(const domain::ConversationId& conversation);
    /// The selected row's conversation, or null.
    [[nodiscard]] domain::ConversationId selected() const;
    /// Selects a row when none is, so that the keyboard has somewhere to start.
    void startKeyboard();
    /// Selects the first row (1) or the last (-1). False when there is none.
    bool selectEnd(int step);
    /// Selects the row after the selected one (1) or before it (-1). False when there is none.
    bool stepBy(int step);

Q_SIGNALS:
    void chosen(const relevo::domain::ConversationId& conversation);
    /// Enter or a double click: go into it.
    void entered(const relevo::domain::ConversationId& conversation);
    /// An arrow key leads out of the list, after its end (1) or before its beginning (-1).
    void leftBy(int step);
    /// This part of the list is to be seen.
    void wantsSight(const QRect& part);
    /// Rows came in (or left, `by` below zero) at this height of the list, and took so much more of it.
    void grew(int y, int by);
    /// The list has become higher or lower.
    void fitted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    const Theme& m_theme;
    models::Inbox& m_inbox;
    models::InboxSection m_section;
    models::SectionModel& m_rows;
    SpokenRows* m_spoken;
    InboxDelegate* m_delegate;
    QString m_emptyWords;
    bool m_known = true;
    domain::ConversationId m_current;
    domain::ConversationId m_anchor; ///< where a range of marks begins
    bool m_following = false;        ///< the model moves the selection, not the user
    bool m_comesIntoView = false;    ///< the current row, as soon as it is here

    [[nodiscard]] int rowOf(const domain::ConversationId& conversation) const;
    void follow();
    void fit();
    [[nodiscard]] int rowHeight() const;
    void toggleMark(int row);
    void markTo(int row);
    [[nodiscard]] bool markKey(QKeyEvent& event);
};

} // namespace relevo::ui
