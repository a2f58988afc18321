#pragma once

#include <ui/customer/person_card.h>
#include <ui/customer/summary_card.h>
#include <ui/theme/theme.h>

#include <base/clock.h>
#include <client/people.h>
#include <models/conversation_details.h>

#include <QtCore/QTimer>
#include <QtWidgets/QScrollArea>

class QVBoxLayout;

namespace relevo::ui {

class AttributeTable;
class BotLine;
class ContactNotes;
class ContactTags;
class IdentityCard;

/// The right column: who the customer is, the summary, and what is kept of them. Drawn only while it can be
/// seen. What is being typed in it stays, whatever else changes, until another customer is looked at.
class CustomerPanel final : public QScrollArea
{
    Q_OBJECT
public:
    /// `details` and `clock` must outlive the panel.
    CustomerPanel(const Theme& theme, const models::ConversationDetails& details, const Clock& clock,
                  QWidget* parent = nullptr);

    void setConnected(bool connected);
    /// The answer to repliesWanted; of a handoff that is no longer shown it is dropped.
    void showReplies(const domain::HandoffId& handoff, const QStringList& texts, const QString& engine);
    /// The answer to refreshWanted: the summary is here, or is not to be had.
    void refreshed(const domain::HandoffId& handoff);
    /// What was asked for could not be done.
    void showTrouble(const domain::HandoffId& handoff, const QString& words);
    /// The answer to personWanted; nothing when there is none. Of another contact it is dropped.
    void showPerson(const domain::ContactId& contact, const std::optional<client::Person>& person);
    /// Others who may be the same person.
    void showAlike(const domain::ContactId& contact, const std::vector<domain::Contact>& alike);
    /// As its button does.
    void unblock() { Q_EMIT blockWanted(key(), false); }
    /// Something of the person has become another: asks again.
    void renewPerson();

Q_SIGNALS:
    void factChosen(const relevo::domain::MessageId& message);
    void refreshWanted(const relevo::domain::HandoffId& handoff);
    void repliesWanted(const relevo::domain::HandoffId& handoff);
    void replyChosen(const QString& text);

    void personWanted(const relevo::domain::Contact& contact);
    void contactChanged(const relevo::client::ContactKey& whose, const relevo::client::ContactChange& change);
    void blockWanted(const relevo::client::ContactKey& whose, bool blocked);
    /// Whether bots may speak in this conversation.
    void botWanted(bool on);
    void noteAdded(const relevo::client::ContactKey& whose, const QString& text);
    void noteDeleted(const relevo::client::ContactKey& whose, const relevo::domain::MessageId& note);
    /// With whom they are the same is to be found out; `guess` may have no id.
    void mergeWanted(const relevo::domain::Contact& guess);
    void splitWanted(const relevo::client::ContactKey& whose);
    void conversationChosen(const relevo::domain::ConversationId& conversation);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Theme& m_theme;
    const models::ConversationDetails& m_details;
    const Clock& m_clock;
    QTimer m_soon;
    QTimer m_minute;           ///< the customer's time goes on
    domain::HandoffId m_asked; ///< what follows is about this one
    Proposals m_proposals;
    QString m_trouble;
    bool m_refreshing = false;
    bool m_connected = false;

    domain::ContactId m_contact; ///< what follows is about this one
    domain::ContactId m_mergedInto;
    client::Person m_person;
    std::vector<domain::Contact> m_alike;
    PersonCard::State m_personState = PersonCard::State::Unknown;
    bool m_personAsked = false;
    bool m_tagsSuggested = false;

    QWidget* m_page;
    IdentityCard* m_identity;
    BotLine* m_bot;
    QVBoxLayout* m_summaryPlace;
    QWidget* m_summary = nullptr; ///< the card, or words in its place
    std::optional<SummaryContent> m_shownSummary;
    bool m_shownWaiting = false; ///< "The summary is being made…"
    ContactTags* m_tags;
    ContactNotes* m_notes;
    AttributeTable* m_attributes;
    PersonCard* m_others;

    void makePage();
    void connectParts();
    void fitPage();
    void refresh();
    void refreshSoon();
    void dropStale();
    void refreshSummary();
    void refreshPerson();
    void askForPerson();
    void askForSummary();
    void askForReplies(bool forDraft);
    [[nodiscard]] SummaryCard* makeCard(const SummaryContent& content);
    [[nodiscard]] bool isEditable() const;
    /// A contact of the shown person.
    [[nodiscard]] client::ContactKey keyOf(const domain::ContactId& contact) const;
    [[nodiscard]] client::ContactKey key() const { return keyOf(m_contact); }
};

} // namespace relevo::ui
