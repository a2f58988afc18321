#pragma once

#include <ui/actions/actions.h>
#include <ui/shell/desk_models.h>

#include <client/wish.h>
#include <models/transfer_targets.h>

namespace relevo::ui {

class DeskPage;

/// What becomes of the actions that are about conversations: it asks what there is to ask, shows what there
/// is to show, and tells the rest as wishes. It also knows what can be done now.
class ActionRunner final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the runner; `window` is over which it asks.
    struct Parts
    {
        const Theme& theme;
        DeskModels& models;
        DeskPage& page;
        Actions& actions;
        QWidget& window;
    };
    /// What only the window knows of the context.
    struct WindowFacts
    {
        bool deskShown = false;
        bool canFind = false;
        bool hasSettings = false;
    };

    explicit ActionRunner(const Parts& parts, QObject* parent = nullptr);

    /// Nothing for the actions that are the window's.
    void run(ActionId id);
    void setWindow(const WindowFacts& facts);
    /// Asks about giving what is looked at to this agent.
    void transferTo(const domain::AgentId& agent);
    /// Words for colleagues that were refused: they can be kept as a note.
    void offerWords(const domain::ConversationId& conversation, const QString& words);

Q_SIGNALS:
    void resolveRequested(const relevo::domain::HandoffId& handoff,
                          const relevo::client::Resolution& resolution);
    /// To an agent, a team, everybody or the bot.
    void transferRequested(const relevo::domain::HandoffId& handoff,
                           const relevo::models::TransferTarget& target, const QString& note);
    void declineRequested(const relevo::domain::HandoffId& handoff);
    void snoozeRequested(const relevo::domain::HandoffId& handoff, int minutes);
    void reopenRequested(const relevo::domain::HandoffId& handoff);
    void noteRequested(const relevo::domain::ConversationId& conversation, const QString& text);
    void availabilityRequested(relevo::domain::Availability availability);
    void ticketRequested(const relevo::domain::HandoffId& handoff);
    void spamRequested(const relevo::domain::HandoffId& handoff);
    /// Of the customer who is looked at.
    void blockRequested(bool blocked);
    /// Whether bots may speak in the conversation that is looked at.
    void botRequested(bool on);
    /// With whom the customer who is looked at is the same person.
    void samePersonRequested();

private:
    Parts m_;
    WindowFacts m_facts;
    /// What was said of the handoff that was resolved last, should it be taken back.
    std::pair<domain::HandoffId, client::Resolution> m_resolved;
    bool m_resolvedBack = false;

    void refresh();
    [[nodiscard]] ActionContext context() const;
    [[nodiscard]] domain::HandoffId handoff() const;
    void runHere(ActionId id, const domain::HandoffId& handoff);
    void askHowResolved(const domain::HandoffId& handoff);
    void askToWhom(const domain::HandoffId& handoff, const domain::AgentId& agent);
    void askUntilWhen(const domain::HandoffId& handoff);
    void give(const domain::HandoffId& handoff, models::TransferTarget::Kind kind);
};

} // namespace relevo::ui
