#pragma once

#include <ui/notify/notifier.h>

#include <client/desk.h>

namespace relevo::ui {

class DeskNotices;
class MainWindow;

/// What a click on a notice, or one of its buttons, brings about: what it is about is opened in front, taken
/// over, answered, or told again later.
class NoticeAnswers final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    struct Parts
    {
        client::Desk& desk;
        MainWindow& window;
        DeskNotices& notices;
        Notifier& notifier;
    };

    explicit NoticeAnswers(const Parts& parts, QObject* parent = nullptr);

    /// Shows what this key of a notice stands for; the queue when it stands for nothing that is known.
    void open(const QString& key, const QString& token);

private:
    Parts m_;

    void act(const QString& key, NoticeAction action, const QString& token);
    void takeOver(const QString& key, const QString& token);
    /// The conversation that a key is about; null when it is about none that is known.
    [[nodiscard]] domain::ConversationId conversationOf(const QString& key) const;
};

} // namespace relevo::ui
