#pragma once

#include <ui/queue/person_list.h>

#include <models/conversations_model.h>
#include <models/queue_model.h>

class QSplitter;
class QStackedWidget;

namespace relevo::ui {

class AvailabilityButton;
class LinkBar;
class PopupButton;
class Text;

/// Who waits and who is mine: the agent's own state on top, the queue, one's conversations, the link's state.
class LeftColumn final : public QWidget
{
    Q_OBJECT
public:
    /// Both models must outlive the column.
    LeftColumn(const Theme& theme, models::QueueModel& queue, models::ConversationsModel& mine,
               QWidget* parent = nullptr);

    void setAgent(const QString& name, const QString& project, domain::Availability availability);
    /// The conversation that is looked at, or null; its row is the selected one in either list.
    void showCurrent(const domain::ConversationId& conversation);

    [[nodiscard]] PersonList& waiting() { return *m_waiting; }
    [[nodiscard]] PersonList& mine() { return *m_mine; }
    [[nodiscard]] AvailabilityButton& availability() { return *m_availability; }
    [[nodiscard]] PopupButton& program() { return *m_program; }
    [[nodiscard]] QMenu& programMenu();
    void openProgramMenu();
    /// Shows a widget in the place of the lists, or the lists again (null). The agent's own state above and
    /// the link's below stay.
    void showInsteadOfLists(QWidget* widget);
    [[nodiscard]] LinkBar& link() { return *m_link; }

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void chosen(const relevo::domain::ConversationId& conversation);
    void entered(const relevo::domain::ConversationId& conversation);
    void claimPressed(const relevo::domain::ConversationId& conversation);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    models::QueueModel& m_queueModel;
    models::ConversationsModel& m_mineModel;
    SpokenRows* m_waitingRows;
    SpokenRows* m_mineRows;
    PersonList* m_waiting;
    PersonList* m_mine;
    Text* m_name;
    Text* m_project;
    Text* m_waitingCount;
    Text* m_mineCount;
    AvailabilityButton* m_availability;
    PopupButton* m_program;
    LinkBar* m_link;
    QSplitter* m_split;
    QStackedWidget* m_middle;
    QString m_agentName;

    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeSection(const QString& title, Text* count, PersonList* list);
    void connectList(PersonList* list, PersonList* other);
    void updateCounts();
};

} // namespace relevo::ui
