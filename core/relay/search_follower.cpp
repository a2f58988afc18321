#include <relay/search_follower.h>

#include <base/log.h>
#include <protocol/event_codec.h>

#include <algorithm>
#include <array>

namespace relevo::relay {
namespace {

constexpr std::chrono::milliseconds lookAgainAfter{5'000};

/// The index wants these; the others are not read. The type is the last of an event's members, which stand in
/// the order of the alphabet.
bool isSearched(std::string_view body)
{
    static constexpr std::array<std::string_view, 6> types{"contact.erased",  "message.received",
                                                           "message.sent",    "note.added",
                                                           "contact.updated", "conversation.opened"};
    static constexpr std::string_view member = R"("type":")";
    const std::size_t at = body.rfind(member);
    if (at == std::string_view::npos)
        return false;
    const std::string_view type = body.substr(at + member.size());
    return std::ranges::any_of(types, [type](std::string_view one) {
        return type.starts_with(one) && type.substr(one.size()).starts_with('"');
    });
}

domain::Event searched(const store::StoredEvent& stored)
{
    domain::Event event;
    if (isSearched(stored.body)) {
        if (Result<domain::Event> decoded = protocol::decodeEvent(std::string_view(stored.body)))
            event = std::move(*decoded);
    }
    event.seq = stored.seq;
    return event;
}

} // namespace

SearchFollower::SearchFollower(std::unique_ptr<store::Reader> reader,
                               std::unique_ptr<store::SearchIndex> index)
    : m_reader(std::move(reader)), m_index(std::move(index)),
      m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

void SearchFollower::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_woken)
            return;
        m_woken = true;
    }
    m_changed.notify_one();
}

void SearchFollower::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return m_woken; }))
                return;
            m_woken = false;
        }
        Result<bool> more = true;
        while (more && *more && !stop.stop_requested())
            more = follow();
        if (!more)
            qCWarning(logStore).noquote()
                << logLine(u"The search index could not follow", {{u"reason", more.error().message}});
        std::unique_lock lock(m_mutex);
        m_woken = m_woken || !more;
        (void)m_changed.wait_for(lock, stop, more ? pause : lookAgainAfter, [] { return false; });
    }
}

Result<bool> SearchFollower::follow()
{
    const auto projects = m_reader->projects();
    if (!projects)
        return std::unexpected(projects.error());
    bool more = false;
    for (const domain::Project& project : *projects) {
        const Result<qint64> reached = m_index->reached(project.id);
        if (!reached)
            return std::unexpected(reached.error());
        const auto stored = m_reader->eventsAfter(project.id, *reached, batch);
        if (!stored)
            return std::unexpected(stored.error());
        std::vector<domain::Event> events;
        events.reserve(stored->size());
        std::ranges::transform(*stored, std::back_inserter(events), searched);
        if (Result<void> added = m_index->add(project.id, events); !added)
            return std::unexpected(added.error());
        more = more || static_cast<int>(stored->size()) == batch;
    }
    return more;
}

} // namespace relevo::relay
