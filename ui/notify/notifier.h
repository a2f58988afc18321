#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>

namespace relevo::ui {

/// What a notice is about; people choose which kinds they want.
enum class NoticeKind {
    Program,     ///< of the program itself: always shown
    NewHandoff,  ///< a customer waits
    Offer,       ///< a customer is offered to this agent for some seconds
    TimeShort,   ///< a promise to one of this agent's customers is nearly broken
    Reply,       ///< a customer of this agent's has written
    Posted,      ///< posted at the relay, by it or by a program
    Mention,     ///< a colleague's note names this agent
    Transferred, ///< somebody has given a conversation to this agent
};

/// What a notice's buttons do beside opening what it is about.
enum class NoticeAction {
    View,     ///< the same as a click on the notice itself
    TakeOver, ///< claim the handoff
    Snooze,   ///< come again in some minutes if it still holds
    Reply,    ///< open the conversation with the keyboard in the answer
};

/// A message to somebody who looks elsewhere. Plain text.
struct Notice
{
    QString key; ///< what it is about; a later one with the same key takes its place
    QString title;
    QString body;
    bool urgent = false; ///< stays until somebody has acted on it
    NoticeKind kind = NoticeKind::Program;
    QList<NoticeAction> actions = {}; ///< buttons in this order, where the desktop has any; View is added
    bool again = false;     ///< told before, and now in other words: silent, and only where it is still shown
    bool bare = false;      ///< names and texts are left out: others may be looking
    bool heardOnly = false; ///< it is before the agent's eyes: a sound, once, and nothing is shown
};

/// Shows notices on the desktop, outside the window.
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void show(const Notice& notice) = 0;
    /// No longer true; nothing when it is not shown.
    virtual void withdraw(const QString& key) = 0;

Q_SIGNALS:
    /// The user clicked the notice, or its View. `token` is what the desktop gives to come to the front; may
    /// be empty.
    void opened(const QString& key, const QString& token);
    /// The user pressed another of its buttons.
    void acted(const QString& key, relevo::ui::NoticeAction action, const QString& token);
    /// The user has put it away: seen, and nothing more is wished.
    void dismissed(const QString& key);
};

/// A button's words: "Take over".
[[nodiscard]] QString wordsOf(NoticeAction action);

} // namespace relevo::ui
