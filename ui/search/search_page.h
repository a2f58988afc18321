#pragma once

#include <ui/theme/theme.h>

#include <client/search.h>
#include <models/search_model.h>

#include <QtWidgets/QWidget>

class QLineEdit;
class QListView;
class QPushButton;

namespace relevo::ui {

class EmptyState;
class Text;

/// The search in the place of the lists: what is typed is looked for as it is typed, and what is found opens
/// at its message. Says honestly what was searched: this device, or everything.
class SearchPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SearchPage(const Theme& theme, QWidget* parent = nullptr);

    /// The keyboard in the field, what stands there selected.
    void start();
    /// The answer to the newest searchRequested.
    void show(const client::SharedResults& results);
    /// Forgets what was typed and found: somebody else sits here.
    void clear();

Q_SIGNALS:
    void searchRequested(const relevo::client::SearchQuery& query);
    /// A row was chosen: look at the conversation, at this message (null: where it was left).
    void opened(const relevo::domain::ConversationId& conversation, const relevo::domain::MessageId& message);
    /// Back to the lists.
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    models::SearchModel m_model;
    QLineEdit* m_field;
    QPushButton* m_close;
    Text* m_state;
    QListView* m_list;
    EmptyState* m_empty;
    client::SharedResults m_results;

    void typed();
    void open(const QModelIndex& index);
    void tell();
    [[nodiscard]] bool fieldKey(int key);
    [[nodiscard]] bool listKey(int key, const QString& text);
};

} // namespace relevo::ui
