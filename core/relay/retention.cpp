#include <relay/retention.h>

#include <base/log.h>
#include <domain/retention.h>

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
    if (!state || !domain::forgetsAnything(state->settings))
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
            qCWarning(logRelay).noquote()
                << logLine(u"What is to be removed by its age could not be looked for",
                           {{u"reason", read.error().message}});
        } else {
            if (read->last > 0)
                m_places.push_back({place.project, read->last});
            settle(place.project, read->conversations);
        }
        next();
    });
}

void Retention::settle(const domain::ProjectId& project,
                       const std::vector<store::ClosedConversation>& conversations)
{
    // They may have changed meanwhile.
    const domain::ProjectState* state = m_hub.state(project);
    if (!state)
        return;
    const Timestamp now = m_clock.now();
    for (const auto& [conversation, files] : conversations) {
        const auto isOver = [now, closed = *conversation.closedAt](int days) {
            return days > 0 && closed <= now - std::chrono::days(days);
        };
        if (m_hub.byId(project, conversation.id))
            continue;
        if (isOver(domain::daysKept(state->settings, conversation)))
            submit(project, conversation, domain::EraseContact{conversation.contact.id});
        else if (!files.empty() && isOver(state->settings.attachmentDays))
            submit(project, conversation, domain::RemoveAttachments{files});
    }
}

void Retention::submit(const domain::ProjectId& project, const domain::Conversation& conversation,
                       domain::Command command)
{
    Submission submission{project, {}, domain::Actor{}, conversation.id, std::move(command), {}, {}};
    // Where commands are decided: the customer may have written before this one's turn.
    submission.check = [project, id = conversation.id,
                        closedAt = conversation.closedAt](store::Journal& journal) -> Result<void> {
        const auto now = journal.conversationById(project, id);
        if (!now)
            return std::unexpected(now.error());
        if (*now && (*now)->conversation.status == domain::ConversationStatus::Closed &&
            (*now)->conversation.closedAt == closedAt)
            return {};
        return failure(ErrorCode::Conflict, QStringLiteral("The conversation has gone on."), {});
    };
    submission.done = [conversation = conversation.id](const Result<std::string>& done) {
        // The next look finds it again.
        if (!done && done.error().code != ErrorCode::Conflict)
            qCWarning(logRelay).noquote()
                << logLine(u"What was kept long enough could not be removed",
                           {{u"conversation", conversation.toString()}, {u"reason", done.error().message}});
    };
    m_pipeline.submit(std::move(submission));
}

} // namespace relevo::relay
