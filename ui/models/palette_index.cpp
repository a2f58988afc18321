#include <models/palette_index.h>

#include <models/names.h>

#include <base/memory.h>
#include <base/place_table.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QStringBuilder>

#include <algorithm>
#include <atomic>
#include <cstring>

namespace relevo::models {

namespace {

using domain::ConversationId;

// The windows come first; nobody opens the palette sooner.
constexpr std::chrono::milliseconds beginAfter(400);
constexpr std::chrono::milliseconds feedSlice(3);
constexpr qsizetype manyRows = 5'000;
constexpr std::size_t mostAtOnce = 2'000;
/// Conversations between two looks at whether something else is asked by now.
constexpr std::size_t lookEvery = 512;

/// Folded texts, one behind the other: a hundred thousand small blocks of their own would take half as much
/// again. Each in half the space where it can be: folded, most of what is written is plain Latin. In pieces,
/// for one that grows to many megabytes leaves holes behind, as large as itself.
class Texts
{
public:
    struct Place
    {
        quint32 offset = 0;
        quint32 size = 0; ///< in characters
        bool narrow = true;

        [[nodiscard]] std::size_t bytes() const { return narrow ? size : size * sizeof(char16_t); }
    };

    /// Never an empty one. Of a text that does not fit into a piece, only its beginning.
    [[nodiscard]] Place put(const QString& whole)
    {
        const QStringView text = QStringView(whole).left(pieceBytes / sizeof(char16_t));
        Place place{0, static_cast<quint32>(text.size()), true};
        place.narrow = std::all_of(text.begin(), text.end(), [](QChar one) { return one.unicode() < 0x100; });
        place.offset = take(place.bytes());
        if (place.narrow)
            std::transform(text.begin(), text.end(), at(place),
                           [](QChar one) { return static_cast<char>(one.unicode()); });
        else
            std::memcpy(at(place), text.utf16(), place.bytes());
        return place;
    }
    /// It stays where it is until everything is put anew.
    void drop(const Place& place) { m_dropped += place.bytes(); }
    [[nodiscard]] bool isWasteful() const
    {
        return m_dropped > pieceBytes && 2 * m_dropped > m_pieces.size() * pieceBytes;
    }
    /// The same text in another one's keeping.
    [[nodiscard]] Place move(const Place& place, Texts& to) const
    {
        Place moved = place;
        moved.offset = to.take(place.bytes());
        std::memcpy(to.at(moved), at(place), place.bytes());
        return moved;
    }
    /// `to` must have room for its size.
    void unpack(const Place& place, char16_t* to) const
    {
        const char* from = at(place);
        if (place.narrow)
            std::transform(from, from + place.size, to,
                           [](char one) { return char16_t(static_cast<unsigned char>(one)); });
        else
            std::memcpy(to, from, place.bytes());
    }

private:
    static constexpr std::size_t pieceBytes = 64 * 1'024;
    std::vector<std::unique_ptr<char[]>> m_pieces;
    std::size_t m_free = 0; ///< bytes at the end of the last piece
    std::size_t m_dropped = 0;

    [[nodiscard]] quint32 take(std::size_t bytes)
    {
        if (bytes > m_free) {
            m_pieces.push_back(std::make_unique_for_overwrite<char[]>(pieceBytes));
            m_free = pieceBytes;
        }
        const std::size_t offset = m_pieces.size() * pieceBytes - m_free;
        m_free -= bytes;
        return static_cast<quint32>(offset);
    }
    [[nodiscard]] char* at(const Place& place) const
    {
        return m_pieces[place.offset / pieceBytes].get() + place.offset % pieceBytes;
    }
};

bool better(const PaletteIndex::Hit& a, const PaletteIndex::Hit& b)
{
    return a.score != b.score ? a.score > b.score : a.at > b.at;
}

} // namespace

/// What the index is told of a conversation; an empty one has left.
struct PaletteIndex::Text
{
    ConversationId conversation;
    bool gone = false;
    CompactText name;
    CompactText issue;
    CompactText line;
    Timestamp at;
};

/// The index itself.
class PaletteIndex::Worker final : public QObject
{
public:
    /// The newest question; an older one need not be answered.
    std::atomic<quint64> wanted = 0;

    void forgetAll()
    {
        m_entries = {};
        m_texts = {};
        m_places = {};
        m_fitting.reset();
    }

    void put(const std::vector<Text>& texts)
    {
        m_fitting.reset();
        for (const Text& text : texts) {
            const std::optional<quint32> found = m_places.find(text.conversation, conversationAt());
            if (text.gone) {
                if (found)
                    drop(*found);
                continue;
            }
            if (found) {
                m_texts.drop(m_entries[*found].text);
                m_entries[*found] = entryOf(text);
                continue;
            }
            m_entries.push_back(entryOf(text));
            m_places.insert(static_cast<quint32>(m_entries.size() - 1), conversationAt());
        }
        if (m_texts.isWasteful())
            tidy();
    }

    /// So many come.
    void expect(qsizetype count)
    {
        m_entries.reserve(static_cast<std::size_t>(count));
        m_places.reserve(static_cast<std::size_t>(count), conversationAt());
    }

    /// All are there: what was kept for more is given back, and what they were handed over in.
    void settle()
    {
        m_entries.shrink_to_fit();
        releaseFreedMemory();
    }

    /// Nothing when something else is asked by now.
    [[nodiscard]] std::optional<QList<Hit>> find(quint64 number, const Needle& needle)
    {
        // What fits more letters fitted fewer of them, too: mostly only those need be looked at again.
        const bool narrower = m_fitting && needle.isNarrowerThan(m_fitting->needle);
        const std::vector<std::size_t> before =
            narrower ? std::move(m_fitting->places) : std::vector<std::size_t>();
        m_fitting.reset();
        Fitting fitting{needle, {}};
        std::vector<Hit> hits;
        const std::size_t count = narrower ? before.size() : m_entries.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (i % lookEvery == 0 && wanted != number)
                return std::nullopt;
            const std::size_t place = narrower ? before[i] : i;
            const Entry& entry = m_entries[place];
            const std::optional<int> score = scoreOf(entry, needle);
            if (!score)
                continue;
            fitting.places.push_back(place);
            keep({*score, entry.conversation, entry.at}, hits);
        }
        m_fitting = std::move(fitting);
        std::sort(hits.begin(), hits.end(), better);
        return QList<Hit>(hits.begin(), hits.end());
    }

private:
    struct Entry
    {
        ConversationId conversation;
        Timestamp at;
        quint64 nameLetters = 0;
        quint64 lineLetters = 0;
        Texts::Place text; ///< the name, and behind it the two lines
        quint32 nameSize = 0;
    };
    struct ConversationAt
    {
        const std::vector<Entry>& entries;
        const ConversationId& operator()(quint32 place) const { return entries[place].conversation; }
    };
    struct Fitting
    {
        Needle needle;
        std::vector<std::size_t> places;
    };

    std::vector<Entry> m_entries;
    Texts m_texts;
    PlaceTable<ConversationId> m_places; ///< in m_entries
    std::optional<Fitting> m_fitting;    ///< to the question before, unless something has changed since
    std::vector<char16_t> m_unpacked;

    [[nodiscard]] ConversationAt conversationAt() const { return {m_entries}; }

    void tidy()
    {
        Texts kept;
        for (Entry& entry : m_entries)
            entry.text = m_texts.move(entry.text, kept);
        m_texts = std::move(kept);
    }

    [[nodiscard]] Entry entryOf(const Text& text)
    {
        const QString name = folded(visibleName(text.name, text.conversation));
        const QString lines = folded(
            QString(text.issue.text().left(foundOfIssue) % u'\n' % text.line.text().left(foundOfLine)));
        return {text.conversation,         text.at,
                lettersOf(name),           lettersOf(lines),
                m_texts.put(name + lines), static_cast<quint32>(name.size())};
    }

    void drop(quint32 place)
    {
        m_places.remove(m_entries[place].conversation, place, conversationAt());
        m_texts.drop(m_entries[place].text);
        const auto last = static_cast<quint32>(m_entries.size() - 1);
        if (place != last) {
            m_places.move(m_entries[last].conversation, last, place);
            m_entries[place] = m_entries[last];
        }
        m_entries.pop_back();
    }

    [[nodiscard]] std::optional<int> scoreOf(const Entry& entry, const Needle& needle)
    {
        if (!needle.mayFit(entry.nameLetters, entry.lineLetters))
            return std::nullopt;
        m_unpacked.resize(std::max(m_unpacked.size(), std::size_t(entry.text.size)));
        m_texts.unpack(entry.text, m_unpacked.data());
        const QStringView whole(m_unpacked.data(), qsizetype(entry.text.size));
        return needle.score(whole.left(entry.nameSize), whole.mid(entry.nameSize));
    }

    static void keep(const Hit& hit, std::vector<Hit>& hits)
    {
        // A heap with the worst on top.
        if (hits.size() >= static_cast<std::size_t>(mostHits)) {
            if (!better(hit, hits.front()))
                return;
            std::pop_heap(hits.begin(), hits.end(), better);
            hits.pop_back();
        }
        hits.push_back(hit);
        std::push_heap(hits.begin(), hits.end(), better);
    }
};

PaletteIndex::PaletteIndex(const client::LiveView& live, QObject* parent)
    : QObject(parent), m_live(live), m_worker(new Worker), m_begin(this), m_feed(this)
{
    m_thread.setObjectName(QStringLiteral("relevo-palette"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_begin.setSingleShot(true);
    m_begin.setInterval(beginAfter);
    connect(&m_begin, &QTimer::timeout, this, &PaletteIndex::begin);
    m_feed.setInterval(0);
    connect(&m_feed, &QTimer::timeout, this, &PaletteIndex::feed);
    connect(&live, &client::LiveView::rowsReset, this, &PaletteIndex::reset);
    connect(&live, &client::LiveView::rowsChanged, this, &PaletteIndex::change);
    m_thread.start(QThread::LowPriority);
    reset();
}

PaletteIndex::~PaletteIndex()
{
    abandon();
    m_thread.quit();
    m_thread.wait();
}

void PaletteIndex::reset()
{
    m_begun = false;
    m_feed.stop();
    m_unread.clear();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->forgetAll(); });
    if (m_waiting)
        begin();
    else
        m_begin.start();
}

void PaletteIndex::begin()
{
    m_begin.stop();
    m_begun = true;
    m_unread = m_live.rows().keys();
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, count = m_unread.size()] { worker->expect(count); });
    m_feed.start();
}

void PaletteIndex::feed()
{
    QElapsedTimer spent;
    spent.start();
    std::vector<Text> texts;
    while (!m_unread.isEmpty() && texts.size() < mostAtOnce && spent.elapsed() < feedSlice.count()) {
        if (const client::ConversationRow* row = m_live.row(m_unread.takeLast()))
            texts.push_back(textOf(*row));
    }
    tell(std::move(texts));
    if (!m_unread.isEmpty())
        return;
    m_unread = {};
    m_feed.stop();
    if (m_waiting)
        ask(*std::exchange(m_waiting, std::nullopt));
    if (m_live.rows().size() > manyRows)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->settle(); });
}

void PaletteIndex::change(const QList<ConversationId>& changed, const QList<ConversationId>& gone)
{
    if (!m_begun)
        return;
    // What has not been read yet will be read once more; the newer of both comes last.
    std::vector<Text> texts;
    for (const ConversationId& id : changed) {
        if (const client::ConversationRow* row = m_live.row(id))
            texts.push_back(textOf(*row));
    }
    for (const ConversationId& id : gone) {
        if (!m_live.row(id))
            texts.push_back({id, true, {}, {}, {}, {}});
    }
    tell(std::move(texts));
}

PaletteIndex::Text PaletteIndex::textOf(const client::ConversationRow& row)
{
    return {row.id, false, row.contactName, row.issue, row.lastLine, row.lastAt};
}

void PaletteIndex::tell(std::vector<Text> texts)
{
    if (!texts.empty())
        QMetaObject::invokeMethod(m_worker,
                                  [worker = m_worker, texts = std::move(texts)] { worker->put(texts); });
}

quint64 PaletteIndex::find(const Needle& needle)
{
    ++m_number;
    m_worker->wanted = m_number;
    m_waiting.reset();
    if (!m_begun)
        begin();
    if (m_feed.isActive())
        m_waiting = needle;
    else
        ask(needle);
    return m_number;
}

void PaletteIndex::abandon()
{
    m_waiting.reset();
    m_worker->wanted = ++m_number;
}

void PaletteIndex::ask(const Needle& needle)
{
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, needle, number = m_number] {
        const std::optional<QList<Hit>> hits = worker->find(number, needle);
        if (!hits)
            return;
        // The index waits for its thread before it goes, so it is there; the answer is heard on its own.
        QMetaObject::invokeMethod(
            this,
            [this, number, hits = *hits] {
                if (number == m_number)
                    Q_EMIT found(number, hits);
            },
            Qt::QueuedConnection);
    });
}

} // namespace relevo::models
