#pragma once

#include <domain/ids.h>

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace relevo::models {
class Inbox;
}

namespace relevo::ui {

class OfferCard;
class Text;
class Theme;

/// What is offered to this agent while something else is in the lists' place: the card of the offer that runs
/// out first, and how many others there are. Takes no room when it is not needed.
class OfferReminder final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive it.
    OfferReminder(const Theme& theme, models::Inbox& inbox, QWidget* parent = nullptr);

    /// Whether the lists, which have the cards themselves, are out of sight.
    void setNeeded(bool needed);

Q_SIGNALS:
    void chosen(const relevo::domain::ConversationId& conversation);
    void accepted(const relevo::domain::ConversationId& conversation);
    void declined(const relevo::domain::ConversationId& conversation);

private:
    const Theme& m_theme;
    models::Inbox& m_inbox;
    QVBoxLayout* m_layout;
    OfferCard* m_card = nullptr;
    Text* m_more;
    bool m_needed = false;

    void refresh();
    void dropCard();
    void showCard(const domain::ConversationId& first);
};

} // namespace relevo::ui
