#pragma once

#include <base/clock.h>
#include <client/live_view.h>

#include <QtCore/QUuid>

#include <random>

/// Conversations' rows out of dice, as a relay with several agents would make them.
namespace relevo::test {

/// A clock that is pushed.
class RowClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override { return m_now; }
    [[nodiscard]] milliseconds monotonic() const override { return m_now.time_since_epoch(); }
    void advance(milliseconds by) { m_now += by; }

private:
    // Around noon anywhere between UTC-11 and UTC+11 the day does not change within an hour or two.
    Timestamp m_now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14} + std::chrono::hours(12)};
};

class RowMaker
{
public:
    explicit RowMaker(quint32 seed) : m_random(seed)
    {
        for (int i = 0; i < 3; ++i) {
            domain::Agent agent;
            agent.id = domain::AgentId(uuid());
            agent.name = QStringLiteral("Agent %1").arg(i);
            m_agents.push_back(agent);
        }
    }

    RowClock clock;

    [[nodiscard]] const domain::Agent& agent(int index) const
    {
        return m_agents[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] int pick(int below) { return static_cast<int>(m_random() % static_cast<quint32>(below)); }
    [[nodiscard]] QUuid uuid()
    {
        return QUuid(static_cast<uint>(m_random()), static_cast<ushort>(m_random()),
                     static_cast<ushort>(m_random()), 1, 2, 3, 4, 5, 6, 7, static_cast<uchar>(m_random()));
    }

    /// A new conversation in any state.
    [[nodiscard]] client::ConversationRow row()
    {
        client::ConversationRow row;
        row.id = domain::ConversationId(uuid());
        row.contactName = pick(5) ? QStringLiteral("Customer %1").arg(pick(50)) : QString();
        row.channel = pick(3) ? QStringLiteral("web") : QStringLiteral("http");
        row.language = pick(2) ? QStringLiteral("es") : QStringLiteral("en");
        if (pick(3) == 0)
            row.tags = {QStringLiteral("vip-desk"), QStringLiteral("returns")};
        row.vip = pick(7) == 0;
        turn(row);
        return row;
    }

    /// One that waits for anybody.
    [[nodiscard]] client::ConversationRow waiting()
    {
        client::ConversationRow waits = row();
        waits.status = domain::HandoffStatus::Pending;
        waits.holder = domain::Holder::Nobody;
        waits.holderAgent = {};
        waits.offeredTo = {};
        waits.snoozedUntil.reset();
        waits.resolvedAt.reset();
        return waits;
    }

    /// This agent takes it.
    void take(client::ConversationRow& row, int who) const
    {
        row.status = domain::HandoffStatus::Claimed;
        row.holder = domain::Holder::Agent;
        row.holderAgent = agent(who).id;
        row.assignedTo = agent(who).name;
        row.resolvedAt.reset();
    }

    /// Something happens to it.
    void turn(client::ConversationRow& row)
    {
        const Timestamp now = clock.now();
        row.handoffId = domain::HandoffId(uuid());
        row.priority = static_cast<domain::Priority>(pick(4));
        row.requestedAt = now - std::chrono::seconds(pick(900));
        row.responseDueAt =
            pick(3) ? std::optional(row.requestedAt + std::chrono::seconds(60 + pick(900))) : std::nullopt;
        row.lastAuthor = static_cast<domain::Author>(pick(4));
        row.lastAt = now - std::chrono::seconds(pick(200)); // many at the same moment
        row.lastLine = QStringLiteral("Line %1").arg(pick(100));
        row.frustration = pick(11) / 10.0;
        row.holder = domain::Holder::Nobody;
        row.holderAgent = {};
        row.offeredTo = {};
        row.offeredUntil.reset();
        row.snoozedUntil.reset();
        row.resolvedAt.reset();
        row.assignedTo.clear();
        row.unread = 0;
        switch (pick(8)) {
        case 0:
        case 1:
        case 2:
            row.status = pick(4) ? domain::HandoffStatus::Notified : domain::HandoffStatus::ConvertedToTicket;
            if (pick(3) == 0) {
                row.offeredTo = agent(pick(3)).id;
                row.offeredUntil = now + std::chrono::seconds(pick(40) - 5);
            }
            break;
        case 3:
        case 4:
        case 5: {
            const domain::Agent& who = agent(pick(3));
            row.status = domain::HandoffStatus::Active;
            row.holder = domain::Holder::Agent;
            row.holderAgent = who.id;
            row.assignedTo = who.name;
            row.unread = pick(3);
            break;
        }
        case 6:
            row.status = domain::HandoffStatus::Resolved;
            row.resolvedAt = now - std::chrono::hours(pick(30));
            row.assignedTo = agent(pick(3)).name;
            row.holder = domain::Holder::Bot;
            break;
        default:
            row.status = domain::HandoffStatus::Abandoned;
            row.holder = domain::Holder::Bot;
        }
        if (pick(6) == 0 && domain::isOpen(row.status))
            row.snoozedUntil = now + std::chrono::seconds(pick(120));
    }

private:
    std::mt19937 m_random;
    std::vector<domain::Agent> m_agents;
};

} // namespace relevo::test
