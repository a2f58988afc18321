#include <ui/conversation/finder.h>

#include <ui/conversation/find_bar.h>
#include <ui/conversation/transcript_view.h>

#include <QtWidgets/QApplication>

#include <algorithm>

namespace relevo::ui {

using models::MessagesModel;

Finder::Finder(FindBar& bar, TranscriptView& view, const models::MessagesModel& messages, QObject* parent)
    : QObject(parent), m_bar(bar), m_view(view), m_messages(messages), m_soon(this)
{
    connect(&bar, &FindBar::textChanged, this, &Finder::start);
    connect(&bar, &FindBar::olderWanted, this, &Finder::goOlder);
    connect(&bar, &FindBar::newerWanted, this, &Finder::goNewer);
    connect(&bar, &FindBar::closed, this, &Finder::close);
    connect(&view, &TranscriptView::olderCame, this, &Finder::olderCame);
    // Several things change in one turn of the loop; they are looked through once.
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &Finder::collectAgain);
    const auto changed = [this] {
        if (!m_search.isEmpty())
            m_soon.start();
    };
    connect(&messages, &QAbstractItemModel::rowsInserted, this, changed);
    connect(&messages, &QAbstractItemModel::rowsRemoved, this, changed);
    connect(&messages, &QAbstractItemModel::modelReset, this, changed);
}

void Finder::open()
{
    if (!m_messages.transcript())
        return;
    m_bar.open();
    // Whether there is anything older at all is often not known yet; then no "+" may stand for it.
    (void)m_view.wantOlder();
    if (m_search.isEmpty())
        start(m_bar.text());
}

void Finder::close()
{
    if (m_bar.isHidden())
        return;
    const bool hadKeyboard = m_bar.isAncestorOf(QApplication::focusWidget());
    m_bar.hide();
    m_soon.stop();
    m_seeking = false;
    m_search = models::TextSearch();
    m_places.clear();
    m_at = -1;
    m_view.setSearch(m_search, 0, 0);
    if (hadKeyboard)
        m_view.setFocus(Qt::OtherFocusReason);
}

void Finder::start(const QString& text)
{
    m_search = models::TextSearch(text);
    m_seeking = false;
    collect();
    // The newest place: that is where people are talking.
    m_at = static_cast<std::ptrdiff_t>(m_places.size()) - 1;
    show();
}

void Finder::collect()
{
    m_places.clear();
    if (m_search.isEmpty())
        return;
    for (int row = 0; row < m_messages.rowCount(); ++row) {
        const QModelIndex index = m_messages.index(row);
        if (index.data(MessagesModel::KindRole).toInt() != static_cast<int>(MessagesModel::Kind::Message))
            continue;
        const qint64 seq = index.data(MessagesModel::SeqRole).toLongLong();
        if (seq == 0)
            continue; // it has no place yet that stays
        const std::size_t found = m_search.in(index.data(MessagesModel::ContentRole).toString()).size();
        for (std::size_t place = 0; place < found; ++place)
            m_places.push_back({seq, static_cast<qsizetype>(place)});
    }
}

void Finder::collectAgain()
{
    const std::optional<Place> looked =
        m_at >= 0 ? std::optional(m_places[static_cast<std::size_t>(m_at)]) : std::nullopt;
    collect();
    const auto found = looked ? std::find(m_places.begin(), m_places.end(), *looked) : m_places.end();
    m_at = found == m_places.end() ? -1 : found - m_places.begin();
    // What is looked at stays where it is: only the count is another.
    m_bar.showState(stateWords(), !m_places.empty() || mayBeMore());
}

bool Finder::mayBeMore() const
{
    return m_messages.transcript() && m_messages.transcript()->hasOlder();
}

void Finder::goOlder()
{
    if (m_search.isEmpty())
        return;
    if (m_at > 0 || (m_at < 0 && !m_places.empty())) {
        m_at = m_at < 0 ? static_cast<std::ptrdiff_t>(m_places.size()) - 1 : m_at - 1;
        show();
        return;
    }
    m_loadedBefore = m_messages.transcript() ? m_messages.transcript()->messages().size() : 0;
    m_seeking = m_view.wantOlder();
    m_bar.showState(stateWords(), !m_places.empty() || mayBeMore());
}

void Finder::goNewer()
{
    if (m_at >= 0 && m_at + 1 < static_cast<std::ptrdiff_t>(m_places.size())) {
        ++m_at;
        show();
    }
}

void Finder::olderCame()
{
    if (!m_seeking) {
        if (!m_search.isEmpty())
            m_soon.start(); // perhaps there is no more
        return;
    }
    m_seeking = false;
    m_soon.stop();
    collectAgain();
    // To what was found there, or further back still, as long as something comes.
    if (m_messages.transcript() && m_messages.transcript()->messages().size() > m_loadedBefore)
        goOlder();
}

void Finder::show()
{
    const Place looked = m_at >= 0 ? m_places[static_cast<std::size_t>(m_at)] : Place();
    m_view.setSearch(m_search, looked.seq, looked.place);
    m_bar.showState(stateWords(), !m_places.empty() || mayBeMore());
}

QString Finder::stateWords() const
{
    if (m_search.isEmpty())
        return {};
    if (m_seeking)
        return tr("Looking further back…");
    const auto count = static_cast<int>(m_places.size());
    if (count == 0)
        return mayBeMore() ? tr("Not found so far") : tr("Not found");
    // Counted from the newest, where one begins.
    const auto at = static_cast<int>(count - m_at);
    const QString more = mayBeMore() ? QStringLiteral("+") : QString();
    return m_at < 0 ? tr("%n found", nullptr, count)
                    : tr("%1 of %2").arg(at).arg(QString::number(count) + more);
}

} // namespace relevo::ui
