#include <models/transfer_targets.h>

#include <models/choices.h>
#include <models/names.h>

#include <algorithm>

namespace relevo::models {

namespace {

// In this order, whatever their load.
constexpr int busyFrom = 10'000;
constexpr int awayFrom = 20'000;
constexpr int teamsFrom = 30'000;

int worthOf(const client::Colleague& colleague)
{
    if (client::hasRoom(colleague))
        return colleague.load;
    if (colleague.here && colleague.availability != domain::Availability::Away)
        return busyFrom + colleague.load;
    return awayFrom + colleague.load;
}

} // namespace

QString TransferTargets::Row::searched() const
{
    return folded(codes.isEmpty() ? detail : detail + u' ' + codes);
}

TransferTargets::TransferTargets(const client::Colleagues& colleagues, const domain::AgentId& without,
                                 QObject* parent)
    : QAbstractListModel(parent), m_colleagues(colleagues), m_without(without)
{
    connect(&colleagues, &client::Colleagues::changed, this, &TransferTargets::rebuild);
    rebuild();
}

int TransferTargets::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TransferTargets::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto matches = [&row, this](bool title) {
        const QString name = folded(row.target.name);
        const QString detail = row.searched();
        return QVariant::fromValue(title ? m_needle.inShort(name, detail) : m_needle.inLong(name, detail));
    };
    switch (role) {
    case Qt::DisplayRole:
        return row.target.name;
    case Qt::AccessibleTextRole:
        return row.detail.isEmpty() ? row.target.name
                                    : QStringLiteral("%1, %2").arg(row.target.name, row.detail);
    case choice::DetailRole:
        return row.detail;
    case choice::TitleMatchesRole:
        return matches(true);
    case choice::DetailMatchesRole:
        return matches(false);
    case choice::IconRole:
        return row.icon;
    case choice::AvailabilityRole:
        return row.availability ? QVariant(static_cast<int>(*row.availability)) : QVariant();
    default:
        return {};
    }
}

const TransferTarget& TransferTargets::at(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].target;
}

int TransferTargets::rowOf(const TransferTarget& target) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&target](const Row& row) {
        return row.target.kind == target.kind && row.target.agent == target.agent &&
               row.target.team == target.team;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int TransferTargets::firstFree() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [this](const Row& row) {
        return row.free && (!m_needle.isEmpty() || row.target.kind == TransferTarget::Kind::Agent);
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool TransferTargets::isAway(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].availability == domain::Availability::Away;
}

void TransferTargets::setTyped(const QString& typed)
{
    m_needle = Needle(typed);
    rebuild();
}

TransferTargets::Row TransferTargets::describe(const client::Colleague& colleague)
{
    const bool here = colleague.here || colleague.availability == domain::Availability::Away;
    QStringList detail{here ? nameOf(colleague.availability) : tr("Not at the desk")};
    detail << (colleague.capacity > 0
                   ? tr("%1 of %2 conversations").arg(colleague.load).arg(colleague.capacity)
                   : tr("%n conversation(s)", nullptr, colleague.load));
    if (!colleague.skills.isEmpty())
        detail << colleague.skills.join(QStringLiteral(", "));
    if (!colleague.languages.isEmpty()) {
        QStringList languages = colleague.languages;
        std::transform(languages.cbegin(), languages.cend(), languages.begin(), languageName);
        detail << languages.join(QStringLiteral(", "));
    }
    return {{TransferTarget::Kind::Agent, colleague.id, {}, colleague.name},
            detail.join(QStringLiteral(" · ")),
            {},
            here ? colleague.availability : domain::Availability::Away,
            client::hasRoom(colleague),
            worthOf(colleague),
            colleague.languages.join(u' ')};
}

std::vector<TransferTargets::Row> TransferTargets::everybody() const
{
    std::vector<Row> rows;
    for (const client::Colleague& colleague : m_colleagues.agents()) {
        if (colleague.id != m_without)
            rows.push_back(describe(colleague));
    }
    int worth = teamsFrom;
    for (const client::TeamRef& team : m_colleagues.teams())
        rows.push_back({{TransferTarget::Kind::Team, {}, team.id, team.name},
                        tr("Team"),
                        QStringLiteral("team"),
                        {},
                        true,
                        ++worth});
    rows.push_back({{TransferTarget::Kind::Queue, {}, {}, tr("Everybody")},
                    tr("Back to the queue; whoever is free takes it"),
                    QStringLiteral("inbox"),
                    {},
                    true,
                    ++worth});
    rows.push_back({{TransferTarget::Kind::Bot, {}, {}, tr("Bot")},
                    tr("The bot answers the customer again"),
                    QStringLiteral("bot"),
                    {},
                    true,
                    ++worth});
    return rows;
}

void TransferTargets::rebuild()
{
    std::vector<Row> next = everybody();
    if (!m_needle.isEmpty()) {
        std::vector<Row> fitting;
        for (Row& row : next) {
            if (const std::optional<int> score = m_needle.score(folded(row.target.name), row.searched())) {
                row.worth = -*score;
                fitting.push_back(std::move(row));
            }
        }
        next = std::move(fitting);
    }
    std::stable_sort(next.begin(), next.end(), [](const Row& a, const Row& b) { return a.worth < b.worth; });
    const bool sameOrder = std::equal(next.begin(), next.end(), m_rows.begin(), m_rows.end(),
                                      [](const Row& a, const Row& b) { return a.target == b.target; });
    if (sameOrder) {
        // Mostly somebody has one conversation more.
        m_rows = std::move(next);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(next);
    endResetModel();
}

} // namespace relevo::models
