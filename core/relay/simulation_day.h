#pragma once

#include <domain/command.h>
#include <domain/state.h>
#include <relay/simulation_figures.h>
#include <relay/simulation_plan.h>

#include <queue>
#include <tuple>
#include <unordered_map>

namespace relevo::relay {

/// One day. Everything that happens is an item of a queue by time; what follows from it by the domain happens
/// at the same moment.
class SimulatedDay
{
public:
    /// `plan` must outlive this.
    SimulatedDay(const DayPlan& plan, domain::Routing routing, quint32 seed);
    SimulatedDay(const SimulatedDay&) = delete;
    SimulatedDay& operator=(const SimulatedDay&) = delete;

    /// From beginning to end; once.
    [[nodiscard]] SimulationFigures play();

private:
    /// Ids 1, 2, 3 …, so that the older one sorts first, as the relay's do.
    class Numbers final : public IdSource
    {
    public:
        [[nodiscard]] QUuid next() override;

    private:
        quint64 m_last = 0;
    };

    struct IdHash
    {
        template <typename IdType>
        std::size_t operator()(const IdType& id) const
        {
            return qHash(id.uuid());
        }
    };

    enum class Kind {
        Arrive,
        GiveUp,
        Tick,
        Step,   // of an agent's plan
        Choose, // about an offer
        Look,   // at the queue everybody sees
        Answer,
        Write,
        Resolve,
        Minute,
    };

    struct Item
    {
        Timestamp at;
        qint64 order = 0;
        Kind kind = Kind::Tick;
        std::size_t who = 0; // customer or agent
        qint64 token = 0;    // what it hangs on; when that has changed it no longer holds

        bool operator<(const Item& other) const
        {
            return std::tie(at, order) > std::tie(other.at, other.order);
        }
    };

    struct Customer
    {
        domain::ConversationId conversation;
        domain::HandoffId handoff;
        int turns = 0;
        bool answered = false;
        bool judged = false; ///< the first response is counted
        qint64 offers = 0;
        qint64 due = 0; ///< of the newest Tick
        std::optional<Timestamp> dueAt;
    };

    struct Worker
    {
        domain::AgentId id;
        int taken = 0;
        bool looks = false;
        std::optional<Timestamp> availableSince;
        milliseconds available{0};
    };

    // What the relay does (simulation_day.cpp).
    void open(domain::Routing routing);
    void at(Timestamp when, Kind kind, std::size_t who, qint64 token = 0);
    void after(milliseconds span, Kind kind, std::size_t who, qint64 token = 0);
    [[nodiscard]] const domain::ConversationState* live(std::size_t customer) const;
    /// Decides, folds and hears what came of it; false when it was refused.
    bool command(const domain::Command& command, std::optional<std::size_t> customer = std::nullopt);
    void hear(const domain::Event& event);
    void hearAgent(domain::EventType type, std::size_t who);
    void hearHandoff(domain::EventType type, const domain::Handoff& handoff, std::size_t who);
    void judge(Customer& customer, const domain::Handoff& handoff);
    /// As the scheduler does.
    void schedule(std::size_t who);
    /// As the dispatcher does.
    void dispatch();
    /// Something waits for anybody.
    void waits();
    void finish();

    // What people do (simulation_people.cpp).
    void happen(const Item& item);
    void arrive(std::size_t who);
    void giveUp(std::size_t who);
    void write(std::size_t who);
    void step(std::size_t who, PlannedStep::What what);
    void choose(std::size_t who, qint64 offer);
    void lookSoon(std::size_t who);
    /// Takes the first of the queue that they can serve.
    void look(std::size_t who);
    void answer(std::size_t who, qint64 epoch);
    void resolve(std::size_t who, qint64 epoch);
    void minute();
    [[nodiscard]] const domain::Agent& agent(std::size_t worker) const;
    [[nodiscard]] bool isThere(std::size_t worker) const;
    /// In a break, or cut off; who has gone home still ends what they have begun.
    [[nodiscard]] bool isOutOfReach(std::size_t worker) const;
    [[nodiscard]] int load(std::size_t worker) const;
    /// Until its holder has answered: so many seconds at an ordinary pace.
    [[nodiscard]] milliseconds typing(double from, double to, const domain::Handoff& handoff);
    /// The conversation, while its agent's turn under the epoch lasts.
    [[nodiscard]] const domain::ConversationState* held(std::size_t who, qint64 epoch) const;

    const DayPlan& m_plan;
    Dice m_dice;
    Numbers m_ids;
    const Timestamp m_start{milliseconds(1'798'761'600'000)};
    Timestamp m_now{m_start};
    Timestamp m_end{m_start};
    domain::ProjectState m_state;
    std::vector<Worker> m_workers;
    std::vector<Customer> m_customers;
    std::unordered_map<domain::AgentId, std::size_t, IdHash> m_workerOf;
    std::unordered_map<domain::ConversationId, std::size_t, IdHash> m_customerOf;
    std::unordered_map<domain::HandoffId, std::size_t, IdHash> m_customerOfHandoff;
    std::priority_queue<Item> m_items;
    qint64 m_order = 0;
    bool m_toDispatch = false;
    SimulationTally m_tally;
    SimulationFigures& m_figures{m_tally.counts()};
};

} // namespace relevo::relay
