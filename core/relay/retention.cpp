#include <relay/retention.h>

#include <base/log.h>

#include <QtCore/QPointer>

#include <algorithm>

namespace relevo::relay {

Retention::Retention(Hub& hub, Pipeline& pipeline, QueryThread& queries, const Clock& clock, QObject* parent)
    : QObject(parent), m_hub(hub), m_pipeline(pipeline), m_queries(queries), m_clock(clock)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &Retention::lookEverywhere);
    m_hub.listenToAll(*this);
}

Retention::~Retention()
{
    m_hub.leaveAll(*this);
}

void Retention::start()
{
    m_timer.start();
    lookEverywhere();
}

void Retention::heard(const Published& published)
{
    if (std::holds_alternative<domain::Settings>(published.event.data))
        look(published.project);
}

void Retention::lookEverywhere()
{
    for (const domain::ProjectState* project : m_hub.all())
        look(project->project.id);
}

void Retention::look(const domain::ProjectId& project)
{
    const domain::ProjectState* state = m_hub.state(project);
    if (!state || state->settings.retentionDays == 0)
        return;
    const bool listed =
        std::ranges::any_of(m_places, [&project](const Place& place) { return place.project == project; });
    if (!listed)
        m_places.push_back({project, 0});
    next();
}

void Retention::next()
{
    if (m_busy || m_places.empty())
        return;
    m_busy = true;
    read(m_places.front());
}

void Retention::read(const Place& place)
{
    using Page = store::DataRights::ClosedPage;
    const auto query = [place](store::Reader& reader) {
        return reader.dataRights().closed(place.project, place.after, page);
    };
    m_queries.run<Page>(this, query, [this, place](Result<Page> read) {
        m_busy = false;
        m_places.pop_front();
        if (!read) {
            qCWarning(logRelay).noquote() << logLine(u"Nobody could be looked for who is to be erased",
                                                     {{u"reason", read.error().message}});
        } else {
            if (read->last > 0)
                m_places.push_back({place.project, read->last});
            eraseAll(place.project, read->conversations);
        }
        next();
    });
}

void Retention::eraseAll(const domain::ProjectId& project,
                         const std::vector<store::ClosedConversation>& conversations)
{
    // They may have changed meanwhile.
    const int days = m_hub.state(project)->settings.retentionDays;
    if (days == 0)
        return;
    const Timestamp before = m_clock.now() - std::chrono::days(days);
    for (const store::ClosedConversation& one : conversations) {
        if (one.closedAt > before || m_hub.byId(project, one.id))
            continue;
        Submission submission{project, {}, domain::Actor{}, one.id, domain::EraseContact{one.contact},
                              {},      {}};
        submission.done = [id = one.contact](const Result<std::string>& erased) {
            // The next look finds them again.
            if (!erased)
                qCWarning(logRelay).noquote()
                    << logLine(u"A contact could not be erased",
                               {{u"contact", id.toString()}, {u"reason", erased.error().message}});
        };
        m_pipeline.submit(std::move(submission));
    }
}

} // namespace relevo::relay
