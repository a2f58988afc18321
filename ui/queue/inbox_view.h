#pragma once

#include <ui/theme/theme.h>

#include <client/link_state.h>
#include <models/inbox.h>

#include <QtCore/QPointer>
#include <QtWidgets/QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace relevo::ui {

class EmptyState;
class OfferCard;
class PersonList;
class SectionHeader;

/// The inbox's sections under each other, scrolled as one. Folded sections stay so between starts by whoever
/// keeps foldedChanged.
class InboxView final : public QScrollArea
{
    Q_OBJECT
public:
    /// `inbox` must outlive the view.
    InboxView(const Theme& theme, models::Inbox& inbox, QWidget* parent = nullptr);

    /// Not for Offered, which has cards.
    [[nodiscard]] PersonList& list(models::InboxSection section);
    [[nodiscard]] QList<models::InboxSection> folded() const;
    void setFolded(const QList<models::InboxSection>& folded);
    void setLink(client::LinkState state);

    /// The conversation that is looked at, or null; its row is the selected one.
    void showCurrent(const domain::ConversationId& conversation);
    /// Puts the keyboard into a section and unfolds it.
    void goTo(models::InboxSection section);
    /// Puts the keyboard to the conversation, or else into the queue.
    void goTo(const domain::ConversationId& conversation);
    /// The next conversation (1) or the one before (-1), whatever section it is in, from the one looked at.
    /// The keyboard stays where it is unless it is here.
    void step(int by);
    /// Puts the keyboard to the conversation that is looked at, else to the first.
    void takeKeyboard();
    /// Looks at the first offer's buttons. False when nothing is offered.
    bool goToOffer();

Q_SIGNALS:
    void chosen(const relevo::domain::ConversationId& conversation);
    void entered(const relevo::domain::ConversationId& conversation);
    /// What is offered is accepted.
    void claimPressed(const relevo::domain::ConversationId& conversation);
    void declinePressed(const relevo::domain::ConversationId& conversation);
    void foldedChanged();
    /// The slash: what is looked for is to be typed.
    void filterWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Block
    {
        SectionHeader* header = nullptr;
        PersonList* list = nullptr; ///< null for Offered
        QPushButton* more = nullptr;
        bool folded = false; ///< as the user wants it; while a text is searched for nothing is
    };

    const Theme& m_theme;
    models::Inbox& m_inbox;
    std::array<Block, models::inboxSections> m_blocks;
    QWidget* m_offers;
    QHash<domain::ConversationId, OfferCard*> m_cards;
    QVBoxLayout* m_offerCards;
    EmptyState* m_empty;
    QPushButton* m_pinned; ///< leads to one's own conversations while they are below what is seen
    int m_shift = 0;       ///< by so much what is read has moved down
    QPointer<QWidget> m_sightOf;
    QRect m_sight;
    domain::ConversationId m_current;
    client::LinkState m_link = client::LinkState::Online;

    [[nodiscard]] Block& block(models::InboxSection section);
    void makeBlock(models::InboxSection section, QVBoxLayout& layout);
    void connectList(models::InboxSection section);
    void connectCard(OfferCard* card);
    void fold(models::InboxSection section, bool folded);
    void applyFolds();
    void refresh();
    void updateOffers();
    void updateEmptyWords();
    void updatePinned();
    void moveFrom(QWidget* stop, int step);
    [[nodiscard]] QWidgetList stops() const;
    void keepPlace(const PersonList& list, int y, int by);
    void bringIntoSight(QWidget* widget, const QRect& part);
};

} // namespace relevo::ui
