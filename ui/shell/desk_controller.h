#pragma once

#include <ui/queue/bulk_run.h>
#include <ui/shell/bot_switch.h>
#include <ui/shell/desk_models.h>
#include <ui/shell/desk_notices.h>
#include <ui/shell/news_teller.h>
#include <ui/shell/notice_answers.h>
#include <ui/shell/people_controller.h>
#include <ui/shell/writing_controller.h>

#include <client/desk.h>
#include <models/transfer_targets.h>

namespace relevo::ui {

class MainWindow;
class TrayIcon;

/// Between the desk, which knows, and the windows, which show: wishes go one way, news the other. Holds no
/// state of its own but what the windows are told once.
class DeskController final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the controller.
    struct Parts
    {
        client::Desk& desk;
        DeskModels& models;
        MainWindow& window;
        TrayIcon& tray;
        Notifier& notifier;
    };

    explicit DeskController(const Parts& parts, QObject* parent = nullptr);

    /// Starts under a profile; `relay` fills the sign-in form when there is none yet.
    void start(const QString& profile, const QString& relay);
    /// Signs in without asking.
    void signIn(const QString& relay, const client::Credentials& credentials);
    /// Shows a handoff's conversation in front; one that is not known yet as soon as it comes, unless the
    /// agent has gone on to another or signed out by then.
    void openHandoff(const domain::HandoffId& handoff);
    [[nodiscard]] DeskNotices& notices() { return m_notices; }

Q_SIGNALS:
    /// The agent has said by hand whether they work.
    void availabilityChosen();

private:
    Parts m_;
    QString m_relay;
    client::Profile m_whose; ///< who was signed in last
    domain::ConversationId m_looking;
    domain::HandoffId m_openWhenKnown;
    DeskNotices m_notices;
    NewsTeller m_news;
    NoticeAnswers m_answers;
    BulkRun m_bulk;
    QHash<QUuid, domain::ConversationId> m_held; ///< what wishes that are kept back are about
    WritingController m_writing;
    PeopleController m_people;
    BotSwitch m_bot;
    quint64 m_search = 0;        ///< the newest one's number
    quint64 m_paletteSearch = 0; ///< likewise, the palette's
    bool m_byPassword = false;   ///< signed in by typing, not by a kept token
    bool m_signInAsked = false;  ///< the sign-in page is there to stay until somebody has signed in

    void connectSession();
    void connectLink();
    void connectWishes();
    void connectActions();
    void transfer(const domain::HandoffId& handoff, const models::TransferTarget& target,
                  const QString& note);
    void connectNews();
    void connectTray();
    void carryOut(const BulkWish& wish);
    void choose(domain::Availability availability);
    void look(const domain::ConversationId& conversation);
    void signedIn(const client::Profile& profile, bool tokenKept);
    void signInNeeded();
    void askToSignIn(const QString& reason);
    void signInFailed(const Error& error);
    void signedOut();
    /// Nothing of what customers wrote stays on the screen, in notices, or counted.
    void hideCustomers();
    void linkChanged(const client::LinkInfo& info);
    void commandFailed(client::Wish wish, const domain::ConversationId& conversation, const Error& error);
    [[nodiscard]] static QString refusalWords(client::Wish wish, const Error& error);
    void openWhatCame();
    void openWhatIsOver();
    void readWhatIsSeen();
    void tellWaiting();
};

} // namespace relevo::ui
