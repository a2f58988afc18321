#pragma once

#include <ui/shell/desk_models.h>
#include <ui/theme/theme.h>

#include <client/people.h>

namespace relevo::ui {

class DeskPage;
class MergeDialog;

/// Between the desk and what is known of customers: what agents write down of them goes one way, who they are
/// the other.
class PeopleController final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the controller; `window` is over which it asks.
    struct Parts
    {
        client::Desk& desk;
        DeskModels& models;
        DeskPage& page;
        const Theme& theme;
        QWidget& window;
    };

    explicit PeopleController(const Parts& parts, QObject* parent = nullptr);

    /// Asks with whom the customer who is looked at is the same person; `guess` may have no id.
    void askForSame(const domain::Contact& guess);
    void setBlocked(bool blocked);
    void markSpam(const domain::HandoffId& handoff);
    void convertToTicket(const domain::HandoffId& handoff);

private:
    Parts m_;
    client::People m_people;
    domain::ConversationId m_looking;          ///< what follows is about this one's customer
    std::vector<domain::Conversation> m_talks; ///< earlier ones, newest first
    std::size_t m_shown = 0;                   ///< so many of them are above it

    void connectPanel();
    void fetchPerson(const domain::Contact& contact);
    void fetchAlike(const domain::Contact& contact, const client::Person& person);
    void connectDialog(MergeDialog& dialog);
    [[nodiscard]] client::ContactKey key() const;
    void look(const domain::ConversationId& conversation);
    void takeTalks(const client::Person& person);
    void showPast(const domain::ConversationId& conversation);
    void layPast();
};

} // namespace relevo::ui
