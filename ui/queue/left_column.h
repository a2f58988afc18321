#pragma once

#include <ui/queue/bulk_wish.h>
#include <ui/queue/person_list.h>

class QMenu;
class QStackedWidget;

namespace relevo::ui {

class AvailabilityButton;
class BulkBar;
class FilterBar;
class HealthBar;
class InboxView;
class LinkBar;
class OfferReminder;
class PopupButton;
class Preferences;
class Text;

/// Who waits and who is mine: the agent's own state on top, the inbox with what filters it, what is done to
/// many at once, the link's state.
class LeftColumn final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive the column.
    LeftColumn(const Theme& theme, models::Inbox& inbox, Preferences& preferences, QWidget* parent = nullptr);

    void setAgent(const QString& name, const QString& project, domain::Availability availability);
    /// The conversation that is looked at, or null; its row is the selected one.
    void showCurrent(const domain::ConversationId& conversation);

    [[nodiscard]] InboxView& inbox() { return *m_inbox; }
    [[nodiscard]] BulkBar& bulk() { return *m_bulk; }
    [[nodiscard]] PersonList& waiting();
    [[nodiscard]] PersonList& mine();
    [[nodiscard]] AvailabilityButton& availability() { return *m_availability; }
    [[nodiscard]] PopupButton& program() { return *m_program; }
    [[nodiscard]] QMenu& programMenu();
    void openProgramMenu();
    /// Shows a widget in the place of the lists, or the lists again (null). The agent's own state above and
    /// the link's below stay, and so does what is offered.
    void showInsteadOfLists(QWidget* widget);
    [[nodiscard]] LinkBar& link() { return *m_link; }
    /// Above the link.
    [[nodiscard]] HealthBar& health() { return *m_health; }

Q_SIGNALS:
    void chosen(const relevo::domain::ConversationId& conversation);
    void entered(const relevo::domain::ConversationId& conversation);
    void claimPressed(const relevo::domain::ConversationId& conversation);
    /// What is offered is not wanted.
    void declinePressed(const relevo::domain::ConversationId& conversation);
    void bulkWished(const relevo::ui::BulkWish& wish);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Preferences& m_preferences;
    InboxView* m_inbox;
    FilterBar* m_filter;
    BulkBar* m_bulk;
    Text* m_name;
    Text* m_project;
    AvailabilityButton* m_availability;
    PopupButton* m_program;
    HealthBar* m_health;
    LinkBar* m_link;
    QWidget* m_lists;
    QStackedWidget* m_middle;
    OfferReminder* m_offers;
    QString m_agentName;

    [[nodiscard]] QWidget* makeHeader();
    void connectParts();
};

} // namespace relevo::ui
