#pragma once

#include <ui/theme/theme.h>

#include <models/inbox.h>

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLineEdit;
class QMenu;

namespace relevo::ui {

class PopupButton;
class Text;

/// What the inbox shows and in which order: a text, a menu of filters, a menu of orders and of views that
/// were kept. While something is hidden it says how much, with a way to show everything.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    /// `inbox` must outlive the bar.
    FilterBar(const Theme& theme, models::Inbox& inbox, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<models::SavedView>& views() const { return m_views; }
    void setViews(std::vector<models::SavedView> views);
    /// Shows where the bar ends, when something goes on under it.
    void setEdge(bool shown);
    /// Puts the keyboard into the text.
    void startTyping();

Q_SIGNALS:
    void viewsChanged();
    /// The user has chosen another order.
    void sortChanged(relevo::models::InboxSort sort);
    /// Escape or Down in the text: back to the list.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    models::Inbox& m_inbox;
    std::vector<models::SavedView> m_views;
    models::InboxFilter m_wanted; ///< on its way to be the inbox's
    models::InboxSort m_sort;
    QLineEdit* m_text;
    PopupButton* m_filters;
    PopupButton* m_arrange;
    QWidget* m_notice;
    Text* m_hidden;
    QTimer m_pause;
    bool m_edge = false;

    void want(const models::InboxFilter& filter, models::InboxSort sort);
    void clear();
    void refresh();
    void fillFilters();
    void fillArrange();
    void addFlag(QMenu& menu, const QString& words, bool models::InboxFilter::*flag);
    void addChoices(QMenu& menu, const QString& title, const QStringList& values,
                    QString models::InboxFilter::*field, QString (*nameOf)(const QString&));
    void addPriorities(QMenu& menu);
    void addViews(QMenu& menu);
    void askName();
    void keepAs(const QString& name);
};

} // namespace relevo::ui
