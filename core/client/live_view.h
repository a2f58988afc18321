#pragma once

#include <client/batch.h>
#include <client/canned_response.h>
#include <client/message_templates.h>

#include <QtCore/QObject>

namespace relevo::client {

/// The live state as lists need it, on the UI thread: one row for each open conversation and for those that
/// were resolved lately, the agents, and who this desk belongs to. Changed by batches only; models read it
/// and follow its signals.
class LiveView final : public QObject
{
    Q_OBJECT
public:
    explicit LiveView(QObject* parent = nullptr);

    /// Null when no such conversation is open. Valid until the next change.
    [[nodiscard]] const ConversationRow* row(const domain::ConversationId& id) const;
    /// The open conversation whose newest handoff this is, or null.
    [[nodiscard]] const ConversationRow* rowOfHandoff(const domain::HandoffId& id) const;
    using Rows = RowSet;
    [[nodiscard]] const Rows& rows() const { return *m_rows; }
    /// Closed ones whose handoff was resolved within a day and a half of the newest such.
    [[nodiscard]] const Rows& resolved() const { return m_resolved; }

    [[nodiscard]] const std::vector<domain::Agent>& agents() const { return m_agents; }
    [[nodiscard]] const std::vector<domain::Team>& teams() const { return m_teams; }
    /// The agent signed in here; a null id while nobody is. Availability is as the relay knows it.
    [[nodiscard]] const domain::Agent& me() const { return m_me; }
    [[nodiscard]] const domain::Project& project() const { return m_project; }
    [[nodiscard]] const domain::Settings& settings() const { return m_settings; }
    /// The ways out of the project that do not work, as the relay said when it was there last.
    [[nodiscard]] const std::vector<domain::HealthChange>& failing() const { return m_failing; }
    [[nodiscard]] qint64 seq() const { return m_seq; }
    /// The project's and this agent's own, by their shortcuts.
    [[nodiscard]] const std::vector<CannedResponse>& canned() const { return m_canned; }

    /// The project's message templates, by their names and languages.
    [[nodiscard]] const MessageTemplates& templates() const { return m_templates; }

    void setMe(const domain::Agent& agent);
    void setCanned(std::vector<CannedResponse> responses);
    void setTemplates(MessageTemplates templates);
    void apply(const LiveBatch& batch);
    /// Forgets everything; nobody is signed in any more.
    void clear();

Q_SIGNALS:
    /// All rows are others.
    void rowsReset();
    /// These came in or changed; after it those that left, some of them into resolved(). One signal a batch.
    void rowsChanged(const QList<relevo::domain::ConversationId>& changed,
                     const QList<relevo::domain::ConversationId>& gone);
    void agentsChanged(); ///< or their teams
    /// Who is signed in, or one's own availability, is another.
    void meChanged();
    void projectChanged();
    void failingChanged();
    void cannedChanged();
    void templatesChanged();

private:
    std::shared_ptr<Rows> m_rows = std::make_shared<Rows>(); ///< never null
    Rows m_resolved;
    std::vector<domain::Agent> m_agents;
    std::vector<domain::Team> m_teams;
    domain::Agent m_me;
    domain::Project m_project;
    domain::Settings m_settings;
    std::vector<domain::HealthChange> m_failing;
    std::vector<CannedResponse> m_canned;
    MessageTemplates m_templates;
    qint64 m_seq = 0;

    void putResolved(const std::vector<ConversationRow>& rows);
};

} // namespace relevo::client
