#pragma once

#include <ui/theme/theme.h>

#include <domain/ids.h>

#include <QtWidgets/QListView>

#include <functional>

namespace relevo::ui {

class EmptyState;
class SpokenRows;

/// A list of conversations in the left column. What is selected is what the user looks at: choosing a row, by
/// arrow keys, mouse or a screen reader, shows it; Enter goes into it. Rows that come, go or move by
/// themselves never choose anything.
class PersonList final : public QListView
{
    Q_OBJECT
public:
    /// How a row tells its conversation, and where a conversation's row is, both in `model`.
    struct Lookup
    {
        std::function<domain::ConversationId(int row)> at;
        std::function<int(const domain::ConversationId&)> rowOf; ///< -1 when it is not there
    };

    /// `model` must outlive the list.
    PersonList(const Theme& theme, SpokenRows& model, Lookup lookup, QWidget* parent = nullptr);

    /// What to say while there is no row. Takes ownership.
    void setEmptyState(EmptyState* state);
    /// Selects the conversation's row without telling, and shows it when it is another one than before;
    /// nothing when it is null or not in the list.
    void showCurrent(const domain::ConversationId& conversation);
    /// The selected row's conversation, or null.
    [[nodiscard]] domain::ConversationId selected() const;
    /// Selects a row when none is, so that the keyboard has somewhere to start.
    void startKeyboard();

Q_SIGNALS:
    void chosen(const relevo::domain::ConversationId& conversation);
    /// Enter or a double click: go into it.
    void entered(const relevo::domain::ConversationId& conversation);
    /// C or Ctrl+Return on a row.
    void claimPressed(const relevo::domain::ConversationId& conversation);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;

private:
    Lookup m_lookup;
    domain::ConversationId m_current;
    EmptyState* m_empty = nullptr;
    bool m_following = false;     ///< the model moves the selection, not the user
    bool m_comesIntoView = false; ///< the current row, as soon as it is here

    void follow();
    void updateEmptyState();
};

} // namespace relevo::ui
