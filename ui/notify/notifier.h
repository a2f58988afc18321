#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

namespace relevo::ui {

/// What a notice is about; people choose which kinds they want.
enum class NoticeKind {
    Program,    ///< of the program itself: always shown
    NewHandoff, ///< a customer waits
    Offer,      ///< a customer is offered to this agent for some seconds
    TimeShort,  ///< a promise to one of this agent's customers is nearly broken
    Reply,      ///< a customer of this agent's has written
    Posted,     ///< posted at the relay, by it or by a program
};

/// A message to somebody who looks elsewhere. Plain text.
struct Notice
{
    QString key; ///< what it is about; a later one with the same key takes its place
    QString title;
    QString body;
    bool urgent = false;
    NoticeKind kind = NoticeKind::Program;
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
    /// The user clicked the notice. `token` is what the desktop gives to come to the front; may be empty.
    void opened(const QString& key, const QString& token);
};

} // namespace relevo::ui
