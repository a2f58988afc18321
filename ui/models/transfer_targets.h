#pragma once

#include <models/fuzzy.h>

#include <client/colleagues.h>

#include <QtCore/QAbstractListModel>

namespace relevo::models {

/// To whom a conversation can be given.
struct TransferTarget
{
    enum class Kind { Agent, Team, Queue, Bot };

    Kind kind = Kind::Queue;
    domain::AgentId agent;
    domain::TeamId team;
    QString name; ///< as it is shown

    friend bool operator==(const TransferTarget&, const TransferTarget&) = default;
};

/// Everybody a conversation can be given to, whoever has room first; then teams, everybody's queue and the
/// bot. Roles are those of choices.h. What is typed leaves those it fits, the best fit first.
class TransferTargets final : public QAbstractListModel
{
    Q_OBJECT
public:
    /// `colleagues` must outlive the model. `without`: who has the conversation now.
    TransferTargets(const client::Colleagues& colleagues, const domain::AgentId& without,
                    QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// Names, skills and languages are looked at.
    void setTyped(const QString& typed);
    [[nodiscard]] const TransferTarget& at(int row) const;
    /// -1 when it is not shown.
    [[nodiscard]] int rowOf(const TransferTarget& target) const;
    /// The first who can take it now: an agent with room; once something is typed also a team, everybody's
    /// queue or the bot, which nobody means unsaid. -1 when there is none.
    [[nodiscard]] int firstFree() const;
    /// It would wait there for somebody who is not at the desk.
    [[nodiscard]] bool isAway(int row) const;

private:
    struct Row
    {
        TransferTarget target;
        QString detail;
        QString icon;
        std::optional<domain::Availability> availability;
        bool free = true;
        int worth = 0;   ///< order without a needle: lower first
        QString codes{}; ///< of the languages, by which people look for them, too

        /// What the words of the needle are looked for in, behind the name.
        [[nodiscard]] QString searched() const;
    };

    const client::Colleagues& m_colleagues;
    domain::AgentId m_without;
    Needle m_needle;
    std::vector<Row> m_rows;

    [[nodiscard]] std::vector<Row> everybody() const;
    [[nodiscard]] static Row describe(const client::Colleague& colleague);
    void rebuild();
};

} // namespace relevo::models
