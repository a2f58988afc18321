#pragma once

#include <domain/owner_notices.h>
#include <domain/timers.h>
#include <relay/hub.h>
#include <relay/pipeline.h>
#include <relay/query_thread.h>

#include <QtCore/QTimer>

namespace relevo::relay {

/// Tells the owner the figures of the day at the time the settings name, as a notification. Once a local day:
/// the command's id is the day, so a restart at any moment neither repeats nor loses it; what fell due while
/// the relay was down comes when it is up again, for a day. I/O thread.
class DailySummary final : public QObject, public Listener
{
    Q_OBJECT

public:
    DailySummary(Hub& hub, Pipeline& pipeline, QueryThread& reports, const Clock& clock,
                 QObject* parent = nullptr);
    ~DailySummary() override;

    /// Takes up every project, and what fell due in the last day.
    void start();
    void heard(const Published& published) override;

private:
    void schedule(const domain::ProjectState& project, Timestamp after);
    void arm();
    void fire();
    void count(const domain::ProjectId& id, const domain::SummaryDue& due);
    void tell(const domain::ProjectId& id, const domain::SummaryDue& due, const domain::DayFigures& figures);
    void failed(const domain::ProjectId& id, const domain::SummaryDue& due, const Error& error);

    Hub& m_hub;
    Pipeline& m_pipeline;
    QueryThread& m_reports;
    const Clock& m_clock;
    std::map<domain::ProjectId, domain::SummaryDue> m_due;
    QTimer m_timer;
};

} // namespace relevo::relay
