#pragma once

#include <relay/hub.h>
#include <relay/pipeline.h>

#include <QtCore/QHash>
#include <QtCore/QTimer>

#include <compare>
#include <set>

namespace relevo::relay {

/// Keeps time: a heap of what next falls due in every open conversation (domain::nextDue), and a Tick for
/// each that does. Nothing is stored, because every due time follows from the state, so a restart loses none
/// and fires none twice. The wall clock is looked at once a second at least, so that a clock that is set is
/// noticed within that. I/O thread.
class Scheduler final : public QObject, public Listener
{
    Q_OBJECT

public:
    Scheduler(Hub& hub, Pipeline& pipeline, const Clock& clock, QObject* parent = nullptr);
    ~Scheduler() override;

    /// Takes up every conversation as it stands.
    void start();
    void heard(const Published& published) override;

private:
    struct Entry
    {
        Timestamp at;
        domain::ProjectId project;
        domain::ConversationId conversation;

        friend std::strong_ordering operator<=>(const Entry&, const Entry&) = default;
    };

    void schedule(const domain::ProjectId& project, const domain::ConversationId& conversation);
    void put(const Entry& entry);
    void drop(const domain::ConversationId& conversation);
    void scheduleAll(const domain::ProjectState& project);
    void scheduleOf(const domain::ProjectState& project, const domain::AgentId& agent);
    void tick(const Entry& entry);
    void ticked(const Entry& entry, bool refused);
    void fire();
    void arm();

    Hub& m_hub;
    Pipeline& m_pipeline;
    const Clock& m_clock;
    std::set<Entry> m_entries;
    QHash<domain::ConversationId, Timestamp> m_due; // of those in m_entries
    std::set<domain::ConversationId> m_ticking;     // submitted, not answered
    QTimer m_timer;
};

} // namespace relevo::relay
