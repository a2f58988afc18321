#pragma once

#include <ui/theme/theme.h>

#include <client/people.h>

#include <QtWidgets/QWidget>

class QPushButton;
class QVBoxLayout;

namespace relevo::ui {

/// The whole person a contact is: their other conversations, which open at a press, the contacts that were
/// found to be the same, and those that may be.
class PersonCard final : public QWidget
{
    Q_OBJECT
public:
    /// What is known of the person.
    enum class State {
        Asked, ///< it is on its way
        Known,
        Unknown, ///< the relay is not to be asked now
    };

    struct Content
    {
        State state = State::Unknown;
        domain::ConversationId looking; ///< not listed: it is before everybody's eyes
        domain::ContactId contact;      ///< of that conversation
        client::Person person;
        std::vector<domain::Contact> alike; ///< others with the same e-mail address or phone number
        bool editable = false;

        friend bool operator==(const Content&, const Content&) = default;
    };

    explicit PersonCard(const Theme& theme, QWidget* parent = nullptr);

    void show(const Content& content);

Q_SIGNALS:
    void conversationChosen(const relevo::domain::ConversationId& conversation);
    void splitWanted(const relevo::domain::ContactId& contact);
    /// They may be the same as this one.
    void compareWanted(const relevo::domain::Contact& contact);

private:
    const Theme& m_theme;
    std::optional<Content> m_shown;
    QVBoxLayout* m_list;

    void rebuild();
    void addTitle(const QString& words);
    void addWords(const QString& words);
    void addConversations();
    void addMerged();
    void addAlike();
    /// A name with what tells them apart, and a button.
    QPushButton* addContact(const domain::Contact& contact, const QString& words, const char* objectName);
};

} // namespace relevo::ui
