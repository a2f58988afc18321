#include <models/inbox.h>

#include <models/sorted_runs.h>

#include <QtCore/QElapsedTimer>

#include <algorithm>

namespace relevo::models {

namespace {

using client::ConversationRow;
using domain::ConversationId;

// More of them at once are cheaper placed all anew than one by one.
constexpr qsizetype manyChanges = 1'000;
// Fewer are judged at once; it takes a millisecond or two.
constexpr qsizetype fewRows = 2'000;
constexpr milliseconds stepSpan(4);
constexpr int fewMoves = 8;
constexpr int lookEvery = 64;             ///< rows between two looks at the watch
constexpr std::size_t manyStale = 10'000; ///< moments that no longer count; then they are sorted out
constexpr int mostForChoices = 10'000;
constexpr std::chrono::seconds tickEvery(1);

std::size_t at(InboxSection section)
{
    return static_cast<std::size_t>(section);
}

bool keyBefore(const SectionModel::Entry& a, const SectionModel::Entry& b)
{
    return a.key < b.key;
}

QStringList sorted(const QSet<QString>& set)
{
    QStringList list(set.cbegin(), set.cend());
    list.removeAll(QString());
    list.sort(Qt::CaseInsensitive);
    return list;
}

} // namespace

/// Another filter or order on its way: what was judged, in order, and what has changed meanwhile.
struct Inbox::Scan
{
    using Runs = SortedRuns<SectionModel::Entry, decltype(&keyBefore)>;

    InboxFilter filter;
    InboxSort sort;
    InboxMatcher matcher;
    QList<ConversationId> ids;
    qsizetype next = 0;
    QHash<ConversationId, Known> known = {};
    std::vector<Runs> entries = std::vector<Runs>(inboxSections, Runs(&keyBefore));
    std::vector<Due> due = {};
    Counts counts = {};
    QSet<ConversationId> changed = {};

    void add(const ConversationId& id, const Known& one)
    {
        known.insert(id, one);
        counts.add(one, 1);
        if (one.place.changesAt)
            due.push_back({*one.place.changesAt, id});
        if (one.shown)
            entries[at(one.place.section)].add({id, one.place.key});
    }
};

void Inbox::Counts::add(const Known& known, int by)
{
    totals[at(known.place.section)] += by;
    if (known.shown)
        matching[at(known.place.section)] += by;
    unread += by * known.unread;
}

Inbox::Inbox(const client::LiveView& live, const Clock& clock, QObject* parent)
    : QObject(parent), m_live(live), m_clock(clock), m_me(live.me()), m_matcher(m_filter, m_me),
      m_today(dayOf(clock.now())), m_tick(this), m_more(this), m_step(this)
{
    for (SectionModel*& section : m_sections)
        section = new SectionModel(live, clock, m_marks, this);
    connect(&m_tick, &QTimer::timeout, this, &Inbox::refresh);
    // One at a time, however often it is asked to go on.
    m_more.setSingleShot(true);
    connect(&m_more, &QTimer::timeout, this, &Inbox::refresh);
    connect(&m_step, &QTimer::timeout, this, &Inbox::step);
    follow(live);
    rebuild();
    m_tick.start(tickEvery);
}

Inbox::~Inbox() = default;

void Inbox::follow(const client::LiveView& live)
{
    connect(&live, &client::LiveView::rowsReset, this, &Inbox::rebuild);
    connect(&live, &client::LiveView::rowsChanged, this, &Inbox::change);
    connect(&live, &client::LiveView::meChanged, this, &Inbox::meChanged);
}

SectionModel& Inbox::section(InboxSection section)
{
    return *m_sections[at(section)];
}

const SectionModel& Inbox::section(InboxSection section) const
{
    return *m_sections[at(section)];
}

int Inbox::total(InboxSection section) const
{
    return m_counts.totals[at(section)];
}

int Inbox::waiting() const
{
    return total(InboxSection::Offered) + total(InboxSection::Waiting) + total(InboxSection::Tickets);
}

int Inbox::hidden() const
{
    int hidden = 0;
    for (std::size_t i = 0; i < m_sections.size(); ++i)
        hidden += m_counts.totals[i] - m_counts.matching[i];
    return hidden;
}

std::optional<Inbox::At> Inbox::find(const ConversationId& conversation) const
{
    const auto known = m_known.constFind(conversation);
    if (known == m_known.cend() || !known->shown)
        return std::nullopt;
    return At{known->place.section, section(known->place.section).rowOf(known->place.key)};
}

ConversationId Inbox::nextWaiting(const ConversationId& after) const
{
    const std::vector<SectionModel::Entry>& entries = section(InboxSection::Waiting).entries();
    const auto known = m_known.constFind(after);
    auto next = entries.begin();
    if (known != m_known.cend() && known->place.section == InboxSection::Waiting)
        next = std::upper_bound(
            entries.begin(), entries.end(), known->place.key,
            [](const InboxKey& key, const SectionModel::Entry& entry) { return key < entry.key; });
    if (next == entries.end())
        next = entries.begin();
    return next == entries.end() || next->conversation == after ? ConversationId() : next->conversation;
}

void Inbox::meChanged()
{
    // Availability is part of it, too, and moves nothing.
    const bool same = m_me.id == m_live.me().id && m_me.name == m_live.me().name;
    m_me = m_live.me();
    if (!same)
        rebuild();
}

std::optional<Inbox::Known> Inbox::judge(const ConversationRow& row, const InboxMatcher& matcher,
                                         InboxSort sort, Timestamp now) const
{
    std::optional<InboxPlace> place = placeOf(row, m_me.id, sort, now, m_today);
    if (!place)
        return std::nullopt;
    const bool mine = client::isHeldBy(row, m_me.id);
    // An offer runs out while somebody looks for something else: no filter hides it.
    const bool shown = place->section == InboxSection::Offered || matcher.matches(row, now);
    return Known{std::move(*place), shown, mine ? row.unread : 0};
}

QList<ConversationId> Inbox::everything() const
{
    return m_live.rows().keys() + m_live.resolved().keys();
}

void Inbox::rebuild()
{
    const InboxFilter filter = m_scan ? m_scan->filter : m_filter;
    begin(filter, m_scan ? m_scan->sort : m_sort);
}

void Inbox::arrange(const InboxFilter& filter, InboxSort sort)
{
    const bool same =
        m_scan ? m_scan->filter == filter && m_scan->sort == sort : m_filter == filter && m_sort == sort;
    if (!same)
        begin(filter, sort);
}

void Inbox::begin(const InboxFilter& filter, InboxSort sort)
{
    m_today = dayOf(m_clock.now());
    m_scan = std::make_unique<Scan>(Scan{filter, sort, InboxMatcher(filter, m_me), everything()});
    m_scan->known.reserve(m_scan->ids.size());
    if (m_scan->ids.size() > fewRows) {
        m_step.start(0);
        return;
    }
    (void)judgeMore(std::nullopt);
    putIntoForce();
}

void Inbox::step()
{
    if (judgeMore(stepSpan))
        return;
    // One of them a step: the last ones are long.
    for (Scan::Runs& runs : m_scan->entries) {
        if (runs.join())
            return;
    }
    putIntoForce();
}

bool Inbox::judgeMore(std::optional<milliseconds> span)
{
    if (m_scan->next == m_scan->ids.size())
        return false;
    QElapsedTimer watch;
    watch.start();
    const Timestamp now = m_clock.now();
    while (m_scan->next < m_scan->ids.size()) {
        const ConversationId& id = m_scan->ids[m_scan->next++];
        const ConversationRow* row = rowIn(m_live, id);
        if (const auto known = row ? judge(*row, m_scan->matcher, m_scan->sort, now) : std::nullopt)
            m_scan->add(id, *known);
        if (span && m_scan->next % lookEvery == 0 && watch.elapsed() >= span->count())
            break;
    }
    for (Scan::Runs& runs : m_scan->entries)
        runs.close();
    return true;
}

void Inbox::putIntoForce()
{
    m_step.stop();
    const std::unique_ptr<Scan> scan = std::move(m_scan);
    const bool other = scan->filter != m_filter || scan->sort != m_sort;
    m_filter = scan->filter;
    m_sort = scan->sort;
    m_matcher = scan->matcher;
    m_known = std::move(scan->known);
    m_due = decltype(m_due)(std::greater<>(), std::move(scan->due));
    m_counts = scan->counts;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        while (scan->entries[i].join()) {
        }
        m_sections[i]->replace(scan->entries[i].take());
    }
    const Timestamp now = m_clock.now();
    for (const ConversationId& id : scan->changed)
        changeOne(id, now);
    pruneMarks();
    if (other)
        Q_EMIT arranged();
    Q_EMIT countsChanged();
}

void Inbox::change(const QList<ConversationId>& changed, const QList<ConversationId>& gone)
{
    if (changed.size() + gone.size() > manyChanges) {
        rebuild();
        return;
    }
    const Timestamp now = m_clock.now();
    for (const QList<ConversationId>* list : {&gone, &changed}) {
        for (const ConversationId& id : *list)
            changeOne(id, now);
    }
    Q_EMIT countsChanged();
}

void Inbox::changeOne(const ConversationId& id, Timestamp now)
{
    const ConversationRow* row = rowIn(m_live, id);
    if (m_scan)
        m_scan->changed.insert(id);
    if (const auto known = row ? judge(*row, m_matcher, m_sort, now) : std::nullopt)
        put(id, *known);
    else
        forget(id);
}

void Inbox::put(const ConversationId& id, const Known& known)
{
    const auto found = m_known.find(id);
    const std::optional<Known> before = found == m_known.end() ? std::nullopt : std::optional(*found);
    if (before)
        m_counts.add(*before, -1);
    m_counts.add(known, 1);
    if (!before || before->place.changesAt != known.place.changesAt)
        await(id, known.place.changesAt);
    // Known before the models tell of it: who hears asks where it is.
    if (before)
        *found = known;
    else
        m_known.insert(id, known);
    const bool stays = before && before->shown && known.shown && before->place.section == known.place.section;
    if (stays) {
        section(known.place.section).move(before->place.key, {id, known.place.key});
        return;
    }
    if (before && before->shown)
        section(before->place.section).remove(before->place.key);
    if (known.shown)
        section(known.place.section).insert({id, known.place.key});
    if (!known.shown)
        dropMark(id);
}

void Inbox::forget(const ConversationId& id)
{
    const auto found = m_known.find(id);
    if (found == m_known.end())
        return;
    const Known before = *found;
    m_known.erase(found);
    m_counts.add(before, -1);
    if (before.shown)
        section(before.place.section).remove(before.place.key);
    dropMark(id);
}

void Inbox::dropMark(const ConversationId& id)
{
    if (!m_marks.remove(id))
        return;
    if (m_marks.isEmpty())
        remark();
    Q_EMIT marksChanged();
}

void Inbox::remark()
{
    for (SectionModel* section : m_sections)
        section->remark();
}

void Inbox::await(const ConversationId& id, MaybeTime at)
{
    if (!at)
        return;
    m_due.push({*at, id});
    if (m_due.size() < 2 * static_cast<std::size_t>(m_known.size()) + manyStale)
        return;
    m_due = decltype(m_due)();
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
        if (known->place.changesAt)
            m_due.push({*known->place.changesAt, known.key()});
    }
}

void Inbox::refresh()
{
    const Timestamp now = m_clock.now();
    if (now >= m_today.ends || now < m_today.begins)
        m_today = dayOf(now);
    bool changed = false;
    QElapsedTimer watch;
    watch.start();
    int looked = 0;
    // A row may stand there several times; only the moment that is still its own counts.
    while (!m_due.empty() && m_due.top().at <= now) {
        const Due due = m_due.top();
        m_due.pop();
        const auto known = m_known.constFind(due.conversation);
        if (known == m_known.cend() || known->place.changesAt != due.at)
            continue;
        changeOne(due.conversation, now);
        changed = true;
        if (m_known.size() > fewRows && ++looked % fewMoves == 0 && watch.elapsed() >= stepSpan.count()) {
            // Of many rows some rise at any time; the others of this moment come after whatever waits now.
            m_more.start(0);
            break;
        }
    }
    if (changed)
        Q_EMIT countsChanged();
    for (SectionModel* section : m_sections)
        section->tick();
}

void Inbox::mark(const QList<ConversationId>& conversations, bool on)
{
    for (const ConversationId& id : conversations) {
        const auto known = m_known.constFind(id);
        if (on && known != m_known.cend() && known->shown)
            m_marks.insert(id);
        else if (!on)
            m_marks.remove(id);
    }
    remark();
    Q_EMIT marksChanged();
}

void Inbox::clearMarks()
{
    mark(m_marks.values(), false);
}

void Inbox::pruneMarks()
{
    const qsizetype before = m_marks.size();
    m_marks.removeIf([this](const ConversationId& id) {
        const auto known = m_known.constFind(id);
        return known == m_known.cend() || !known->shown;
    });
    if (m_marks.size() == before)
        return;
    remark();
    Q_EMIT marksChanged();
}

Inbox::Choices Inbox::choices() const
{
    QSet<QString> channels;
    QSet<QString> languages;
    QSet<QString> tags;
    int looked = 0;
    for (auto known = m_known.cbegin(); known != m_known.cend() && looked < mostForChoices;
         ++known, ++looked) {
        const ConversationRow* row = rowIn(m_live, known.key());
        if (!row)
            continue;
        channels.insert(row->channel);
        languages.insert(row->language);
        for (const QString& tag : row->tags)
            tags.insert(tag);
    }
    return {sorted(channels), sorted(languages), sorted(tags)};
}

} // namespace relevo::models
