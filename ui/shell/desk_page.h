#pragma once

#include <ui/shell/desk_models.h>
#include <ui/shell/preferences.h>
#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QSplitter;

namespace relevo::ui {

class Actions;
class ConversationPage;
class CustomerPanel;
class LeftColumn;
class SearchPage;
class UndoBar;

/// The desk itself: lists, conversation and customer beside each other, and which conversation is looked at.
class DeskPage final : public QWidget
{
    Q_OBJECT
public:
    DeskPage(const Theme& theme, DeskModels& models, Preferences& preferences, QWidget* parent = nullptr);
    ~DeskPage() override;

    [[nodiscard]] LeftColumn& left() { return *m_left; }
    [[nodiscard]] ConversationPage& conversation() { return *m_conversation; }
    [[nodiscard]] SearchPage& search() { return *m_search; }
    [[nodiscard]] UndoBar& undoBar() { return *m_undo; }
    [[nodiscard]] CustomerPanel& customer() { return *m_customer; }
    /// The conversation that is looked at, or null.
    [[nodiscard]] const domain::ConversationId& current() const { return m_current; }

    /// Its buttons do what these do. They must outlive the page.
    void setActions(Actions& actions);
    /// After the link's bar was told of it.
    void setConnected(bool connected);
    [[nodiscard]] bool isConnected() const { return m_connected; }
    /// Looks at a conversation, or at none (null).
    void look(const domain::ConversationId& conversation);
    /// Looks at it, at this message (null: where it was left).
    void lookAt(const domain::ConversationId& conversation, const domain::MessageId& message);
    /// Looks at it and puts the keyboard there.
    void enter(const domain::ConversationId& conversation);
    /// Claims what is looked at, if that can be done now.
    void claim();
    /// Somebody else was faster: goes on to the next who waits, if the lost one is still looked at.
    void claimLost(const domain::ConversationId& conversation);
    void goToQueue();
    void goToMine();
    /// Looks at the next conversation of the lists (1) or the one before (-1).
    void step(int by);
    /// To the next pane (1) or the one before (-1).
    void cyclePanes(int step);
    void toggleDetails();
    /// Opens the bar that finds words in the conversation that is looked at.
    void findInConversation();
    void openAvailability();
    /// The search in the place of the lists, the keyboard in it.
    void openSearch();

Q_SIGNALS:
    /// Before the page shows it; whoever keeps the transcripts gives the models the right one. May be null.
    void conversationWanted(const relevo::domain::ConversationId& conversation);
    void claimRequested(const relevo::domain::HandoffId& handoff);
    void connectedChanged();
    /// What is offered to this agent is to go to the next.
    void declineRequested(const relevo::domain::HandoffId& handoff);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    DeskModels& m_models;
    Preferences& m_preferences;
    LeftColumn* m_left;
    ConversationPage* m_conversation;
    CustomerPanel* m_customer;
    SearchPage* m_search;
    QWidget* m_right; ///< the customer's place in a wide window
    QSplitter* m_split;
    UndoBar* m_undo;
    domain::ConversationId m_current;
    bool m_searching = false; ///< in the place of the lists
    bool m_connected = false;
    bool m_detailsWanted = true;
    bool m_detailsInstead = false; ///< in a narrow window: in the place of the lists

    void connectParts();
    void claimFromList(const domain::ConversationId& conversation);
    void decline(const domain::ConversationId& conversation);
    /// A column's width, larger as its words are.
    [[nodiscard]] int scaled(int width) const;
    void fitColumns();
    [[nodiscard]] bool isWide() const;
    void showLists();
    void closeSearch();
    void placeUndoBar();
    void updateDetails();
    void updateAgent();
    void updateHealth();
    void updateEmptyWords();
};

} // namespace relevo::ui
