#include <client/live_view.h>

#include <QtCore/QThreadPool>

#include <algorithm>

namespace relevo::client {

namespace {

constexpr std::chrono::hours keptResolved(36);
constexpr qsizetype manyRows = 5'000;

/// Letting go of many rows takes longer than a frame, too.
void letGo(std::shared_ptr<RowSet> rows)
{
    if (rows->size() > manyRows)
        QThreadPool::globalInstance()->start([rows = std::move(rows)]() mutable { rows.reset(); });
}

} // namespace

LiveView::LiveView(QObject* parent) : QObject(parent) {}

const ConversationRow* LiveView::row(const domain::ConversationId& id) const
{
    return m_rows->find(id);
}

const ConversationRow* LiveView::rowOfHandoff(const domain::HandoffId& id) const
{
    return m_rows->findHandoff(id);
}

void LiveView::setMe(const domain::Agent& agent)
{
    if (m_me == agent)
        return;
    m_me = agent;
    Q_EMIT meChanged();
}

void LiveView::setCanned(std::vector<CannedResponse> responses)
{
    if (m_canned == responses)
        return;
    m_canned = std::move(responses);
    Q_EMIT cannedChanged();
}

void LiveView::setTemplates(MessageTemplates templates)
{
    if (m_templates == templates)
        return;
    m_templates = std::move(templates);
    Q_EMIT templatesChanged();
}

void LiveView::putResolved(const std::vector<ConversationRow>& rows)
{
    if (rows.empty())
        return;
    Timestamp newest{};
    for (const ConversationRow& row : rows) {
        m_resolved.put(row);
        newest = std::max(newest, row.resolvedAt.value_or(newest));
    }
    // A desk that stays open for weeks does not keep weeks.
    QList<domain::ConversationId> old;
    for (const ConversationRow& row : m_resolved) {
        if (row.resolvedAt.value_or(Timestamp{}) < newest - keptResolved)
            old.push_back(row.id);
    }
    for (const domain::ConversationId& id : old)
        m_resolved.remove(id);
}

void LiveView::apply(const LiveBatch& batch)
{
    m_seq = std::max(batch.reset ? 0 : m_seq, batch.seq);
    if (batch.reset) {
        letGo(std::exchange(m_rows, batch.whole ? batch.whole : std::make_shared<Rows>()));
        m_resolved = {};
    }
    QList<domain::ConversationId> changed;
    QList<domain::ConversationId> gone;
    for (const ConversationRow& row : batch.rows) {
        m_rows->put(row);
        m_resolved.remove(row.id);
        changed.push_back(row.id);
    }
    for (const domain::ConversationId& id : batch.gone) {
        m_rows->remove(id);
        m_resolved.remove(id);
        gone.push_back(id);
    }
    putResolved(batch.resolved);
    if (batch.project)
        m_project = *batch.project;
    if (batch.settings)
        m_settings = *batch.settings;
    if (batch.agents)
        m_agents = *batch.agents;
    if (batch.teams)
        m_teams = *batch.teams;

    if (batch.reset)
        Q_EMIT rowsReset();
    else if (!changed.isEmpty() || !gone.isEmpty())
        Q_EMIT rowsChanged(changed, gone);
    if (batch.project || batch.settings)
        Q_EMIT projectChanged();
    if (batch.agents) {
        Q_EMIT agentsChanged();
        const auto self = std::find_if(m_agents.begin(), m_agents.end(),
                                       [this](const domain::Agent& agent) { return agent.id == m_me.id; });
        if (self != m_agents.end())
            setMe(*self);
    }
    if (batch.failing && m_failing != *batch.failing) {
        m_failing = *batch.failing;
        Q_EMIT failingChanged();
    }
}

void LiveView::clear()
{
    LiveBatch nothing;
    nothing.reset = true;
    nothing.project.emplace();
    nothing.settings.emplace();
    nothing.agents.emplace();
    nothing.teams.emplace();
    nothing.failing.emplace();
    apply(nothing);
    setCanned({});
    setTemplates({});
    setMe({});
}

} // namespace relevo::client
